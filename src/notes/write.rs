//! Model → RON, for new files. Files that exist are never written whole.

use super::format::VERSION;
use crate::model::{Book, Entry, LocalText, Outline};
use ron::ser::PrettyConfig;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The file of an entry that is new: what an import gives it. The entry's book
/// is told by the folder.
pub(crate) fn entry_to_ron(entry: &Entry, book: &Book) -> String {
    pretty(&EntryFile { entry, book })
}

/// The file of a book that is new: its title, authors and the chapters that
/// are known by number.
pub(crate) fn book_to_ron(book: &Book) -> String {
    pretty(&BookFile(book))
}

/// Strings are written as they are read, not escaped, so that Korean and line
/// breaks stay legible.
fn pretty(value: &impl Serialize) -> String {
    let config = PrettyConfig::new()
        .struct_names(true)
        .escape_strings(false)
        .new_line("\n")
        .indentor("    ");
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let text = options
        .to_string_pretty(value, config)
        .expect("plain structs of strings and numbers can be written as RON");
    format!("{text}\n")
}

struct EntryFile<'a> {
    entry: &'a Entry,
    book: &'a Book,
}

impl Serialize for EntryFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.entry;
        let chapters: Vec<&str> = entry
            .chapters
            .iter()
            .map(|&index| self.book.outline.chapters[index as usize].id.as_str())
            .collect();
        let mut fields = serializer.serialize_struct("Entry", 14)?;
        fields.serialize_field("format", &VERSION)?;
        fields.serialize_field("id", &entry.id)?;
        fields.serialize_field("title", &entry.title)?;
        optional(
            &mut fields,
            "date",
            entry.date.map(|date| date.to_string()).as_ref(),
        )?;
        optional(&mut fields, "day", entry.day.as_ref())?;
        optional(
            &mut fields,
            "pages",
            entry.pages.map(|pages| (pages.first, pages.last)).as_ref(),
        )?;
        optional(
            &mut fields,
            "chapters",
            (!chapters.is_empty()).then_some(&chapters),
        )?;
        optional(&mut fields, "truncated", entry.truncated.then_some(&true))?;
        fields.serialize_field("text", &entry.text)?;
        let source = entry.source.as_ref().map(|source| SourceOut {
            kind: &source.kind,
            key: &source.key,
            title: source.title.as_deref(),
            digest: source.digest.as_deref(),
        });
        optional(&mut fields, "source", source.as_ref())?;
        fields.end()
    }
}

struct BookFile<'a>(&'a Book);

impl Serialize for BookFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let book = self.0;
        let mut fields = serializer.serialize_struct("Book", 6)?;
        fields.serialize_field("format", &VERSION)?;
        fields.serialize_field("id", &book.id)?;
        fields.serialize_field("language", book.language.code())?;
        fields.serialize_field("title", &LocalTextOut(&book.title))?;
        fields.serialize_field("authors", &book.authors)?;
        fields.serialize_field("outline", &OutlineOut(&book.outline))?;
        fields.end()
    }
}

struct OutlineOut<'a>(&'a Outline);

impl Serialize for OutlineOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.chapters.iter().map(ChapterOut))
    }
}

struct ChapterOut<'a>(&'a crate::model::Chapter);

impl Serialize for ChapterOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let chapter = self.0;
        let mut fields = serializer.serialize_struct("Chapter", 4)?;
        fields.serialize_field("id", &chapter.id)?;
        optional(&mut fields, "number", chapter.number.as_ref())?;
        let title = LocalTextOut(&chapter.title);
        optional(
            &mut fields,
            "title",
            (!chapter.title.is_empty()).then_some(&title),
        )?;
        optional(&mut fields, "note", chapter.note.as_ref())?;
        fields.end()
    }
}

#[derive(serde::Serialize)]
#[serde(rename = "Source")]
struct SourceOut<'a> {
    kind: &'a str,
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<&'a str>,
}

struct LocalTextOut<'a>(&'a LocalText);

impl Serialize for LocalTextOut<'_> {
    /// One plain text, as `(ko: …)` cannot be written with field names that
    /// are only known at run time; the reader guesses the language back.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.iter().next().map_or("", |(_, text)| text))
    }
}

/// Writes a field only when there is something to write.
fn optional<F: SerializeStruct, T: Serialize>(
    fields: &mut F,
    name: &'static str,
    value: Option<&T>,
) -> Result<(), F::Error> {
    match value {
        Some(value) => fields.serialize_field(name, value),
        None => fields.skip_field(name),
    }
}
