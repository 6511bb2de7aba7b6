//! The places in the notes that nodes and edges come from.

/// An entry that a scene quotes or draws.
#[derive(Clone, Debug, PartialEq, Eq)]
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
