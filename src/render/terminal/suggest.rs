//! Suggestions of new concepts.

use super::Styling;
use super::entry::passage;
use crate::mine::Suggestion;
use crate::render::{Suggested, harmless};

/// A numbered list of suggestions, each with its evidence and a passage.
pub fn suggestions(suggested: Suggested<'_>, styling: Styling) -> String {
    let words = suggested.words;
    let (shown, total) = (suggested.list.len(), suggested.total);
    let head = match (words.is_korean(), shown == total) {
        (true, true) => format!("새 개념 후보 {total}개"),
        (true, false) => format!("새 개념 후보 {total}개 가운데 앞의 {shown}개"),
        (false, true) => format!("{total} suggestions for new concepts"),
        (false, false) => format!("the first {shown} of {total} suggestions for new concepts"),
    };
    let mut text = format!("{}\n", styling.heading(&head));
    for (index, one) in suggested.list.iter().enumerate() {
        let lines = suggestion(suggested, one, styling);
        text.push_str(&format!("\n{:>2}  {lines}", index + 1));
    }
    text
}

/// One suggestion: its name and evidence, what it is like, and a passage.
pub fn suggestion(suggested: Suggested<'_>, suggestion: &Suggestion, styling: Styling) -> String {
    let mut text = format!(
        "{}  {}\n",
        styling.concept(&harmless(&suggestion.name)),
        styling.faint(&harmless(&suggested.evidence(suggestion)))
    );
    if let Some(like) = &suggestion.like {
        text.push_str(&format!("    {}\n", harmless(&suggested.likeness(like))));
    }
    if let Some(example) = suggestion.examples.first() {
        let (source, range) = suggested.passage(example);
        let highlights = [example.span.clone()];
        let passage = passage(source, &range, &highlights, styling);
        text.push_str(&format!("    {} {passage}\n", styling.faint("│")));
    }
    text
}
