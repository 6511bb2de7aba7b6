//! Why an entry is tagged with what it is tagged with, and with nothing else.

mod around;
mod places;
mod verdict;

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Feature, Field, Matcher, Salience, Tag, Tagging};
use places::Places;
use std::ops::Range;

pub(super) use around::word;
pub use verdict::{Attached, Cause, Reason, Verdict};

/// An entry with every place that reads like a name, and how its tags are
/// weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyEntry {
    /// The entry.
    pub entry: EntryId,
    /// The places, title first, from left to right; one for each concept.
    pub places: Vec<Place>,
    /// Its tags, in the order of the vocabulary.
    pub tags: Vec<WeighedTag>,
}

/// A place in an entry that reads like a name of a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field it is in.
    pub field: Field,
    /// Where: a byte range of the field.
    pub span: Range<usize>,
    /// Its sentence: a byte range of the field.
    pub sentence: Range<usize>,
    /// The part of the sentence around it that fits on a line.
    pub context: Range<usize>,
    /// The concept it reads like.
    pub concept: ConceptId,
    /// The name it reads like, as the vocabulary writes it.
    pub name: String,
    /// What it counts for, and why.
    pub verdict: Verdict,
}

/// A tag, and why it is as salient as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct WeighedTag {
    /// The tag.
    pub tag: Tag,
    /// What its salience is made of.
    pub salience: Salience,
    /// What each feature adds to the sum, the most first; features that add
    /// nothing are left out. Empty when the entry does not name the concept.
    pub terms: Vec<(Feature, f32)>,
}

impl WeighedTag {
    /// The salience that title and text alone would give; `None` when they
    /// don't name the concept.
    pub fn of_text(&self) -> Option<f32> {
        let salience = Salience {
            authored: false,
            ..self.salience
        };
        (self.tag.mentions > 0).then(|| salience.score())
    }
}

impl Place {
    /// The text of the field that the place is in.
    pub fn text<'a>(&self, library: &'a Library, entry: EntryId) -> &'a str {
        let entry = library.entry(entry);
        match self.field {
            Field::Title => &entry.title,
            Field::Text => &entry.text,
        }
    }
}

/// Explains the tags of some entries.
pub fn why(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<WhyEntry> {
    let lexicon = tagging.lexicon(library.vocabulary());
    let mut matcher = Matcher::new(lexicon);
    let explain = |&entry: &EntryId| WhyEntry {
        entry,
        places: [Field::Title, Field::Text]
            .into_iter()
            .flat_map(|field| Places::read(library, lexicon, &mut matcher, entry, field))
            .collect(),
        tags: weighed(library, tagging, entry),
    };
    entries.iter().map(explain).collect()
}

fn weighed(library: &Library, tagging: &Tagging, entry: EntryId) -> Vec<WeighedTag> {
    let weighed = |tag: &Tag| {
        let salience = tagging.salience(library, entry, tag.concept)?;
        let mut terms = Vec::new();
        if tag.mentions > 0 {
            terms.extend(salience.terms());
            terms.retain(|(_, weight)| *weight != 0.0);
            terms.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        }
        Some(WeighedTag {
            tag: *tag,
            salience,
            terms,
        })
    };
    tagging.tags(entry).iter().filter_map(weighed).collect()
}
