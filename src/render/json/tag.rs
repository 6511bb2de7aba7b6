//! `bookgraph.tag/1` and `bookgraph.tag-changes/1`.

use super::pretty;
use super::shapes::{ConceptShape, EntryShape, origin, rounded};
use super::verdict::doubt;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{NamedTag, TagChange, Tagged, TaggedEntry};
use serde::Serialize;

#[derive(Serialize)]
struct EntriesShape<T> {
    schema: &'static str,
    count: usize,
    entries: Vec<T>,
}

#[derive(Serialize)]
struct TaggedShape {
    entry: EntryShape,
    tags: Vec<TagShape>,
    refused: Vec<ConceptShape>,
    suggestions: Vec<SuggestionShape>,
    nested: Vec<NestedShape>,
}

#[derive(Serialize)]
struct SuggestionShape {
    concept: ConceptShape,
    written: String,
    word: String,
    mentions: u32,
    reason: &'static str,
}

#[derive(Serialize)]
struct NestedShape {
    concept: ConceptShape,
    written: String,
    inside: Vec<String>,
    mentions: u32,
}

#[derive(Serialize)]
struct TagShape {
    concept: ConceptShape,
    origin: &'static str,
    mentions: u32,
    salience: f64,
    in_passing: bool,
    names: Vec<NameShape>,
}

#[derive(Serialize)]
struct NameShape {
    name: String,
    mentions: u32,
}

#[derive(Serialize)]
struct ChangeShape {
    entry: EntryShape,
    gained: Vec<ConceptShape>,
    lost: Vec<ConceptShape>,
}

/// What entries are about.
pub fn tags(
    library: &Library,
    placement: &Placement,
    entries: &[TaggedEntry],
    words: Words,
) -> String {
    let shape = |tagged: &TaggedEntry| tagged_shape(library, placement, tagged, words);
    pretty(&EntriesShape {
        schema: "bookgraph.tag/1",
        count: entries.len(),
        entries: entries.iter().map(shape).collect(),
    })
}

fn tagged_shape(
    library: &Library,
    placement: &Placement,
    tagged: &TaggedEntry,
    words: Words,
) -> TaggedShape {
    let concept = |concept| ConceptShape::new(library, words, concept);
    let tags = tagged.tags.iter();
    let refused = tagged.refused.iter();
    let suggestions = tagged.suggestions.iter().map(|suggestion| SuggestionShape {
        concept: concept(suggestion.concept),
        written: suggestion.written.clone(),
        word: suggestion.word.clone(),
        mentions: suggestion.mentions,
        reason: doubt(suggestion.doubt),
    });
    let nested = tagged.nested.iter().map(|nested| NestedShape {
        concept: concept(nested.concept),
        written: nested.written.clone(),
        inside: nested.inside.clone(),
        mentions: nested.mentions,
    });
    TaggedShape {
        entry: EntryShape::new(library, placement, tagged.entry),
        tags: tags.map(|tag| tag_shape(library, words, tag)).collect(),
        refused: refused.map(|&refused| concept(refused)).collect(),
        suggestions: suggestions.collect(),
        nested: nested.collect(),
    }
}

fn tag_shape(library: &Library, words: Words, tag: &NamedTag) -> TagShape {
    let names = tag.names.iter().map(|(name, mentions)| NameShape {
        name: name.clone(),
        mentions: *mentions,
    });
    TagShape {
        concept: ConceptShape::new(library, words, tag.concept),
        origin: origin(tag.origin),
        mentions: tag.mentions,
        salience: rounded(tag.salience),
        in_passing: tag.is_passing(),
        names: names.collect(),
    }
}

/// The entries whose tags would change.
pub fn tag_changes(
    before: Tagged<'_>,
    placement: &Placement,
    after: Tagged<'_>,
    changes: &[TagChange],
    words: Words,
) -> String {
    let shape = |change: &TagChange| ChangeShape {
        entry: EntryShape::new(before.library, placement, change.entry),
        gained: change
            .gained
            .iter()
            .map(|&concept| ConceptShape::new(after.library, words, concept))
            .collect(),
        lost: change
            .lost
            .iter()
            .map(|&concept| ConceptShape::new(before.library, words, concept))
            .collect(),
    };
    pretty(&EntriesShape {
        schema: "bookgraph.tag-changes/1",
        count: changes.len(),
        entries: changes.iter().map(shape).collect(),
    })
}
