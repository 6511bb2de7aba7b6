//! What a library says about its Markdown.

use crate::model::MarkdownSettings;
use crate::notes::parse::Parsed;

/// The settings among files that were read; of several the first count.
pub(in crate::notes) fn settings<'a>(
    mut files: impl Iterator<Item = &'a Parsed>,
) -> MarkdownSettings {
    let found = files.find_map(|file| match file {
        Parsed::Library {
            markdown: Some(markdown),
            ..
        } => Some(MarkdownSettings::from(&markdown.value)),
        _ => None,
    });
    found.unwrap_or_default()
}
