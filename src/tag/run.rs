//! Tagging entries before it is known which others there are.

use super::behind::{Behind, BehindOf};
use super::entry::{EntryTagger, Rows};
use super::lexicon::Lexicon;
use super::origin::Tag;
use super::salience::Evidence;
use super::source::NamesOf;
use super::tagging::folded_titles;
use super::together::TogetherIn;
use crate::model::{Entry, EntryId, Library};
use crate::text::fold::Folded;

/// Tags runs of entries, each on its own, by the books and the vocabulary of a library.
#[derive(Debug)]
pub struct Tagger {
    lexicon: Lexicon,
    concepts: usize,
    titles: Vec<Vec<Vec<u8>>>,
}

/// The tags of some entries, without salience, and what stands behind them.
#[derive(Debug)]
pub struct TaggedRun {
    rows: Rows,
    /// Where the mentions, asides, sentences and evidence of the next entry begin.
    next: [usize; 4],
    at: usize,
}

/// What is known of an entry: its tags, and what stands behind them.
pub type KnownTags = (Vec<Tag>, Behind);

impl Tagger {
    /// Takes the books and the vocabulary of a library; its entries do not matter.
    pub fn new(library: &Library) -> Self {
        let titles = |book| folded_titles(library.book(book));
        Self {
            lexicon: Lexicon::of(library.vocabulary()),
            concepts: library.vocabulary().len(),
            titles: library.book_ids().map(titles).collect(),
        }
    }

    /// The names of each concept, in the order of the vocabulary.
    pub fn names(&self) -> Vec<NamesOf> {
        self.lexicon.names_of(self.concepts)
    }

    /// Tags some entries, but those of which the tags are known. `seen` gets the title and
    /// the text of each, folded.
    pub fn tag<'a>(
        &self,
        entries: impl Iterator<Item = (&'a Entry, Option<KnownTags>)>,
        mut seen: impl FnMut(&Folded),
    ) -> TaggedRun {
        let mut tagger = EntryTagger::new(&self.lexicon);
        let mut folded = Folded::default();
        for (entry, known) in entries {
            match known {
                Some((tags, behind)) => {
                    for text in [&entry.title, &entry.text] {
                        folded.refill(text);
                        seen(&folded);
                    }
                    tagger.keep(EntryId(0), &tags, behind);
                }
                None => tagger.tag(
                    EntryId(0),
                    entry,
                    &self.titles[entry.book.index()],
                    &mut seen,
                ),
            }
        }
        TaggedRun {
            rows: tagger.rows,
            next: [0; 4],
            at: 0,
        }
    }
}

impl TaggedRun {
    /// What stands behind the tags of the next entry, of which there has to be one.
    pub fn next_behind(&mut self) -> BehindOf<'_> {
        let rows = &self.rows;
        let counts = [
            rows.mentions_of[self.at],
            rows.asides_of[self.at],
            rows.sentences_of[self.at],
            rows.tags_of[self.at],
        ];
        let [mentions, asides, sentences, evidence] = self.next;
        for (next, count) in self.next.iter_mut().zip(counts) {
            *next += count as usize;
        }
        self.at += 1;
        BehindOf {
            mentions: &rows.mentions[mentions..self.next[0]],
            asides: &rows.asides[asides..self.next[1]],
            sentences: &rows.sentences[sentences..self.next[2]],
            evidence: &rows.evidence[evidence..self.next[3]],
        }
    }

    /// The tags, how many each entry has, and the evidence for each tag.
    pub fn into_tags(self) -> (Vec<Tag>, Vec<u32>, Vec<Evidence>) {
        (self.rows.tags, self.rows.tags_of, self.rows.evidence)
    }
}

impl BehindOf<'_> {
    /// Adds what the entry names together.
    pub fn put_together(&self, together: &mut TogetherIn) {
        together.push(self.sentences.len(), self.mentions);
    }
}
