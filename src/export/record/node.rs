//! A node, as every exporter gets it.

use super::{FieldType, Value};
use jiff::civil::Date;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::export) enum NodeKind {
    /// A book.
    Book,
    /// A chapter of a book.
    Chapter,
    /// An entry.
    Entry,
    /// A concept.
    Concept,
}

/// What may be said of a node; in the order in which it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::export) enum NodeField {
    /// Of a book.
    Subtitle,
    /// Of a book.
    Authors,
    /// Of a book.
    Publisher,
    /// Of a book.
    Isbn,
    /// Of a book.
    Language,
    /// The id of a chapter's or an entry's book.
    Book,
    /// Of a chapter, where it has one.
    Number,
    /// The day an entry was written.
    Date,
    /// The day of reading, counted by the reader.
    Day,
    /// The first page of an entry, or of a chapter where it is known exactly.
    FirstPage,
    /// The last page, likewise.
    LastPage,
    /// Why an entry is in its chapters.
    Placed,
    /// Who speaks in an entry: the reader (`own`), the book (`quotation`), or `both`.
    Voice,
    /// The text of an entry.
    Text,
    /// One line that says what an entry says.
    Gist,
    /// The names of a concept besides its label.
    Aliases,
    /// What a concept means.
    Definition,
    /// What sort of thing a concept is.
    Sort,
    /// How many entries are about a concept.
    Entries,
    /// How often they name it.
    Mentions,
}

/// A node with what is known of it.
#[derive(Debug)]
pub(in crate::export) struct Node<'a> {
    /// Stable, and unique among all nodes: `entry:working-backwards:day-19`.
    pub(in crate::export) id: &'a str,
    /// What it is.
    pub(in crate::export) kind: NodeKind,
    /// What it is called.
    pub(in crate::export) label: &'a str,
    /// What is known of it, by field.
    pub(in crate::export) values: &'a [(NodeField, Value<'a>)],
    /// The days it is about, in order, each once: when an entry was written, and
    /// when those about a concept were.
    pub(in crate::export) days: &'a [Date],
}

impl NodeKind {
    /// The name in files, which is how ids start.
    pub(in crate::export) fn name(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Chapter => "chapter",
            Self::Entry => "entry",
            Self::Concept => "concept",
        }
    }
}

impl NodeField {
    /// All fields, in order.
    pub(in crate::export) const ALL: [Self; 20] = [
        Self::Subtitle,
        Self::Authors,
        Self::Publisher,
        Self::Isbn,
        Self::Language,
        Self::Book,
        Self::Number,
        Self::Date,
        Self::Day,
        Self::FirstPage,
        Self::LastPage,
        Self::Placed,
        Self::Voice,
        Self::Text,
        Self::Gist,
        Self::Aliases,
        Self::Definition,
        Self::Sort,
        Self::Entries,
        Self::Mentions,
    ];

    /// The name in files.
    pub(in crate::export) fn name(self) -> &'static str {
        match self {
            Self::Subtitle => "subtitle",
            Self::Authors => "authors",
            Self::Publisher => "publisher",
            Self::Isbn => "isbn",
            Self::Language => "language",
            Self::Book => "book",
            Self::Number => "number",
            Self::Date => "date",
            Self::Day => "day",
            Self::FirstPage => "first_page",
            Self::LastPage => "last_page",
            Self::Placed => "placed",
            Self::Voice => "voice",
            Self::Text => "text",
            Self::Gist => "gist",
            Self::Aliases => "aliases",
            Self::Definition => "definition",
            Self::Sort => "sort",
            Self::Entries => "entries",
            Self::Mentions => "mentions",
        }
    }

    /// Its type.
    pub(in crate::export) fn field_type(self) -> FieldType {
        match self {
            Self::Authors | Self::Aliases => FieldType::Texts,
            Self::Date => FieldType::Date,
            Self::Number
            | Self::Day
            | Self::FirstPage
            | Self::LastPage
            | Self::Entries
            | Self::Mentions => FieldType::Integer,
            _ => FieldType::Text,
        }
    }
}
