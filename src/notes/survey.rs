//! Whether notes are still those that were read, without reading them.

use super::file::Digest;
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

/// Looks at the files below a library's `notes/`, and reads those whose stamps leave
/// in doubt whether they are as they were.
pub fn survey(notes: &Path, before: &[Stamp]) -> Survey {
    let Some(mut stamps) = stamps(notes) else {
        return Survey::Changed(None);
    };
    let root = notes.parent().unwrap_or(Path::new(""));
    let touched: Vec<bool> = stamps
        .par_iter_mut()
        .map(|now| compare(now, before, root))
        .collect();
    let same = stamps.len() == before.len() && stamps.iter().all(|now| now.digest.is_some());
    match (same, touched.contains(&true)) {
        (true, false) => Survey::Same,
        (true, true) => Survey::Touched(stamps),
        (false, _) => Survey::Changed(Some(stamps)),
    }
}

/// Takes the digest over from a file's stamp before, if it is the same; gives whether
/// it had to be read to know that.
fn compare(now: &mut Stamp, before: &[Stamp], root: &Path) -> bool {
    let found = before.binary_search_by(|before| before.name.cmp(&now.name));
    let Some(before) = found.ok().map(|at| &before[at]) else {
        return false;
    };
    if now.length != before.length {
        return false;
    }
    if before.settled && now.modified == before.modified {
        now.digest = before.digest;
        return false;
    }
    now.digest = digest(&root.join(&now.name)).filter(|digest| before.digest == Some(*digest));
    true
}

/// The stamps of all files by their names, contents not looked at; `None` when some could not be
/// looked at.
fn stamps(notes: &Path) -> Option<Vec<Stamp>> {
    let (paths, problems) = walk::ron_files(notes);
    if !problems.is_empty() {
        return None;
    }
    let now = SystemTime::now();
    let stamp = |path: walk::NotePath| {
        steps::count(1);
        let metadata = fs::metadata(&path.absolute).ok()?;
        let modified = metadata.modified().ok();
        let age = modified.and_then(|modified| now.duration_since(modified).ok());
        let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
        Some(Stamp {
            name: path.shown,
            length: metadata.len(),
            modified: since.map_or(0, |since| since.as_nanos() as u64),
            settled: age.is_some_and(|age| age > COARSEST),
            digest: None,
        })
    };
    let stamps: Option<Vec<Stamp>> = paths.into_par_iter().map(stamp).collect();
    stamps.map(|mut stamps| {
        stamps.sort_by(|a, b| a.name.cmp(&b.name));
        stamps
    })
}

/// What the bytes of a file add up to; `None` when it cannot be read.
pub(super) fn digest(path: &Path) -> Option<u128> {
    let bytes = fs::read(path).ok()?;
    Some(Digest::of(&bytes).number())
}
