//! Cross-references: *see* and *see also*.

use super::heading::Heading;
use crate::graph::CoMention;
use crate::model::{ConceptId, Library, NameSource};
use crate::text::fold;
use std::collections::BTreeMap;

/// Pairs named together fewer times than this are nothing to speak of …
const OFTEN: f32 = 2.0;
/// … and those that chance alone has half as often are no strong ones.
const STRONG_RATIO: f32 = 2.0;
/// So many strongly co-mentioned concepts are referred to.
const STRONG: usize = 3;

/// The *see* references to some headings, by the folded label of each: from
/// every other name, in every language, but for names too common to find
/// anything by. A name that differs from the label only in spacing, case or
/// width is no other name.
///
/// A name that is also the label of another heading is no reference but a reason
/// to see that one, too; these come second, from that heading to the one meant.
pub(super) fn see(
    library: &Library,
    labels: &BTreeMap<Vec<u8>, Vec<ConceptId>>,
    headings: &[(ConceptId, String)],
) -> (Vec<Heading>, Vec<(ConceptId, ConceptId)>) {
    let mut names: BTreeMap<Vec<u8>, (String, Vec<ConceptId>)> = BTreeMap::new();
    let mut also = Vec::new();
    for (concept, _) in headings {
        for (source, name) in library.vocabulary().get(*concept).names() {
            if !matches!(source, NameSource::Label | NameSource::Alias) {
                continue;
            }
            let key = fold::key(&name);
            match labels.get(&key) {
                _ if key.is_empty() => {}
                Some(owners) if owners.contains(concept) => {}
                Some(owners) => also.extend(owners.iter().map(|&owner| (owner, *concept))),
                None => {
                    let (_, to) = names
                        .entry(key)
                        .or_insert_with(|| (name.into_owned(), Vec::new()));
                    if to.last() != Some(concept) {
                        to.push(*concept);
                    }
                }
            }
        }
    }
    let see = names.into_values();
    (
        see.map(|(term, to)| Heading::See { term, to }).collect(),
        also,
    )
}

/// A concept that another one is often named with.
#[derive(Clone, Copy)]
pub(super) struct Companion {
    pub(super) concept: ConceptId,
    weight: f32,
    /// More often than a concept that is everywhere is named with everything.
    strong: bool,
}

/// For each concept of the vocabulary those often named together with it, the
/// strongest first.
pub(super) fn companions(size: usize, pairs: &[CoMention]) -> Vec<Vec<Companion>> {
    let mut companions: Vec<Vec<Companion>> = vec![Vec::new(); size];
    for pair in pairs.iter().filter(|pair| pair.count >= OFTEN) {
        for (of, concept) in [(pair.a, pair.b), (pair.b, pair.a)] {
            companions[of.index()].push(Companion {
                concept,
                weight: pair.weight,
                strong: pair.count >= STRONG_RATIO * pair.expected,
            });
        }
    }
    for others in &mut companions {
        others.sort_by(|a, b| {
            let strongest = b.weight.total_cmp(&a.weight);
            strongest.then(a.concept.cmp(&b.concept))
        });
    }
    companions
}

/// The headings to see, too: broader and related ones and those narrower, and the
/// most strongly co-mentioned. None is blind: all are headings.
pub(super) fn see_also(
    library: &Library,
    concept: ConceptId,
    companions: &[Companion],
    is_heading: impl Fn(ConceptId) -> bool,
) -> Vec<ConceptId> {
    let asked = library.vocabulary().get(concept);
    let stated = asked
        .related
        .iter()
        .chain(&asked.broader)
        .chain(&asked.narrower);
    let mut also: Vec<ConceptId> = stated.copied().filter(|&it| is_heading(it)).collect();
    let strong = companions.iter().filter(|other| other.strong);
    let co_mentioned = strong.map(|other| other.concept);
    also.extend(co_mentioned.filter(|&it| is_heading(it)).take(STRONG));
    also
}
