//! Model → RON, for new files. Files that exist are never written whole.

use super::format::VERSION;
use crate::model::{Book, Edition, Entry, LocalText, Outline, Source, Vocabulary, Voice};
use ron::ser::PrettyConfig;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The file of an entry that is new: what an import gives it. The entry's book
/// is told by the folder.
pub(crate) fn entry_to_ron(entry: &Entry, book: &Book, vocabulary: &Vocabulary) -> String {
    pretty(&EntryFile {
        entry,
        book,
        vocabulary,
    })
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
    vocabulary: &'a Vocabulary,
}

impl Serialize for EntryFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.entry;
        let chapters: Vec<&str> = entry
            .chapters
            .iter()
            .map(|&index| self.book.outline.chapters[index as usize].id.as_str())
            .collect();
        let mut fields = serializer.serialize_struct("Entry", 12)?;
        fields.serialize_field("format", &VERSION)?;
        fields.serialize_field("id", &entry.id)?;
        // Without a title it is called by its id.
        let title = (entry.title != entry.id).then_some(&entry.title);
        optional(&mut fields, "title", title)?;
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
        let tags = entry.tags.iter();
        let tags: Vec<&str> = tags
            .map(|&tag| self.vocabulary.get(tag).id.as_str())
            .collect();
        optional(&mut fields, "tags", (!tags.is_empty()).then_some(&tags))?;
        optional(&mut fields, "truncated", entry.truncated.then_some(&true))?;
        let voice = VoiceOut(entry.voice);
        let quotes = entry.voice != Voice::Own;
        optional(&mut fields, "voice", quotes.then_some(&voice))?;
        fields.serialize_field("text", &entry.text)?;
        let source = entry.source.as_deref().map(SourceOut::of);
        optional(&mut fields, "source", source.as_ref())?;
        fields.end()
    }
}

struct BookFile<'a>(&'a Book);

impl Serialize for BookFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let book = self.0;
        let mut fields = serializer.serialize_struct("Book", 9)?;
        fields.serialize_field("format", &VERSION)?;
        fields.serialize_field("id", &book.id)?;
        fields.serialize_field("language", book.language.code())?;
        fields.serialize_field("title", &LocalTextOut(&book.title))?;
        let subtitle = LocalTextOut(&book.subtitle);
        optional(
            &mut fields,
            "subtitle",
            (!book.subtitle.is_empty()).then_some(&subtitle),
        )?;
        fields.serialize_field("authors", &book.authors)?;
        let edition = EditionOut::of(&book.edition);
        optional(&mut fields, "edition", edition.as_ref())?;
        let sources = (!book.sources.is_empty()).then_some(&book.sources);
        optional(&mut fields, "sources", sources)?;
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

/// What is known of an edition.
#[derive(serde::Serialize)]
#[serde(rename = "Edition")]
struct EditionOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    isbn: Option<&'a str>,
}

impl<'a> EditionOut<'a> {
    fn of(edition: &'a Edition) -> Option<Self> {
        let known = Self {
            publisher: edition.publisher.as_deref(),
            date: edition.date.map(|date| date.to_string()),
            pages: edition.pages,
            isbn: edition.isbn.as_deref(),
        };
        let any = known.publisher.is_some()
            || known.date.is_some()
            || known.pages.is_some()
            || known.isbn.is_some();
        any.then_some(known)
    }
}

/// One word: `Quotation`.
struct VoiceOut(Voice);

impl Serialize for VoiceOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (index, name) = match self.0 {
            Voice::Own => (0, "Own"),
            Voice::Quotation => (1, "Quotation"),
            Voice::Both => (2, "Both"),
        };
        serializer.serialize_unit_variant("Voice", index, name)
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
    time: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chapter: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<&'a str>,
}

impl<'a> SourceOut<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            kind: &source.kind,
            key: &source.key,
            title: source.title.as_deref(),
            time: source.time.as_deref(),
            location: source.location.as_deref(),
            chapter: source.chapter.as_deref(),
            color: source.color.as_deref(),
            tags: &source.tags,
            url: source.url.as_deref(),
            digest: source.digest.as_deref(),
        }
    }
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
