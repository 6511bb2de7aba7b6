//! Books.

use super::local::LocalShape;
use super::read::{Context, date};
use crate::model::{Book, Certainty, Chapter, Edition, Language, Outline, PageBound, Part};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A book and the edition that was read.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BookShape {
    pub(super) id: String,
    language: String,
    title: LocalShape,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    subtitle: LocalShape,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    authors: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    /// The day the edition was published: 2021-02-26.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    translators: Vec<String>,
    /// The number of its last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    isbn: Option<String>,
    /// What importers know it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartShape>,
    /// All chapters in the order of the book; those of a part stand together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chapters: Vec<ChapterShape>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartShape {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    title: LocalShape,
    #[serde(default, skip_serializing_if = "is_high")]
    certainty: CertaintyShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChapterShape {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    /// The id of its part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    title: LocalShape,
    /// The first page: the earliest and the latest it can be; null where not known.
    #[serde(default, skip_serializing_if = "is_unknown")]
    starts: [Option<u32>; 2],
    /// The last page, likewise.
    #[serde(default, skip_serializing_if = "is_unknown")]
    ends: [Option<u32>; 2],
    #[serde(default, skip_serializing_if = "is_high")]
    certainty: CertaintyShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sections: Vec<LocalShape>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum CertaintyShape {
    Low,
    Medium,
    #[default]
    High,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_high(certainty: &CertaintyShape) -> bool {
    *certainty == CertaintyShape::High
}

fn is_unknown(bound: &[Option<u32>; 2]) -> bool {
    *bound == [None, None]
}

impl BookShape {
    /// A book of a library.
    pub fn of(book: &Book) -> Self {
        let outline = &book.outline;
        Self {
            id: book.id.clone(),
            language: book.language.code().to_owned(),
            title: LocalShape(book.title.clone()),
            subtitle: LocalShape(book.subtitle.clone()),
            authors: book.authors.clone(),
            publisher: book.edition.publisher.clone(),
            published: book.edition.date.map(|date| date.to_string()),
            translators: book.edition.translators.clone(),
            pages: book.edition.pages,
            isbn: book.edition.isbn.clone(),
            sources: book.sources.clone(),
            parts: outline.parts.iter().map(PartShape::of).collect(),
            chapters: outline
                .chapters
                .iter()
                .map(|chapter| ChapterShape::of(chapter, outline))
                .collect(),
        }
    }

    /// The book, or what is wrong with it.
    pub(super) fn book(self, at: &Context) -> Result<Book, super::ExchangeError> {
        at.id("id", &self.id)?;
        let language = Language::parse(&self.language)
            .ok_or_else(|| at.wrong("language", format!("`{}` is no language", self.language)))?;
        let parts: Vec<Part> = self.parts.into_iter().map(PartShape::part).collect();
        at.distinct("parts", parts.iter().map(|part| part.id.as_str()))?;
        let mut chapters = Vec::new();
        for (index, chapter) in self.chapters.into_iter().enumerate() {
            let at = at.inside("chapters", index);
            let chapter = chapter.chapter(&parts, &at)?;
            let before: Option<&Chapter> = chapters.last();
            let goes_back = before.is_some_and(|before| {
                chapter.part.is_some() && before.part != chapter.part && {
                    let earlier = chapters.iter().any(|other| other.part == chapter.part);
                    earlier || before.part > chapter.part
                }
            });
            if goes_back {
                return Err(at.wrong(
                    "part",
                    "the chapters of a part must stand together, parts in order",
                ));
            }
            chapters.push(chapter);
        }
        at.distinct(
            "chapters",
            chapters.iter().map(|chapter| chapter.id.as_str()),
        )?;
        Ok(Book {
            id: self.id,
            language,
            title: self.title.0,
            subtitle: self.subtitle.0,
            authors: self.authors,
            edition: Edition {
                publisher: self.publisher,
                date: date(self.published.as_deref(), "published", at)?,
                translators: self.translators,
                pages: self.pages,
                isbn: self.isbn,
            },
            outline: Outline { parts, chapters },
            sources: self.sources,
            file: String::new(),
        })
    }
}

impl PartShape {
    fn of(part: &Part) -> Self {
        Self {
            id: part.id.clone(),
            number: part.number,
            title: LocalShape(part.title.clone()),
            certainty: part.certainty.into(),
            note: part.note.clone(),
        }
    }

    fn part(self) -> Part {
        Part {
            id: self.id,
            number: self.number,
            title: self.title.0,
            certainty: self.certainty.into(),
            note: self.note,
        }
    }
}

impl ChapterShape {
    fn of(chapter: &Chapter, outline: &Outline) -> Self {
        Self {
            id: chapter.id.clone(),
            number: chapter.number,
            part: chapter.part.map(|part| outline.parts[part].id.clone()),
            title: LocalShape(chapter.title.clone()),
            starts: [chapter.starts.earliest, chapter.starts.latest],
            ends: [chapter.ends.earliest, chapter.ends.latest],
            certainty: chapter.certainty.into(),
            note: chapter.note.clone(),
            sections: chapter.sections.iter().cloned().map(LocalShape).collect(),
        }
    }

    fn chapter(self, parts: &[Part], at: &Context) -> Result<Chapter, super::ExchangeError> {
        at.id("id", &self.id)?;
        let part = self.part.map(|id| {
            let found = parts.iter().position(|part| part.id == id);
            found.ok_or_else(|| at.wrong("part", format!("there is no part `{id}`")))
        });
        Ok(Chapter {
            id: self.id,
            number: self.number,
            part: part.transpose()?,
            title: self.title.0,
            starts: bound(self.starts),
            ends: bound(self.ends),
            certainty: self.certainty.into(),
            note: self.note,
            sections: self.sections.into_iter().map(|section| section.0).collect(),
        })
    }
}

fn bound([earliest, latest]: [Option<u32>; 2]) -> PageBound {
    PageBound { earliest, latest }
}

impl From<Certainty> for CertaintyShape {
    fn from(certainty: Certainty) -> Self {
        match certainty {
            Certainty::Low => Self::Low,
            Certainty::Medium => Self::Medium,
            Certainty::High => Self::High,
        }
    }
}

impl From<CertaintyShape> for Certainty {
    fn from(certainty: CertaintyShape) -> Self {
        match certainty {
            CertaintyShape::Low => Self::Low,
            CertaintyShape::Medium => Self::Medium,
            CertaintyShape::High => Self::High,
        }
    }
}
