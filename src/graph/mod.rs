//! The knowledge graph, on petgraph: books, chapters, entries and concepts,
//! and every edge with the evidence behind it.
//!
//! Entry–concept is bipartite; entry–entry links are the strongest few of each
//! entry, never a clique.

mod backbone;
mod build;
mod comention;
mod edge;
mod evidences;
mod sightings;
mod similar;
mod window;

pub use backbone::{Backbone, WeightedPair, backbone};
pub use build::{BookGraph, evidence_of};
pub use comention::{
    CoMention, ENTRY_WINDOW, MentionWindows, NamedTogether, co_mentions, entry_window,
};
pub use edge::{Edge, EdgeKind, Evidence, Node};
pub use evidences::Evidences;
pub use similar::{EntryLink, EntryLinks, EntrySimilarity, entry_links};
pub use window::{CoOccurrence, Shrinkage, Windows};
