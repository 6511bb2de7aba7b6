//! Nodes and edges.

use crate::model::{BookId, ChapterId, ConceptId, EntryId};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A book.
    Book(BookId),
    /// A chapter of a book.
    Chapter(ChapterId),
    /// An entry.
    Entry(EntryId),
    /// A concept.
    Concept(ConceptId),
}

/// What an edge says; read from its source to its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EdgeKind {
    /// Chapter → book, entry → chapter (or → book, when the chapter is not
    /// known).
    PartOf,
    /// Entry → the entry read next in the same book.
    Next,
    /// Entry → concept.
    Tagged,
    /// Entry → a chapter that its text points to.
    RefersTo,
    /// Concept → a more general concept.
    Broader,
    /// Concept – concept, both ways.
    Related,
    /// Concept – concept named together, both ways: how often, and how often
    /// chance alone would have it.
    CoMention {
        /// Windows that hold both, weighted: see [`super::CoMention`].
        count: f32,
        /// The count that independence would give.
        expected: f32,
    },
    /// Entry → an entry that its reader linked it to.
    LinksTo,
    /// Entry – entry about the same concepts, both ways.
    Shares {
        /// The rarest concept they share.
        rarest: ConceptId,
        /// How many concepts they share.
        concepts: u32,
    },
}

/// A place in the notes that speaks for an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The entry.
    pub entry: EntryId,
    /// The sentence of its text; `None`: the entry as a whole.
    pub sentence: Option<u32>,
}

/// An edge: what it says, how strongly, and by what evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// What it says.
    pub kind: EdgeKind,
    /// Its strength; 1 where strength means nothing.
    pub weight: f32,
    /// A range of the graph's evidence.
    pub(super) evidence: Range<u32>,
}
