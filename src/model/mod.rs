//! The nouns of the crate, as plain data: what a library is made of.
//!
//! Nothing here reads, writes or draws, and nothing derives `Serialize`: file
//! formats are mirror types at the edges, so that a format can have versions.
//! To the user an id is a stable string; inside it is an index into a flat
//! array ([`BookId`], [`ChapterId`], [`EntryId`], [`ConceptId`]).

mod book;
mod brief;
mod cells;
mod clue;
mod concept;
mod entries;
mod entry;
mod extent;
mod ids;
mod language;
mod library;
mod link;
mod link_names;
mod many;
mod markdown_settings;
mod outline;
mod page_set;
mod pages;
mod provenance;
mod saved_query;
mod source;
mod texts;
mod vocabulary;
mod voice;
mod whole_text;

pub use book::{Book, Edition};
pub use brief::{Brief, StoredBrief};
pub(crate) use cells::Cells;
pub use clue::Clue;
pub use concept::{Alias, Concept, NameSource};
pub use entries::{BRIEFS_TOGETHER, EntrySource};
pub use entry::{Entry, Wording};
pub use extent::Extent;
pub use ids::{BookId, ChapterId, ConceptId, EntryId};
pub use language::{Language, LocalText};
pub use library::Library;
pub use link::{EntryReference, Link};
pub use link_names::LinkNames;
pub use markdown_settings::{MarkdownSettings, Split};
pub use outline::{Certainty, Chapter, Outline, Part};
pub use page_set::PageSet;
pub use pages::{PageBound, PageRange};
pub use provenance::Source;
pub use saved_query::SavedQuery;
pub use source::{ConceptSource, LibrarySource};
pub use texts::{ENTRIES_A_BLOCK, FoldedEntry, TextSource};
pub use vocabulary::Vocabulary;
pub use voice::Voice;
