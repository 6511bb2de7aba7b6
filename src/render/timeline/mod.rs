//! Concepts along the reading, in words.

mod axis;
mod rows;
mod told;

use crate::analyse::{Family, Strand};
use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Field, Tagging};
use crate::text::width::{cells, pad, shorten};
use axis::Axis;
use std::ops::Range;

pub use rows::csv;
pub(super) use told::Told;

/// Labels before a strip are cut at this many columns.
const LABEL: usize = 24;

/// Some concepts along the entries looked through.
pub struct Timeline<'a> {
    /// The library.
    pub library: &'a Library,
    /// What its entries are about.
    pub tagging: &'a Tagging,
    /// The entries looked through, in order.
    pub entries: &'a [EntryId],
    /// By concept, and then by book.
    pub strands: &'a [Strand],
    /// Whether each is told in full.
    pub whole: bool,
    /// The language.
    pub words: Words,
}

impl<'a> Timeline<'a> {
    /// The strands of each concept.
    pub(super) fn concepts(&self) -> impl Iterator<Item = &'a [Strand]> {
        self.strands
            .chunk_by(|a, b| a.family.concept == b.family.concept)
    }

    /// Whether the entries are of several books.
    pub(super) fn several(&self) -> bool {
        let book = |entry: &EntryId| self.library.book_of(*entry);
        self.entries.first().map(book) != self.entries.last().map(book)
    }

    /// `개념의 흐름: 순서 파괴 · 기록 10편`.
    pub(super) fn title(&self) -> String {
        let words = self.words;
        let of_book = self.entries.chunk_by(|a, b| {
            let [a, b] = [a, b].map(|entry| self.library.book_of(*entry));
            a == b
        });
        let mut firsts: Vec<EntryId> = of_book.map(|entries| entries[0]).collect();
        firsts.sort_by_key(|&entry| self.library.reading_position(entry));
        let titles = firsts.iter().map(|&first| {
            let book = self.library.book_of(first);
            self.library.book(book).title_in(words.language())
        });
        let titles: Vec<&str> = titles.collect();
        format!(
            "{}: {} · {}",
            words.pick("개념의 흐름", "Timeline"),
            titles.join(", "),
            words.entries(self.entries.len())
        )
    }

    pub(super) fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    /// The strips: a line above, and one for each strand, with its label.
    pub(super) fn strips(&self) -> Vec<String> {
        let axis = Axis::of(self.library, self.entries, self.words);
        let labels: Vec<String> = self.strands.iter().map(|it| self.strip_label(it)).collect();
        let margin = labels.iter().map(|it| cells(it)).max().unwrap_or(0) + 2;
        let sums: Vec<Vec<u32>> = self
            .strands
            .iter()
            .map(|strand| axis.sums(strand.points.iter().map(|it| (it.entry, it.mentions))))
            .collect();
        let most = sums.iter().flatten().copied().max().unwrap_or(1);
        let mut lines = vec![axis.head(margin)];
        for (label, sums) in labels.iter().zip(&sums) {
            lines.push(format!("{}{}", pad(label, margin), axis.strip(sums, most)));
        }
        lines
    }

    /// A strand by its concept, and by its book where there are several.
    pub(super) fn strip_label(&self, strand: &Strand) -> String {
        let label = shorten(self.label(strand.family.concept), LABEL);
        match self.several() {
            true => {
                let book = self.library.book(strand.book);
                let title = shorten(book.title_in(self.words.language()), LABEL);
                format!("{label} · {title}")
            }
            false => label,
        }
    }

    /// The first sentence of an entry that names any of a family, with the places
    /// in it that do; `None` where only its title or its tags do.
    pub(super) fn sentence(
        &self,
        entry: EntryId,
        family: &Family,
    ) -> Option<(Range<usize>, Vec<Range<usize>>)> {
        let mentions = self.tagging.mentions(entry).iter();
        let named: Vec<_> = mentions
            .filter(|it| it.field == Field::Text && family.has(it.concept))
            .collect();
        let sentence = named.first()?.sentence;
        let places = named.iter().filter(|it| it.sentence == sentence);
        let places = places.map(|it| it.start as usize..it.end as usize);
        let range = self.tagging.sentences(entry).nth(sentence as usize)?;
        Some((range, places.collect()))
    }
}
