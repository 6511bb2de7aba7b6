//! Tags and links of Markdown notes, as far as they are concepts.

use super::ConceptIndex;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ConceptId, Link, Vocabulary};
use crate::notes::format::{EntrySource, LinkSource, NoteSource};
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::source::Place;
use std::collections::HashSet;
use std::ops::Range;

/// So many unknown tags of a file are named.
const NAMED: usize = 5;

/// What a note says, in terms of the library.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// The concepts that its tags and links are.
    pub(super) concepts: Vec<ConceptId>,
    pub(super) names: Vec<String>,
    pub(super) links: Vec<Link>,
    /// Links that are no concepts, and where they stand in the file.
    pub(super) open: Vec<(Link, Range<usize>)>,
}

impl Noted {
    pub(super) fn of(note: &NoteSource, index: &ConceptIndex, vocabulary: &Vocabulary) -> Self {
        let mut noted = Self {
            names: note.names.clone(),
            ..Self::default()
        };
        let tags = note.tags.iter();
        let of_tags = tags.filter_map(|(tag, _)| concept_of_tag(tag, index, vocabulary));
        noted.concepts.extend(of_tags);
        for LinkSource { link, in_file } in &note.links {
            let name = link.target.rsplit('/').next().unwrap_or_default();
            match named(name, index, vocabulary) {
                Some(concept) => noted.concepts.push(concept),
                None => noted.open.push((link.clone(), in_file.clone())),
            }
            noted.links.push(link.clone());
        }
        noted
    }
}

/// The concept of a tag: of a nested one the part farthest down that is one.
fn concept_of_tag(tag: &str, index: &ConceptIndex, vocabulary: &Vocabulary) -> Option<ConceptId> {
    let tag = tag.trim_start_matches('#');
    let whole = || named(tag, index, vocabulary);
    let part = || {
        tag.rsplit('/')
            .find_map(|part| named(part, index, vocabulary))
    };
    whole().or_else(part)
}

fn named(name: &str, index: &ConceptIndex, vocabulary: &Vocabulary) -> Option<ConceptId> {
    if name.is_empty() {
        return None;
    }
    vocabulary.find(name).or_else(|| index.find(name))
}

/// Says of the tags in a file that are no concepts which they are: once for all of them.
pub(super) fn report_unknown(
    entries: &[Located<EntrySource>],
    index: &ConceptIndex,
    vocabulary: &Vocabulary,
    diagnostics: &mut Problems,
) {
    let notes = entries
        .iter()
        .filter_map(|entry| entry.value.note.as_ref().map(|note| (entry, note)));
    let mut seen: HashSet<&str> = HashSet::new();
    let mut unknown: Vec<(&str, Place)> = Vec::new();
    for (entry, note) in notes {
        for (tag, span) in &note.tags {
            if seen.insert(tag) && concept_of_tag(tag, index, vocabulary).is_none() {
                unknown.push((tag, Place::new(&entry.file, span.clone())));
            }
        }
    }
    unknown.sort_by_key(|(_, place)| place.span.start);
    let Some((_, first)) = unknown.first() else {
        return;
    };
    let names: Vec<String> = unknown
        .iter()
        .take(NAMED)
        .map(|(tag, _)| format!("`{tag}`"))
        .collect();
    let more = match unknown.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (what, are) = match unknown.len() {
        1 => ("this tag is", "a concept"),
        _ => ("these tags are", "concepts"),
    };
    let message = format!(
        "{what} no {}: {}{more}",
        are.trim_start_matches("a "),
        names.join(", ")
    );
    diagnostics.push(
        Diagnostic::at(Code::UnknownTag, first.clone(), message)
            .label("not used as a tag")
            .hint("`bookgraph concept suggest` proposes concepts; `concepts:` is for tags that must be some"),
    );
}
