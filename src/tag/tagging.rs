//! Which entry is about which concepts: tags, and the mentions behind them.

use super::behind::{AllBehind, Behind};
use super::entry::{EntryTagger, Rows};
use super::lexicon::Lexicon;
use super::mention::Mention;
use super::name::NameId;
use super::origin::{Origin, Tag};
use super::salience::{Salience, rarity};
use super::source::{NamesOf, TAGGED_TOGETHER, TagSource};
use super::tag_table::TagTable;
use super::tags::AllTags;
use super::together::TogetherIn;
use crate::model::{Book, ConceptId, EntryId, Library, Vocabulary};
use crate::text::fold::key;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How much a concept is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Entries about it.
    pub entries: u32,
    /// Mentions in them.
    pub mentions: u32,
}

/// The tags and mentions of a whole library, in flat arrays.
#[derive(Debug)]
pub struct Tagging {
    /// Made when it is asked for; tags that were stored don't need it.
    lexicon: OnceLock<Lexicon>,
    behind: AllBehind,
    tags: AllTags,
}

/// As many entries are tagged by one thread before it takes others.
const ENTRIES_AT_ONCE: usize = 64;

impl Tagging {
    /// Tags every entry of a library.
    pub fn of(library: &Library) -> Self {
        Self::renewed(library, &|_| None)
    }

    /// Tags the entries of a library of which `known` does not know the tags and what
    /// stands behind them, from the same texts, books and vocabulary.
    pub fn renewed(
        library: &Library,
        known: &(dyn Fn(EntryId) -> Option<(Vec<Tag>, Behind)> + Sync),
    ) -> Self {
        let lexicon = Lexicon::of(library.vocabulary());
        let titles = |book| folded_titles(library.book(book));
        let book_titles: Vec<Vec<Vec<u8>>> = library.book_ids().map(titles).collect();
        let entries: Vec<EntryId> = library.entry_ids().collect();
        let mut parts: Vec<Rows> = entries
            .par_chunks(ENTRIES_AT_ONCE)
            .map(|entries| {
                let mut tagger = EntryTagger::new(&lexicon);
                for &id in entries {
                    let entry = library.entry(id);
                    match known(id) {
                        Some((tags, behind)) => tagger.keep(id, &tags, behind),
                        None => tagger.tag(id, entry, &book_titles[entry.book.index()], |_| {}),
                    }
                }
                tagger.rows
            })
            .collect();
        let runs = parts
            .iter()
            .map(|part| (&*part.tags, &*part.tags_of, &*part.evidence));
        let tags = TagTable::weighed(library, runs);
        Self {
            lexicon: OnceLock::from(lexicon),
            behind: AllBehind::of(&mut parts),
            tags: AllTags::Read(tags),
        }
    }

    /// The tags of a stored library, which are read when they are asked for.
    pub fn stored(library: &Library, source: Arc<dyn TagSource>) -> Self {
        let (entries, concepts) = (library.entries().len(), library.vocabulary().len());
        Self {
            lexicon: OnceLock::new(),
            behind: AllBehind::lazy(entries, source.clone()),
            tags: AllTags::lazy(entries, concepts, source),
        }
    }

    /// Why an entry is as much about a concept as it is; `None` when it has no
    /// such tag.
    pub fn salience(
        &self,
        library: &Library,
        entry: EntryId,
        concept: ConceptId,
    ) -> Option<Salience> {
        let tags = self.tags(entry);
        let at = tags
            .binary_search_by_key(&concept, |tag| tag.concept)
            .ok()?;
        Some(self.salience_at(library, entry, at))
    }

    /// That of one of the tags of an entry.
    fn salience_at(&self, library: &Library, entry: EntryId, at: usize) -> Salience {
        let tag = &self.tags(entry)[at];
        let all = self.mentions(entry).len();
        let book = library.book_of(entry);
        let before = self.tags.before(entry, tag.concept);
        Salience {
            evidence: self.behind.evidence(entry)[at],
            share: tag.mentions as f32 / all.max(1) as f32,
            rarity: rarity(self.entries_about(tag.concept), library.entries().len()),
            introduces: before.is_none_or(|before| library.book_of(before.entry) != book),
            authored: tag.origin != Origin::Matched,
        }
    }

    /// The names of the library's vocabulary, as they are looked for.
    pub fn lexicon(&self, vocabulary: &Vocabulary) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::of(vocabulary))
    }

    /// A name as the vocabulary writes it, that a text has of a concept; of stored tags
    /// nothing but the names of the concept is read.
    pub fn name(&self, vocabulary: &Vocabulary, concept: ConceptId, name: NameId) -> &str {
        match (&self.tags, self.lexicon.get()) {
            (AllTags::Lazy(lazy), None) => {
                let names = lazy.names(concept);
                &names.texts[(name.0 - names.first) as usize]
            }
            _ => &self.lexicon(vocabulary).name(name).text,
        }
    }

    /// The names of each concept, in the order of the vocabulary.
    pub fn names(&self, vocabulary: &Vocabulary) -> Vec<NamesOf> {
        self.lexicon(vocabulary).names_of(vocabulary.len())
    }

    /// The tags of an entry, by concept.
    pub fn tags(&self, entry: EntryId) -> &[Tag] {
        self.tags.row(entry)
    }

    /// The tag of an entry with a concept.
    pub fn tag(&self, entry: EntryId, concept: ConceptId) -> Option<&Tag> {
        let tags = self.tags(entry);
        let at = tags
            .binary_search_by_key(&concept, |tag| tag.concept)
            .ok()?;
        Some(&tags[at])
    }

    /// The tags with a concept, in reading order.
    pub fn about(&self, concept: ConceptId) -> impl ExactSizeIterator<Item = &Tag> {
        self.tags.about(concept)
    }

    /// How many entries are about a concept; of stored tags none is read.
    pub fn entries_about(&self, concept: ConceptId) -> usize {
        self.tags.count(concept)
    }

    /// The mentions of an entry, title first, from left to right.
    pub fn mentions(&self, entry: EntryId) -> &[Mention] {
        self.behind.mentions(entry)
    }

    /// What the entries from `block` × [`TAGGED_TOGETHER`] on name together; of stored
    /// entries nothing else is read.
    pub fn together(&self, block: usize) -> TogetherIn {
        if let AllTags::Lazy(lazy) = &self.tags {
            return lazy.source.together(block);
        }
        let first = block * TAGGED_TOGETHER;
        let mut together = TogetherIn::default();
        for entry in first..self.behind.entries().min(first + TAGGED_TOGETHER) {
            let entry = EntryId::from(entry);
            together.push(self.sentences(entry).len(), self.mentions(entry));
        }
        together
    }

    /// The hits in an entry that don't tag it: those inside of longer names,
    /// and doubtful ones; title first, from left to right.
    pub fn asides(&self, entry: EntryId) -> &[Mention] {
        self.behind.asides(entry)
    }

    /// The sentences of an entry's text, as byte ranges.
    pub fn sentences(&self, entry: EntryId) -> impl ExactSizeIterator<Item = Range<usize>> {
        let ranges = self.behind.sentences(entry).iter();
        ranges.map(|&(start, end)| start as usize..end as usize)
    }

    /// How much each concept of the vocabulary is named in some entries.
    pub fn counts(&self, library: &Library, entries: &[EntryId]) -> Vec<Count> {
        let mut counts = vec![Count::default(); library.vocabulary().len()];
        for tag in entries.iter().flat_map(|&entry| self.tags(entry)) {
            let count = &mut counts[tag.concept.index()];
            count.entries += 1;
            count.mentions += tag.mentions;
        }
        counts
    }

    /// Lets go of the mentions and sentences that were read and can be read again.
    pub fn forget_behind(&mut self) {
        self.behind.forget();
    }

    /// What stands behind the tags of an entry.
    pub fn behind(&self, entry: EntryId) -> Behind {
        Behind {
            mentions: self.behind.mentions(entry).to_vec(),
            asides: self.behind.asides(entry).to_vec(),
            sentences: self.behind.sentences(entry).to_vec(),
            evidence: self.behind.evidence(entry).to_vec(),
        }
    }

    /// All tags, by entry and concept.
    pub fn all_tags(&self) -> &[Tag] {
        self.tags.all()
    }
}

pub(super) fn folded_titles(book: &Book) -> Vec<Vec<u8>> {
    book.title.iter().map(|(_, title)| key(title)).collect()
}
