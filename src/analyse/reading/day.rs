//! What was read and written on one day.

use crate::model::{BookId, EntryId, PageSet};
use jiff::civil::Date;

/// A day with entries.
#[derive(Clone, Debug)]
pub struct DayOfReading {
    /// The day.
    pub date: Date,
    /// Its entries, in order.
    pub entries: Vec<EntryId>,
    /// The pages read, book by book; a book without a page is not there.
    pub pages: Vec<PagesOfDay>,
    /// The characters written: letters, digits and signs of the texts, without
    /// white space, a Hangul syllable as one however it is encoded.
    pub characters: usize,
    /// How many concepts its entries are about for the first time.
    pub new_concepts: usize,
    /// How many concepts there are up to this day.
    pub concepts: usize,
}

/// The pages of a book that were read on a day.
#[derive(Clone, Debug)]
pub struct PagesOfDay {
    /// The book.
    pub book: BookId,
    /// The pages.
    pub pages: PageSet,
    /// How many of them no earlier day has.
    pub new: u32,
}

impl DayOfReading {
    /// How many pages were read, over all books.
    pub fn page_count(&self) -> u32 {
        self.pages.iter().map(|of_book| of_book.pages.count()).sum()
    }

    /// How many of them were not read before.
    pub fn new_page_count(&self) -> u32 {
        self.pages.iter().map(|of_book| of_book.new).sum()
    }
}
