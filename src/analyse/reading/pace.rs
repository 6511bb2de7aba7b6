//! The days of reading: pages, streaks and pauses.

use super::day::{DayOfReading, PagesOfDay};
use crate::model::{EntryId, Library, PageRange, PageSet};
use crate::tag::Tagging;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// The log of reading, day by day.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    /// The days with entries, in order.
    pub days: Vec<DayOfReading>,
    /// Entries that say no day.
    pub undated: Vec<EntryId>,
    /// The runs of days in a row, in order.
    pub streaks: Vec<Streak>,
    /// The days without reading between them, in order.
    pub pauses: Vec<Pause>,
}

/// Days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// The first of them.
    pub first: Date,
    /// The last of them.
    pub last: Date,
    /// How many there are.
    pub days: u32,
}

/// Days without an entry, between two that have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The day of reading before.
    pub after: Date,
    /// The day of reading that ends it.
    pub before: Date,
    /// How many days lie between.
    pub days: u32,
}

impl Pace {
    /// The log of some entries, in order.
    pub fn of(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Self {
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for &entry in entries {
            match library.brief(entry).date {
                Some(date) => dated.push((date, entry)),
                None => undated.push(entry),
            }
        }
        dated.sort_unstable();
        let mut log = Log::new(library, tagging);
        let days = dated.chunk_by(|a, b| a.0 == b.0);
        let days: Vec<DayOfReading> = days.map(|entries| log.day(entries)).collect();
        let mut pace = Self {
            undated,
            ..Self::default()
        };
        for day in &days {
            pace.go_on(day.date);
        }
        pace.days = days;
        pace
    }

    fn go_on(&mut self, date: Date) {
        match self.streaks.last_mut() {
            Some(streak) if days_between(streak.last, date) == 1 => {
                streak.last = date;
                streak.days += 1;
            }
            before => {
                self.pauses.extend(before.map(|streak| Pause {
                    after: streak.last,
                    before: date,
                    days: days_between(streak.last, date) - 1,
                }));
                self.streaks.push(Streak {
                    first: date,
                    last: date,
                    days: 1,
                });
            }
        }
    }

    /// The first and the last day.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.days.first()?.date, self.days.last()?.date))
    }

    /// How many days there are from the first to the last, both included.
    pub fn calendar_days(&self) -> u32 {
        self.span()
            .map_or(0, |(first, last)| days_between(first, last) + 1)
    }

    /// Pages read on all days, those read again counted again.
    pub fn page_count(&self) -> u32 {
        self.days.iter().map(DayOfReading::page_count).sum()
    }

    /// The longest run of days in a row; of equal ones the latest.
    pub fn longest_streak(&self) -> Option<Streak> {
        self.streaks
            .iter()
            .copied()
            .max_by_key(|streak| streak.days)
    }

    /// The longest pause; of equal ones the latest.
    pub fn longest_pause(&self) -> Option<Pause> {
        self.pauses.iter().copied().max_by_key(|pause| pause.days)
    }
}

fn days_between(first: Date, last: Date) -> u32 {
    let days = first.duration_until(last).as_hours() / 24;
    u32::try_from(days).unwrap_or(0)
}

/// What earlier days had.
struct Log<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    seen: Vec<bool>,
    concepts: usize,
    pages: Vec<PagesSeen>,
}

/// The pages of a book that were read so far, as ranges that don't touch.
#[derive(Clone, Default)]
struct PagesSeen(std::collections::BTreeMap<u32, u32>);

impl PagesSeen {
    /// Adds a range and says how many of its pages are new.
    fn add(&mut self, range: PageRange) -> u32 {
        let (mut first, mut last) = (range.first, range.last);
        let mut known = 0;
        // Each range that is met is taken out for good.
        while let Some((&start, &end)) = self.0.range(..=last.saturating_add(1)).next_back()
            && end.saturating_add(1) >= first
        {
            let common = PageRange::new(start.max(range.first), end.min(range.last));
            known += common.map_or(0, PageRange::count);
            first = first.min(start);
            last = last.max(end);
            self.0.remove(&start);
        }
        self.0.insert(first, last);
        range.count() - known
    }
}

impl<'a> Log<'a> {
    fn new(library: &'a Library, tagging: &'a Tagging) -> Self {
        Self {
            library,
            tagging,
            seen: vec![false; library.vocabulary().len()],
            concepts: 0,
            pages: vec![PagesSeen::default(); library.book_count()],
        }
    }

    /// The entries of one day, in order, and so by book.
    fn day(&mut self, entries: &[(Date, EntryId)]) -> DayOfReading {
        let before = self.concepts;
        let (mut characters, mut pages) = (0, Vec::new());
        let book = |(_, entry): &(Date, EntryId)| self.library.book_of(*entry);
        for of_book in entries.chunk_by(|a, b| book(a) == book(b)) {
            let ranges = of_book
                .iter()
                .filter_map(|&(_, entry)| self.library.brief(entry).pages);
            let set = PageSet::of(ranges);
            let book = book(&of_book[0]);
            let new = set.ranges().iter();
            let new = new.map(|&range| self.pages[book.index()].add(range)).sum();
            if !set.is_empty() {
                pages.push(PagesOfDay {
                    book,
                    pages: set,
                    new,
                });
            }
        }
        for &(_, entry) in entries {
            characters += count_characters(&self.library.entry(entry).text);
            for tag in self.tagging.tags(entry) {
                let seen = &mut self.seen[tag.concept.index()];
                self.concepts += usize::from(!std::mem::replace(seen, true));
            }
        }
        DayOfReading {
            date: entries[0].0,
            entries: entries.iter().map(|&(_, entry)| entry).collect(),
            pages,
            characters,
            new_concepts: self.concepts - before,
            concepts: self.concepts,
        }
    }
}

/// Letters, digits and signs, composed.
pub(super) fn count_characters(text: &str) -> usize {
    text.nfc().filter(|c| !c.is_whitespace()).count()
}
