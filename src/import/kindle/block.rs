//! One clipping of the file: title, description, text.

use super::position::Position;
use super::words::Kind;
use crate::import::moment::{self, Moment};
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::sync::Arc;

/// What stands between clippings.
const SEPARATOR: &str = "==========";

/// The lines between two separators.
pub(super) struct Block<'a> {
    /// The title and the author, as they stand there.
    pub(super) heading: &'a str,
    /// The line that says what it is, where it stands and when it was made.
    pub(super) about: &'a str,
    /// The text.
    pub(super) body: String,
    /// Where the description stands.
    pub(super) place: Place,
}

/// Cuts a file into clippings. A separator that is missing is where a line with a
/// description follows a title after the text.
pub(super) fn blocks(file: &Arc<SourceFile>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for raw in file.text.split_inclusive('\n') {
        let line = start..start + raw.trim_end().len();
        start += raw.len();
        let text = &file.text[line.clone()];
        if text.trim_start_matches('\u{FEFF}').starts_with(SEPARATOR) {
            blocks.extend(block(file, &lines));
            lines.clear();
            continue;
        }
        let described = lines.len() > 2 && is_description(text);
        if described && let Some(title) = lines.pop() {
            blocks.extend(block(file, &lines));
            lines = vec![title];
        }
        lines.push(line);
    }
    blocks.extend(block(file, &lines));
    blocks
}

/// Whether a line is one that a device writes: a dash, two or more pieces, a date.
fn is_description(line: &str) -> bool {
    let line = line.trim_start();
    let mut pieces = line.split('|');
    line.starts_with("- ")
        && line.contains('|')
        && pieces.any(|piece| moment::read(piece).is_some())
}

fn block<'a>(file: &'a Arc<SourceFile>, lines: &[Range<usize>]) -> Option<Block<'a>> {
    let filled = |line: &Range<usize>| !file.text[line.clone()].trim().is_empty();
    let first = lines.iter().position(filled)?;
    let lines = &lines[first..];
    let heading = file.text[lines[0].clone()]
        .trim_start_matches('\u{FEFF}')
        .trim();
    let at = lines.get(1).unwrap_or(&lines[0]).clone();
    let body: Vec<&str> = lines
        .iter()
        .skip(2)
        .map(|line| &file.text[line.clone()])
        .collect();
    Some(Block {
        heading,
        about: match lines.len() {
            1 => "",
            _ => file.text[at.clone()].trim(),
        },
        body: body.join("\n").trim().to_owned(),
        place: Place::new(file, at),
    })
}

impl Block<'_> {
    /// Title and authors: the last brackets that are balanced hold the author.
    pub(super) fn book(&self) -> (&str, Option<&str>) {
        let heading = self.heading;
        let closing = [(')', '('), ('）', '（')];
        let last = heading.chars().next_back();
        let Some(&(close, open)) = closing.iter().find(|(close, _)| last == Some(*close)) else {
            return (heading, None);
        };
        let mut depth = 0_usize;
        for (at, c) in heading.char_indices().rev() {
            if c == close {
                depth += 1;
            } else if c == open {
                depth -= 1;
                if depth == 0 {
                    let title = heading[..at].trim();
                    let author = &heading[at + open.len_utf8()..heading.len() - close.len_utf8()];
                    return match title.is_empty() {
                        true => (heading, None),
                        false => (
                            title,
                            Some(author.trim()).filter(|author| !author.is_empty()),
                        ),
                    };
                }
            }
        }
        (heading, None)
    }

    /// The pieces of the description that are not its date, and the date.
    fn pieces(&self) -> (Vec<&str>, Option<Moment>) {
        let about = self.about.trim_start_matches(['-', ' ']);
        let mut pieces: Vec<&str> = about.split('|').collect();
        let dated = pieces
            .iter()
            .rposition(|piece| moment::read(piece).is_some());
        let moment = dated.and_then(|at| moment::read(pieces[at]));
        match dated {
            // Without a bar before it, the date stands in the piece of the place.
            Some(at) if pieces.len() > 1 => {
                pieces.remove(at);
            }
            _ => {}
        }
        let brackets = ['(', ')', '（', '）'];
        (
            pieces
                .into_iter()
                .flat_map(|piece| piece.split(brackets))
                .collect(),
            moment,
        )
    }

    /// What it is, when that is told.
    pub(super) fn kind(&self) -> Option<Kind> {
        Kind::named(&self.pieces().0.join(" "))
    }

    /// Where it stands.
    pub(super) fn position(&self) -> Position {
        Position::read(self.pieces().0.into_iter())
    }

    /// When it was made.
    pub(super) fn moment(&self) -> Option<Moment> {
        self.pieces().1
    }

    /// Whether the line below the title is a description at all.
    pub(super) fn is_described(&self) -> bool {
        self.about.starts_with('-') || self.about.contains('|')
    }
}
