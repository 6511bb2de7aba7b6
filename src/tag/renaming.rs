//! What became of the concepts and names of a vocabulary that was edited.

use super::behind::Behind;
use super::lexicon::{Lexicon, Meaning, Opening, Scope};
use super::mention::Mention;
use super::name::{Name, NameId};
use super::origin::Tag;
use crate::model::{ConceptId, Vocabulary};
use std::collections::HashMap;

/// The way from a vocabulary to an edited one, by which the tags of an entry can be
/// taken over.
///
/// What is found in a text depends on what names, exclusions and guards in it mean, and
/// on nothing else in the vocabulary: each is a string of folded bytes in the folded
/// text. An entry that has none of which the meaning changed is tagged as before, with
/// other numbers for the same concepts and names.
#[derive(Debug)]
pub struct Renaming {
    concepts: Vec<Option<ConceptId>>,
    names: Vec<Option<NameId>>,
    changed: Vec<String>,
}

impl Renaming {
    /// The way from one vocabulary to another; concepts are the same that have the
    /// same id.
    pub fn between(old: &Vocabulary, new: &Vocabulary) -> Self {
        let concepts = old.concepts().iter();
        let concepts: Vec<_> = concepts.map(|concept| new.find(&concept.id)).collect();
        let [before, after] = [old, new].map(Lexicon::of);
        let mut renaming = Self {
            names: in_order(paired(&before, &after, &concepts)),
            concepts,
            changed: Vec::new(),
        };
        renaming.changed = renaming.compare(&before, &after);
        renaming
    }

    /// What folded texts must have for their tags to be other ones, in an order that
    /// the vocabularies decide.
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// What a concept is now; `None` when it is gone.
    pub fn concept(&self, old: ConceptId) -> Option<ConceptId> {
        self.concepts[old.index()]
    }

    /// The tags of an entry, and what stands behind them, in which nothing changed;
    /// `None` when something did after all.
    pub fn take_over(&self, tags: &[Tag], behind: Behind) -> Option<(Vec<Tag>, Behind)> {
        let tags = tags.iter().map(|tag| {
            let concept = self.concept(tag.concept)?;
            Some(Tag { concept, ..*tag })
        });
        let tags: Vec<Tag> = tags.collect::<Option<_>>()?;
        let mut both: Vec<_> = tags.into_iter().zip(behind.evidence).collect();
        both.sort_by_key(|(tag, _)| tag.concept);
        let (tags, evidence) = both.into_iter().unzip();
        let behind = Behind {
            mentions: self.mentions(behind.mentions)?,
            asides: self.mentions(behind.asides)?,
            evidence,
            ..behind
        };
        Some((tags, behind))
    }

    fn mentions(&self, mut mentions: Vec<Mention>) -> Option<Vec<Mention>> {
        for mention in &mut mentions {
            mention.concept = self.concept(mention.concept)?;
            mention.name = self.name(mention.name)?;
        }
        Some(mentions)
    }

    fn name(&self, old: NameId) -> Option<NameId> {
        self.names[old.0 as usize]
    }

    /// The patterns that do not mean the same in both.
    fn compare(&self, before: &Lexicon, after: &Lexicon) -> Vec<String> {
        let of = |lexicon: &Lexicon| -> HashMap<String, usize> {
            let patterns = lexicon.patterns().iter().cloned();
            patterns.zip(0..).collect()
        };
        let (old, new) = (of(before), of(after));
        let differs = |pattern: &&String| {
            let found = new.get(*pattern).map(|&at| &after.meanings[at]);
            let meant = self.meaning(&before.meanings[old[*pattern]]);
            meant.is_none() || meant.as_ref() != found
        };
        let changed = before.patterns().iter().filter(differs);
        let added = after.patterns().iter();
        let added = added.filter(|pattern| !old.contains_key(*pattern));
        changed.chain(added).cloned().collect()
    }

    /// A meaning in the new numbers; `None` when something of it is gone.
    fn meaning(&self, old: &Meaning) -> Option<Meaning> {
        let opening = |opening: &Opening| {
            Some(Opening {
                name: self.name(opening.name)?,
                rest: opening.rest.clone(),
            })
        };
        let label = |(concept, text): &(ConceptId, String)| {
            let concept = self.concept(*concept)?;
            Some((concept, text.clone()))
        };
        Some(Meaning {
            names: all(&old.names, |name| self.name(*name))?,
            openings: all(&old.openings, opening)?,
            labels: all(&old.labels, label)?,
            excludes: all(&old.excludes, |scope| self.scope(*scope))?,
            guards: all(&old.guards, |scope| self.scope(*scope))?,
        })
    }

    fn scope(&self, old: Scope) -> Option<Scope> {
        let name = match old.name {
            Some(name) => Some(self.name(name)?),
            None => None,
        };
        Some(Scope {
            concept: self.concept(old.concept)?,
            name,
        })
    }
}

fn all<T, U>(of: &[T], new: impl Fn(&T) -> Option<U>) -> Option<Vec<U>> {
    of.iter().map(new).collect()
}

/// For each old name the new one that is looked for in the very same way.
fn paired(
    before: &Lexicon,
    after: &Lexicon,
    concepts: &[Option<ConceptId>],
) -> Vec<Option<NameId>> {
    // Of equal names of a concept the first is paired with the first.
    let mut free: HashMap<(ConceptId, String), Vec<usize>> = HashMap::new();
    for (at, name) in after.names().iter().enumerate().rev() {
        let same = free.entry((name.concept, name.text.clone())).or_default();
        same.push(at);
    }
    let mut pair = |name: &Name| {
        let concept = concepts[name.concept.index()]?;
        let same = free.get_mut(&(concept, name.text.clone()))?;
        let wanted = Name {
            concept,
            pattern: 0,
            ..name.clone()
        };
        let fits = |at: &usize| {
            let found = Name {
                pattern: 0,
                ..after.names()[*at].clone()
            };
            found == wanted
        };
        let found = same.iter().rposition(fits)?;
        Some(NameId(same.remove(found) as u32))
    };
    before.names().iter().map(&mut pair).collect()
}

/// The most pairs of which the new names are in the order of the old ones: of names on
/// the very same span the first counts, so that a name that moved is another one.
fn in_order(mut names: Vec<Option<NameId>>) -> Vec<Option<NameId>> {
    // For each length, where the run of that length ends that ends lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; names.len()];
    for at in 0..names.len() {
        let Some(name) = names[at] else { continue };
        let length = ends.partition_point(|&end| names[end] < Some(name));
        before[at] = length.checked_sub(1).map(|last| ends[last]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut kept = vec![false; names.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        kept[at] = true;
        next = before[at];
    }
    for (name, kept) in names.iter_mut().zip(kept) {
        *name = name.filter(|_| kept);
    }
    names
}
