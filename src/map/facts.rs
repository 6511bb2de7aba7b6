//! What more there is to say of concepts, entries and chapters than a map has
//! room for: a fact a line.

use super::Words;
use super::source::MapSource;
use crate::graph::CoMention;
use crate::model::{ChapterId, ConceptId, EntryId};
use crate::text::width::shorten;
use std::collections::BTreeSet;

/// So many names stand in a list.
const NAMED: usize = 12;
/// Titles and definitions are cut at this many columns.
const LONGEST: usize = 200;

impl MapSource<'_> {
    /// The entries asked for that are about a concept, in reading order.
    pub(super) fn about(&self, concept: ConceptId) -> Vec<EntryId> {
        let about = self.tagging.about(concept).map(|tag| tag.entry);
        about
            .filter(|entry| self.entries.binary_search(entry).is_ok())
            .collect()
    }

    /// How often an entry names a concept; 1 for a tag that only the reader gave.
    pub(super) fn mentions(&self, entry: EntryId, concept: ConceptId) -> u32 {
        let tag = self.tagging.tag(entry, concept);
        tag.map_or(0, |tag| tag.mentions.max(1))
    }

    /// The chapters of some entries, in order, each once.
    pub(super) fn chapters_of(&self, entries: &[EntryId]) -> Vec<ChapterId> {
        let of = |&entry: &EntryId| self.placement.chapters(self.library, entry);
        let chapters: BTreeSet<ChapterId> = entries.iter().flat_map(of).collect();
        chapters.into_iter().collect()
    }

    /// In how many chapters some entries certainly are: one that spans two counts
    /// as none of its own beside an entry of either.
    pub(super) fn count_chapters(&self, entries: &[EntryId]) -> usize {
        let of = |entry: EntryId| self.placement.chapters(self.library, entry);
        let mut sets: Vec<Vec<ChapterId>> = entries.iter().map(|&it| of(it).collect()).collect();
        sets.retain(|chapters| !chapters.is_empty());
        sets.sort_by_key(Vec::len);
        let (mut seen, mut count) = (BTreeSet::new(), 0);
        for chapters in sets {
            count += usize::from(chapters.iter().all(|chapter| !seen.contains(chapter)));
            seen.extend(chapters);
        }
        count
    }

    /// The names of a concept besides its label here, each once.
    pub(super) fn other_names(&self, concept: ConceptId) -> Vec<String> {
        let label = self.label(concept);
        let mut names: Vec<String> = Vec::new();
        for (_, name) in self.library.vocabulary().get(concept).names() {
            if name != label && !names.iter().any(|other| *other == name) {
                names.push(name.into_owned());
            }
        }
        names
    }

    /// Counts, pages and days, chapters, definition.
    pub(super) fn concept_facts(&self, concept: ConceptId) -> Vec<String> {
        let entries = self.about(concept);
        let mentions = entries.iter().map(|&entry| self.mentions(entry, concept));
        let mut facts = vec![format!(
            "{} · {}",
            self.words.entries(entries.len()),
            self.words.mentions(mentions.sum::<u32>() as usize)
        )];
        let when: Vec<String> = [self.page_span(&entries), self.date_span(&entries)]
            .into_iter()
            .flatten()
            .collect();
        facts.extend((!when.is_empty()).then(|| when.join(" · ")));
        let chapters = self.chapters_of(&entries);
        facts.extend(
            self.list(
                chapters
                    .iter()
                    .map(|&it| self.words.listed_chapter(self.library, it)),
            ),
        );
        let definition = &self.library.vocabulary().get(concept).definition;
        let definition = definition.best(self.words.language());
        facts.extend(definition.map(|text| shorten(text, LONGEST)));
        facts
    }

    /// `AWS – 클라우드 컴퓨팅: 기록 2편`.
    pub(super) fn pair_label(&self, pair: &CoMention) -> String {
        let mut entries: Vec<EntryId> = pair.evidence.iter().map(|piece| piece.entry).collect();
        entries.dedup();
        let (a, b) = (self.label(pair.a), self.label(pair.b));
        format!("{a} – {b}: {}", self.words.entries(entries.len()))
    }

    /// Title, day and pages, chapters with a hint where they were worked out,
    /// concepts.
    pub(super) fn entry_facts(&self, entry: EntryId) -> Vec<String> {
        let note = self.library.entry(entry);
        let mut facts = Vec::new();
        let book = |entry: EntryId| self.library.book_of(entry);
        if self.entries.first().map(|&first| book(first))
            != self.entries.last().map(|&last| book(last))
        {
            let title = self.library.book(note.book).title_in(self.words.language());
            facts.push(shorten(title, LONGEST));
        }
        if note.day.is_some() && !note.title.is_empty() {
            facts.push(shorten(&note.title, LONGEST));
        }
        let when: Vec<String> = [self.page_span(&[entry]), self.date_span(&[entry])]
            .into_iter()
            .flatten()
            .collect();
        facts.extend((!when.is_empty()).then(|| when.join(" · ")));
        facts.extend(self.chapter_path(entry));
        let mut tags: Vec<_> = self.tagging.tags(entry).iter().collect();
        tags.sort_by(|a, b| {
            b.salience
                .total_cmp(&a.salience)
                .then(a.concept.cmp(&b.concept))
        });
        facts.extend(
            self.list(
                tags.into_iter()
                    .map(|tag| self.label(tag.concept).to_owned()),
            ),
        );
        facts
    }

    /// `19일차`; `19일차–24일차` for several entries.
    pub(super) fn names(&self, entries: &[EntryId]) -> String {
        let name = |entry: EntryId| self.words.entry_name(self.library, entry);
        match *entries {
            [] => String::new(),
            [entry] => name(entry),
            [first, .., last] => format!("{}–{}", name(first), name(last)),
        }
    }

    /// What there is to say of entries that stand together.
    pub(super) fn facts_of(&self, entries: &[EntryId]) -> Vec<String> {
        if let [entry] = *entries {
            return self.entry_facts(entry);
        }
        let mut facts = vec![self.words.entries(entries.len())];
        facts.extend(self.page_span(entries));
        facts.extend(self.date_span(entries));
        let chapters = self.chapters_of(entries);
        facts.extend(
            self.list(
                chapters
                    .into_iter()
                    .map(|it| self.words.listed_chapter(self.library, it)),
            ),
        );
        facts
    }

    /// `10장 → 결론?`: the chapters of an entry; the question mark says that
    /// they were worked out and not written down.
    pub(super) fn chapter_path(&self, entry: EntryId) -> Option<String> {
        let chapters = self.placement.chapters(self.library, entry);
        let names: Vec<String> = chapters.map(|it| self.short_chapter(it)).collect();
        let certain = self.placement.basis(entry).is_certain();
        let path = (!names.is_empty()).then(|| names.join(" → "))?;
        Some(match certain {
            true => path,
            false => Words::inferred(&path),
        })
    }

    /// `9장`, or the chapter's title where it has no number.
    pub(super) fn short_chapter(&self, chapter: ChapterId) -> String {
        self.words.short_chapter(self.library, chapter)
    }

    /// `9장 프라임 비디오`.
    pub(super) fn chapter_name(&self, chapter: ChapterId) -> String {
        self.words.chapter(self.library.chapter(chapter))
    }

    /// Names with commas between them, the last ones counted.
    fn list(&self, names: impl Iterator<Item = String>) -> Option<String> {
        let names: Vec<String> = names.collect();
        let (named, more) = names.split_at(names.len().min(NAMED));
        match (named.is_empty(), more.len()) {
            (true, _) => None,
            (_, 0) => Some(named.join(", ")),
            (_, more) => Some(format!("{} +{more}", named.join(", "))),
        }
    }
}
