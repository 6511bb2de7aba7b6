//! An index as rows of a table: one for each locator and each reference.

use super::IndexWords;
use crate::index::{By, Heading, Index, Locator, MainHeading, Place};
use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library};
use crate::render::csv::table;
use crate::render::phrases::entry_id;
use std::borrow::Cow;

const HEADS: [&str; 10] = [
    "initial",
    "term",
    "concept",
    "kind",
    "subheading",
    "book",
    "locator",
    "main",
    "entries",
    "to",
];

/// The index as CSV.
pub fn csv(library: &Library, index: &Index, entries: &[EntryId], by: By, words: Words) -> String {
    let printed = IndexWords::new(library, index, entries, by, words);
    let mut rows = Rows {
        printed,
        rows: Vec::new(),
    };
    for group in &index.groups {
        let initial = printed.initial(group.initial);
        for heading in &group.headings {
            match heading {
                Heading::Main(main) => rows.main(&initial, main),
                Heading::See { term, to } => rows.references([&initial, term, "", "see"], to),
            }
        }
    }
    let rows = rows.rows.into_iter();
    table(&HEADS, rows.map(|row| row.into_iter().map(Cow::Owned)))
}

struct Rows<'a> {
    printed: IndexWords<'a>,
    rows: Vec<[String; 10]>,
}

impl Rows<'_> {
    fn main(&mut self, initial: &str, main: &MainHeading) {
        let id = self.id(main.concept);
        for locator in &main.locators {
            self.locator([initial, &main.term, &id, "locator", ""], locator);
        }
        for sub in &main.subheadings {
            let kind = if sub.narrower { "narrower" } else { "together" };
            let label = self.printed.label(sub.concept);
            for locator in &sub.locators {
                self.locator([initial, &main.term, &id, kind, label], locator);
            }
        }
        self.references([initial, &main.term, &id, "see also"], &main.see_also);
    }

    fn locator(&mut self, [initial, term, concept, kind, sub]: [&str; 5], locator: &Locator) {
        let library = self.printed.library;
        let place = match locator.place {
            Place::Pages(pages) if pages.first == pages.last => pages.first.to_string(),
            Place::Pages(pages) => format!("{}-{}", pages.first, pages.last),
            Place::Date(date) => date.to_string(),
            Place::Entry(entry) => library.brief(entry).id.to_owned(),
        };
        let entries = locator
            .entries
            .iter()
            .map(|&entry| entry_id(library, entry));
        let entries: Vec<String> = entries.collect();
        let main = if locator.main { "yes" } else { "no" };
        let book = library.book(locator.book).id.clone();
        let start = [initial, term, concept, kind, sub].map(str::to_owned);
        let [initial, term, concept, kind, sub] = start;
        self.rows.push([
            initial,
            term,
            concept,
            kind,
            sub,
            book,
            place,
            main.to_owned(),
            entries.join("; "),
            String::new(),
        ]);
    }

    fn references(&mut self, [initial, term, concept, kind]: [&str; 4], to: &[ConceptId]) {
        for &concept_to in to {
            let mut row: [String; 10] = Default::default();
            let start = [initial, term, concept, kind].map(str::to_owned);
            for (cell, text) in row.iter_mut().zip(start) {
                *cell = text;
            }
            row[9] = self.id(concept_to);
            self.rows.push(row);
        }
    }

    fn id(&self, concept: ConceptId) -> String {
        self.printed.library.vocabulary().get(concept).id.clone()
    }
}
