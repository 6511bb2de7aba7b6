//! Books that have no file: those of Markdown notes.

use super::books::Shelf;
use super::entries::EntryFile;
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
}

impl Implied {
    /// Gives every Markdown note its id and its book, and puts books on the shelf that
    /// have none of their own.
    pub(super) fn shelve(&self, files: &mut [EntryFile], shelf: &mut Shelf) {
        choose_ids(files);
        shelf.add(self.known.clone());
        let mut books: BTreeMap<String, OutlineOf> = BTreeMap::new();
        for file in files.iter_mut().filter(|file| file.is_note()) {
            for entry in &mut file.entries {
                let (id, title) = match self.book_of(&file.folder, entry, shelf) {
                    Choice::There(book) => {
                        let known = &shelf.books[book.index()];
                        entry.value.book = Some(known.id.clone());
                        super::outline::match_chapters(&mut entry.value, &known.outline);
                        continue;
                    }
                    Choice::Misspelt => continue,
                    Choice::New(id, title) => (id, title),
                };
                entry.value.book = Some(id.clone());
                let book = books.entry(id).or_insert_with(|| OutlineOf::new(title));
                book.take(&mut entry.value);
            }
        }
        let new = books.into_iter().map(|(id, outline)| outline.into_book(id));
        shelf.add(new.collect());
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

/// A note goes by the name of its file; where several files have one name, by its path.
fn choose_ids(files: &mut [EntryFile]) {
    let mut files_of: HashMap<String, usize> = HashMap::new();
    let notes = || files.iter().filter(|file| file.is_note());
    for stem in notes().filter_map(|file| file.entries.first()).map(stem) {
        *files_of.entry(stem).or_default() += 1;
    }
    for file in files.iter_mut().filter(|file| file.is_note()) {
        for entry in &mut file.entries {
            let shared = files_of.get(&stem(entry)).is_some_and(|files| *files > 1);
            let ids = entry.value.note.as_ref().and_then(|note| note.ids.clone());
            if let Some((short, long)) = ids {
                entry.value.id = Some(if shared { fitted(&long) } else { short });
            }
        }
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
