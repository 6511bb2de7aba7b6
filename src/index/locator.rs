//! Where an index sends its reader.

use crate::model::{BookId, EntryId, PageRange};
use jiff::civil::Date;

/// What locators name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The pages of the book.
    #[default]
    Pages,
    /// The entries themselves.
    Entries,
}

/// A place in the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// The book.
    pub book: BookId,
    /// Where in it.
    pub place: Place,
    /// The entries there treat the term: by their texts alone it is more likely
    /// than not that an index would name them, or their reader tagged them
    /// without naming it. Otherwise they mention it.
    pub main: bool,
    /// The entries that are meant, in reading order; each is about the term.
    pub entries: Vec<EntryId>,
}

/// Pages, or where there are none what else an entry is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Pages of the book.
    Pages(PageRange),
    /// The day an entry was written.
    Date(Date),
    /// An entry.
    Entry(EntryId),
}
