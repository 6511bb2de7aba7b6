//! What is short in an entry.

use super::{Entry, PageRange, Voice};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An entry without its text: what lists and counts need of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Brief<'a> {
    /// [`Entry::id`]
    pub id: &'a str,
    /// [`Entry::title`]
    pub title: &'a str,
    /// [`Entry::date`]
    pub date: Option<Date>,
    /// [`Entry::day`]
    pub day: Option<u32>,
    /// [`Entry::pages`]
    pub pages: Option<PageRange>,
    /// [`Entry::voice`]
    pub voice: Voice,
}

/// The same, read from where a [`Brief`] was written.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredBrief {
    id: String,
    title: String,
    date: Option<Date>,
    day: Option<u32>,
    pages: Option<PageRange>,
    voice: Voice,
}

impl Entry {
    /// What is short in it.
    pub fn brief(&self) -> Brief<'_> {
        Brief {
            id: &self.id,
            title: &self.title,
            date: self.date,
            day: self.day,
            pages: self.pages,
            voice: self.voice,
        }
    }
}

impl StoredBrief {
    /// What is stored.
    pub fn brief(&self) -> Brief<'_> {
        Brief {
            id: &self.id,
            title: &self.title,
            date: self.date,
            day: self.day,
            pages: self.pages,
            voice: self.voice,
        }
    }
}
