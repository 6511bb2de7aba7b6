//! Reading only what changed.

use super::as_written::AsWritten;
use super::changed_files::ChangedFiles;
use super::implied::{Implied, files_of_names, is_note};
use super::renamed::Renamed;
use super::snapshot::finish;
use super::staying::Staying;
use crate::model::{Book, Entry};
use crate::notes::{Ground, Home, has_trouble_with_names};
use crate::source::Stamp;
use crate::store::{self, Builder, Snapshot};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Makes a snapshot of an earlier one and the files that changed since, which are the
/// stamps without a digest and those that are gone; they get theirs.
///
/// Files without entries are few, and read again, and so are those that a problem is
/// about, since whether there still is one may depend on any file. `None` when a book
/// changed, or when more changed than stayed: then all is read from the notes.
pub(super) fn renew(
    home: &Home,
    stamps: &mut [Stamp],
    snapshot: &Snapshot,
    path: &Path,
) -> Option<()> {
    let files = ChangedFiles::of(stamps, &snapshot.stamps()?);
    if files.same.len() < stamps.len() / 2 {
        return None;
    }
    let notes = home.notes();
    let before = snapshot.before()?;
    let (library, _, _, warning) = snapshot.again()?.load()?;
    let of_names = warning.as_ref().is_some_and(|warning| warning.of_names);
    if of_names || files.new != files.gone && has_trouble_with_names(notes) {
        return None;
    }
    let entries = before.entries();
    let mut read = files.to_read(entries, warning.as_ref());
    let mut ground = ground_of(notes, &read, &files, library.books(), entries);
    let mut now = ground.library();
    if files.moves_book(entries, warning.as_ref(), &ground)
        || now.books() != library.books()
        || now.markdown() != library.markdown()
    {
        return None;
    }
    let renamed = match now.vocabulary().concepts() == library.vocabulary().concepts() {
        true => None,
        false => Some(Renamed::of(
            library.vocabulary(),
            now.vocabulary(),
            library.texts()?,
        )),
    };
    // A link may be a concept now.
    if renamed.is_some() && entries.iter().any(|entry| !entry.links.is_empty()) {
        return None;
    }
    if let Some(renamed) = &renamed {
        let otherwise = entries.iter().filter(|entry| renamed.is_otherwise(entry));
        let otherwise: HashSet<&String> = otherwise.map(|entry| &entry.file).collect();
        if otherwise.iter().any(|file| !read.contains(*file)) {
            read.extend(otherwise.into_iter().cloned());
            ground = ground_of(notes, &read, &files, library.books(), entries);
            now = ground.library();
        }
    }
    let again = |file: &String| read.contains(file) || files.gone.contains(file);
    let mut staying = Staying::of(&before, &again);
    let written = match &renamed {
        None => AsWritten::of(&before, &again),
        Some(_) => AsWritten::default(),
    };
    // What there is to say about an entry is said when it is read.
    let troubled = warning.iter().flat_map(|warning| &warning.files);
    let troubled: HashSet<&str> = troubled.map(String::as_str).collect();
    let known = |file: &str, bytes| {
        let number = written.number(file, bytes);
        number.filter(|_| !troubled.contains(file))
    };
    let mut builder = Builder::new(store::beside(path).ok()?, &now).ok()?;
    let mut added = Ok(());
    let entries_read = ground.entries(Some(&known), &mut |entries, known| {
        known.into_iter().for_each(|known| staying.meet(known));
        if added.is_ok() {
            let new = entries.into_iter();
            added = builder.add(new.filter_map(|read| staying.take(read, &written)));
        }
    });
    added.and_then(|()| builder.flush()).ok()?;
    let implied = Implied {
        books: library.books(),
        again: &again,
    };
    if staying.clashes_with(builder.entries()) {
        return None;
    }
    if implied.is_any(read.iter().chain(&files.gone)) {
        let here = builder.entries().iter().cloned();
        let here: Vec<Entry> = here.chain(staying.met_again()).collect();
        if !implied.holds(entries, &here) {
            return None;
        }
    }
    staying.keep(&mut builder, renamed.as_ref()).ok()?;
    finish(ground, entries_read, builder, stamps, path).ok()
}

/// Reads files of these names, as if there were no others but the books that have no file
/// of their own, and the notes that have a name of theirs.
fn ground_of(
    notes: &Path,
    names: &HashSet<String>,
    files: &ChangedFiles,
    books: &[Book],
    before: &[Entry],
) -> Ground<'static> {
    let kept = |it: &&Entry| !names.contains(&it.file) && !files.gone.contains(&it.file);
    let elsewhere = match names.iter().any(|file| is_note(file)) {
        true => files_of_names(before.iter().filter(kept)),
        false => HashMap::new(),
    };
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    let implied = books.iter().filter(|book| book.file.is_empty());
    Ground::of_files(notes, &names, implied.cloned().collect(), elsewhere)
}
