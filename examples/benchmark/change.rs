//! What is changed in a sample before a job.

use crate::sample::{Layout, Sample};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// A change that is made before each run of a job, and is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    None,
    /// The snapshot is taken away.
    NoSnapshot,
    /// What is kept for maps is taken away.
    NoGroups,
    /// A sentence comes to an entry, or goes again; of entries in one file, an entry at
    /// its end.
    Entry,
    /// A concept gets another name, or loses it again.
    Alias,
}

const SENTENCE: &str = "Changed. ";
const ENTRY: &str = "Entry(book: \"b00000\", id: \"last\", text: \"One more.\"),\n";
const ALIAS: &str = ", \"QZZZZZ\"";

impl Change {
    pub(crate) fn make(self, sample: &Sample) -> Result<(), String> {
        let done = match self {
            Self::None => Ok(()),
            Self::NoSnapshot => remove(&sample.snapshot()),
            Self::NoGroups => remove(&sample.groups()),
            Self::Entry if sample.layout == Layout::OneFile => {
                toggle(sample, "entries.ron", |text| {
                    Some((text.rfind("    ],\n)")?, ENTRY))
                })
            }
            Self::Entry if sample.layout == Layout::Markdown => {
                toggle(sample, "b00000/n0.md", |text| {
                    Some((text.find("\n---\n\n")? + "\n---\n\n".len(), SENTENCE))
                })
            }
            Self::Entry => toggle(sample, "b00000/n0.ron", |text| {
                Some((text.find("text: r\"")? + "text: r\"".len(), SENTENCE))
            }),
            Self::Alias => toggle(sample, "concepts.ron", |text| {
                let list = text.find("aliases: (en: [")?;
                Some((list + text[list..].find(']')?, ALIAS))
            }),
        };
        done.map_err(|error| format!("{}: {error}", sample.name))
    }
}

/// Takes a file away that may be there.
fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Takes the piece out if the file has it, and else puts it at its place.
fn toggle(
    sample: &Sample,
    file: &str,
    place: impl Fn(&str) -> Option<(usize, &'static str)>,
) -> io::Result<()> {
    let path = sample.notes().join(file);
    let mut text = fs::read_to_string(&path)?;
    let missing = || io::Error::other(format!("{file} is not as `examples/generate` writes it"));
    let (_, piece) = place(&text).ok_or_else(missing)?;
    match text.find(piece) {
        Some(at) => text.replace_range(at..at + piece.len(), ""),
        None => {
            let (at, _) = place(&text).ok_or_else(missing)?;
            text.insert_str(at, piece);
        }
    }
    fs::write(&path, text)?;
    // Old, so that its time leaves no doubt, and different each time.
    let number = sample.changes.replace(sample.changes.get() + 1);
    let time = SystemTime::now() - Duration::from_secs(40_000 - number.min(10_000));
    File::options().write(true).open(path)?.set_modified(time)
}
