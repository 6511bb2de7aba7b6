//! What a second look at the notes finds: nothing here is wrong to read, and yet it
//! may not be meant so. [`crate::notes`] reports what is wrong to read.
//!
//! A check is a pure function from a library, its tags and its chapters to findings.
//! A finding says whom it is about, not where that stands in a file.

mod checks;
mod concepts;
mod days;
mod duplicates;
mod entries;
mod finding;
mod hidden;
mod ids;
mod names;
mod outline;
mod pages;

pub use checks::{Notes, lint};
pub use duplicates::{ALIKE, LEAST_SHINGLES};
pub use finding::{Finding, Subject};
