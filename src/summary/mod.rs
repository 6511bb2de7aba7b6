//! Chapter by chapter: what was read, what was new, what came back, in the notes'
//! own words; and the story of one concept.

mod chapter;
mod concepts;
mod extract;
mod gist;
mod length;
mod near;
mod pages;
mod quote;
mod story;
mod telling;
mod thesis;
mod voice;

pub use chapter::{ChapterSummary, summarize, summarize_some, without_notes};
pub use concepts::ConceptCount;
pub use extract::{Extract, FEW, Method};
pub use gist::gist;
pub use length::Length;
pub use near::NearChapter;
pub use quote::Quote;
pub use story::{Step, Story, stories};
pub use telling::{KeySentence, Question, Telling, tell, tell_some};
pub use voice::Voice;
