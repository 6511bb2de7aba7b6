//! Links among notes: which are followed.

use crate::diagnostic::{Code, Diagnostic};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Follows links that stay in a library, and remembers the others.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// The folders that links may lead into, without links in them.
    inside: Vec<PathBuf>,
    outside: Arc<Mutex<Vec<PathBuf>>>,
}

impl Links {
    /// Links may lead anywhere below a folder with notes, which may be a link itself,
    /// and below the folder that it stands in.
    pub(super) fn of(notes: &Path) -> Self {
        let parent = notes
            .parent()
            .map(|parent| match parent.as_os_str().is_empty() {
                true => Path::new("."),
                false => parent,
            });
        let folders = [Some(notes), parent].into_iter().flatten();
        Self {
            inside: folders.filter_map(|it| it.canonicalize().ok()).collect(),
            outside: Arc::default(),
        }
    }

    /// Whether to go on at a path: it is no link, leads nowhere, which is reported when
    /// it is opened, or stays inside.
    pub(super) fn follows(&self, path: &Path, is_link: bool) -> bool {
        let Some(target) = is_link.then(|| path.canonicalize().ok()).flatten() else {
            return true;
        };
        let stays = self.inside.iter().any(|folder| target.starts_with(folder));
        if !stays && let Ok(mut outside) = self.outside.lock() {
            outside.push(path.to_path_buf());
        }
        stays
    }

    /// What there is to say about the links that were not followed; `shown` is what
    /// messages call a path.
    pub(super) fn problems(&self, shown: impl Fn(&Path) -> String) -> Vec<Diagnostic> {
        let outside = self.outside.lock().map(|paths| paths.clone());
        let problem = |path: PathBuf| {
            not_followed(
                shown(&path),
                "this link leads out of the library; it was not followed",
                "copy the notes here, or make `notes` itself the link",
            )
        };
        outside
            .unwrap_or_default()
            .into_iter()
            .map(problem)
            .collect()
    }
}

/// A link that was left alone.
pub(super) fn not_followed(shown: String, message: &str, hint: &str) -> Diagnostic {
    Diagnostic::of_file(Code::LinkNotFollowed, shown, message).hint(hint)
}
