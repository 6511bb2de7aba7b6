//! The pieces that a notebook is made of.

use crate::source::{Place, SourceFile};
use scraper::{ElementRef, Html, Node};
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
    let document = Html::parse_document(html);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for edge in document.root_element().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => {
                if let Some(class) = ElementRef::wrap(node).and_then(class_of) {
                    open.push(pieces.len());
                    pieces.push(Piece {
                        class,
                        text: String::new(),
                    });
                }
                match (node.value(), open.last()) {
                    (Node::Text(words), Some(&piece)) => pieces[piece].text.push_str(words),
                    (Node::Element(element), Some(&piece)) if element.name() == "br" => {
                        pieces[piece].text.push('\n');
                    }
                    _ => {}
                }
            }
            ego_tree::iter::Edge::Close(node) => {
                if ElementRef::wrap(node).and_then(class_of).is_some() {
                    open.pop();
                }
            }
        }
    }
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

fn class_of(element: ElementRef<'_>) -> Option<&'static str> {
    let mut classes = element.value().classes();
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
