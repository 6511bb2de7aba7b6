//! A back-of-the-book index of the notes: what they are about, in the order of
//! the alphabet, with where to find it.
//!
//! The conventions are those of ISO 999:1996 (locators in 7.4, cross-references
//! in 7.5, arrangement in 8) and of The Chicago Manual of Style, 17th edition,
//! chapter 16.

mod build;
mod cross;
mod heading;
mod locate;
mod locator;
mod subheading;

pub use build::{Index, IndexGroup, IndexOptions};
pub use heading::{Heading, MainHeading, Subheading};
pub use locator::{By, Locator, Place};
