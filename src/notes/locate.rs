//! Where the library is.

use std::path::{Path, PathBuf};

/// The folder of a library that holds the notes.
pub const NOTES_FOLDER: &str = "notes";

/// The nearest folder, from `start` upwards, that holds a `notes/` folder.
pub fn find_library(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join(NOTES_FOLDER).is_dir())
        .map(Path::to_path_buf)
}
