//! Links between entries.

use super::EntryId;
use serde::{Deserialize, Serialize};

/// A link as it stands in an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it points to, as it was written: the name or the path of a note, or the id
    /// of a block after `^`. Empty: the note that it stands in.
    pub target: String,
    /// The heading in there.
    pub heading: Option<String>,
    /// Where its words stand in the text, in bytes.
    pub start: u32,
    /// Where they end.
    pub end: u32,
}

/// A link from one entry to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryReference {
    /// The entry with the link.
    pub from: EntryId,
    /// The entry it points to.
    pub to: EntryId,
    /// Where its words stand in the text of `from`, in bytes.
    pub start: u32,
}
