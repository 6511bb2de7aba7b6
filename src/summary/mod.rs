//! Chapter by chapter: what was read, what was new, what came back.

mod chapter;
mod gist;

pub use chapter::{ChapterSummary, ConceptCount, summarize};
pub use gist::gist;
