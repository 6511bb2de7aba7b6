//! Books that have no file: those of Markdown notes.

use super::books::Shelf;
use super::outline::OutlineOf;
use crate::model::{Book, BookId, Edition, LocalText, MarkdownSettings};
use crate::notes::format::{EntrySource, guess_language};
use crate::notes::located::Located;
use crate::notes::markdown::{fitted, folded};
use crate::text::similarity::closest;
use crate::text::slug::slug;
use std::collections::{BTreeMap, HashMap};

/// What is known of the library besides its notes.
#[derive(Clone, Debug, Default)]
pub(in crate::notes) struct Implied {
    /// What its folder is called: the name of its book, when nothing else is.
    pub(in crate::notes) name: String,
    pub(in crate::notes) settings: MarkdownSettings,
    /// The books without a file of their own that are known to be there, when not all
    /// notes are read.
    pub(in crate::notes) known: Vec<Book>,
    /// In how many files that are not read the names of notes are.
    pub(in crate::notes) elsewhere: HashMap<String, usize>,
}

/// The shelf as it was before books were implied, and what is implied by notes.
#[derive(Default)]
pub(in crate::notes) struct Shelved {
    implied: Implied,
    before: Shelf,
    books: BTreeMap<String, OutlineOf>,
    /// In how many files the names of files are.
    files_of: HashMap<String, usize>,
}

impl Implied {
    /// Puts the books on the shelf that are known to be there.
    pub(in crate::notes) fn put_known(mut self, shelf: &mut Shelf) -> Shelved {
        shelf.add(std::mem::take(&mut self.known));
        Shelved {
            files_of: std::mem::take(&mut self.elsewhere),
            implied: self,
            before: shelf.clone(),
            books: BTreeMap::new(),
        }
    }

    fn book_of(&self, folder: &str, entry: &Located<EntrySource>, shelf: &Shelf) -> Choice {
        if let Some(name) = &entry.value.book {
            return named(name, shelf);
        }
        if let Some(book) = shelf.book_of_folder(folder) {
            return Choice::There(book);
        }
        let name = self.settings.books.as_ref().and_then(|books| {
            let inside = folder.strip_prefix(books.as_str())?.strip_prefix('/')?;
            inside.split('/').next()
        });
        implied(name.unwrap_or(&self.name), shelf)
    }
}

impl Shelved {
    /// Takes note of what the entries of a Markdown file say of books.
    pub(in crate::notes) fn meet(&mut self, folder: &str, entries: &[Located<EntrySource>]) {
        if let Some(first) = entries.first() {
            *self.files_of.entry(stem(first)).or_default() += 1;
        }
        for entry in entries {
            if let Choice::New(id, title) = self.implied.book_of(folder, entry, &self.before) {
                let book = self.books.entry(id);
                let book = book.or_insert_with(|| OutlineOf::new(title));
                book.learn(&entry.value);
            }
        }
    }

    /// Puts the books on the shelf that notes imply.
    pub(in crate::notes) fn put_new(&mut self, shelf: &mut Shelf) {
        let new = std::mem::take(&mut self.books).into_iter();
        shelf.add(new.map(|(id, outline)| outline.into_book(id)).collect());
    }

    /// Gives a note its id, its book and its chapters; leaves other entries as they are.
    pub(super) fn settle(&self, folder: &str, entry: &mut Located<EntrySource>, shelf: &Shelf) {
        if entry.value.note.is_none() {
            return;
        }
        // A note goes by the name of its file; where several files have one name, by its
        // path.
        let shared = self
            .files_of
            .get(&stem(entry))
            .is_some_and(|files| *files > 1);
        let ids = entry.value.note.as_ref().and_then(|note| note.ids.clone());
        if let Some((short, long)) = ids {
            entry.value.id = Some(if shared { fitted(&long) } else { short });
        }
        match self.implied.book_of(folder, entry, &self.before) {
            Choice::There(book) => {
                let id = &self.before.books[book.index()].id;
                let known = shelf.find(id).map(|book| &shelf.books[book.index()]);
                entry.value.book = Some(id.clone());
                if let Some(known) = known {
                    super::outline::match_chapters(&mut entry.value, &known.outline);
                }
            }
            Choice::Misspelt => {}
            Choice::New(id, _) => {
                entry.value.book = Some(id);
                super::outline::name_chapters(&mut entry.value);
            }
        }
    }
}

/// Which book a note belongs to.
enum Choice {
    There(BookId),
    /// An id and a title.
    New(String, String),
    /// It is too like the id of a book to be another one.
    Misspelt,
}

/// The book that a note names by id or title.
fn named(name: &str, shelf: &Shelf) -> Choice {
    let key = folded(name);
    let titled = |book: &Book| book.title.iter().any(|(_, title)| folded(title) == key);
    let by_title = || shelf.books.iter().position(titled).map(BookId::from);
    let by_id = shelf.find(name).or_else(|| shelf.find(&slug(name)));
    if let Some(book) = by_id.or_else(by_title) {
        return Choice::There(book);
    }
    let written = shelf.books.iter().filter(|book| !book.file.is_empty());
    let like = closest(name, written.map(|book| book.id.as_str()), 1);
    match like.is_empty() {
        true => implied(name, shelf),
        false => Choice::Misspelt,
    }
}

fn implied(name: &str, shelf: &Shelf) -> Choice {
    let id = match slug(name) {
        id if id.is_empty() => "notes".to_owned(),
        id => id,
    };
    match shelf.find(&id) {
        Some(book) => Choice::There(book),
        None => Choice::New(id, name.to_owned()),
    }
}

fn stem(entry: &Located<EntrySource>) -> String {
    let name = entry.file.name.rsplit('/').next().unwrap_or_default();
    slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

impl OutlineOf {
    fn into_book(self, id: String) -> Book {
        let (title, language, outline) = self.parts();
        Book {
            id,
            language,
            title: LocalText::new(guess_language(&title), title),
            subtitle: LocalText::default(),
            authors: Vec::new(),
            edition: Edition::default(),
            outline,
            sources: Vec::new(),
            file: String::new(),
        }
    }
}
