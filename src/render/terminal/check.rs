//! Problems, drawn into the text they are in.

use super::Styling;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Place, SourceFile};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// More text than this, in bytes, is no line that somebody reads: only its place is told.
const LONGEST: usize = 64 * 1024;

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
            let related = problem.related.iter();
            let related = related.filter(|(related, _)| related.file.name == place.file.name);
            let others = related.clone().map(|(related, _)| related);
            let lines = Lines::around(place, others);
            if lines.range.len() > LONGEST {
                return with_hints(title.element(origin(place)), problem);
            }
            let mut snippet = lines.snippet().annotation(
                AnnotationKind::Primary
                    .span(lines.span(place))
                    .label(problem.label.as_str()),
            );
            for (related, words) in related {
                snippet = snippet.annotation(
                    AnnotationKind::Context
                        .span(lines.span(related))
                        .label(words.as_str()),
                );
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
            .is_none_or(|place| place.file.name != related.file.name)
        {
            let lines = Lines::around(related, std::iter::empty());
            if lines.range.len() > LONGEST {
                group = group.element(origin(related));
                continue;
            }
            let snippet = lines.snippet().annotation(
                AnnotationKind::Context
                    .span(lines.span(related))
                    .label(words.as_str()),
            );
            group = group.element(snippet);
        }
    }
    with_hints(group, problem)
}

fn with_hints<'a>(mut group: Group<'a>, problem: &'a Diagnostic) -> Group<'a> {
    for hint in &problem.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// A place without its line.
fn origin(place: &Place) -> Origin<'_> {
    let position = place.position();
    Origin::path(place.file.name.as_str())
        .line(position.line)
        .char_column(position.column)
}

/// The lines of a file that are shown, and those between: what is drawn is looked
/// through line by line, which for a whole file would take its time for each problem.
struct Lines<'a> {
    file: &'a SourceFile,
    range: Range<usize>,
}

impl<'a> Lines<'a> {
    fn around(place: &'a Place, others: impl Iterator<Item = &'a Place>) -> Self {
        let text = place.file.text.as_str();
        let (mut start, mut end) = (place.span.start, place.span.start);
        for other in others {
            start = start.min(other.span.start);
            end = end.max(other.span.start);
        }
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
        Self {
            file: &place.file,
            range: line_start..line_end,
        }
    }

    fn snippet<T: Clone>(&self) -> Snippet<'a, T> {
        Snippet::source(&self.file.text[self.range.clone()])
            .path(self.file.name.as_str())
            .line_start(self.file.position(self.range.start).line)
    }

    /// The first line of a place, in these lines: one mark is enough.
    fn span(&self, place: &Place) -> Range<usize> {
        let text = &place.file.text[place.span.clone()];
        let length = text.find(['\n', '\r']).unwrap_or(text.len());
        let start = place.span.start - self.range.start;
        start..start + length
    }
}
