//! What can be said to the user about their notes, as values: what is wrong,
//! where, and what to do. Nothing here prints.

use crate::source::{Place, Position};
use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read or used.
    Error,
    /// Everything was read, but something is probably not meant so.
    Warning,
}

/// The kinds of problems. Every code has a page in `docs/diagnostics.md` and
/// a case in `tests/suite/diagnostics`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// A file's text is not UTF-8.
    NotUtf8,
    /// A file or folder could not be read.
    Unreadable,
    /// A file is larger than the limit.
    TooLarge,
    /// A file in `notes/` does not start with `Book(`, `Vocabulary(`, `Entry(`,
    /// `Entries(` or `Library(`.
    UnknownKind,
    /// A file was made by a newer version of the format.
    NewerFormat,
    /// Brackets are nested deeper than the limit.
    NestedTooDeep,
    /// A character that looks like RON's punctuation but is another one.
    Lookalike,
    /// A bracket, string or comment that is never closed, or a missing comma.
    Syntax,
    /// A field that the format does not have.
    UnknownField,
    /// A field given twice.
    DuplicateField,
    /// A required field that is not there.
    MissingField,
    /// A value of another type than the field wants.
    WrongType,
    /// A value of the right type that makes no sense.
    BadValue,
    /// Two things with one id.
    DuplicateId,
    /// An entry that belongs to no book.
    NoBook,
    /// A concept id or name that is not in the vocabulary.
    UnknownConcept,
    /// A chapter id that is not in the book's outline.
    UnknownChapter,
    /// One alias, two concepts.
    AmbiguousAlias,
    /// An alias too short or too empty to match anything safely.
    UnusableAlias,
    /// A concept that is, through its broader concepts, broader than itself.
    BroaderCycle,
    /// A page outside of the book, or a chapter that ends before it starts.
    PageOutsideBook,
    /// A concept that an entry both is tagged with and refuses.
    RefusedTag,
    /// A saved query that cannot be read.
    BadQuery,
    /// A name in capitals that is an everyday word in small letters.
    EverydayWord,
    /// An imported line or value that was kept as it is because it was not understood.
    NotUnderstood,
}

impl Code {
    /// All codes.
    pub const ALL: [Self; 25] = [
        Self::NotUtf8,
        Self::Unreadable,
        Self::TooLarge,
        Self::UnknownKind,
        Self::NewerFormat,
        Self::NestedTooDeep,
        Self::Lookalike,
        Self::Syntax,
        Self::UnknownField,
        Self::DuplicateField,
        Self::MissingField,
        Self::WrongType,
        Self::BadValue,
        Self::DuplicateId,
        Self::NoBook,
        Self::UnknownConcept,
        Self::UnknownChapter,
        Self::AmbiguousAlias,
        Self::UnusableAlias,
        Self::BroaderCycle,
        Self::PageOutsideBook,
        Self::RefusedTag,
        Self::BadQuery,
        Self::EverydayWord,
        Self::NotUnderstood,
    ];

    /// The code as it is printed and documented, such as `E333`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotUtf8 => "E310",
            Self::Unreadable => "E324",
            Self::TooLarge => "E325",
            Self::UnknownKind => "E329",
            Self::NestedTooDeep => "E330",
            Self::DuplicateField => "E331",
            Self::DuplicateId => "E332",
            Self::UnknownField => "E333",
            Self::Lookalike => "E334",
            Self::Syntax => "E335",
            Self::BadValue => "E336",
            Self::AmbiguousAlias => "W337",
            Self::UnusableAlias => "W338",
            Self::BroaderCycle => "E339",
            Self::NewerFormat => "E340",
            Self::WrongType => "E341",
            Self::MissingField => "E342",
            Self::NoBook => "E343",
            Self::UnknownConcept => "E344",
            Self::UnknownChapter => "E345",
            Self::PageOutsideBook => "W346",
            Self::RefusedTag => "W347",
            Self::BadQuery => "E349",
            Self::EverydayWord => "W348",
            Self::NotUnderstood => "W354",
        }
    }

    /// The severity, which the first letter of the name says too.
    pub fn severity(self) -> Severity {
        if self.name().starts_with('E') {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

/// One problem: what, where, and what to do about it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// The piece of text that is wrong; `None` when a whole file is meant.
    pub place: Option<Place>,
    /// A file that is meant as a whole (when `place` is `None`).
    pub path: Option<String>,
    /// A few words at the caret.
    pub label: String,
    /// Other places that belong to the problem, with a few words each.
    pub related: Vec<(Place, String)>,
    /// What to do, one sentence each.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A problem at a place in a file.
    pub fn at(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: Some(place),
            path: None,
            label: String::new(),
            related: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// A problem of a whole file or folder.
    pub fn of_file(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: None,
            path: Some(path.into()),
            label: String::new(),
            related: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Adds the words at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a remedy.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds another place that belongs to the problem.
    #[must_use]
    pub fn related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The file's name, and the position when there is one.
    pub fn location(&self) -> (&str, Option<Position>) {
        match (&self.place, &self.path) {
            (Some(place), _) => (&place.file.name, Some(place.position())),
            (None, Some(path)) => (path, None),
            (None, None) => ("", None),
        }
    }

    /// The order in which problems are listed: by file, line, column, code.
    pub fn sort_key(&self) -> (String, Option<Position>, Code, String) {
        let (file, position) = self.location();
        (file.to_owned(), position, self.code, self.message.clone())
    }
}

impl fmt::Display for Diagnostic {
    /// One line, as compilers print it: `file:line:column: E333 message`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, position) = self.location();
        write!(f, "{file}")?;
        if let Some(Position { line, column }) = position {
            write!(f, ":{line}:{column}")?;
        }
        // One line, whatever stands in an id.
        let message = self.message.replace(char::is_control, "\u{FFFD}");
        write!(f, ": {} {message}", self.code.name())
    }
}
