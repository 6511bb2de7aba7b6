//! KOReader's export to Markdown.
//!
//! ```text
//! # Title
//! ##### Author
//!
//! ## Chapter
//! ### Page 35 @ 01 March 2022 05:19:00 PM
//! the passage
//!
//! ---
//! the note
//! ```

use super::{book, page, push};
use crate::import::keys::Keys;
use crate::import::note::{Imported, ImportedBook, ImportedNote};
use crate::source::{Place, SourceFile};
use std::sync::Arc;

/// What has been read so far.
struct Reader {
    imported: Imported,
    about: Option<ImportedBook>,
    keys: Keys,
    chapter: Option<String>,
    note: Option<ImportedNote>,
    /// Lines since the last heading, and whether they are the reader's.
    passage: Vec<String>,
    remark: Option<Vec<String>>,
}

pub(super) fn read(file: &Arc<SourceFile>) -> Imported {
    let mut reader = Reader {
        imported: Imported::default(),
        about: None,
        keys: Keys::default(),
        chapter: None,
        note: None,
        passage: Vec::new(),
        remark: None,
    };
    let mut start = 0;
    for raw in file.text.split_inclusive('\n') {
        let line = raw.trim_end();
        reader.line(line, Place::new(file, start..start + line.len()));
        start += raw.len();
    }
    reader.close_book();
    if reader.imported.books.is_empty() {
        reader.imported.report(
            Place::new(file, 0..0),
            "this is no export of KOReader: it has no title",
            "nothing was imported",
            "the file begins with # and the title, and has ### Page … @ … above each note",
        );
    }
    reader.imported
}

impl Reader {
    fn line(&mut self, line: &str, place: Place) {
        if let Some(heading) = line
            .strip_prefix("### Page ")
            .filter(|rest| rest.contains(" @ "))
        {
            self.close();
            self.open(heading, place);
        } else if let Some(title) = line.strip_prefix("# ") {
            self.close_book();
            self.about = Some(book(title, ""));
        } else if let (Some(author), Some(about)) = (line.strip_prefix("##### "), &self.about)
            && self.note.is_none()
        {
            self.about = Some(book(about.title.as_deref().unwrap_or_default(), author));
        } else if let Some(chapter) = line.strip_prefix("## ") {
            self.close();
            self.chapter = Some(chapter.trim().to_owned());
        } else if self.note.is_none() {
            if !line.trim().is_empty() && self.about.is_some() {
                let said = "this line belongs to no note";
                self.imported.report(
                    place,
                    said,
                    "not imported",
                    "put it below a heading ### Page … @ …",
                );
            }
        } else if line == "---" && self.remark.is_none() {
            self.remark = Some(Vec::new());
        } else {
            self.remark
                .as_mut()
                .unwrap_or(&mut self.passage)
                .push(line.to_owned());
        }
    }

    /// `35 @ 01 March 2022 05:19:00 PM`
    fn open(&mut self, heading: &str, place: Place) {
        let (number, written) = heading.split_once(" @ ").unwrap_or((heading, ""));
        let moment = self.imported.moment(written, &place);
        let mut note = ImportedNote {
            date: moment.as_ref().map(|moment| moment.date),
            time: moment.and_then(|moment| moment.time),
            chapter: self.chapter.clone(),
            place: Some(place),
            ..ImportedNote::default()
        };
        page(&mut note, number.trim());
        self.note = Some(note);
    }

    fn close(&mut self) {
        let passage = std::mem::take(&mut self.passage);
        let remark = self.remark.take().unwrap_or_default();
        let (Some(mut note), Some(about)) = (self.note.take(), &mut self.about) else {
            return;
        };
        let lines = |lines: Vec<String>| lines.join("\n").trim().to_owned();
        (note.passage, note.remark) = (lines(passage), lines(remark));
        match note.passage.is_empty() && note.remark.is_empty() {
            true => self.imported.skip(note.place, "it has no text"),
            false => push(about, note, &mut self.keys, &mut self.imported),
        }
    }

    fn close_book(&mut self) {
        self.close();
        self.chapter = None;
        if let Some(about) = self.about.take() {
            self.imported.add(about);
        }
    }
}
