//! Why a change was not written.

use super::holder::Holder;
use std::io;
use std::path::PathBuf;

/// Why a change was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// There is a file of this name; it was not touched.
    #[error("{} exists already and was not touched", .0.display())]
    Exists(PathBuf),
    /// The disk or the folder refused.
    #[error("{} could not be written: {source}; nothing was changed", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// A change was begun, and can neither be finished nor taken back now.
    #[error("{} could not be written: {source}; the change is made in part", path.display())]
    Unfinished {
        /// The file that could not be written.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// Somebody else has changed the file meanwhile.
    #[error("{} has changed since it was read; nothing was changed", .0.display())]
    Stale(PathBuf),
    /// Another program may be writing, and it cannot be found out.
    #[error("{} cannot be locked: {source}; nothing was changed", path.display())]
    Lock {
        /// The lock file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// Another bookgraph is writing, and did not finish.
    #[error("another bookgraph is writing here: {}; nothing was changed", holder(.0.as_ref()))]
    Busy(Option<Holder>),
    /// The record of an interrupted change is none of this version.
    #[error("{} is of another version of bookgraph: a change was interrupted, and cannot be finished by this one; nothing was changed", .0.display())]
    Foreign(PathBuf),
    /// A file is not what a step of the history left.
    #[error("{} has changed since; nothing was changed", .0.display())]
    ChangedSince(PathBuf),
    /// The text that a step would bring back was too long to be kept.
    #[error("the text of {} was too long to be kept; nothing was changed", .0.display())]
    NotKept(PathBuf),
}

impl SaveError {
    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::Exists(_) => "rename the file, or give the entry in it the id that its name says",
            Self::Stale(_) => "run the command again",
            Self::Lock { .. } => "check that you may write in the library's folder",
            Self::Busy(_) => "wait until it is done, or wait longer: --wait 60",
            Self::Unfinished { .. } => {
                "the next bookgraph command here finishes it or takes it back; see to the cause first"
            }
            Self::Foreign(_) => "use the bookgraph that wrote it, or a newer one",
            Self::ChangedSince(_) => {
                "--dry-run shows what it was about; put the rest right with an editor"
            }
            Self::NotKept(_) => "import it again",
            Self::Io { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                "the disk is full: make room, and run the command again"
            }
            Self::Io { .. } => return None,
        })
    }

    /// What stopped a file, as an error of the file system.
    pub(super) fn into_cause(self) -> (PathBuf, io::Error) {
        match self {
            Self::Io { path, source } => (path, source),
            Self::Stale(path) => (path, io::Error::other("it has changed since it was read")),
            Self::Exists(path) => (path, io::ErrorKind::AlreadyExists.into()),
            other => (PathBuf::new(), io::Error::other(other.to_string())),
        }
    }
}

fn holder(holder: Option<&Holder>) -> String {
    holder.map_or_else(|| "nothing is known of it".to_owned(), ToString::to_string)
}
