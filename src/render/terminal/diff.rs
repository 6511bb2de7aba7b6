//! What a file has and what it would have.

use super::Styling;
use crate::render::harmless;
use similar::{ChangeTag, TextDiff};

/// Lines around a change.
const CONTEXT: usize = 3;

/// The change of a file, line by line, as `diff -u` shows it; `None` is no file.
pub fn diff(name: &str, before: Option<&str>, after: Option<&str>, styling: Styling) -> String {
    let side = |text: Option<&str>, letter: char| match text {
        Some(_) => format!("{letter}/{name}"),
        None => "/dev/null".to_owned(),
    };
    let mut text = styling.heading(&format!("--- {}", side(before, 'a')));
    text.push('\n');
    text.push_str(&styling.heading(&format!("+++ {}", side(after, 'b'))));
    text.push('\n');
    let diff = TextDiff::from_lines(before.unwrap_or_default(), after.unwrap_or_default());
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        text.push_str(&styling.faint(hunk.header().to_string().trim_end()));
        text.push('\n');
        for change in hunk.iter_changes() {
            let line = harmless(change.value().trim_end_matches(['\n', '\r']));
            text.push_str(&match change.tag() {
                ChangeTag::Equal => format!(" {line}"),
                ChangeTag::Delete => styling.removed(&format!("-{line}")),
                ChangeTag::Insert => styling.added(&format!("+{line}")),
            });
            text.push('\n');
        }
    }
    text
}
