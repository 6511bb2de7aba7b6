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
    /// Nothing is wrong; it may be worth a look.
    Observation,
}

impl Severity {
    /// The word for it: `error`, `warning`, `observation`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Observation => "observation",
        }
    }
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
    /// A control character, or one that turns the direction of writing, in a text.
    HiddenCharacter,
    /// A link that leads in a circle or out of the library.
    LinkNotFollowed,
    /// A file whose name is not UTF-8.
    NameNotUnicode,
    /// Two files whose names differ only in case or composition.
    FileTwins,
    /// A list in a file with more items than the limit.
    TooMany,
    /// A name longer than the limit.
    TooLong,
    /// A copy that a cloud service made of a file that is there.
    ConflictCopy,
    /// A name of a concept that is not found even in itself.
    DeadName,
    /// Two ids that differ only in case or composition.
    IdTwins,
    /// An entry's pages that are in no chapter, or not in the chapter it names.
    PagesOutsideOutline,
    /// A day of reading that comes before an earlier one by its date.
    DaysAgainstDates,
    /// Two entries with the same text, or nearly.
    DuplicateEntry,
    /// A concept that no entry is about.
    UnusedConcept,
    /// An entry that is about no concept.
    NoConcepts,
    /// An entry that is further to the front than the one before it.
    PagesGoBack,
    /// An entry whose pages are in part those of the one before it.
    PagesOverlap,
    /// Pages between entries that no entry has.
    PagesGap,
    /// A text that names a chapter by a number the outline does not have.
    ChapterMentioned,
    /// An entry whose text is not whole.
    Truncated,
    /// A name that is never found because another one in it counts instead.
    ShadowedName,
    /// A code that a comment or the library's settings allow and that cannot be allowed.
    UselessAllow,
    /// The properties of a Markdown note cannot be read as they are written.
    FrontMatter,
    /// Tags of a Markdown note that are no concepts.
    UnknownTag,
    /// A link that points to no note and no concept.
    DeadLink,
}

impl Code {
    /// All codes.
    pub const ALL: [Self; 49] = [
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
        Self::HiddenCharacter,
        Self::LinkNotFollowed,
        Self::NameNotUnicode,
        Self::FileTwins,
        Self::TooMany,
        Self::TooLong,
        Self::ConflictCopy,
        Self::DeadName,
        Self::IdTwins,
        Self::PagesOutsideOutline,
        Self::DaysAgainstDates,
        Self::DuplicateEntry,
        Self::UnusedConcept,
        Self::NoConcepts,
        Self::PagesGoBack,
        Self::PagesOverlap,
        Self::PagesGap,
        Self::ChapterMentioned,
        Self::Truncated,
        Self::ShadowedName,
        Self::UselessAllow,
        Self::FrontMatter,
        Self::UnknownTag,
        Self::DeadLink,
    ];

    /// The code as it is printed and documented, such as `E333`.
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// What it is called in `docs/diagnostics.md`, a few words.
    pub fn title(self) -> &'static str {
        self.described().1
    }

    fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::NotUtf8 => ("E310", "not UTF-8"),
            Self::Unreadable => ("E324", "unreadable"),
            Self::TooLarge => ("E325", "too large"),
            Self::UnknownKind => ("E329", "unknown kind of file"),
            Self::NestedTooDeep => ("E330", "nested too deep"),
            Self::DuplicateField => ("E331", "duplicate field"),
            Self::DuplicateId => ("E332", "duplicate id"),
            Self::UnknownField => ("E333", "unknown field"),
            Self::Lookalike => ("E334", "look-alike character"),
            Self::Syntax => ("E335", "syntax"),
            Self::BadValue => ("E336", "bad value"),
            Self::AmbiguousAlias => ("W337", "ambiguous alias"),
            Self::UnusableAlias => ("W338", "unusable alias"),
            Self::BroaderCycle => ("E339", "broader cycle"),
            Self::NewerFormat => ("E340", "newer format"),
            Self::WrongType => ("E341", "wrong type"),
            Self::MissingField => ("E342", "missing field"),
            Self::NoBook => ("E343", "no book"),
            Self::UnknownConcept => ("E344", "unknown concept"),
            Self::UnknownChapter => ("E345", "unknown chapter"),
            Self::PageOutsideBook => ("W346", "page outside of the book"),
            Self::RefusedTag => ("W347", "refused and tagged"),
            Self::BadQuery => ("E349", "query that cannot be read"),
            Self::EverydayWord => ("W348", "everyday word"),
            Self::NotUnderstood => ("W354", "not understood"),
            Self::HiddenCharacter => ("W311", "hidden character"),
            Self::LinkNotFollowed => ("W321", "link not followed"),
            Self::NameNotUnicode => ("W322", "name that is no text"),
            Self::FileTwins => ("W323", "names that collide"),
            Self::TooMany => ("E326", "too many"),
            Self::TooLong => ("E327", "too long"),
            Self::ConflictCopy => ("W328", "copy of a conflict"),
            Self::DeadName => ("W370", "name that is never found"),
            Self::IdTwins => ("W371", "ids that look alike"),
            Self::PagesOutsideOutline => ("W372", "pages outside of the outline"),
            Self::DaysAgainstDates => ("W373", "days against dates"),
            Self::DuplicateEntry => ("W374", "entry there already"),
            Self::UnusedConcept => ("I375", "unused concept"),
            Self::NoConcepts => ("I376", "entry without concepts"),
            Self::PagesGoBack => ("I377", "pages go back"),
            Self::PagesOverlap => ("I378", "pages read twice"),
            Self::PagesGap => ("I379", "pages without an entry"),
            Self::ChapterMentioned => ("I380", "chapter that is not there"),
            Self::Truncated => ("I381", "cut off"),
            Self::ShadowedName => ("I383", "shadowed name"),
            Self::UselessAllow => ("W382", "allows nothing"),
            Self::FrontMatter => ("E360", "properties"),
            Self::UnknownTag => ("I361", "unknown tags"),
            Self::DeadLink => ("I362", "dead link"),
        }
    }

    /// The severity, which the first letter of the name says too.
    pub fn severity(self) -> Severity {
        match self.name().as_bytes()[0] {
            b'E' => Severity::Error,
            b'W' => Severity::Warning,
            _ => Severity::Observation,
        }
    }

    /// The code of this name, in either case.
    pub fn find(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|code| code.name().eq_ignore_ascii_case(name))
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

    /// The file's name; empty when there is none.
    pub fn file(&self) -> &str {
        match (&self.place, &self.path) {
            (Some(place), _) => &place.file.name,
            (None, path) => path.as_deref().unwrap_or_default(),
        }
    }

    /// The file's name, and the position when there is one.
    pub fn location(&self) -> (&str, Option<Position>) {
        let position = self.place.as_ref().map(Place::position);
        (self.file(), position)
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
