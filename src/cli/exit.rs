//! Exit statuses and the errors of commands.

use crate::notes::{EditError, SaveError};
use crate::query::{QueryError, WrongValue};
use crate::render::png::PngError;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// What the program exits with, as grep does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// 0: found, done, clean.
    Done,
    /// 1: nothing found, or findings.
    Nothing,
    /// 2: the command could not do its work.
    Trouble,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Nothing => 1,
            Status::Trouble => 2,
        })
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    #[error("no library here: there is no folder `notes` in {} or above it", .0.display())]
    NoLibrary(PathBuf),
    #[error("{} is no library: it has no folder `notes`", .0.display())]
    NotALibrary(PathBuf),
    #[error("{message}")]
    Usage { message: String, hint: String },
    #[error(transparent)]
    Query(#[from] Box<QueryError>),
    #[error("{} cannot be read: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("{} cannot be read as text: it is neither UTF-8, UTF-16 nor CP949; nothing was imported", .0.display())]
    Undecodable(PathBuf),
    #[error("{} cannot be written: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error(transparent)]
    Png(#[from] PngError),
    #[error(
        "the snapshot in .bookgraph/ is damaged and was taken away; the answer above is not whole"
    )]
    DamagedSnapshot,
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
}

impl From<QueryError> for CliError {
    fn from(error: QueryError) -> Self {
        Self::Query(Box::new(error))
    }
}

impl From<WrongValue> for CliError {
    fn from(wrong: WrongValue) -> Self {
        Self::usage(wrong.message, wrong.hint)
    }
}

impl CliError {
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// What to do about it.
    pub(super) fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoLibrary(_) => {
                "`bookgraph init` starts one; `-C DIR` names another folder".to_owned()
            }
            Self::NotALibrary(path) => {
                format!("`bookgraph -C {} init` starts one there", path.display())
            }
            Self::Usage { hint, .. } => hint.clone(),
            Self::Save(error) => return error.hint().map(str::to_owned),
            Self::Edit(error) => return error.hint(),
            Self::Undecodable(_) => "save it as UTF-8".to_owned(),
            Self::Png(error) => return error.hint(),
            Self::DamagedSnapshot => "run the command again".to_owned(),
            _ => return None,
        })
    }

    /// The reader of our output has gone.
    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
