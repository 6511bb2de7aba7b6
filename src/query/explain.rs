//! Why entries are in an answer, and why others are not.

use super::condition::Condition;
use super::evaluate::Corpus;
use super::find::{Answer, Find};
use super::phrase::Phrase;
use super::roles::Roles;
use super::why::{Place, Verdict, why};
use crate::model::{ConceptId, EntryId};
use crate::tag::Matcher;
use crate::text::fold::Folded;
use rayon::prelude::*;

/// A part of a query that an entry meets.
#[derive(Clone, Debug)]
pub struct Met<'a> {
    /// The part.
    pub condition: &'a Condition,
    /// What meets it.
    pub by: MetBy,
}

/// What meets a part of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum MetBy {
    /// The entry is about these concepts, those that count for the name asked for.
    Tags(Vec<ConceptId>),
    /// Its text or title says the words so often.
    Words(usize),
    /// It is written down with the entry.
    Fact,
    /// The two stand so many sentences apart.
    Sentences(u32),
    /// What is excluded is not there.
    Nothing,
}

/// An entry that is not in the answer and comes close.
#[derive(Clone, Debug)]
pub struct Missed<'a> {
    /// The entry.
    pub entry: EntryId,
    /// The only part of the query that it does not meet.
    pub lacks: &'a Condition,
    /// Where that part wants two things near each other and its text names both: how
    /// many sentences apart they stand where they are nearest.
    pub nearest: Option<u32>,
    /// Places of its text that read like a concept of that part, and don't count or
    /// count for less.
    pub places: Vec<Place>,
}

/// Entries that come close, in reading order.
#[derive(Clone, Debug, Default)]
pub struct NearEntries<'a> {
    /// The first few.
    pub shown: Vec<Missed<'a>>,
    /// How many there are.
    pub total: usize,
}

/// What meets each part of a query in an entry that it finds.
pub fn explain<'a>(corpus: Corpus<'_>, condition: &'a Condition, entry: EntryId) -> Vec<Met<'a>> {
    let mut met = Vec::new();
    gather(corpus, condition, entry, &mut met);
    met
}

fn gather<'a>(
    corpus: Corpus<'_>,
    condition: &'a Condition,
    entry: EntryId,
    met: &mut Vec<Met<'a>>,
) {
    let by = match condition {
        Condition::All(parts) => {
            parts
                .iter()
                .for_each(|part| gather(corpus, part, entry, met));
            return;
        }
        Condition::Any(parts) => {
            let held = parts.iter().filter(|part| part.holds(corpus, entry));
            held.for_each(|part| gather(corpus, part, entry, met));
            return;
        }
        Condition::About(term) => {
            let counted = term.counted.iter().map(|counted| counted.concept);
            let tagged = counted.filter(|&concept| {
                let tag = corpus.tagging.tag(entry, concept);
                tag.is_some_and(|tag| term.counts(tag))
            });
            MetBy::Tags(tagged.collect())
        }
        Condition::Says(phrase) => MetBy::Words(times(corpus, phrase, entry)),
        Condition::Is(_) => MetBy::Fact,
        Condition::Near(near) => {
            let distance = near.distance(corpus, &mut Folded::default(), entry);
            MetBy::Sentences(distance.unwrap_or(near.within))
        }
        Condition::Not(_) => MetBy::Nothing,
    };
    met.push(Met { condition, by });
}

/// How often an entry says a phrase.
fn times(corpus: Corpus<'_>, phrase: &Phrase, entry: EntryId) -> usize {
    let entry = corpus.library.entry(entry);
    let texts = [&entry.title, &entry.text].into_iter();
    texts
        .map(|text| phrase.places(&Folded::of(text)).count())
        .sum()
}

/// The entries that pass the filter and miss an answer by one part of the query: those
/// that name something else that is looked for, and those with a place that reads like
/// what they lack. At most so many are shown.
pub fn near_entries<'a>(
    corpus: Corpus<'_>,
    question: &'a Find,
    answer: &Answer,
    most: usize,
) -> NearEntries<'a> {
    let mut found = answer.ids();
    found.sort_unstable();
    let mut others = question.filtered(corpus);
    others.retain(|entry| found.binary_search(entry).is_err());
    let parts = match &question.condition {
        Condition::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let lacking = lacking_one(corpus, parts, &others);
    let roles = parts.iter().map(Roles::of);
    let roles: Vec<Roles> = roles.collect();
    let near = lacking.par_iter().with_min_len(64).map_init(
        || Matcher::new(corpus.tagging.lexicon(corpus.library.vocabulary())),
        |matcher, lack| {
            let near =
                lack.names_others || resembles(corpus, matcher, &roles[lack.part], lack.entry);
            near.then_some((lack.entry, &parts[lack.part]))
        },
    );
    let near: Vec<(EntryId, &Condition)> = near.flatten_iter().collect();
    let shown = near.iter().take(most).map(|&(entry, lacks)| Missed {
        entry,
        lacks,
        nearest: nearest(corpus, lacks, entry),
        places: places(corpus, lacks, entry),
    });
    NearEntries {
        shown: shown.collect(),
        total: near.len(),
    }
}

/// How far apart the two things of a part stand where they are nearest.
fn nearest(corpus: Corpus<'_>, condition: &Condition, entry: EntryId) -> Option<u32> {
    match condition {
        Condition::Near(near) => near.distance(corpus, &mut Folded::default(), entry),
        _ => None,
    }
}

/// Whether a place of an entry reads like a concept that is looked for.
fn resembles(corpus: Corpus<'_>, matcher: &mut Matcher<'_>, roles: &Roles, id: EntryId) -> bool {
    let lexicon = corpus.tagging.lexicon(corpus.library.vocabulary());
    let entry = corpus.library.entry(id);
    [&entry.title, &entry.text].into_iter().any(|text| {
        let readings = matcher.explain(text);
        let mut concepts = readings.iter().map(|it| lexicon.name(it.name).concept);
        concepts.any(|concept| roles.role(concept).is_some())
    })
}

/// An entry that meets all parts of a query but one.
struct Lack {
    entry: EntryId,
    /// The part.
    part: usize,
    /// Whether it names concepts or says words of another part.
    names_others: bool,
}

/// The entries that meet all parts but one.
fn lacking_one(corpus: Corpus<'_>, parts: &[Condition], others: &[EntryId]) -> Vec<Lack> {
    let sets: Vec<Vec<EntryId>> = parts
        .iter()
        .map(|part| part.among(corpus, Some(others)))
        .collect();
    let names = |part: &Condition| !(part.terms().is_empty() && part.phrases().is_empty());
    let names: Vec<bool> = parts.iter().map(names).collect();
    let lacking = others.iter().filter_map(|&entry| {
        let lacks = |at: &usize| sets[*at].binary_search(&entry).is_err();
        let mut lacking = (0..parts.len()).filter(lacks);
        let part = lacking.next()?;
        let others = || (0..parts.len()).filter(|&at| at != part);
        lacking.next().is_none().then(|| Lack {
            entry,
            part,
            names_others: others().any(|at| names[at]),
        })
    });
    lacking.collect()
}

/// The places of an entry that read like a concept of a condition and don't tag it.
fn places(corpus: Corpus<'_>, condition: &Condition, entry: EntryId) -> Vec<Place> {
    let roles = Roles::of(condition);
    let explained = why(corpus.library, corpus.tagging, &[entry]).into_iter();
    let places = explained.flat_map(|entry| entry.places);
    let tagged = |place: &Place| matches!(place.verdict, Verdict::Tagged(_));
    places
        .filter(|place| roles.role(place.concept).is_some() && !tagged(place))
        .collect()
}
