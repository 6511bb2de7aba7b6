//! `Entry( … )`.

use super::LocalTextSource;
use crate::model::Link;
use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::ops::Range;

#[derive(Deserialize, Debug, Default, PartialEq)]
#[serde(rename = "Entry", deny_unknown_fields)]
pub(in crate::notes) struct EntrySource {
    #[serde(default, rename = "format")]
    pub(in crate::notes) _format: Option<u32>,
    #[serde(default)]
    pub(in crate::notes) book: Option<String>,
    #[serde(default)]
    pub(in crate::notes) id: Option<String>,
    #[serde(default)]
    pub(in crate::notes) title: Option<String>,
    #[serde(default)]
    pub(in crate::notes) date: Option<String>,
    #[serde(default)]
    pub(in crate::notes) day: Option<u32>,
    #[serde(default)]
    pub(in crate::notes) pages: Option<PagesSource>,
    #[serde(default)]
    pub(in crate::notes) chapters: Vec<ChapterName>,
    #[serde(default)]
    pub(in crate::notes) chapter_certainty: ChapterCertaintySource,
    #[serde(default)]
    pub(in crate::notes) tags: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) refused: Vec<String>,
    pub(in crate::notes) text: String,
    #[serde(default)]
    pub(in crate::notes) truncated: bool,
    #[serde(default)]
    pub(in crate::notes) wording: WordingSource,
    #[serde(default)]
    pub(in crate::notes) voice: VoiceSource,
    #[serde(default)]
    pub(in crate::notes) gist: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) source: Option<SourceSource>,
    /// What only Markdown says.
    #[serde(skip)]
    pub(in crate::notes) note: Option<Box<NoteSource>>,
}

#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::notes) enum ChapterCertaintySource {
    #[default]
    Stated,
    Inferred,
}

#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::notes) enum WordingSource {
    #[default]
    Original,
    Retelling,
}

#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::notes) enum VoiceSource {
    #[default]
    Own,
    Quotation,
    Both,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Source", deny_unknown_fields)]
pub(in crate::notes) struct SourceSource {
    pub(in crate::notes) kind: String,
    pub(in crate::notes) key: String,
    #[serde(default)]
    pub(in crate::notes) title: Option<String>,
    #[serde(default)]
    pub(in crate::notes) time: Option<String>,
    #[serde(default)]
    pub(in crate::notes) location: Option<String>,
    #[serde(default)]
    pub(in crate::notes) chapter: Option<String>,
    #[serde(default)]
    pub(in crate::notes) color: Option<String>,
    #[serde(default)]
    pub(in crate::notes) tags: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) url: Option<String>,
    #[serde(default)]
    pub(in crate::notes) digest: Option<String>,
}

/// Pages as `(353, 361)`, `353`, or text such as `"p353~361"`.
#[derive(Debug, PartialEq)]
pub(in crate::notes) enum PagesSource {
    Numbers(u32, u32),
    Text(String),
}

/// A chapter by its id or its number: `"conclusion"`, `9`.
#[derive(Debug, PartialEq)]
pub(in crate::notes) struct ChapterName(pub(in crate::notes) String);

fn page<E: Error>(number: i64) -> Result<u32, E> {
    u32::try_from(number).map_err(|_| E::custom(format!("{number} cannot be a page")))
}

impl<'de> Deserialize<'de> for PagesSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PagesVisitor)
    }
}

struct PagesVisitor;

impl<'de> Visitor<'de> for PagesVisitor {
    type Value = PagesSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("pages such as (353, 361), 353, or \"p353~361\"")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        page(number).map(|page| PagesSource::Numbers(page, page))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(PagesSource::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let first = seq
            .next_element::<i64>()?
            .ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let last = seq.next_element::<i64>()?.unwrap_or(first);
        if seq.next_element::<i64>()?.is_some() {
            return Err(A::Error::invalid_length(3, &self));
        }
        Ok(PagesSource::Numbers(page(first)?, page(last)?))
    }
}

impl<'de> Deserialize<'de> for ChapterName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ChapterNameVisitor)
    }
}

struct ChapterNameVisitor;

impl Visitor<'_> for ChapterNameVisitor {
    type Value = ChapterName;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a chapter's id or number such as \"conclusion\" or 9")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(ChapterName(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(ChapterName(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(ChapterName(text.to_owned()))
    }
}

/// What a Markdown note says besides.
#[derive(Debug, Default, PartialEq)]
pub(in crate::notes) struct NoteSource {
    /// The id by the file's name, and the words of the one by its path, where the note
    /// gives none.
    pub(in crate::notes) ids: Option<(String, String)>,
    /// Other names of the note, and ids of its blocks after `^`.
    pub(in crate::notes) names: Vec<String>,
    pub(in crate::notes) links: Vec<LinkSource>,
    /// Tags that need not be concepts, with their places in the file.
    pub(in crate::notes) tags: Vec<(String, Range<usize>)>,
    /// The heading above the one that the note stands under: a chapter, perhaps.
    pub(in crate::notes) above: Option<String>,
    /// Where it stands, when it is what stands under a heading.
    pub(in crate::notes) section: Option<SectionSource>,
}

/// What stands under a heading, in bytes of the file.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::notes) struct SectionSource {
    pub(in crate::notes) heading: Range<usize>,
    /// The heading included.
    pub(in crate::notes) whole: Range<usize>,
}

/// A link, and where it stands in the file.
#[derive(Debug, PartialEq)]
pub(in crate::notes) struct LinkSource {
    pub(in crate::notes) link: Link,
    pub(in crate::notes) in_file: Range<usize>,
}
