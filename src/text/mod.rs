//! Facts about strings, Korean and English: folding, particles, width,
//! sentences, dates, pages. No file, no model, no clock.

mod by_first;
pub mod chapter_mention;
pub mod collation;
pub mod date;
pub mod definition;
pub mod entry_id;
pub mod eojeol;
pub mod fold;
pub mod heading;
pub mod hidden;
pub mod interval;
pub(crate) mod letter;
pub mod pages;
pub mod particle;
pub(crate) mod phrases;
pub mod sentence;
pub mod shingle;
pub mod similarity;
pub mod slug;
pub mod tail;
pub mod typed;
pub mod width;
pub mod wrap;
