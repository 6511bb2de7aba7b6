//! Reading only what changed.

use super::workspace::Opened;
use crate::model::{Book, BookId, Entry, EntryId, Library};
use crate::notes::{NOTES_FOLDER, read_entries};
use crate::place::Placement;
use crate::source::Stamp;
use crate::store::Snapshot;
use crate::tag::Tagging;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The library of a snapshot with the files that changed since, which are the stamps
/// without a digest and those that are gone; they get theirs.
///
/// `None` when anything but entries changed, when there was or is a problem anywhere, or
/// when more changed than stayed: then all is read from the notes.
pub(super) fn renew(root: &Path, stamps: &mut [Stamp], before: Snapshot) -> Option<Opened> {
    let there: HashSet<&str> = kept(stamps).collect();
    let gone = before.stamps()?.into_iter().map(|stamp| stamp.name);
    let gone: HashSet<String> = gone.filter(|name| !there.contains(name.as_str())).collect();
    if there.len() < stamps.len() / 2 {
        return None;
    }
    let (library, tagging, _, warning) = before.load()?;
    if warning.is_some() {
        return None;
    }
    let (books, mut entries, vocabulary, queries) = library.into_parts();
    // What is not known by an entry of its own may be a book or a vocabulary.
    let with_entries: HashSet<&str> = entries.iter().map(|it| it.file.as_str()).collect();
    if !gone.iter().all(|name| with_entries.contains(name.as_str())) {
        return None;
    }
    let old = stays(&books, &entries, &gone);
    entries.retain(|entry| !gone.contains(&entry.file));
    let changed = stamps.iter_mut().filter(|stamp| stamp.digest.is_none());
    let changed: Vec<&mut Stamp> = changed.collect();
    let names: Vec<&str> = changed.iter().map(|stamp| stamp.name.as_str()).collect();
    let read = read_entries(&root.join(NOTES_FOLDER), &names, &books, &vocabulary)?;
    if !all_new(&entries, &read.entries) {
        return None;
    }
    for (stamp, digest) in changed.into_iter().zip(read.digests) {
        stamp.digest = Some(digest);
    }
    entries.extend(read.entries);
    let library = Library::new(books, entries, vocabulary).with_queries(queries);
    let known = |id: EntryId| {
        let old = *old.get(library.qualified_id(id).as_str())?;
        Some((tagging.tags(old).to_vec(), tagging.behind(old)))
    };
    Some(Opened {
        tagging: Tagging::renewed(&library, &known),
        placement: Placement::of(&library),
        library,
    })
}

/// The names of the files that are as they were.
fn kept(stamps: &[Stamp]) -> impl Iterator<Item = &str> {
    let kept = stamps.iter().filter(|stamp| stamp.digest.is_some());
    kept.map(|stamp| stamp.name.as_str())
}

/// Where the entries of the files that stay were, by book and id.
fn stays(books: &[Book], entries: &[Entry], gone: &HashSet<String>) -> HashMap<String, EntryId> {
    let numbered = entries.iter().enumerate();
    let stay = numbered.filter(|(_, entry)| !gone.contains(&entry.file));
    let named = stay.map(|(index, entry)| {
        let book = &books[entry.book.index()].id;
        (format!("{book}/{}", entry.id), EntryId::from(index))
    });
    named.collect()
}

/// Whether no two entries of a book have one id.
fn all_new(kept: &[Entry], read: &[Entry]) -> bool {
    let read: HashSet<(BookId, &str)> = read.iter().map(|it| (it.book, it.id.as_str())).collect();
    !kept
        .iter()
        .any(|it| read.contains(&(it.book, it.id.as_str())))
}
