//! The notebook that Kindle's apps export as HTML. It has the chapters.
//!
//! ```text
//! <div class="bookTitle">Piranesi</div><div class="authors">Clarke, Susanna</div>
//! <div class="sectionHeading">第二章</div>
//! <div class="noteHeading">Highlight(<span class="highlight_yellow">yellow</span>) - Page 29 · Location 364</div>
//! <div class="noteText">…</div>
//! ```

mod pieces;

use super::position::Position;
use super::words::Kind;
use crate::import::detect::{Confidence, Detection, Look};
use crate::import::importer::{Importer, Input, Options};
use crate::import::keys::Keys;
use crate::import::note::{Imported, ImportedBook, ImportedNote};
use crate::source::{Place, SourceFile};
use pieces::{Piece, pieces, places};
use std::sync::Arc;

/// The importer of notebooks.
#[derive(Debug)]
pub struct KindleNotebook;

/// What is known while pieces are read.
struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    book: ImportedBook,
    keys: Keys,
    chapter: Option<String>,
    heading: Option<Heading>,
    /// The highlight read last, with its place in the book: a note may be on it.
    last: Option<Position>,
    imported: Imported,
}

/// What a line above a text says.
struct Heading {
    kind: Option<Kind>,
    color: Option<String>,
    position: Position,
    words: String,
    place: Place,
}

impl Importer for KindleNotebook {
    fn name(&self) -> &'static str {
        "kindle-notebook"
    }

    fn about(&self) -> &'static str {
        "the notebook of a book that Kindle's apps export, with its chapters (HTML)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let has = |class: &str| look.text().contains(class);
        Detection::when(
            has("noteHeading") && has("bookTitle"),
            Confidence::Certain,
            "HTML with the classes bookTitle and noteHeading",
        )
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let mut reader = Reader {
            file: input.file,
            book: ImportedBook::default(),
            keys: Keys::default(),
            chapter: None,
            heading: None,
            last: None,
            imported: Imported::default(),
        };
        let mut headings = places(input.file);
        for piece in pieces(&input.file.text) {
            reader.take(piece, &mut headings);
        }
        reader.finish()
    }
}

impl Reader<'_> {
    fn take(&mut self, piece: Piece, headings: &mut impl Iterator<Item = Place>) {
        match piece.class {
            "bookTitle" => self.book.title = Some(piece.text),
            "authors" => {
                let names = piece.text.split(';').map(|name| name.trim().to_owned());
                self.book.authors = names.filter(|name| !name.is_empty()).collect();
            }
            "sectionHeading" => self.chapter = Some(piece.text).filter(|name| !name.is_empty()),
            "noteHeading" => {
                self.close(String::new());
                let place = headings
                    .next()
                    .unwrap_or_else(|| Place::new(self.file, 0..0));
                self.heading = Some(Heading::read(&piece.text, place));
            }
            _ => self.close(piece.text),
        }
    }

    /// The text below a heading.
    fn close(&mut self, text: String) {
        let Some(heading) = self.heading.take() else {
            if !text.is_empty() {
                let at = self.file.text.find(&text).unwrap_or(0);
                self.imported.report(
                    Place::new(self.file, at..at),
                    "this text has no heading that says what it is",
                    "this note was not imported",
                    "export the notebook again",
                );
            }
            return;
        };
        let kind = match heading.kind {
            Some(Kind::Bookmark) => {
                self.imported.skip(Some(heading.place), "it is a bookmark");
                return;
            }
            _ if text.is_empty() => {
                self.imported.skip(Some(heading.place), "it has no text");
                return;
            }
            Some(kind) => kind,
            None => {
                self.imported.report(
                    heading.place,
                    format!("whether this is a highlight or a note cannot be told: {}", heading.words),
                    "this note was not imported",
                    "put the English word for it (Highlight, Note) into this heading, and import again",
                );
                return;
            }
        };
        match kind {
            Kind::Note => self.note(heading, text),
            _ => self.highlight(heading, text),
        }
    }

    fn highlight(&mut self, heading: Heading, text: String) {
        self.last = Some(heading.position.clone());
        let note = ImportedNote {
            passage: text.clone(),
            ..self.at(&heading, "highlight", &text)
        };
        self.push(note);
    }

    /// A note on the highlight before it, or one by itself.
    fn note(&mut self, heading: Heading, text: String) {
        let on = self.last.as_ref().is_some_and(|last| {
            let page = heading.position.pages.is_some() && last.pages == heading.position.pages;
            last.overlaps(&heading.position) || page
        });
        match self.book.notes.last_mut().filter(|_| on) {
            Some(highlight) => {
                let gap = if highlight.remark.is_empty() {
                    ""
                } else {
                    "\n\n"
                };
                highlight.remark = format!("{}{gap}{text}", highlight.remark);
                self.imported
                    .skip(Some(heading.place), "it is a note on a highlight");
            }
            None => {
                self.last = None;
                let note = ImportedNote {
                    remark: text.clone(),
                    ..self.at(&heading, "note", &text)
                };
                self.push(note);
            }
        }
    }

    fn at(&self, heading: &Heading, what: &str, _: &str) -> ImportedNote {
        let title = self.book.title.as_deref().unwrap_or("?");
        let chapter = heading
            .position
            .names
            .first()
            .cloned()
            .or_else(|| self.chapter.clone());
        ImportedNote {
            key: format!("{title} {what} {}", heading.position.key()),
            pages: heading.position.pages,
            location: heading.position.shown(),
            chapter,
            color: heading.color.clone(),
            place: Some(heading.place.clone()),
            ..ImportedNote::default()
        }
    }

    fn push(&mut self, mut note: ImportedNote) {
        let words = format!("{}{}", note.passage, note.remark);
        match self.keys.take(note.key.clone(), &words) {
            Some(key) => {
                note.key = key;
                self.book.notes.push(note);
            }
            None => {
                self.last = None;
                self.imported.skip(note.place, "it stands there twice");
            }
        }
    }

    fn finish(mut self) -> Imported {
        self.close(String::new());
        if self.book.title.is_none() && self.book.notes.is_empty() {
            self.imported.report(
                Place::new(self.file, 0..0),
                "this is no Kindle notebook: it has no element of the class bookTitle",
                "nothing was imported",
                "export it in the Kindle app: open the notebook of the book, share, export",
            );
            return self.imported;
        }
        if let Some(title) = &self.book.title {
            let authors = self.book.authors.join("; ");
            self.book
                .ids
                .push(format!("kindle-notebook:{title} ({authors})"));
        }
        self.imported.add(self.book);
        self.imported
    }
}

impl Heading {
    /// Reads `Highlight(yellow) - Chapter 3 > Page 29 · Location 364`.
    fn read(words: &str, place: Place) -> Self {
        let (what, at) = words.split_once(" - ").unwrap_or((words, ""));
        let color = what
            .split_once(['(', '（'])
            .map(|(_, inside)| inside.trim_end_matches([')', '）', ' ']).trim().to_owned());
        let bare = what.split(['(', '（']).next().unwrap_or(what);
        Self {
            kind: Kind::named(bare),
            color: color.filter(|color| !color.is_empty()),
            position: Position::read(at.split(['>', '·', '|'])),
            words: words.to_owned(),
            place,
        }
    }
}
