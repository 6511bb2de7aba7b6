//! What in a note names something else, as it stands in the file: for who changes it.

use super::parts::Parts;
use super::properties::Said;
use super::prose::FoundLink;
use super::yaml::Property;
use crate::notes::problems::Problems;
use crate::source::SourceFile;
use std::ops::Range;
use std::sync::Arc;

/// The marks in a note.
#[derive(Debug)]
pub(in crate::notes) struct Marks {
    /// Its properties, those in lines between its words too.
    pub(in crate::notes) properties: Vec<Property>,
    /// Where its text starts.
    pub(in crate::notes) body: usize,
    /// The first heading, where it may be the title.
    pub(in crate::notes) heading: Option<(String, Range<usize>)>,
    pub(in crate::notes) links: Vec<LinkMark>,
    /// `#tags` in its text without their marks, and where they stand with them.
    pub(in crate::notes) tags: Vec<(String, Range<usize>)>,
}

/// A link to another note, or to a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::notes) struct LinkMark {
    pub(in crate::notes) target: String,
    pub(in crate::notes) heading: Option<String>,
    /// The words that it shows.
    pub(in crate::notes) words: String,
    pub(in crate::notes) in_file: Range<usize>,
    /// Where in the file its target is written, when it is not written there.
    pub(in crate::notes) defined: Option<Range<usize>>,
}

impl Marks {
    pub(in crate::notes) fn of(file: &Arc<SourceFile>) -> Self {
        let Parts {
            body,
            properties,
            prose,
            ..
        } = Parts::read(file, &mut Problems::new());
        let words = |range: &Range<usize>| prose.text.get(range.clone()).unwrap_or_default();
        let link = |found: &FoundLink| LinkMark {
            words: words(&found.in_text).to_owned(),
            target: found.target.note.clone(),
            heading: found.target.heading.clone(),
            in_file: found.in_file.clone(),
            defined: found.defined.clone(),
        };
        let pair = |said: &Said| (said.text.clone(), said.span.clone());
        Self {
            links: prose.links.iter().map(link).collect(),
            tags: prose.tags.iter().map(pair).collect(),
            heading: prose.title.as_ref().map(pair),
            properties,
            body,
        }
    }
}
