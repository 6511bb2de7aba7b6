//! Whether notes are still those that were read, without reading them.

use super::file::Digest;
use super::folder::{SeenFile, seen_files};
use super::home::Home;
use super::walk;
use crate::source::Stamp;
use crate::steps;
use rayon::prelude::*;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// File systems tell the time of a change as coarsely as this (FAT does): a file that
/// was changed within it may change again and not show it.
const COARSEST: Duration = Duration::from_secs(2);

/// How notes stand to what was read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Survey {
    /// The same files, untouched.
    Same,
    /// The same files with the same contents, of which some were touched; their
    /// stamps as they are now.
    Touched(Vec<Stamp>),
    /// Something else; the files that there are, of which those without a digest were
    /// not there or may hold something else. `None` when not all could be looked at.
    Changed(Option<Vec<Stamp>>),
}

/// Looks at the files of a library, below the folder that is read, and reads those whose stamps leave
/// in doubt whether they are as they were.
pub fn survey(notes: &Path, before: &[Stamp]) -> Survey {
    let home = Home::of_folder(notes);
    let Some(mut stamps) = stamps(&home) else {
        return Survey::Changed(None);
    };
    let mut doubtful = take_over(&mut stamps, before);
    let touched = !doubtful.is_empty();
    doubtful.par_iter_mut().for_each(|(now, before)| {
        let digest = digest(&home.path(&now.name));
        now.digest = digest.filter(|digest| before.digest == Some(*digest));
    });
    let same = stamps.len() == before.len() && stamps.iter().all(|now| now.digest.is_some());
    match (same, touched) {
        (true, false) => Survey::Same,
        (true, true) => Survey::Touched(stamps),
        (false, _) => Survey::Changed(Some(stamps)),
    }
}

/// Takes the digests over from the stamps before, of files that are the same; gives
/// those that have to be read to know that. Both are in the order of the names.
fn take_over<'a>(
    stamps: &'a mut [Stamp],
    mut before: &'a [Stamp],
) -> Vec<(&'a mut Stamp, &'a Stamp)> {
    let mut doubtful = Vec::new();
    for now in stamps {
        while let Some((_, rest)) = before
            .split_first()
            .filter(|(first, _)| first.name < now.name)
        {
            before = rest;
        }
        let known = before.first().filter(|first| first.name == now.name);
        let Some(known) = known.filter(|known| known.length == now.length) else {
            continue;
        };
        match known.settled && known.modified == now.modified {
            true => now.digest = known.digest,
            false => doubtful.push((now, known)),
        }
    }
    doubtful
}

/// The stamps of all files by their names, contents not looked at; `None` when some could not be
/// looked at.
fn stamps(home: &Home) -> Option<Vec<Stamp>> {
    let seen = match home.is_vault() {
        // The names of its files have no folder before them.
        true => linked_files(home),
        false => seen_files(home.notes()).or_else(|| linked_files(home)),
    }?;
    let now = SystemTime::now();
    let stamp = |file: SeenFile| {
        steps::count(1);
        let modified = file.modified;
        let age = modified.and_then(|modified| now.duration_since(modified).ok());
        let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
        Stamp {
            name: file.name,
            length: file.length,
            modified: since.map_or(0, |since| since.as_nanos() as u64),
            settled: age.is_some_and(|age| age > COARSEST),
            digest: None,
        }
    };
    let mut stamps: Vec<Stamp> = seen.into_iter().map(stamp).collect();
    stamps.sort_by(|a, b| a.name.cmp(&b.name));
    Some(stamps)
}

/// The same by the walk that follows links and knows of Markdown.
fn linked_files(home: &Home) -> Option<Vec<SeenFile>> {
    let (paths, problems) = walk::note_files(home);
    if !problems.is_empty() {
        return None;
    }
    let look = |path: walk::NotePath| {
        let metadata = fs::metadata(&path.absolute).ok()?;
        Some(SeenFile::new(path.shown, &metadata))
    };
    paths.into_par_iter().map(look).collect()
}

/// What the bytes of a file add up to; `None` when it cannot be read.
pub(super) fn digest(path: &Path) -> Option<u128> {
    let bytes = fs::read(path).ok()?;
    Some(Digest::of(&bytes).number())
}
