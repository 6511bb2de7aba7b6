//! Problems, drawn into the text they are in.

use super::Styling;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Place;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Draws problems one after the other: message, place, the line of text with
/// a mark, and the remedy.
pub fn diagnostics(problems: &[Diagnostic], styling: Styling) -> String {
    let renderer = match styling {
        Styling::Ansi => Renderer::styled(),
        Styling::Plain => Renderer::plain(),
    };
    let mut text = String::new();
    for problem in problems {
        text.push_str(&renderer.render(&[report(problem)]));
        text.push_str("\n\n");
    }
    text
}

fn report(problem: &Diagnostic) -> Group<'_> {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Observation => Level::NOTE.with_name(Severity::Observation.name()),
    };
    let title = level
        .primary_title(problem.message.as_str())
        .id(problem.code.name());
    let mut group = match (&problem.place, &problem.path) {
        (Some(place), _) => {
            let mut snippet = Snippet::source(place.file.text.as_str())
                .path(place.file.name.as_str())
                .annotation(
                    AnnotationKind::Primary
                        .span(first_line(place))
                        .label(problem.label.as_str()),
                );
            for (related, words) in &problem.related {
                if related.file == place.file {
                    snippet = snippet.annotation(
                        AnnotationKind::Context
                            .span(first_line(related))
                            .label(words.as_str()),
                    );
                }
            }
            title.element(snippet)
        }
        (None, Some(path)) => title.element(Origin::path(path.as_str())),
        (None, None) => Group::with_title(title),
    };
    for (related, words) in &problem.related {
        if problem
            .place
            .as_ref()
            .is_none_or(|place| place.file != related.file)
        {
            let snippet = Snippet::source(related.file.text.as_str())
                .path(related.file.name.as_str())
                .annotation(
                    AnnotationKind::Context
                        .span(first_line(related))
                        .label(words.as_str()),
                );
            group = group.element(snippet);
        }
    }
    for hint in &problem.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// A place without the lines after its first: one mark is enough.
fn first_line(place: &Place) -> std::ops::Range<usize> {
    let text = &place.file.text[place.span.clone()];
    let end = text
        .find(['\n', '\r'])
        .map_or(place.span.end, |at| place.span.start + at);
    place.span.start..end
}
