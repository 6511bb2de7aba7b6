//! The block of properties at the start of a Markdown file.

use crate::diagnostic::{Code, Diagnostic};
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::sync::Arc;

/// Where the properties are, and where the text starts, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::notes) struct FrontMatter {
    /// The lines between the marks; `None` when there are no properties.
    pub(in crate::notes) yaml: Option<Range<usize>>,
    pub(in crate::notes) body: usize,
}

impl FrontMatter {
    /// Finds the block. What starts like one and is none is told, and is text.
    pub(in crate::notes) fn of(file: &Arc<SourceFile>, diagnostics: &mut Problems) -> Self {
        let text = file.text.as_str();
        let start = text.len() - text.trim_start_matches(['\n', '\r']).len();
        let mut lines = Lines { text, at: start };
        let first = lines.next().unwrap_or(start..start);
        let mark = text[first.clone()].trim_end();
        if mark == "+++" {
            return Self::toml(file, first, lines, diagnostics);
        }
        if mark != "---" {
            return Self::default();
        }
        let inside = lines.at;
        for line in lines {
            if ["---", "..."].contains(&text[line.clone()].trim_end()) {
                if !holds_properties(&text[inside..line.start]) {
                    return Self::default();
                }
                return Self {
                    yaml: Some(inside..line.start),
                    body: line.end,
                };
            }
        }
        // A line across the page may start a text as well.
        let next = text[inside..].lines().next().unwrap_or_default();
        if super::yaml::key_of(next).is_some() {
            diagnostics.push(
                Diagnostic::at(
                    Code::FrontMatter,
                    Place::new(file, first.start..first.start + 3),
                    "the properties are never closed",
                )
                .label("read as text, with all that follows")
                .hint("put a line `---` after the last property"),
            );
        }
        Self::default()
    }

    /// Properties in TOML, as Hugo and zk's neighbours write them, are left out.
    fn toml(
        file: &Arc<SourceFile>,
        first: Range<usize>,
        lines: Lines<'_>,
        diagnostics: &mut Problems,
    ) -> Self {
        let text = lines.text;
        let Some(end) = lines
            .into_iter()
            .find(|it| text[it.clone()].trim_end() == "+++")
        else {
            return Self::default();
        };
        diagnostics.push(
            Diagnostic::at(
                Code::FrontMatter,
                Place::new(file, first.start..first.start + 3),
                "these properties are TOML, and only YAML is read",
            )
            .label("not used; the text below was read")
            .hint("write them between two lines `---`, as `title: …`"),
        );
        Self {
            yaml: None,
            body: end.end,
        }
    }
}

/// Whether there is a property among lines, or nothing but remarks: or else two lines
/// across the page stand around a text.
fn holds_properties(lines: &str) -> bool {
    let bare = |line: &str| line.trim().is_empty() || line.starts_with('#');
    lines.lines().all(bare)
        || lines
            .lines()
            .any(|line| super::yaml::key_of(line).is_some())
}

/// The lines of a text from a byte on, with their ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.is_empty() {
            return None;
        }
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        Some(start..self.at)
    }
}
