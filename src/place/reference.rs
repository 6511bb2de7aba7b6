//! Cross-references: an entry that names a chapter other than its own.

use crate::model::{ChapterId, EntryId};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An entry's text points to a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The entry.
    pub entry: EntryId,
    /// The chapter it points to; never one of the entry's own.
    pub chapter: ChapterId,
    /// Byte range of the words in the entry's text, such as `6장에서`.
    pub span: Range<usize>,
}
