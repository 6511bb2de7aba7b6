//! What each concept is to a question.

use super::condition::Condition;
use super::term::{Kin, Origins};
use crate::model::{ConceptId, EntryId};
use crate::tag::{Tag, Tagging};
use std::collections::HashMap;

/// The concepts that a question looks for.
pub(super) struct Roles {
    of: HashMap<ConceptId, Role>,
    /// Whether words of the text are looked for, too.
    phrases: bool,
}

/// What a concept is to a question.
#[derive(Clone, Copy)]
pub(super) struct Role {
    /// Where it stands among those that are looked for.
    pub(super) rank: u32,
    pub(super) kin: Kin,
    origins: Origins,
    sure: bool,
}

impl Role {
    /// Whether a tag with the concept counts.
    fn counts(self, tag: &Tag) -> bool {
        self.origins.count(tag.origin) && (tag.sure || !self.sure)
    }
}

impl Roles {
    pub(super) fn of(condition: &Condition) -> Self {
        let mut of: HashMap<ConceptId, Role> = HashMap::new();
        let terms = condition.terms();
        let counted = terms.iter().flat_map(|term| {
            let counted = term.counted.iter();
            counted.map(|counted| (counted, *term))
        });
        for (rank, (counted, term)) in counted.enumerate() {
            let role = of.get(&counted.concept);
            // A concept that is asked for itself is not there as a narrower one.
            if role.is_none_or(|role| role.kin != Kin::Itself && counted.kin == Kin::Itself) {
                let role = Role {
                    rank: rank as u32,
                    kin: counted.kin,
                    origins: term.origins,
                    sure: term.sure,
                };
                of.insert(counted.concept, role);
            }
        }
        Self {
            of,
            phrases: !condition.phrases().is_empty(),
        }
    }

    /// What a concept is to the question, if anything.
    pub(super) fn role(&self, concept: ConceptId) -> Option<Role> {
        self.of.get(&concept).copied()
    }

    /// The tags of an entry that are looked for, in the order asked.
    pub(super) fn tags<'a>(&self, tagging: &'a Tagging, entry: EntryId) -> Vec<(&'a Tag, Kin)> {
        let tags = tagging.tags(entry).iter();
        let mut found: Vec<(u32, &Tag, Kin)> = tags
            .filter_map(|tag| {
                let role = self.role(tag.concept)?;
                role.counts(tag).then_some((role.rank, tag, role.kin))
            })
            .collect();
        found.sort_by_key(|(rank, _, _)| *rank);
        found.into_iter().map(|(_, tag, kin)| (tag, kin)).collect()
    }

    /// Whether an entry names all that it was found for only in passing.
    pub(super) fn is_passing(&self, tagging: &Tagging, entry: EntryId) -> bool {
        let tags = tagging.tags(entry).iter();
        let mut looked_for = tags.filter(|tag| {
            let role = self.role(tag.concept);
            role.is_some_and(|role| role.counts(tag))
        });
        let passing = |tag: Option<&Tag>| tag.is_some_and(Tag::is_passing);
        !self.phrases && passing(looked_for.next()) && looked_for.all(Tag::is_passing)
    }
}
