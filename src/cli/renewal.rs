//! Reading only what changed.

use super::implied::Implied;
use super::renamed::Renamed;
use super::snapshot;
use super::workspace::Opened;
use crate::model::{Book, BookId, Entry, EntryId, FoldedBefore, Library};
use crate::notes::{Home, Reading, has_trouble_with_names, read_files};
use crate::place::Placement;
use crate::source::Stamp;
use crate::store::{Snapshot, Warning};
use crate::tag::Tagging;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The library of a snapshot with the files that changed since, which are the stamps
/// without a digest and those that are gone; they get theirs. And what there is to say
/// about problems.
///
/// Files without entries are few, and read again, and so are those that a problem is
/// about, since whether there still is one may depend on any file. `None` when a book
/// changed, or when more changed than stayed: then all is read from the notes.
pub(super) fn renew(
    home: &Home,
    stamps: &mut [Stamp],
    before: Snapshot,
) -> Option<(Opened, Option<Warning>)> {
    let files = Files::of(stamps, &before.stamps()?);
    if files.same.len() < stamps.len() / 2 {
        return None;
    }
    let notes = home.notes();
    let (library, tagging, _, warning) = before.load()?;
    let of_names = warning.as_ref().is_some_and(|warning| warning.of_names);
    if of_names || files.new != files.gone && has_trouble_with_names(notes) {
        return None;
    }
    let texts = library.shared_texts()?;
    let settings = library.markdown().clone();
    let (books, entries, vocabulary, _) = library.into_parts();
    let mut read = files.to_read(&entries, warning.as_ref());
    let mut reading = read_named(notes, &read, &books);
    if files.moves_book(&entries, warning.as_ref(), &reading) || reading.library.books() != books {
        return None;
    }
    if *reading.library.markdown() != settings {
        return None;
    }
    let renamed = (reading.library.vocabulary().concepts() != vocabulary.concepts())
        .then(|| Renamed::of(&vocabulary, reading.library.vocabulary(), &*texts));
    // A link may be a concept now.
    if renamed.is_some() && entries.iter().any(|entry| !entry.links.is_empty()) {
        return None;
    }
    if let Some(renamed) = &renamed {
        let otherwise = entries.iter().filter(|entry| renamed.is_otherwise(entry));
        let otherwise: HashSet<&String> = otherwise.map(|entry| &entry.file).collect();
        if otherwise.iter().any(|file| !read.contains(*file)) {
            read.extend(otherwise.into_iter().cloned());
            reading = read_named(notes, &read, &books);
        }
    }
    let warning = snapshot::warning(&reading);
    for stamp in stamps.iter_mut().filter(|stamp| stamp.digest.is_none()) {
        stamp.digest = reading.digest(&stamp.name);
    }
    let (books, new, vocabulary, queries) = std::mem::take(&mut reading.library).into_parts();
    let renumber = |entry: &mut Entry| {
        if let Some(renamed) = &renamed {
            renamed.renumber(entry);
        }
    };
    let again = |file: &String| read.contains(file) || files.gone.contains(file);
    let implied = Implied {
        books: &books,
        again: &again,
    };
    if !implied.holds(&entries, &new) {
        return None;
    }
    let (entries, known) = merge(entries, new, &again, &renumber)?;
    let library = Library::new(books, entries, vocabulary)
        .with_queries(queries)
        .with_markdown(settings);
    let was = |entry: &Entry| known.get(&(entry.book, entry.id.clone())).copied();
    let was: Vec<Option<EntryId>> = library.entries().map(was).collect();
    let known = |id: EntryId| {
        let old = was[id.index()]?;
        let (tags, behind) = (tagging.tags(old), tagging.behind(old));
        match &renamed {
            Some(renamed) => renamed.take_over(old, tags, behind),
            None => Some((tags.to_vec(), behind)),
        }
    };
    let tagging = Tagging::renewed(&library, &known);
    let opened = Opened {
        tagging,
        placement: Placement::of(&library),
        library: library.with_folded_before(FoldedBefore::new(texts, was)),
    };
    Some((opened, warning))
}

/// What became of the files of a snapshot, by their names.
struct Files {
    /// They are as they were.
    same: HashSet<String>,
    /// They were there, and are not, or hold something else.
    gone: HashSet<String>,
    /// They were not there, or hold something else now.
    new: HashSet<String>,
}

impl Files {
    fn of(stamps: &[Stamp], before: &[Stamp]) -> Self {
        let named = |same: bool| {
            let some = stamps.iter().filter(|it| it.digest.is_some() == same);
            some.map(|stamp| stamp.name.clone()).collect()
        };
        let same: HashSet<String> = named(true);
        let before = before.iter().map(|stamp| &stamp.name);
        Self {
            gone: before.filter(|it| !same.contains(*it)).cloned().collect(),
            new: named(false),
            same,
        }
    }

    /// The files to read: those that changed, have no entries, or a problem.
    fn to_read(&self, entries: &[Entry], warning: Option<&Warning>) -> HashSet<String> {
        let with_entries: HashSet<&String> = entries.iter().map(|entry| &entry.file).collect();
        let without = self.same.iter().filter(|it| !with_entries.contains(it));
        let troubled = warning.iter().flat_map(|warning| &warning.files);
        let troubled = troubled.filter(|it| self.same.contains(*it));
        let all = self.new.iter().chain(without).chain(troubled);
        all.cloned().collect()
    }

    /// Whether files changed that have to do with which book an entry belongs to.
    fn moves_book(&self, entries: &[Entry], warning: Option<&Warning>, reading: &Reading) -> bool {
        let moved = || self.new.iter().chain(&self.gone);
        let of_books = warning.is_some_and(|warning| warning.of_books);
        let with_entries: HashSet<&String> = entries.iter().map(|entry| &entry.file).collect();
        moved().any(|name| reading.books.contains(name))
            || of_books && moved().any(|name| !with_entries.contains(name))
    }
}

fn read_named(notes: &Path, names: &HashSet<String>, books: &[Book]) -> Reading {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    let implied = books.iter().filter(|book| book.file.is_empty());
    read_files(notes, &names, implied.cloned().collect())
}

/// Of each entry that has the text and tags that it had, by its book and id, where it was.
type Known = HashMap<(BookId, String), EntryId>;

/// The entries of the files that stay, and the new ones; `None` when two of them have one
/// id.
fn merge(
    old: Vec<Entry>,
    new: Vec<Entry>,
    again: &dyn Fn(&String) -> bool,
    renumber: &dyn Fn(&mut Entry),
) -> Option<(Vec<Entry>, Known)> {
    let mut entries = Vec::with_capacity(old.len() + new.len());
    let (mut known, mut replaced) = (Known::with_capacity(old.len()), HashMap::new());
    for (index, mut entry) in old.into_iter().enumerate() {
        let (key, id) = ((entry.book, entry.id.clone()), EntryId::from(index));
        renumber(&mut entry);
        if again(&entry.file) {
            replaced.insert(key, (id, entry));
        } else {
            known.insert(key, id);
            entries.push(entry);
        }
    }
    for entry in new {
        let key = (entry.book, entry.id.clone());
        if known.contains_key(&key) && !replaced.contains_key(&key) {
            return None;
        }
        let before = replaced.get(&key);
        if let Some((id, _)) = before.filter(|(_, before)| names_the_same(before, &entry)) {
            known.insert(key, *id);
        }
        entries.push(entry);
    }
    Some((entries, known))
}

/// Whether an entry has the same tags as another one, whatever the vocabulary.
fn names_the_same(one: &Entry, other: &Entry) -> bool {
    one.text == other.text
        && one.title == other.title
        && one.tags == other.tags
        && one.refused == other.refused
}
