//! `bookgraph.tag/1` and `bookgraph.tag-changes/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, rounded};
use super::verdict::doubt;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{NamedTag, TagChange, Tagged, TaggedEntry};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct TagsShape {
    schema: &'static str,
    count: usize,
    entries: Vec<TaggedShape>,
}

impl JsonAnswer for TagsShape {
    const SCHEMA: &'static str = "bookgraph.tag/1";
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ChangesShape {
    schema: &'static str,
    count: usize,
    entries: Vec<ChangeShape>,
}

impl JsonAnswer for ChangesShape {
    const SCHEMA: &'static str = "bookgraph.tag-changes/1";
}

#[derive(Serialize, JsonSchema)]
struct TaggedShape {
    entry: EntryShape,
    tags: Vec<TagShape>,
    refused: Vec<ConceptShape>,
    suggestions: Vec<SuggestionShape>,
    nested: Vec<NestedShape>,
}

#[derive(Serialize, JsonSchema)]
struct SuggestionShape {
    concept: ConceptShape,
    written: String,
    word: String,
    mentions: u32,
    reason: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct NestedShape {
    concept: ConceptShape,
    written: String,
    inside: Vec<String>,
    mentions: u32,
}

#[derive(Serialize, JsonSchema)]
struct TagShape {
    concept: ConceptShape,
    origin: &'static str,
    mentions: u32,
    salience: f64,
    in_passing: bool,
    /// Word for word in the text, given by the reader, or of a salience of 0.5 and
    /// more.
    sure: bool,
    names: Vec<NameShape>,
}

#[derive(Serialize, JsonSchema)]
struct NameShape {
    name: String,
    mentions: u32,
}

#[derive(Serialize, JsonSchema)]
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
    print(&TagsShape {
        schema: TagsShape::SCHEMA,
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
        origin: tag.origin.name(),
        mentions: tag.mentions,
        salience: rounded(tag.salience),
        in_passing: tag.is_passing(),
        sure: tag.sure,
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
    print(&ChangesShape {
        schema: ChangesShape::SCHEMA,
        count: changes.len(),
        entries: changes.iter().map(shape).collect(),
    })
}
