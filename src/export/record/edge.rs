//! An edge, as every exporter gets it.

use super::{FieldType, Value};

/// What an edge says; read from its source to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::export) enum EdgeKind {
    /// Chapter → book, entry → chapter, or → book when no chapter is known.
    PartOf,
    /// Entry → the entry that was read next in the same book.
    Next,
    /// Entry → a chapter that its text points to.
    RefersTo,
    /// The reader linked an entry in another.
    LinksTo,
    /// Entry → concept.
    Tagged,
    /// Concept → a more general concept.
    Broader,
    /// Concept – concept, as the vocabulary says, both ways.
    Related,
    /// Concept – concept that are named together, both ways.
    CoMention,
    /// Entry – entry about the same concepts, both ways.
    Shares,
}

/// What may be said of an edge besides its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::export) enum EdgeField {
    /// Who says that an entry is about a concept.
    Origin,
    /// How much it is, from 0 to 1.
    Salience,
    /// How often it names it.
    Mentions,
    /// Windows that hold both concepts, weighted: see [`crate::graph::CoMention`].
    Count,
    /// The count that chance alone would give.
    Expected,
    /// Sentences that name both concepts.
    Sentences,
    /// Entries that name both concepts in a sentence, or else are about both.
    Entries,
    /// How many concepts two entries share.
    Shared,
    /// The rarest concept they share, by its id.
    Rarest,
}

/// An edge. No two edges of one kind have the same ends.
#[derive(Debug)]
pub(in crate::export) struct Edge<'a> {
    /// The id of its source.
    pub(in crate::export) source: &'a str,
    /// The id of its target.
    pub(in crate::export) target: &'a str,
    /// What it says.
    pub(in crate::export) kind: EdgeKind,
    /// Its strength; 1 where strength means nothing.
    pub(in crate::export) weight: f32,
    /// What else is known of it, by field.
    pub(in crate::export) values: &'a [(EdgeField, Value<'a>)],
}

impl EdgeKind {
    /// The name in files.
    pub(in crate::export) fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part-of",
            Self::Next => "next",
            Self::RefersTo => "refers-to",
            Self::LinksTo => "links-to",
            Self::Tagged => "tagged",
            Self::Broader => "broader",
            Self::Related => "related",
            Self::CoMention => "co-mention",
            Self::Shares => "shares",
        }
    }

    /// Whether it holds both ways; then it goes from the earlier node to the later.
    pub(in crate::export) fn is_mutual(self) -> bool {
        matches!(self, Self::Related | Self::CoMention | Self::Shares)
    }
}

impl EdgeField {
    /// All fields, in order.
    pub(in crate::export) const ALL: [Self; 9] = [
        Self::Origin,
        Self::Salience,
        Self::Mentions,
        Self::Count,
        Self::Expected,
        Self::Sentences,
        Self::Entries,
        Self::Shared,
        Self::Rarest,
    ];

    /// The name in files.
    pub(in crate::export) fn name(self) -> &'static str {
        match self {
            Self::Origin => "origin",
            Self::Salience => "salience",
            Self::Mentions => "mentions",
            Self::Count => "count",
            Self::Expected => "expected",
            Self::Sentences => "sentences",
            Self::Entries => "entries",
            Self::Shared => "shared",
            Self::Rarest => "rarest",
        }
    }

    /// Its type.
    pub(in crate::export) fn field_type(self) -> FieldType {
        match self {
            Self::Origin | Self::Rarest => FieldType::Text,
            Self::Salience | Self::Count | Self::Expected => FieldType::Number,
            Self::Mentions | Self::Sentences | Self::Entries | Self::Shared => FieldType::Integer,
        }
    }
}
