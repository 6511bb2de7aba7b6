//! A mistake in a query, drawn under the query.

use super::Styling;
use crate::query::QueryError;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// Draws a mistake: message, the query with a mark under the place, and the remedy.
pub fn query_error(mistake: &QueryError, styling: Styling) -> String {
    let renderer = match styling {
        Styling::Ansi => Renderer::styled(),
        Styling::Plain => Renderer::plain(),
    };
    // One line, whatever was typed; each character stays as long as it was.
    let query: String = mistake.query.chars().map(shown).collect();
    let path = mistake.saved.as_ref().map(|name| format!("saved:{name}"));
    let mut snippet = Snippet::source(query.as_str()).annotation(
        AnnotationKind::Primary
            .span(mistake.span.clone())
            .label(mistake.label),
    );
    if let Some(path) = &path {
        snippet = snippet.path(path.as_str());
    }
    let report = Level::ERROR
        .primary_title(mistake.message.as_str())
        .element(snippet)
        .element(Level::HELP.message(mistake.hint.as_str()));
    format!("{}\n", renderer.render(&[report]))
}

/// A character of a query, or another of the same length for one that must not reach
/// a terminal.
fn shown(c: char) -> char {
    match c {
        c if c.is_ascii_control() => ' ',
        c if c.is_control() => '\u{A0}',
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => '\u{FFFD}',
        c => c,
    }
}
