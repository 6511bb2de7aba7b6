//! Why an edit was not made.

use crate::diagnostic::Diagnostic;
use crate::notes::SaveError;

/// Why an edit was not made. No file was touched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(Box<Diagnostic>),
    /// The file holds something else.
    #[error("{file} is no {wanted}")]
    WrongKind {
        /// The file.
        file: String,
        /// What it should be: `vocabulary`, `file of entries`.
        wanted: &'static str,
    },
    /// What is to be changed is not in the file.
    #[error("{what} is not in {file}")]
    NotThere {
        /// The file.
        file: String,
        /// What was looked for.
        what: String,
    },
    /// Several things are called so, and nothing tells them apart.
    #[error("{what} stands more than once on one line of {file}")]
    Ambiguous {
        /// The file.
        file: String,
        /// What was looked for.
        what: String,
    },
    /// A field does not have the form that can be added to.
    #[error("`{field}` is no list in {file}")]
    NotAList {
        /// The file.
        file: String,
        /// The field.
        field: String,
    },
    /// What is to be changed is a Markdown note, which has no such thing.
    #[error("{file} is a Markdown note, and this is a change of files in RON; nothing was changed")]
    NoteOfReader {
        /// The file.
        file: String,
    },
    /// An entry stands above the headings of others in a Markdown note, and properties there
    /// are those of all of them.
    #[error(
        "`{entry}` stands above the headings of other entries in {file}, and has its properties together with them; nothing was changed"
    )]
    PieceOfNote {
        /// The file.
        file: String,
        /// The entry.
        entry: String,
    },
    /// A concept's note cannot hold something.
    #[error("{file} is a Markdown note, and has no room for {what}; nothing was changed")]
    NoRoomInNote {
        /// The file.
        file: String,
        /// What it was to hold.
        what: String,
    },
    /// The text would not read as it should.
    #[error("{file} is written in a way that cannot be patched safely; nothing was changed")]
    Unsafe {
        /// The file.
        file: String,
    },
    /// The notes would have a problem that they don't have now.
    #[error("this would make a problem, and nothing was changed: {0}")]
    Problem(Box<Diagnostic>),
    /// What refers to a concept would mean something else.
    #[error("{what} would mean something else; nothing was changed")]
    Rewired {
        /// What it is: an entry, a concept.
        what: String,
    },
    /// A link finds an entry by its title, which would be another one.
    #[error("a link in the entry at {place} finds it by its title; nothing was changed")]
    Unlinked {
        /// The entry that the link stands in: its file and line.
        place: String,
    },
    /// The change could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl EditError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unreadable(problem) => problem.hints.first().cloned(),
            Self::Problem(problem) => Some(match problem.hints.first() {
                Some(hint) => hint.clone(),
                None => "choose another name".to_owned(),
            }),
            Self::NotAList { field, .. } => Some(format!("write it as `{field}: [ … ]`")),
            Self::Unsafe { .. } => Some(
                "`bookgraph check` shows mistakes in it; put them right, or write the change yourself"
                    .to_owned(),
            ),
            Self::NotThere { .. } => {
                Some("the notes may have changed meanwhile; run the command again".to_owned())
            }
            Self::Ambiguous { .. } => Some("put each on a line of its own".to_owned()),
            Self::Rewired { .. } => {
                Some("a name in it is another concept's, too: write the id in its place".to_owned())
            }
            Self::Unlinked { .. } => {
                Some("let the link name the file, or give the note its title as an alias".to_owned())
            }
            Self::NoteOfReader { .. } => None,
            Self::NoRoomInNote { .. } => Some(
                "keep the concept in a vocabulary, `concepts.ron`: merge the other way round"
                    .to_owned(),
            ),
            Self::PieceOfNote { .. } => {
                Some("give it a heading of its own, or write a `#tag` or a link to the concept".to_owned())
            }
            Self::WrongKind { .. } => None,
            Self::Save(error) => error.hint().map(str::to_owned),
        }
    }
}
