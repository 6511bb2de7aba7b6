//! Where several files go.

use std::io::{self, Write};

/// Takes the files of an export, one after the other.
pub trait Folder {
    /// Makes a file of a name, with `/` between folders, and what `write` writes.
    ///
    /// # Errors
    ///
    /// When the file cannot be written, and those of `write`.
    fn file(
        &mut self,
        name: &str,
        write: &mut dyn FnMut(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> io::Result<()>;
}
