//! Which files of a folder are notes.

use crate::diagnostic::{Code, Diagnostic};
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// A file to read.
#[derive(Debug)]
pub(super) struct NotePath {
    pub(super) absolute: PathBuf,
    /// As messages call it, with `/` between the parts.
    pub(super) shown: String,
    /// Its folder, below the notes folder, with `/` between the parts; empty
    /// for the notes folder itself.
    pub(super) folder: String,
}

/// All regular `.ron` files below `notes`, sorted by path; hidden files and
/// folders are left out, links are followed unless they loop.
pub(super) fn ron_files(notes: &Path) -> (Vec<NotePath>, Vec<Diagnostic>) {
    let mut paths = Vec::new();
    let mut diagnostics = Vec::new();
    let walk = WalkBuilder::new(notes)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                let is_ron = entry
                    .path()
                    .extension()
                    .is_some_and(|extension| extension == "ron");
                if is_file && is_ron {
                    paths.push(note_path(notes, entry.path()));
                }
            }
            Err(error) => diagnostics.push(unreadable(notes, &error)),
        }
    }
    (paths, diagnostics)
}

/// The files below `notes` whose names are as asked for, hidden ones too, and the links
/// to files.
pub(super) fn hidden_and_links(
    notes: &Path,
    wanted: impl Fn(&str) -> bool,
) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut found, mut links) = (Vec::new(), Vec::new());
    let walk = WalkBuilder::new(notes)
        .standard_filters(false)
        .follow_links(true)
        .build();
    for entry in walk.flatten() {
        if entry.file_type().is_some_and(|kind| kind.is_dir()) {
            continue;
        }
        if wanted(&entry.file_name().to_string_lossy()) {
            found.push(entry.path().to_path_buf());
        }
        if entry.path_is_symlink() {
            links.push(entry.into_path());
        }
    }
    (found, links)
}

/// Adds files that are not there yet, by their names in messages, and keeps
/// the order.
pub(super) fn add<'a>(
    paths: &mut Vec<NotePath>,
    notes: &Path,
    names: impl Iterator<Item = &'a str>,
) {
    let root = notes.parent().unwrap_or(Path::new(""));
    for name in names {
        if !paths.iter().any(|path| path.shown == name) {
            paths.push(note_path(notes, &root.join(name)));
            paths.sort_by(|a, b| a.absolute.cmp(&b.absolute));
        }
    }
}

pub(super) fn note_path(notes: &Path, path: &Path) -> NotePath {
    let shown = |path: &Path| {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    };
    let inside = path.strip_prefix(notes).unwrap_or(path);
    NotePath {
        absolute: path.to_path_buf(),
        shown: shown(&Path::new(notes.file_name().unwrap_or_default()).join(inside)),
        folder: shown(inside.parent().unwrap_or(Path::new(""))),
    }
}

fn unreadable(notes: &Path, error: &ignore::Error) -> Diagnostic {
    let parent = notes
        .parent()
        .unwrap_or(notes)
        .to_string_lossy()
        .into_owned();
    let cause = match error {
        ignore::Error::WithDepth { err, .. } => err,
        other => other,
    };
    let (path, message, hint) = match cause {
        ignore::Error::Loop { child, .. } => (
            child.clone(),
            "this link leads back to a folder above it; it was skipped".to_owned(),
            "remove the link",
        ),
        ignore::Error::WithPath { path, err } => (
            path.clone(),
            format!("cannot be read: {}", cause_of(err)),
            "check that it exists and that you may read it",
        ),
        other => (
            notes.to_path_buf(),
            format!("cannot be read: {}", cause_of(other)),
            "check that it exists and that you may read it",
        ),
    };
    let shown = path.to_string_lossy();
    let shown = shown
        .strip_prefix(&parent)
        .unwrap_or(&shown)
        .trim_start_matches('/')
        .to_owned();
    Diagnostic::of_file(Code::Unreadable, shown, message).hint(hint)
}

/// The system's own words, without the path that it may repeat.
fn cause_of(error: &ignore::Error) -> String {
    let words = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    match words.rsplit_once(": ") {
        Some((_, cause)) => cause.to_owned(),
        None => words,
    }
}
