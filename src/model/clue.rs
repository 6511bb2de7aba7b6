//! What an entry may be found by.

use super::Entry;
use crate::text::fold;
use jiff::civil::Date;
use std::borrow::Cow;

/// What a person knows of an entry that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clue<'a> {
    /// Its id.
    Id(&'a str),
    /// The day it was written.
    Date(Date),
    /// The day of reading.
    Day(u32),
    /// Its title, folded.
    Title(Cow<'a, [u8]>),
}

impl<'a> Clue<'a> {
    /// All that an entry is found by.
    pub fn of(entry: &'a Entry) -> impl Iterator<Item = Self> {
        let title = fold::key(&entry.title);
        let title = (!title.is_empty()).then_some(Self::Title(title.into()));
        let when = [entry.date.map(Self::Date), entry.day.map(Self::Day)];
        std::iter::once(Self::Id(&entry.id))
            .chain(when.into_iter().flatten())
            .chain(title)
    }

    /// Whether it is true of an entry.
    pub fn fits(&self, entry: &Entry) -> bool {
        match self {
            Self::Id(id) => entry.id == *id,
            Self::Date(date) => entry.date == Some(*date),
            Self::Day(day) => entry.day == Some(*day),
            Self::Title(key) => fold::key(&entry.title) == **key,
        }
    }
}
