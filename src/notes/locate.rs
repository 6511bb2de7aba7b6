//! Where the library is.

use super::home::{Home, VAULT_FILE};
use super::walk::Kind;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a library that holds the notes.
pub const NOTES_FOLDER: &str = "notes";

/// Where `init` puts the vocabulary.
const CONCEPTS_FILE: &str = "concepts.ron";

/// Notes are looked for so many folders down.
const DEEPEST: usize = 4;

/// The nearest folder, from `start` upwards, that is a library: it has the settings of
/// a vault, or a folder `notes/` with notes somewhere in it, or an empty one. A `notes/`
/// with other things in it belongs to something else, and what a Markdown file above
/// the folder is, nobody said.
pub fn find_library(start: &Path) -> Option<Home> {
    start.ancestors().find_map(|folder| {
        let is_one = folder.join(VAULT_FILE).is_file() || holds_notes(&folder.join(NOTES_FOLDER));
        is_one.then(|| Home::at(folder))?
    })
}

fn holds_notes(notes: &Path) -> bool {
    if has_concepts(notes) {
        return true;
    }
    let mut paths = children(notes).peekable();
    let empty = notes.is_dir() && paths.peek().is_none();
    empty || paths.any(|path| is_below(&path, DEEPEST, &|_| true))
}

/// Whether there is the file that most libraries have: a folder with very many others need
/// not be listed to see that.
fn has_concepts(notes: &Path) -> bool {
    notes.join(CONCEPTS_FILE).is_file()
}

/// Whether there is a `.ron` file somewhere in a folder.
pub(super) fn holds_ron(notes: &Path) -> bool {
    has_concepts(notes)
        || children(notes).any(|path| is_below(&path, DEEPEST, &|kind| kind == Kind::Ron))
}

/// Whether there is a Markdown file somewhere in a folder.
pub(super) fn is_markdown_below(folder: &Path) -> bool {
    children(folder).any(|path| is_below(&path, DEEPEST, &|kind| kind == Kind::Markdown))
}

/// A file with notes that are wanted, or a folder with one in it, so many folders down.
fn is_below(path: &Path, depth: usize, wanted: &dyn Fn(Kind) -> bool) -> bool {
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    if name.starts_with('.') || name == "readme.md" {
        return false;
    }
    Kind::of(path).is_some_and(wanted)
        || (depth > 0 && children(path).any(|path| is_below(&path, depth - 1, wanted)))
}

/// What stands in a folder; nothing, if it cannot be read.
fn children(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path()))
}
