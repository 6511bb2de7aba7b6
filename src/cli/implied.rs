//! What follows from all Markdown notes together, and may change with each of them.

use crate::model::{Book, BookId, Entry, Language};
use crate::notes::guess_language;
use std::collections::HashMap;

/// The books of a library, and which files were read again or are gone.
pub(super) struct Implied<'a> {
    pub(super) books: &'a [Book],
    pub(super) again: &'a dyn Fn(&String) -> bool,
}

impl Implied<'_> {
    /// Whether there is anything of the kind: a book without a file of its own, or a note
    /// among these files, which are read again or gone.
    pub(super) fn is_any<'a>(&self, mut files: impl Iterator<Item = &'a String>) -> bool {
        let implied = self.books.iter().any(|book| book.file.is_empty());
        implied || files.any(|file| is_note(file))
    }

    /// Whether books without a file of their own, and the ids of notes, are as they were
    /// when the entries of these files are new ones.
    pub(super) fn holds(&self, all: &[Entry], now: &[Entry]) -> bool {
        let (before, kept): (Vec<&Entry>, Vec<&Entry>) =
            all.iter().partition(|entry| (self.again)(&entry.file));
        let now: Vec<&Entry> = now.iter().collect();
        self.same_chapters(&before, &now)
            && self.same_books(&kept, &now)
            && same_names(&kept, &before, &now)
    }

    fn is_implied(&self, book: BookId) -> bool {
        self.books[book.index()].file.is_empty()
    }

    /// The outline of such a book is the chapters that its notes name, as they are met.
    fn same_chapters(&self, before: &[&Entry], now: &[&Entry]) -> bool {
        let named = |entries: &[&Entry]| {
            let implied = entries.iter().filter(|entry| self.is_implied(entry.book));
            let named = implied.filter(|entry| !entry.chapters.is_empty());
            let named = named.map(|it| (it.file.clone(), it.line, it.book, it.chapters.clone()));
            let mut named: Vec<_> = named.collect();
            named.sort_unstable();
            named
                .into_iter()
                .map(|(file, _, book, chapters)| (file, book, chapters))
                .collect()
        };
        let (before, now): (Vec<_>, Vec<_>) = (named(before), named(now));
        before == now
    }

    /// Such a book is there as long as it has notes, and Korean when one of their titles
    /// is.
    fn same_books(&self, kept: &[&Entry], now: &[&Entry]) -> bool {
        let mut there = vec![false; self.books.len()];
        let mut korean = vec![false; self.books.len()];
        for entry in kept.iter().chain(now).filter(|it| self.is_implied(it.book)) {
            let book = entry.book.index();
            there[book] = true;
            korean[book] = korean[book] || guess_language(&entry.title) == Language::KOREAN;
        }
        let mut books = self
            .books
            .iter()
            .enumerate()
            .filter(|(_, book)| book.file.is_empty());
        books.all(|(index, book)| {
            let mut titles = book.title.iter().map(|(_, title)| guess_language(title));
            let is_korean = korean[index] || titles.any(|it| it == Language::KOREAN);
            there[index] && is_korean == (book.language == Language::KOREAN)
        })
    }
}

/// Whether the files that are kept share their names with others as they did: a note goes
/// by the name of its file unless another file has it too.
fn same_names(kept: &[&Entry], before: &[&Entry], now: &[&Entry]) -> bool {
    let names = |entries: &[&Entry]| files_of_names(entries.iter().copied());
    let (before, now) = (names(before), names(now));
    if before == now {
        return true;
    }
    names(kept).iter().all(|(name, count)| {
        let shared = |others: &HashMap<String, usize>| count + others.get(name).unwrap_or(&0) > 1;
        shared(&before) == shared(&now)
    })
}

/// In how many files of entries the names of notes are.
pub(super) fn files_of_names<'a>(
    entries: impl Iterator<Item = &'a Entry>,
) -> HashMap<String, usize> {
    let files = entries.map(|entry| entry.file.as_str());
    let mut files: Vec<&str> = files.filter(|file| is_note(file)).collect();
    files.sort_unstable();
    files.dedup();
    let mut names = HashMap::new();
    for file in files {
        *names.entry(note_name(file)).or_default() += 1;
    }
    names
}

/// Whether a file is a Markdown note.
pub(super) fn is_note(file: &str) -> bool {
    file.ends_with(".md") || file.ends_with(".markdown")
}

/// The name of a note, as `notes` compares them.
fn note_name(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    crate::text::slug::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}
