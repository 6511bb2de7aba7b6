//! What maps and answers look like: SVG, PNG, DOT, Mermaid, text for a terminal,
//! Markdown, JSON.

pub mod csv;
pub mod digest;
mod document;
pub mod dot;
mod export;
mod finding;
mod found_table;
pub mod html;
mod index;
pub mod json;
pub mod markdown;
pub mod mermaid;
mod met;
mod number;
pub(crate) mod phrases;
pub mod png;
pub mod positions;
mod reasons;
pub mod sarif;
mod share;
mod stats;
mod suggested;
pub mod svg;
pub mod terminal;
pub mod text_map;
pub mod theme;
mod timeline;
mod told;

pub use document::{
    AnswerSource, Document, GapsShown, chains, gaps, review, show_book, show_chapter, show_concept,
    show_entry, similar,
};
pub use export::{ExportOptions, MapFormat, export};
pub use finding::{Finding, FoundAll, file_url};
pub use found_table::found_table;
pub use index::csv as index_csv;
pub use phrases::entry_id;
pub use stats::{Part, StandingOrder, StatsOptions, csv as stats_csv, report as stats_report};
pub use suggested::Suggested;
pub use timeline::{Timeline, csv as timeline_csv};

/// A text without line breaks and control characters, bidirectional overrides
/// among them: whatever is left may stand in XML.
pub(crate) fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
            '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}
