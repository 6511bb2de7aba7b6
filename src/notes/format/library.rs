//! `Library( … )`: the settings of a library.

use crate::model::{MarkdownSettings, Split};
use serde::Deserialize;

/// A saved query: `Query(name: "cloud", query: "AWS or 클라우드")`.
#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Query", deny_unknown_fields)]
pub(in crate::notes) struct QuerySource {
    pub(in crate::notes) name: String,
    pub(in crate::notes) query: String,
}

/// How Markdown is read: `Markdown(split: Heading(2), books: "Books")`.
#[derive(Deserialize, Debug, Default, PartialEq)]
#[serde(rename = "Markdown", deny_unknown_fields, default)]
pub(in crate::notes) struct MarkdownSource {
    pub(in crate::notes) split: SplitSource,
    pub(in crate::notes) books: Option<String>,
    pub(in crate::notes) concepts: Option<String>,
}

#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::notes) enum SplitSource {
    #[default]
    Whole,
    Headings,
    Heading(u8),
}

impl From<&MarkdownSource> for MarkdownSettings {
    fn from(source: &MarkdownSource) -> Self {
        let folder = |name: &Option<String>| {
            let name = name
                .as_deref()
                .map(|name| name.trim_matches('/').to_owned());
            name.filter(|name| !name.is_empty())
        };
        Self {
            split: match source.split {
                SplitSource::Whole => Split::Whole,
                SplitSource::Headings => Split::Headings,
                SplitSource::Heading(level) => Split::Heading(level.clamp(1, 6)),
            },
            books: folder(&source.books),
            concepts: folder(&source.concepts),
        }
    }
}
