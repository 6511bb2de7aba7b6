//! The pieces that a notebook is made of.

use crate::import::html::{Element, Event, elements};
use crate::source::{Place, SourceFile};
use std::sync::Arc;

/// The classes of the pieces that a notebook is made of.
const CLASSES: [&str; 5] = [
    "bookTitle",
    "authors",
    "sectionHeading",
    "noteHeading",
    "noteText",
];

/// A piece of a notebook: its class, and its text.
pub(super) struct Piece {
    pub(super) class: &'static str,
    pub(super) text: String,
}

/// The pieces in the order of the document. What stands inside a piece of another
/// class belongs to that one: the export closes some of its elements wrongly.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    elements(html, &mut |event| match event {
        Event::Open(element) => {
            if let Some(class) = class_of(element) {
                open.push(pieces.len());
                pieces.push(Piece {
                    class,
                    text: String::new(),
                });
            }
            if let Some(&piece) = open.last().filter(|_| element.name == "br") {
                pieces[piece].text.push('\n');
            }
        }
        Event::Words(words) => {
            if let Some(&piece) = open.last() {
                pieces[piece].text.push_str(words);
            }
        }
        Event::Close(element) => {
            if class_of(element).is_some() {
                open.pop();
            }
        }
    });
    for piece in &mut pieces {
        let lines = piece
            .text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        piece.text = lines.join("\n");
    }
    pieces
}

fn class_of(element: &Element) -> Option<&'static str> {
    let mut classes = element.class.split_ascii_whitespace();
    classes.find_map(|class| CLASSES.into_iter().find(|known| *known == class))
}

/// Where the headings of notes stand in the file, in order.
pub(super) fn places(file: &Arc<SourceFile>) -> std::vec::IntoIter<Place> {
    let mut places = Vec::new();
    for quote in ["\"noteHeading\"", "'noteHeading'"] {
        let found = file.text.match_indices(quote);
        places.extend(found.map(|(at, _)| Place::new(file, at..at)));
    }
    places.sort_by_key(|place| place.span.start);
    places.into_iter()
}
