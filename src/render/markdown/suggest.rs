//! Suggestions of new concepts.

use super::plain;
use crate::render::Suggested;

/// A numbered list of suggestions, each with its evidence and a quotation.
pub fn suggestions(suggested: Suggested<'_>) -> String {
    let head = suggested
        .words
        .pick("새 개념 후보", "Suggestions for new concepts");
    let mut text = format!("# {head}: {}\n", suggested.total);
    for suggestion in suggested.list {
        let name = plain(&suggestion.name);
        let evidence = plain(&suggested.evidence(suggestion));
        text.push_str(&format!("\n1. **{name}** {evidence}\n"));
        if let Some(like) = &suggestion.like {
            text.push_str(&format!("   {}\n", plain(&suggested.likeness(like))));
        }
        if let Some(example) = suggestion.examples.first() {
            let (source, range) = suggested.passage(example);
            let before = plain(&source[range.start..example.span.start]);
            let name = plain(&source[example.span.clone()]);
            let after = plain(&source[example.span.end..range.end]);
            text.push_str(&format!("\n   > {before}**{name}**{after}\n"));
        }
    }
    text
}
