//! Nodes and edges, as every exporter gets them.

use jiff::civil::Date;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NodeKind {
    /// A book.
    Book,
    /// A chapter of a book.
    Chapter,
    /// An entry.
    Entry,
    /// A concept.
    Concept,
}

/// What an edge says; read from its source to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EdgeKind {
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

/// What may be said of a node; in the order in which it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NodeField {
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

/// What may be said of an edge besides its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EdgeField {
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

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
    /// Text.
    Text,
    /// Texts, in order.
    Texts,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A day.
    Date,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// Text.
    Text(&'a str),
    /// Texts, in order.
    Texts(Vec<&'a str>),
    /// A whole number.
    Integer(u32),
    /// A number.
    Number(f32),
    /// A day.
    Date(Date),
}

/// A node with what is known of it.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// Stable, and unique among all nodes: `entry:working-backwards:day-19`.
    pub(super) id: &'a str,
    /// What it is.
    pub(super) kind: NodeKind,
    /// What it is called.
    pub(super) label: &'a str,
    /// What is known of it, by field.
    pub(super) values: &'a [(NodeField, Value<'a>)],
    /// The days it is about, in order, each once: when an entry was written, and
    /// when those about a concept were.
    pub(super) days: &'a [Date],
}

/// An edge. No two edges of one kind have the same ends.
#[derive(Debug)]
pub(super) struct Edge<'a> {
    /// The id of its source.
    pub(super) source: &'a str,
    /// The id of its target.
    pub(super) target: &'a str,
    /// What it says.
    pub(super) kind: EdgeKind,
    /// Its strength; 1 where strength means nothing.
    pub(super) weight: f32,
    /// What else is known of it, by field.
    pub(super) values: &'a [(EdgeField, Value<'a>)],
}

impl NodeKind {
    /// The name in files, which is how ids start.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Chapter => "chapter",
            Self::Entry => "entry",
            Self::Concept => "concept",
        }
    }
}

impl EdgeKind {
    /// The name in files.
    pub(super) fn name(self) -> &'static str {
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
    pub(super) fn is_mutual(self) -> bool {
        matches!(self, Self::Related | Self::CoMention | Self::Shares)
    }
}

impl NodeField {
    /// All fields, in order.
    pub(super) const ALL: [Self; 20] = [
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
    pub(super) fn name(self) -> &'static str {
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
    pub(super) fn field_type(self) -> FieldType {
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

impl EdgeField {
    /// All fields, in order.
    pub(super) const ALL: [Self; 9] = [
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
    pub(super) fn name(self) -> &'static str {
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
    pub(super) fn field_type(self) -> FieldType {
        match self {
            Self::Origin | Self::Rarest => FieldType::Text,
            Self::Salience | Self::Count | Self::Expected => FieldType::Number,
            Self::Mentions | Self::Sentences | Self::Entries | Self::Shared => FieldType::Integer,
        }
    }
}
