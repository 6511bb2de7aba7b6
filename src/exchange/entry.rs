//! Entries.

use super::concept::is_not;
use super::local::LocalShape;
use super::read::{Context, date};
use crate::model::{Book, BookId, ConceptId, Entry, Library, PageRange, Source, Voice, Wording};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An entry with everything that its file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryShape {
    /// The id of its book.
    pub(super) book: String,
    /// Unique in its book.
    pub(super) id: String,
    title: String,
    /// 2023-10-26.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// The day of reading, counted by the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
    /// The first and the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<[u32; 2]>,
    /// The ids of the chapters that the reader gave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chapters: Vec<String>,
    #[serde(default, skip_serializing_if = "is_not")]
    chapters_inferred: bool,
    /// The ids of the concepts that the reader tagged it with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    /// The ids of those that the reader refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    refused: Vec<String>,
    text: String,
    #[serde(default, skip_serializing_if = "is_not")]
    truncated: bool,
    /// Whether somebody else retold it.
    #[serde(default, skip_serializing_if = "is_not")]
    retelling: bool,
    /// Who speaks: the book (`quotation`), or both the book, in lines that begin with
    /// `>`, and the reader (`both`); the reader alone where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    voice: Option<VoiceShape>,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    gist: LocalShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceShape>,
}

/// Who speaks in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum VoiceShape {
    Quotation,
    Both,
}

/// Where an entry was imported from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SourceShape {
    kind: String,
    key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chapter: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    color: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
}

impl EntryShape {
    /// An entry of a library.
    pub fn of(entry: &Entry, library: &Library) -> Self {
        let book = library.book(entry.book);
        let chapter = |&index: &u32| book.outline.chapters[index as usize].id.clone();
        let concept = |&id: &ConceptId| library.vocabulary().get(id).id.clone();
        Self {
            book: book.id.clone(),
            id: entry.id.clone(),
            title: entry.title.clone(),
            date: entry.date.map(|date| date.to_string()),
            day: entry.day,
            pages: entry.pages.map(|pages| [pages.first, pages.last]),
            chapters: entry.chapters.iter().map(chapter).collect(),
            chapters_inferred: entry.chapters_inferred,
            tags: entry.tags.iter().map(concept).collect(),
            refused: entry.refused.iter().map(concept).collect(),
            text: entry.text.clone(),
            truncated: entry.truncated,
            retelling: entry.wording == Wording::Retelling,
            voice: match entry.voice {
                Voice::Own => None,
                Voice::Quotation => Some(VoiceShape::Quotation),
                Voice::Both => Some(VoiceShape::Both),
            },
            gist: LocalShape(entry.gist.clone()),
            source: entry.source.as_deref().map(SourceShape::of),
        }
    }

    /// Whether it says what another one does. The order of chapters is their book's, of
    /// which two libraries may know different outlines.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let sorted = |shape: &Self| {
            let mut shape = shape.clone();
            shape.chapters.sort();
            shape
        };
        sorted(self) == sorted(other)
    }

    /// The entry, or what is wrong with it.
    pub(super) fn entry(
        self,
        books: &[Book],
        ids: &HashMap<String, ConceptId>,
        at: &Context,
    ) -> Result<Entry, super::ExchangeError> {
        at.id("id", &self.id)?;
        let book = books.iter().position(|book| book.id == self.book);
        let book =
            book.ok_or_else(|| at.wrong("book", format!("there is no book `{}`", self.book)))?;
        let chapters = self.chapters.iter().map(|id| {
            let mut chapters = books[book].outline.chapters.iter();
            let found = chapters.position(|chapter| chapter.id == *id);
            let index = found.ok_or_else(|| {
                at.wrong("chapters", format!("`{}` has no chapter `{id}`", self.book))
            })?;
            Ok(index as u32)
        });
        let pages = self.pages.map(|[first, last]| {
            PageRange::new(first, last)
                .ok_or_else(|| at.wrong("pages", format!("{first} to {last} are no pages")))
        });
        Ok(Entry {
            chapters: chapters.collect::<Result<_, _>>()?,
            pages: pages.transpose()?,
            date: date(self.date.as_deref(), "date", at)?,
            tags: at.concepts("tags", &self.tags, ids)?,
            refused: at.concepts("refused", &self.refused, ids)?,
            id: self.id,
            book: BookId::from(book),
            title: self.title,
            day: self.day,
            chapters_inferred: self.chapters_inferred,
            text: self.text,
            names: Vec::new(),
            links: Vec::new(),
            truncated: self.truncated,
            wording: match self.retelling {
                true => Wording::Retelling,
                false => Wording::Original,
            },
            gist: self.gist.0,
            voice: match self.voice {
                None => Voice::Own,
                Some(VoiceShape::Quotation) => Voice::Quotation,
                Some(VoiceShape::Both) => Voice::Both,
            },
            source: self.source.map(SourceShape::source).map(Box::new),
            file: String::new(),
            line: 0,
        })
    }
}

impl SourceShape {
    fn of(source: &Source) -> Self {
        let source = source.clone();
        Self {
            kind: source.kind,
            key: source.key,
            title: source.title,
            time: source.time,
            location: source.location,
            chapter: source.chapter,
            color: source.color,
            tags: source.tags,
            url: source.url,
            digest: source.digest,
        }
    }

    fn source(self) -> Source {
        Source {
            kind: self.kind,
            key: self.key,
            title: self.title,
            time: self.time,
            location: self.location,
            chapter: self.chapter,
            color: self.color,
            tags: self.tags,
            url: self.url,
            digest: self.digest,
        }
    }
}
