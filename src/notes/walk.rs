//! Which files of a folder are notes.

use super::home::Home;
use super::links::{Links, not_followed};
use super::{file, names};
use crate::diagnostic::{Code, Diagnostic};
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// How notes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Ron,
    Markdown,
}

impl Kind {
    /// The kind of a file, by its ending.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        let is_markdown = ["md", "markdown"]
            .iter()
            .any(|it| ending.eq_ignore_ascii_case(it));
        match ending {
            "ron" => Some(Self::Ron),
            _ => is_markdown.then_some(Self::Markdown),
        }
    }
}

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotePath {
    pub(super) absolute: PathBuf,
    pub(super) kind: Kind,
    /// As messages call it, with `/` between the parts.
    pub(super) shown: String,
    /// Its folder, below the folder that is read, with `/` between the parts; empty
    /// for that folder itself.
    pub(super) folder: String,
}

/// Files that the reader leaves out, in the way of `.gitignore`.
pub(super) const IGNORE_FILE: &str = ".bookgraphignore";
/// Folders whose Markdown is no notes, whatever program made them.
const NO_NOTES: [&str; 4] = ["templates", "_templates", "템플릿", "node_modules"];
/// Logseq's own folder, at the top.
const LOGSEQ: &str = "logseq";
/// A file that says what a folder is, and is no note.
const README: &str = "readme";

/// All regular `.ron` and Markdown files of a library, sorted by path; hidden files and
/// folders are left out, and so are the templates and settings of other programs. Links
/// are followed unless they loop or lead out of the library, and copies that a conflict
/// made are left out.
pub(super) fn note_files(home: &Home) -> (Vec<NotePath>, Vec<Diagnostic>) {
    let notes = home.notes();
    let top = notes.to_path_buf();
    let mut paths = Vec::new();
    let mut diagnostics = Vec::new();
    let links = Links::of(notes);
    let followed = links.clone();
    let walk = WalkBuilder::new(notes)
        .filter_entry(move |entry| {
            let wanted = !is_settings(&top, entry.path());
            let follows = || followed.follows(entry.path(), entry.path_is_symlink());
            entry.depth() == 0 || (wanted && follows())
        })
        .standard_filters(false)
        .hidden(true)
        .add_custom_ignore_filename(IGNORE_FILE)
        .follow_links(true)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let kind = entry.file_type();
                let is_file = kind.is_some_and(|kind| kind.is_file());
                let is_note = is_note(home, entry.path());
                if is_file && is_note {
                    paths.push(note_path(home, entry.path()));
                } else if is_note && kind.is_some_and(|kind| !kind.is_dir()) {
                    diagnostics.push(file::no_file(&note_path(home, entry.path()).shown));
                }
            }
            Err(error) => diagnostics.push(unreadable(home, &error)),
        }
    }
    diagnostics.extend(links.problems(|path| note_path(home, path).shown));
    diagnostics.extend(names::without_conflict_copies(&mut paths));
    (paths, diagnostics)
}

/// How many Markdown notes a library has.
pub fn markdown_files(home: &Home) -> usize {
    let (paths, _) = note_files(home);
    let of_markdown = paths.iter().filter(|path| path.kind == Kind::Markdown);
    of_markdown.count()
}

/// Whether a folder is Logseq's own: its settings and its old copies of pages.
fn is_settings(top: &Path, path: &Path) -> bool {
    path.parent() == Some(top)
        && path.file_name().is_some_and(|name| name == LOGSEQ)
        && path.join("config.edn").exists()
}

/// Whether a file is a note: by its ending, and no template and no description.
fn is_note(home: &Home, path: &Path) -> bool {
    let inside = path.strip_prefix(home.notes()).unwrap_or(path);
    let folders = inside.parent().unwrap_or(Path::new(""));
    let is_template = |part: &std::ffi::OsStr| {
        let name: String = part.to_string_lossy().nfc().collect();
        NO_NOTES.contains(&name.to_lowercase().as_str())
    };
    let is_readme = || {
        path.file_stem()
            .is_some_and(|it| it.eq_ignore_ascii_case(README))
    };
    match Kind::of(path) {
        Some(Kind::Markdown) => !is_readme() && !folders.iter().any(is_template),
        kind => kind.is_some(),
    }
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
    home: &Home,
    names: impl Iterator<Item = &'a str>,
) {
    let there: HashSet<String> = paths.iter().map(|path| path.shown.clone()).collect();
    let new = names.filter(|name| !there.contains(*name));
    paths.extend(new.map(|name| note_path(home, &home.path(name))));
    paths.sort_by(|a, b| a.absolute.cmp(&b.absolute));
}

/// A file as messages call it.
pub(super) fn note_path(home: &Home, path: &Path) -> NotePath {
    let inside = path.strip_prefix(home.notes()).unwrap_or(path);
    let top = match home.is_vault() {
        true => Path::new(""),
        false => Path::new(home.notes().file_name().unwrap_or_default()),
    };
    NotePath {
        absolute: path.to_path_buf(),
        kind: Kind::of(path).unwrap_or(Kind::Ron),
        shown: names::shown(&top.join(inside)),
        folder: names::shown(inside.parent().unwrap_or(Path::new(""))),
    }
}

fn unreadable(home: &Home, error: &ignore::Error) -> Diagnostic {
    let cause = match error {
        ignore::Error::WithDepth { err, .. } => err,
        other => other,
    };
    let (path, message, hint) = match cause {
        ignore::Error::Loop { child, .. } => {
            return not_followed(
                note_path(home, child).shown,
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
            home.notes().to_path_buf(),
            format!("cannot be read: {}", cause_of(other)),
            "check that it exists and that you may read it",
        ),
    };
    Diagnostic::of_file(Code::Unreadable, note_path(home, &path).shown, message).hint(hint)
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
