//! Entries.

use super::concept::is_not;
use super::local::LocalShape;
use super::read::{Context, date};
use crate::model::{Book, BookId, ConceptId, Entry, Library, PageRange, Source, Voice, Wording};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An entry with everything that its file says.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
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
    /// Who speaks in the text: the reader, where it is not said.
    #[serde(default, skip_serializing_if = "VoiceShape::is_own")]
    voice: VoiceShape,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    gist: LocalShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceShape>,
}

/// Who speaks in a text: the reader, the book, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum VoiceShape {
    #[default]
    Own,
    Quotation,
    Both,
}

impl VoiceShape {
    fn of(voice: Voice) -> Self {
        match voice {
            Voice::Own => Self::Own,
            Voice::Quotation => Self::Quotation,
            Voice::Both => Self::Both,
        }
    }

    fn voice(self) -> Voice {
        match self {
            Self::Own => Voice::Own,
            Self::Quotation => Voice::Quotation,
            Self::Both => Voice::Both,
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
    fn is_own(&self) -> bool {
        *self == Self::Own
    }
}

/// Where an entry was imported from.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
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
            voice: VoiceShape::of(entry.voice),
            gist: LocalShape(entry.gist.clone()),
            source: entry.source.as_ref().map(|source| SourceShape {
                kind: source.kind.clone(),
                key: source.key.clone(),
                title: source.title.clone(),
                time: source.time.clone(),
                location: source.location.clone(),
                chapter: source.chapter.clone(),
                color: source.color.clone(),
                tags: source.tags.clone(),
                url: source.url.clone(),
                digest: source.digest.clone(),
            }),
        }
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
            truncated: self.truncated,
            wording: match self.retelling {
                true => Wording::Retelling,
                false => Wording::Original,
            },
            voice: self.voice.voice(),
            gist: self.gist.0,
            source: self.source.map(|source| Source {
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
            }),
            file: String::new(),
            line: 0,
        })
    }
}
