//! Who says what the entries are about.

use crate::model::EntryId;
use crate::tag::{Origin, Tagging};

/// How many tags come from where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Given by the reader, and not named in the text.
    pub authored: usize,
    /// Named in the text, and not given by the reader.
    pub matched: usize,
    /// Both.
    pub both: usize,
    /// Of all these, tags of what is named only in passing.
    pub passing: usize,
    /// How often the entries name their concepts.
    pub mentions: usize,
    /// Entries that have no tag.
    pub untagged: Vec<EntryId>,
}

impl Origins {
    /// The tags of some entries.
    pub fn of(tagging: &Tagging, entries: &[EntryId]) -> Self {
        let mut origins = Self::default();
        for &entry in entries {
            let tags = tagging.tags(entry);
            if tags.is_empty() {
                origins.untagged.push(entry);
            }
            for tag in tags {
                *match tag.origin {
                    Origin::Authored => &mut origins.authored,
                    Origin::Matched => &mut origins.matched,
                    Origin::AuthoredAndMatched => &mut origins.both,
                } += 1;
                origins.passing += usize::from(tag.is_passing());
                origins.mentions += tag.mentions as usize;
            }
        }
        origins
    }

    /// How many tags there are.
    pub fn tags(&self) -> usize {
        self.authored + self.matched + self.both
    }
}
