//! `Book( … )`.

use super::{CertaintySource, ChapterName, LocalTextSource};
use serde::Deserialize;

#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Book", deny_unknown_fields)]
pub(in crate::notes) struct BookSource {
    #[serde(default, rename = "format")]
    pub(in crate::notes) _format: Option<u32>,
    pub(in crate::notes) id: String,
    #[serde(default)]
    pub(in crate::notes) language: Option<String>,
    pub(in crate::notes) title: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) subtitle: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) authors: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) edition: EditionSource,
    #[serde(default)]
    pub(in crate::notes) sources: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) outline: Vec<DivisionSource>,
}

#[derive(Deserialize, Debug, PartialEq, Default)]
#[serde(rename = "Edition", deny_unknown_fields, default)]
pub(in crate::notes) struct EditionSource {
    pub(in crate::notes) publisher: Option<String>,
    pub(in crate::notes) date: Option<String>,
    pub(in crate::notes) translators: Vec<String>,
    pub(in crate::notes) pages: Option<u32>,
    pub(in crate::notes) isbn: Option<String>,
}

/// A part with its chapters, or a chapter on its own. The reader enables
/// RON's `unwrap_variant_newtypes`, so that `Chapter(…)` is written with one
/// pair of brackets here too.
#[derive(Deserialize, Debug, PartialEq)]
pub(in crate::notes) enum DivisionSource {
    Part(PartSource),
    Chapter(ChapterSource),
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Part", deny_unknown_fields)]
pub(in crate::notes) struct PartSource {
    pub(in crate::notes) id: String,
    #[serde(default)]
    pub(in crate::notes) number: Option<u32>,
    #[serde(default)]
    pub(in crate::notes) title: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) certainty: CertaintySource,
    #[serde(default)]
    pub(in crate::notes) note: Option<String>,
    #[serde(default)]
    pub(in crate::notes) chapters: Vec<ChapterSource>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Chapter", deny_unknown_fields)]
pub(in crate::notes) struct ChapterSource {
    pub(in crate::notes) id: ChapterName,
    #[serde(default)]
    pub(in crate::notes) number: Option<u32>,
    #[serde(default)]
    pub(in crate::notes) title: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) starts: PageBoundSource,
    #[serde(default)]
    pub(in crate::notes) ends: PageBoundSource,
    #[serde(default)]
    pub(in crate::notes) certainty: CertaintySource,
    #[serde(default)]
    pub(in crate::notes) note: Option<String>,
    #[serde(default)]
    pub(in crate::notes) sections: Vec<LocalTextSource>,
}

/// What is known of the page where a chapter starts or ends.
#[derive(Deserialize, Clone, Copy, Debug, PartialEq, Default)]
pub(in crate::notes) enum PageBoundSource {
    /// Exactly this page.
    Page(u32),
    /// One of these pages, ends included.
    Between(u32, u32),
    /// This page or a later one.
    AtLeast(u32),
    /// This page or an earlier one.
    AtMost(u32),
    /// Not known.
    #[default]
    Unknown,
}
