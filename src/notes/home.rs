//! Which folder of a library has its notes.

use super::locate::{NOTES_FOLDER, holds_ron, is_markdown_below};
use std::path::{Path, PathBuf};

/// The file that makes a folder of Markdown notes a library: its settings.
pub const VAULT_FILE: &str = "bookgraph.ron";

/// A library's folder, and the folder in it that is read: `notes/`, or all of a vault
/// of another program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
    notes: PathBuf,
}

impl Home {
    /// The library of a folder; `None` when it holds no notes.
    pub fn at(root: &Path) -> Option<Self> {
        let notes = root.join(NOTES_FOLDER);
        let vault = || root.join(VAULT_FILE).is_file();
        match () {
            () if vault() => Some(Self::vault(root)),
            () if holds_ron(&notes) => Some(Self::of_notes(&notes)),
            () if VaultKind::of(root).is_some() => Some(Self::vault(root)),
            () if notes.is_dir() => Some(Self::of_notes(&notes)),
            () => is_markdown_below(root).then(|| Self::of_folder(root)),
        }
    }

    /// The library of a folder, or what it will be when there is something in it.
    pub fn of_root(root: &Path) -> Self {
        Self::at(root).unwrap_or_else(|| Self::of_notes(&root.join(NOTES_FOLDER)))
    }

    /// The library that a folder with notes belongs to: a `notes/` without the marks of a
    /// vault to the folder above it, any other to itself.
    pub fn of_folder(notes: &Path) -> Self {
        let is_notes = notes.file_name().is_some_and(|name| name == NOTES_FOLDER);
        let is_vault = notes.join(VAULT_FILE).is_file() || VaultKind::of(notes).is_some();
        match is_notes && !is_vault {
            true => Self::of_notes(notes),
            false => Self::vault(notes),
        }
    }

    /// A folder with notes in a library: its `notes/`.
    pub fn of_notes(notes: &Path) -> Self {
        Self {
            root: notes.parent().unwrap_or(Path::new("")).to_path_buf(),
            notes: notes.to_path_buf(),
        }
    }

    /// A folder that is read as a whole.
    pub fn vault(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            notes: root.to_path_buf(),
        }
    }

    /// The library's folder; messages name files from here.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that is read.
    pub fn notes(&self) -> &Path {
        &self.notes
    }

    /// Whether all of the folder is read.
    pub fn is_vault(&self) -> bool {
        self.root == self.notes
    }

    /// The file that messages call so.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// What messages call a file, from the folder that is read: `notes/concepts.ron`.
    pub fn name_of(&self, inside: &str) -> String {
        match self.is_vault() {
            true => inside.to_owned(),
            false => format!("{NOTES_FOLDER}/{inside}"),
        }
    }

    /// What the library's folder is called.
    pub(super) fn folder_name(&self) -> String {
        let whole = self.root.canonicalize();
        let whole = whole.as_deref().unwrap_or(&self.root);
        let name = whole.file_name().unwrap_or_default().to_string_lossy();
        name.into_owned()
    }
}

/// Whose vault a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultKind {
    /// Obsidian's: it has `.obsidian/`.
    Obsidian,
    /// Logseq's: it has `logseq/config.edn`.
    Logseq,
    /// zk's: it has `.zk/`.
    Zk,
    /// Foam's: it has `.foam/` or `.vscode/foam.json`.
    Foam,
}

impl VaultKind {
    /// What tells each kind, the surest first.
    const MARKS: [(Self, &'static str); 5] = [
        (Self::Obsidian, ".obsidian"),
        (Self::Logseq, "logseq/config.edn"),
        (Self::Zk, ".zk"),
        (Self::Foam, ".foam"),
        (Self::Foam, ".vscode/foam.json"),
    ];

    /// The kind of a folder; `None` when nothing tells it.
    pub fn of(root: &Path) -> Option<Self> {
        let mut marks = Self::MARKS.iter();
        let found = marks.find(|(_, mark)| root.join(mark).exists());
        found.map(|(kind, _)| *kind).or_else(|| foam(root))
    }

    /// The program's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Obsidian => "Obsidian",
            Self::Logseq => "Logseq",
            Self::Zk => "zk",
            Self::Foam => "Foam",
        }
    }
}

/// Foam keeps its settings with those of the editor.
fn foam(root: &Path) -> Option<VaultKind> {
    let settings = [".vscode/settings.json", ".vscode/extensions.json"];
    let told = |file: &&&str| {
        std::fs::read_to_string(root.join(file)).is_ok_and(|text| text.contains("foam"))
    };
    settings.iter().find(told).map(|_| VaultKind::Foam)
}
