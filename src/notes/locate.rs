//! Where the library is.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a library that holds the notes.
pub const NOTES_FOLDER: &str = "notes";

/// The nearest folder, from `start` upwards, that is a library: it has a
/// folder `notes/` with `.ron` files in it or in its folders, or an empty one.
/// A `notes/` with other things in it belongs to something else.
pub fn find_library(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| holds_notes(&folder.join(NOTES_FOLDER)))
        .map(Path::to_path_buf)
}

fn holds_notes(notes: &Path) -> bool {
    let mut paths = children(notes).peekable();
    let empty = notes.is_dir() && paths.peek().is_none();
    let is_ron = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ron");
    empty || paths.any(|path| is_ron(&path) || children(&path).any(|path| is_ron(&path)))
}

/// What stands in a folder; nothing, if it cannot be read.
fn children(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path()))
}
