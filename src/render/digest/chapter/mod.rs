//! What is said of a book, chapter by chapter.

mod linked;
mod told;

use super::coverage::covered;
use super::{Digest, Line, Section, dates, source};
use crate::map::Words;
use crate::model::{BookId, ChapterId, EntryId, Library};
use crate::place::{Basis, Placement};
use crate::render::phrases;
use crate::summary::{ChapterSummary, Length, Quote, Telling};

/// A book, its chapters, and what is told of each.
#[derive(Clone, Debug)]
pub struct BookSummary {
    /// The book.
    pub book: BookId,
    /// Its chapters, in order, each with its telling.
    pub chapters: Vec<(ChapterSummary, Telling)>,
    /// Its chapters that have no notes, where all of them were asked for.
    pub without_notes: Vec<ChapterId>,
}

/// What there is to say of a book in so many words.
pub fn digest(
    library: &Library,
    placement: &Placement,
    book: &BookSummary,
    length: Length,
    words: Words,
) -> Digest {
    let say = Say {
        library,
        placement,
        words,
        length,
    };
    let chapters = book.chapters.iter();
    let (noted, empty): (Vec<_>, Vec<_>) =
        chapters.partition(|(summary, _)| !summary.entries.is_empty());
    let sections = noted
        .iter()
        .map(|(summary, telling)| say.chapter(summary, telling));
    Digest {
        title: say.title(book.book),
        facts: say.book_facts(&noted.iter().map(|(summary, _)| summary).collect::<Vec<_>>()),
        sections: sections.collect(),
        closing: say.without_notes(book, &empty).into_iter().collect(),
    }
}

struct Say<'a> {
    library: &'a Library,
    placement: &'a Placement,
    words: Words,
    length: Length,
}

impl Say<'_> {
    fn title(&self, book: BookId) -> String {
        let book = self.library.book(book);
        phrases::titled(&book.title, self.words).unwrap_or_else(|| book.id.clone())
    }

    fn book_facts(&self, summaries: &[&ChapterSummary]) -> Vec<String> {
        let mut entries: Vec<EntryId> = summaries
            .iter()
            .flat_map(|summary| summary.entries.iter().copied())
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let chapters = summaries.iter().filter(|summary| summary.chapter.is_some());
        let days = || summaries.iter().filter_map(|summary| summary.dates);
        let first = days().map(|(first, _)| first).min();
        let last = days().map(|(_, last)| last).max();
        let mut facts = vec![self.words.entries(entries.len())];
        facts.push(self.words.chapters(chapters.count()));
        facts.extend(first.zip(last).map(dates));
        facts
    }

    fn chapter(&self, summary: &ChapterSummary, telling: &Telling) -> Section {
        let words = self.words;
        let title = match summary.chapter {
            Some(chapter) => words.chapter(self.library.chapter(chapter)),
            None => words
                .pick("장 미상 기록", "Entries of unknown chapter")
                .to_owned(),
        };
        let mut blocks = self.told(summary, telling);
        blocks.extend(self.linked(summary));
        Section {
            title,
            facts: self.facts(summary),
            blocks,
        }
    }

    /// Pages, what is covered of them, days, entries; where the chapter begins and
    /// ends.
    fn facts(&self, summary: &ChapterSummary) -> Vec<String> {
        let words = self.words;
        let pages: Vec<String> = summary
            .pages
            .iter()
            .map(|pages| words.pages(pages))
            .collect();
        let mut facts = Vec::new();
        if self.length == Length::Short && pages.len() > 3 {
            facts.extend(
                pages
                    .first()
                    .zip(pages.last())
                    .map(|(a, b)| format!("{a} … {b}")),
            );
        } else if !pages.is_empty() {
            facts.push(pages.join(", "));
        }
        let coverage = summary.coverage.as_ref();
        facts.extend(coverage.and_then(|coverage| covered(coverage, words)));
        facts.extend(summary.dates.map(dates));
        facts.push(self.entries(summary));
        if self.length == Length::Long {
            facts.extend(coverage.and_then(|coverage| phrases::extent(words, coverage.extent)));
        }
        facts
    }

    /// `기록 4편 (3편은 장을 추정)`.
    fn entries(&self, summary: &ChapterSummary) -> String {
        let worked_out = summary.entries.iter().filter(|&&entry| {
            let basis = self.placement.basis(entry);
            !matches!(basis, Basis::Given | Basis::Stated | Basis::Unknown)
        });
        let entries = self.words.entries(summary.entries.len());
        match (worked_out.count(), self.words.is_korean()) {
            (0, _) => entries,
            (count, true) if count == summary.entries.len() => format!("{entries} (장은 추정)"),
            (count, false) if count == summary.entries.len() => {
                format!("{entries} (placed by inference)")
            }
            (count, true) => format!("{entries} ({count}편은 장을 추정)"),
            (count, false) => format!("{entries} ({count} placed by inference)"),
        }
    }

    fn quote(&self, quote: &Quote) -> Line {
        Line {
            text: quote.text(self.library).to_owned(),
            source: source(self.library, self.words, quote.entry),
            ..Line::default()
        }
    }
}
