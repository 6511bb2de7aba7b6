//! A change of files as it is put down: enough to finish it, and to take it back.

use super::commit::FileChange;
use super::disk::Disk;
use crate::notes::file::Digest;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// The version of the form of records.
pub(super) const VERSION: u32 = 1;

/// The text of a new file is put down up to so many bytes. A longer one can be
/// taken away again, but not be brought back after that.
const LONGEST_NEW: usize = 1024 * 1024;

/// What a change is to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Action {
    /// A new step.
    Change,
    /// A step is taken back.
    Undo(u64),
    /// A step that was taken back is made again.
    Redo(u64),
}

/// A change of files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) version: u32,
    pub(super) action: Action,
    /// The command that made it, as it was typed.
    pub(super) command: String,
    /// When, in the time of the place: `2023-10-17T21:04:05`.
    pub(super) when: String,
    pub(super) files: Vec<FileRecord>,
}

/// What becomes of one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct FileRecord {
    /// The file, from the library's folder.
    pub(super) name: String,
    /// What it held: the digest, in hexadecimal; none when there was no file.
    pub(super) before: Option<String>,
    /// What it holds afterwards; none when there is no file any more.
    pub(super) after: Option<String>,
    /// The text before it is moved: the name of a file in the same folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) written: Option<String>,
    /// What changes in the text.
    pub(super) splice: Option<Splice>,
}

/// A piece of a text and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Splice {
    /// Where it starts, in bytes.
    pub(super) at: usize,
    pub(super) old: String,
    pub(super) new: String,
}

/// How a file stands to a change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    /// Somebody else has changed it.
    Neither,
}

impl FileRecord {
    pub(super) fn of(change: &FileChange) -> Self {
        let digest = |text: &Option<String>| text.as_ref().map(|text| hex(text.as_bytes()));
        let (old, new) = (change.before.as_deref(), change.after.as_deref());
        let too_long = |text: &Option<&str>| text.is_some_and(|text| text.len() > LONGEST_NEW);
        Self {
            name: change.name.clone(),
            before: digest(&change.before),
            after: digest(&change.after),
            written: None,
            splice: match (old, new) {
                (None, new) if too_long(&new) => None,
                (old, new) => Some(Splice::between(
                    old.unwrap_or_default(),
                    new.unwrap_or_default(),
                )),
            },
        }
    }

    /// Where the file stands, links followed.
    pub(super) fn target(&self, root: &Path) -> PathBuf {
        let path = root.join(&self.name);
        path.canonicalize().unwrap_or(path)
    }

    /// Which side of the change a file is on.
    pub(super) fn side(&self, disk: &dyn Disk, root: &Path) -> io::Result<Side> {
        let found = match disk.read(&self.target(root)) {
            Ok(bytes) => Some(hex(&bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(match found {
            found if found == self.after => Side::After,
            found if found == self.before => Side::Before,
            _ => Side::Neither,
        })
    }

    /// The change the other way round.
    pub(super) fn reversed(&self) -> Self {
        Self {
            name: self.name.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
            written: None,
            splice: self.splice.as_ref().map(|splice| Splice {
                at: splice.at,
                old: splice.new.clone(),
                new: splice.old.clone(),
            }),
        }
    }

    /// The text after the change, from the one before it; `None` when that is not
    /// what the change was made of.
    pub(super) fn apply(&self, before: &str) -> Option<String> {
        let Splice { at, old, new } = self.splice.as_ref()?;
        let rest = before.get(*at..)?.strip_prefix(old.as_str())?;
        let after = [&before[..*at], new, rest].concat();
        (Some(hex(after.as_bytes())) == self.after).then_some(after)
    }
}

impl Splice {
    /// The one piece in which two texts differ.
    pub(super) fn between(old: &str, new: &str) -> Self {
        let same = |(a, b): &(char, char)| a == b;
        let length = |pairs: usize, text: &mut dyn Iterator<Item = char>| {
            text.take(pairs).map(char::len_utf8).sum::<usize>()
        };
        let start = old.chars().zip(new.chars()).take_while(same).count();
        let at = length(start, &mut old.chars());
        let (old, new) = (&old[at..], &new[at..]);
        let ends = old.chars().rev().zip(new.chars().rev());
        let end = length(ends.take_while(same).count(), &mut old.chars().rev());
        Self {
            at,
            old: old[..old.len() - end].to_owned(),
            new: new[..new.len() - end].to_owned(),
        }
    }
}

/// The digest of some bytes, in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    format!("{:032x}", Digest::of(bytes).number())
}

#[cfg(test)]
mod tests {
    use super::Splice;

    #[test]
    fn a_splice_is_the_piece_that_differs() {
        for (old, new, at, piece) in [
            ("가나다", "가라다", 3, ("나", "라")),
            ("aaa", "aa", 2, ("a", "")),
            ("", "새 글", 0, ("", "새 글")),
            ("é", "è", 0, ("é", "è")),
            ("같다", "같다", 6, ("", "")),
        ] {
            let splice = Splice::between(old, new);
            assert_eq!((splice.at, (&*splice.old, &*splice.new)), (at, piece));
        }
    }
}
