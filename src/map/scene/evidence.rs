//! The places in the notes that nodes and edges come from.

/// So many entries are named as the places of a node's or an edge's evidence where nothing is
/// quoted.
pub const PLACES: usize = 4;

/// An entry that a scene quotes or draws. Where nothing is quoted
/// ([`crate::map::MapOptions::quoted`]), one that is not among the first [`PLACES`] of any
/// evidence, nor drawn, is only counted, and all of this is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SceneEntry {
    /// `working-backwards/day-19`.
    pub id: String,
    /// `19일차 (p353–361)`.
    pub label: String,
    /// The day it was written: `2023-10-17`.
    pub date: Option<String>,
    /// Indices into the scene's chapters, ascending.
    pub chapters: Vec<usize>,
}

/// A sentence of an entry, or the entry as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Index into the scene's entries.
    pub entry: usize,
    /// The sentence; `None` where the reader's tag is all there is, and where nothing is
    /// quoted ([`crate::map::MapOptions::quoted`]).
    pub sentence: Option<String>,
}
