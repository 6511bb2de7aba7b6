//! Which files of a folder are notes.

use super::links::{Links, not_followed};
use super::{file, names};
use crate::diagnostic::{Code, Diagnostic};
use ignore::WalkBuilder;
use std::collections::HashSet;
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
/// folders are left out, links are followed unless they loop or lead out of the
/// library, and copies that a conflict made are left out.
pub(super) fn ron_files(notes: &Path) -> (Vec<NotePath>, Vec<Diagnostic>) {
    let mut paths = Vec::new();
    let mut diagnostics = Vec::new();
    let links = Links::of(notes);
    let followed = links.clone();
    let walk = WalkBuilder::new(notes)
        .filter_entry(move |entry| {
            entry.depth() == 0 || followed.follows(entry.path(), entry.path_is_symlink())
        })
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let kind = entry.file_type();
                let is_file = kind.is_some_and(|kind| kind.is_file());
                let is_ron = entry
                    .path()
                    .extension()
                    .is_some_and(|extension| extension == "ron");
                if is_file && is_ron {
                    paths.push(note_path(notes, entry.path()));
                } else if is_ron && kind.is_some_and(|kind| !kind.is_dir()) {
                    diagnostics.push(file::no_file(&note_path(notes, entry.path()).shown));
                }
            }
            Err(error) => diagnostics.push(unreadable(notes, &error)),
        }
    }
    diagnostics.extend(links.problems(|path| note_path(notes, path).shown));
    diagnostics.extend(names::without_conflict_copies(&mut paths));
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
    let there: HashSet<String> = paths.iter().map(|path| path.shown.clone()).collect();
    let new = names.filter(|name| !there.contains(*name));
    paths.extend(new.map(|name| note_path(notes, &root.join(name))));
    paths.sort_by(|a, b| a.absolute.cmp(&b.absolute));
}

pub(super) fn note_path(notes: &Path, path: &Path) -> NotePath {
    let inside = path.strip_prefix(notes).unwrap_or(path);
    NotePath {
        absolute: path.to_path_buf(),
        shown: names::shown(&Path::new(notes.file_name().unwrap_or_default()).join(inside)),
        folder: names::shown(inside.parent().unwrap_or(Path::new(""))),
    }
}

fn unreadable(notes: &Path, error: &ignore::Error) -> Diagnostic {
    let cause = match error {
        ignore::Error::WithDepth { err, .. } => err,
        other => other,
    };
    let (path, message, hint) = match cause {
        ignore::Error::Loop { child, .. } => {
            return not_followed(
                note_path(notes, child).shown,
                "this link leads back to a folder above it; it was not followed",
                "remove the link",
            );
        }
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
    Diagnostic::of_file(Code::Unreadable, note_path(notes, &path).shown, message).hint(hint)
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
