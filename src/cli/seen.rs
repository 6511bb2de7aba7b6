//! What `init` sees in a folder.

use super::counted::counted;
use crate::notes::{Home, NOTES_FOLDER, VaultKind, markdown_files};
use std::path::Path;

/// Notes of another program.
pub(super) struct Seen {
    kind: Option<VaultKind>,
    files: usize,
}

impl Seen {
    /// What is in a folder; `None` when it is no vault: it has no notes, or those of a
    /// library.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        let kind = VaultKind::of(folder);
        let library = Home::at(folder).is_some_and(|home| !home.is_vault());
        if library || (kind.is_none() && folder.join(NOTES_FOLDER).is_dir()) {
            return None;
        }
        let files = markdown_files(&Home::vault(folder));
        (kind.is_some() || files > 0).then_some(Self { kind, files })
    }

    /// It in one line.
    pub(super) fn told(&self) -> String {
        let vault = match self.kind {
            Some(kind) => format!("a vault of {}", kind.name()),
            None => "a folder of plain Markdown".to_owned(),
        };
        let notes = counted(self.files, "note", "notes");
        format!("this is {vault}, with {notes}")
    }

    /// What else it may be.
    pub(super) fn hint(&self) -> Option<&'static str> {
        let plain = self.kind.is_none();
        plain.then_some("to keep notes apart from these, make a folder notes/ and run `init` again")
    }
}
