//! The names that should be found, by people's judgement.

use crate::dataset::IndexTerm;
use bookgraph::text::fold::{Folded, FoldedText, key};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// Names by their folded form, and the concept that each stands for.
#[derive(Default)]
pub(crate) struct Gold {
    concepts: HashMap<Vec<u8>, usize>,
    /// How many concepts there are.
    pub(crate) len: usize,
}

/// A concept of the diary.
#[derive(Deserialize)]
pub(crate) struct Concept {
    id: String,
    aliases: Vec<Alias>,
}

#[derive(Deserialize)]
struct Alias {
    text: String,
}

/// An entry of the diary with every mention marked.
#[derive(Deserialize)]
pub(crate) struct LabelledEntry {
    pub(crate) body: String,
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    concept: String,
    kind: String,
    surface: String,
}

impl Gold {
    /// The concept that a name stands for.
    pub(crate) fn concept(&self, name: &str) -> Option<usize> {
        self.concepts.get(&key(name)).copied()
    }

    /// The main terms of an index of which a name stands in the texts at least
    /// twice.
    pub(crate) fn of_index(terms: &[IndexTerm], entries: &[(String, String)]) -> Self {
        let folded: Vec<Folded> = entries.iter().map(|(_, text)| Folded::of(text)).collect();
        let occurs_twice = |name: &[u8]| {
            let finder = aho_corasick::AhoCorasick::new([name]);
            finder.is_ok_and(|finder| {
                let found = folded.iter().flat_map(|text| {
                    finder
                        .find_iter(text.bytes())
                        .filter(|found| is_word(text, found.range()))
                });
                found.take(2).count() == 2
            })
        };
        let mut gold = Self::default();
        let mut ids: HashMap<&str, usize> = HashMap::new();
        for term in terms.iter().filter(|term| term.parent.is_none()) {
            let names = || std::iter::once(&term.label).chain(&term.aliases);
            let keys: Vec<Vec<u8>> = names()
                .map(|name| key(name))
                .filter(|k| k.len() > 1)
                .collect();
            if keys.iter().any(|key| occurs_twice(key)) {
                let next = ids.len();
                let id = *ids.entry(&term.id).or_insert(next);
                for key in keys {
                    gold.concepts.entry(key).or_insert(id);
                }
            }
        }
        gold.len = ids.len();
        gold
    }

    /// The concepts that entries mention in so many words: their aliases and
    /// the marked words.
    pub(crate) fn of_mentions<'a>(
        concepts: &[Concept],
        entries: impl Iterator<Item = &'a LabelledEntry>,
    ) -> Self {
        let mentions: Vec<&Mention> = entries.flat_map(|entry| &entry.mentions).collect();
        let explicit = mentions.iter().filter(|mention| mention.kind == "explicit");
        let present: HashSet<&str> = explicit.map(|mention| mention.concept.as_str()).collect();
        let mut gold = Self::default();
        for concept in concepts.iter().filter(|c| present.contains(c.id.as_str())) {
            let aliases = concept.aliases.iter().map(|alias| &alias.text);
            let marked = mentions
                .iter()
                .filter(|m| m.concept == concept.id && m.kind != "implicit");
            for name in aliases.chain(marked.map(|mention| &mention.surface)) {
                gold.concepts.entry(key(name)).or_insert(gold.len);
            }
            gold.len += 1;
        }
        gold
    }
}

/// Whether a Latin name stands by itself, not inside another word.
fn is_word(text: &Folded, range: std::ops::Range<usize>) -> bool {
    let is_latin = |at: usize| text.bytes()[at].is_ascii_alphanumeric();
    (!is_latin(range.start) || text.is_word_start(range.start))
        && (!is_latin(range.end - 1) || text.is_word_end(range.end))
}
