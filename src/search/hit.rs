//! A place in an entry.

use super::fit::Fit;
use crate::model::EntryId;
use crate::tag::Field;
use std::ops::Range;

/// A place in an entry that reads like what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// Its title or its text.
    pub field: Field,
    /// The bytes of the title or the text, on the boundaries of characters.
    pub span: Range<usize>,
    /// How well it fits.
    pub fit: Fit,
}
