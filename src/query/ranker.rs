//! What speaks for each entry when concepts are asked for.

use super::relevance::Relevance;
use crate::model::{ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::search::{GramHits, Grams, TextIndex};
use crate::tag::{Field, Mention, Origin, Tag, Tagging};
use crate::text::definition::is_explained;
use crate::text::sentence::sentence_at;
use rayon::prelude::*;
use std::ops::Range;

/// How much of what an entry has of the words is left an entry further on.
const FADING: f64 = 0.7;

/// Ranks entries by [`Relevance`].
#[derive(Debug)]
pub struct Ranker<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    placement: &'a Placement,
    index: &'a TextIndex<'a>,
    /// Whether each entry goes on where the one before it broke off.
    goes_on: Vec<bool>,
}

impl<'a> Ranker<'a> {
    /// A ranker of a library's entries.
    pub fn new(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        index: &'a TextIndex<'a>,
    ) -> Self {
        let goes_on = |id: EntryId| {
            let before = id.index().checked_sub(1).map(EntryId::from);
            before.is_some_and(|before| {
                index.breaks_off(before) && goes_on(library, placement, before, id)
            })
        };
        Self {
            goes_on: library.entry_ids().map(goes_on).collect(),
            library,
            tagging,
            placement,
            index,
        }
    }

    /// The entries for which anything speaks, the most relevant first, and of
    /// equal ones the first read; see [`Self::weigh`].
    pub fn rank(&self, asked: &[ConceptId], narrower: &[ConceptId]) -> Vec<(EntryId, Relevance)> {
        let entries: Vec<EntryId> = self.library.entry_ids().collect();
        let all = self.weigh(asked, narrower, &entries);
        let entries = self.library.entry_ids().zip(all);
        let mut ranked: Vec<(f64, EntryId, Relevance)> = entries
            .map(|(entry, relevance)| (relevance.score(), entry, relevance))
            .filter(|(score, ..)| *score > 0.0)
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked
            .into_iter()
            .map(|(_, entry, relevance)| (entry, relevance))
            .collect()
    }

    /// What speaks for each entry of the library. `asked` are the concepts that are
    /// asked for, any of them will do; `narrower` those that count because they are
    /// beneath one of these. What takes reading an entry is told of `among` only,
    /// which ascends.
    pub fn weigh(
        &self,
        asked: &[ConceptId],
        narrower: &[ConceptId],
        among: &[EntryId],
    ) -> Vec<Relevance> {
        let mut all = vec![Relevance::default(); self.library.entries().len()];
        let words = Grams::of(self.names(asked, true).iter().map(String::as_str));
        let beneath = Grams::of(self.names(narrower, false).iter().map(String::as_str));
        for (entry, score) in scores(&beneath.without(&words).everywhere(self.index)) {
            all[entry.index()].beneath += score;
        }
        let words = words.everywhere(self.index);
        for (entry, score) in scores(&words) {
            all[entry.index()].words += score;
        }
        self.weigh_together(&words, among, &mut all);
        self.weigh_around(&mut all);
        let mut concepts = [asked, narrower].concat();
        concepts.sort_unstable();
        concepts.dedup();
        self.weigh_tags(&concepts, among, &mut all);
        self.weigh_places(asked, among, &mut all);
        all
    }

    /// The names of some concepts, and perhaps the labels of what is right above
    /// them, which an index leaves out below it.
    fn names(&self, concepts: &[ConceptId], with_above: bool) -> Vec<String> {
        let vocabulary = self.library.vocabulary();
        let mut names: Vec<String> = Vec::new();
        for &concept in concepts {
            let concept = vocabulary.get(concept);
            if with_above {
                let above = concept.broader.iter().map(|&above| vocabulary.get(above));
                let labels = above.flat_map(|above| above.label.iter());
                names.extend(labels.map(|(_, label)| label.to_owned()));
            }
            names.extend(concept.names().map(|(_, name)| name.into_owned()));
        }
        names
    }

    /// What the tags say.
    fn weigh_tags(&self, concepts: &[ConceptId], among: &[EntryId], all: &mut [Relevance]) {
        for &concept in concepts {
            for tag in self.tagging.about(concept) {
                let relevance = &mut all[tag.entry.index()];
                relevance.authored |= tag.origin != Origin::Matched;
                relevance.mentions += tag.mentions;
                if relevance.as_named || among.binary_search(&tag.entry).is_err() {
                    continue;
                }
                let salience = self.tagging.salience(self.library, tag.entry, concept);
                relevance.as_named |= salience.is_some_and(|s| s.evidence.as_named > 0);
            }
        }
    }

    /// The words that stand in one sentence, or in the title.
    fn weigh_together(&self, grams: &[GramHits], among: &[EntryId], all: &mut [Relevance]) {
        let together = |&entry: &EntryId| self.together(grams, entry);
        let shares: Vec<f64> = among.par_iter().map(together).collect();
        for (entry, share) in among.iter().zip(shares) {
            all[entry.index()].together = share;
        }
    }

    /// The greatest part of the words of one sentence of an entry, or of its title.
    fn together(&self, grams: &[GramHits], entry: EntryId) -> f64 {
        let mut having = grams.iter().filter(|gram| gram.is_in(entry));
        match (having.next(), having.next()) {
            (None, _) => return 0.0,
            (Some(gram), None) => return gram.share,
            _ => {}
        }
        let sentences: Vec<Range<usize>> = self.tagging.sentences(entry).collect();
        let hits = GramHits::hits_in(grams, self.index, entry).into_iter();
        let places = hits.map(|(gram, hit)| match hit.field {
            Field::Title => (None, gram),
            Field::Text => (sentence_at(&sentences, hit.span.start), gram),
        });
        let mut places: Vec<(Option<usize>, usize)> = places.collect();
        places.sort_unstable();
        places.dedup();
        let sentences = places.chunk_by(|a, b| a.0 == b.0);
        let shares =
            sentences.map(|places| places.iter().map(|&(_, gram)| grams[gram].share).sum());
        shares.fold(0.0, f64::max)
    }

    /// What the entries around each have of the words.
    fn weigh_around(&self, all: &mut [Relevance]) {
        let mut before = 0.0;
        for (relevance, &goes_on) in all.iter_mut().zip(&self.goes_on) {
            before = if goes_on { before * FADING } else { 0.0 };
            relevance.around += before;
            before += relevance.words * (1.0 - FADING);
        }
        let mut after = 0.0;
        for (relevance, &goes_on) in all.iter_mut().zip(&self.goes_on).rev() {
            relevance.around += after;
            after += relevance.words * (1.0 - FADING);
            after = if goes_on { after * FADING } else { 0.0 };
        }
    }

    /// Which entries are the first to name or to explain what is asked for, and how
    /// often they do.
    fn weigh_places(&self, concepts: &[ConceptId], among: &[EntryId], all: &mut [Relevance]) {
        let (mut book, mut named, mut explained) = (None, false, false);
        let mut chapters = Vec::new();
        for entry in self.library.entry_ids() {
            let relevance = &mut all[entry.index()];
            let this = self.library.book_of(entry);
            if book.replace(this) != Some(this) {
                (named, explained) = (false, false);
                chapters.clear();
            }
            let names = |tag: &Tag| concepts.contains(&tag.concept);
            if !self.tagging.tags(entry).iter().any(names) {
                continue;
            }
            let chapter = self.placement.chapters(self.library, entry).next();
            relevance.first_in_book = !std::mem::replace(&mut named, true);
            relevance.first_in_chapter = !chapters.contains(&chapter);
            if relevance.first_in_chapter {
                chapters.push(chapter);
            }
            if explained && among.binary_search(&entry).is_err() {
                continue;
            }
            relevance.explained = self.explanations(concepts, entry);
            relevance.first_to_explain = relevance.explained > 0 && !explained;
            explained |= relevance.explained > 0;
        }
    }

    /// How often an entry explains one of the concepts.
    fn explanations(&self, concepts: &[ConceptId], entry: EntryId) -> u32 {
        let text = &self.library.entry(entry).text;
        let mentions = self.tagging.mentions(entry).iter();
        let explains = |mention: &&Mention| {
            mention.field == Field::Text
                && concepts.contains(&mention.concept)
                && is_explained(
                    &text[..mention.start as usize],
                    &text[mention.end as usize..],
                )
        };
        mentions.filter(explains).count() as u32
    }
}

/// What grams are worth to the entries that have them.
fn scores(grams: &[GramHits]) -> impl Iterator<Item = (EntryId, f64)> {
    grams.iter().flat_map(|gram| gram.scores.iter().copied())
}

/// Whether an entry goes on with the text of the one before, which breaks off: in the
/// same chapter.
fn goes_on(library: &Library, placement: &Placement, before: EntryId, entry: EntryId) -> bool {
    let chapter = |id| placement.chapters(library, id).last();
    library.book_of(before) == library.book_of(entry)
        && chapter(before) == placement.chapters(library, entry).next()
}
