//! What interrupted writers left, put right.

use super::disk::Disk;
use super::error::SaveError;
use super::lock::DERIVED_FOLDER;
use super::prepared::{PREFIX, SUFFIX, folder};
use super::recover::{Recovered, recover};
use crate::notes::{Home, walk};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A snapshot that was begun so long ago is not being written any more.
const LONG_AGO: Duration = Duration::from_secs(3600);

/// What was put right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// What became of a change that was interrupted.
    pub recovered: Option<Recovered>,
    /// How many unfinished temporary files were removed.
    pub swept: usize,
}

impl Tidied {
    /// What to tell the reader, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.recovered.as_ref().map(told));
        match self.swept {
            0 => {}
            1 => lines.push("removed 1 unfinished temporary file".to_owned()),
            many => lines.push(format!("removed {many} unfinished temporary files")),
        }
        lines
    }
}

fn told(recovered: &Recovered) -> String {
    match recovered {
        Recovered::Finished { command } => {
            format!("`{command}` was interrupted while it wrote; its change is whole now")
        }
        Recovered::TakenBack { command } => {
            format!("`{command}` was interrupted while it wrote; its change was taken back")
        }
        Recovered::AllBut { command, files } => format!(
            "`{command}` was interrupted while it wrote, and {} changed since; that was left as it is, the rest of the change was made",
            files.join(", ")
        ),
    }
}

/// Finishes a change or takes it back, and removes temporary files. The lock is held.
pub(super) fn tidy(disk: &dyn Disk, root: &Path) -> Result<Tidied, SaveError> {
    let recovered = recover(disk, root)?;
    let left = left_behind(disk, root);
    let swept = left.iter().filter(|path| disk.remove(path).is_ok()).count();
    sweep_snapshots(disk, root);
    Ok(Tidied { recovered, swept })
}

/// The temporary files of writers: in the library's folders, and where links among the
/// notes lead to.
fn left_behind(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let home = Home::of_root(root);
    let mut folders = BTreeSet::from([root.join(DERIVED_FOLDER)]);
    let (left, links) = walk::hidden_and_links(home.notes(), is_temporary);
    folders.extend(links.iter().filter_map(|link| {
        let target = link.canonicalize().ok()?;
        Some(folder(&target).to_path_buf())
    }));
    let mut left = BTreeSet::from_iter(left);
    for folder in folders {
        let names = disk.list(&folder).unwrap_or_default().into_iter();
        left.extend(
            names
                .filter(|name| is_temporary(name))
                .map(|name| folder.join(name)),
        );
    }
    left.into_iter().collect()
}

fn is_temporary(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// Snapshots are written without the lock, so only old ones are surely left.
fn sweep_snapshots(disk: &dyn Disk, root: &Path) {
    let folder = root.join(DERIVED_FOLDER);
    for name in disk.list(&folder).unwrap_or_default() {
        let path = folder.join(&name);
        let changed = path.metadata().and_then(|data| data.modified()).ok();
        let age = changed.and_then(|changed| changed.elapsed().ok());
        if name.starts_with(".tmp") && age.is_some_and(|age| age > LONG_AGO) {
            let _ = disk.remove(&path);
        }
    }
}
