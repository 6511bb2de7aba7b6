//! Full text: what the titles and texts of entries say, in Korean and English.
//!
//! All entries are folded by [`crate::text::fold`] into one stream of bytes, in
//! blocks, or were when their snapshot was made; a question is folded likewise and
//! looked for in it, so that case, width, composition, spaces, hyphens and the
//! English plural don't matter. What was found is judged by the edges of the word it
//! stands in ([`Fit`]), and entries are ranked by BM25. Where it is in the original
//! is worked out for the entries that are shown. `docs/search.md` says why there is no index of
//! words, and what this reaches.

mod bm25;
mod fit;
mod found;
mod grams;
mod hit;
mod holding;
mod phrase;
mod place;
mod question;
mod stream;
mod stretch;
mod term;
mod text_index;

pub use bm25::Bm25;
pub use fit::Fit;
pub use found::{Found, search};
pub use grams::{GramHits, Grams};
pub use hit::Hit;
pub use phrase::Phrase;
pub use question::{Question, QuestionError};
pub use stream::FoldedStream;
pub use stretch::Stretch;
pub use term::Term;
pub use text_index::TextIndex;
