//! Markdown notes: vaults of other programs, read in place.
//!
//! A folder in `suite/vaults` is a vault, and the file of its name what is said of it.

mod decisions;
mod faults;
mod properties;
mod renewal;
mod sections;
mod vaults;

use std::fs;
use std::path::{Path, PathBuf};

/// A copy of a vault of the suite, in a folder of its name.
pub(crate) struct Vault {
    folder: tempfile::TempDir,
    name: String,
}

impl Vault {
    pub(crate) fn copy(name: &str) -> Self {
        let vault = Self::empty(name);
        let from = crate::support::project()
            .join("tests/suite/vaults")
            .join(name);
        copy(&from, &vault.root());
        vault
    }

    pub(crate) fn empty(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join(name)).expect("a vault");
        Self {
            folder,
            name: name.to_owned(),
        }
    }

    /// Adds a file.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
        self
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }

    pub(crate) fn run(&self, args: &[&str]) -> crate::support::Printed {
        crate::support::bookgraph(&self.root(), &[&["-C", "."], args].concat())
    }

    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        let printed = self.run(&[args, &["-f", "json"]].concat());
        serde_json::from_str(&printed.stdout).unwrap_or_else(|_| panic!("{}", printed.stderr))
    }

    /// The text of an entry as it is shown.
    pub(crate) fn text(&self, id: &str) -> String {
        let shown = self.json(&["show", id]);
        shown["entries"][0]["text"]
            .as_str()
            .expect("a text")
            .to_owned()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(fs::copy(&path, &target).expect("a copy")),
        }
    }
}
