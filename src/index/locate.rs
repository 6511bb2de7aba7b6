//! From entries to locators.

use super::locator::{By, Locator, Place};
use crate::model::{ConceptId, EntryId, Library, PageRange, PageSet};
use crate::tag::{Origin, Salience, Tag, Tagging};

/// Entries whose texts treat a concept at least this probably have their
/// locators marked.
const TREATED: f32 = 0.5;

/// An entry, and whether it treats what the locator is for.
#[derive(Clone, Copy)]
pub(super) struct Passage {
    pub(super) entry: EntryId,
    pub(super) main: bool,
}

impl Passage {
    pub(super) fn of(library: &Library, tagging: &Tagging, tag: &Tag) -> Self {
        Self {
            entry: tag.entry,
            main: is_main(library, tagging, tag.entry, tag.concept),
        }
    }
}

fn is_main(library: &Library, tagging: &Tagging, entry: EntryId, concept: ConceptId) -> bool {
    let Some(tag) = tagging.tag(entry, concept) else {
        return false;
    };
    if tag.origin == Origin::Authored {
        return true;
    }
    // What the text says by itself: a reader tags what is treated and what is
    // only named alike.
    let by_text = tagging.salience(library, entry, concept);
    let by_text = by_text.map(|salience| Salience {
        authored: false,
        ..salience
    });
    by_text.is_some_and(|salience| salience.score() >= TREATED)
}

/// The locators of some passages, in the order of the entries.
pub(super) fn locators(library: &Library, by: By, passages: &[Passage]) -> Vec<Locator> {
    let book = |passage: &Passage| library.entry(passage.entry).book;
    passages
        .chunk_by(|a, b| book(a) == book(b))
        .flat_map(|of_book| match by {
            By::Pages => by_pages(library, of_book),
            By::Entries => of_book.iter().map(|it| by_entry(library, *it)).collect(),
        })
        .collect()
}

fn by_entry(library: &Library, passage: Passage) -> Locator {
    Locator {
        book: library.entry(passage.entry).book,
        place: Place::Entry(passage.entry),
        main: passage.main,
        entries: vec![passage.entry],
    }
}

/// Pages that follow each other are one range (ISO 999, 7.4.3), as long as they
/// are all treated in or all mentioned on; a page of both is treated in. Entries
/// without pages come last, by day.
fn by_pages(library: &Library, passages: &[Passage]) -> Vec<Locator> {
    let pages = |passage: &Passage| library.brief(passage.entry).pages;
    let ranges = |main: bool| {
        let wanted = passages.iter().filter(move |it| it.main == main);
        PageSet::of(wanted.filter_map(pages))
    };
    let main = ranges(true);
    let plain: Vec<PageRange> = ranges(false)
        .ranges()
        .iter()
        .flat_map(|&range| main.missing_in(range))
        .collect();
    let book = library.entry(passages[0].entry).book;
    let mut locators: Vec<(PageRange, Locator)> = Vec::new();
    for (ranges, main) in [(main.ranges(), true), (&plain, false)] {
        locators.extend(ranges.iter().map(|&range| {
            let locator = Locator {
                book,
                place: Place::Pages(range),
                main,
                entries: Vec::new(),
            };
            (range, locator)
        }));
    }
    locators.sort_unstable_by_key(|(range, _)| *range);
    let mut pageless = Vec::new();
    for passage in passages {
        let Some(pages) = pages(passage) else {
            pageless.push(without_pages(library, *passage));
            continue;
        };
        let start = locators.partition_point(|(range, _)| range.last < pages.first);
        let met = locators[start..].iter_mut();
        for (_, locator) in met.take_while(|(range, _)| range.first <= pages.last) {
            locator.entries.push(passage.entry);
        }
    }
    pageless.dedup_by(|next, before| same_day(before, next));
    let of_pages = locators.into_iter().map(|(_, locator)| locator);
    of_pages.chain(pageless).collect()
}

fn without_pages(library: &Library, passage: Passage) -> Locator {
    let date = library.brief(passage.entry).date;
    Locator {
        place: date.map_or(Place::Entry(passage.entry), Place::Date),
        ..by_entry(library, passage)
    }
}

/// Puts entries of one day into one locator.
fn same_day(before: &mut Locator, next: &mut Locator) -> bool {
    let same = matches!(before.place, Place::Date(_)) && before.place == next.place;
    if same {
        before.main |= next.main;
        before.entries.append(&mut next.entries);
    }
    same
}
