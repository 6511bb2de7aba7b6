//! Where the library is.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a library that holds the notes.
pub const NOTES_FOLDER: &str = "notes";

/// Notes are looked for so many folders down.
const DEEPEST: usize = 4;

/// The nearest folder, from `start` upwards, that is a library: it has a
/// folder `notes/` with `.ron` files somewhere in it, or an empty one.
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
    empty || paths.any(|path| is_ron_below(&path, DEEPEST))
}

/// A `.ron` file, or a folder with one in it, so many folders down.
fn is_ron_below(path: &Path, depth: usize) -> bool {
    let is_ron = path.extension().is_some_and(|extension| extension == "ron");
    is_ron || (depth > 0 && children(path).any(|path| is_ron_below(&path, depth - 1)))
}

/// What stands in a folder; nothing, if it cannot be read.
fn children(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path()))
}
