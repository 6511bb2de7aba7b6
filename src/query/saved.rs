//! The saved queries of a library, looked at.

use super::evaluate::Corpus;
use super::language::QueryError;
use super::names::ConceptNames;
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ConceptId, Library, SavedQuery};
use crate::source::Place;

/// The problems of the saved queries: those that cannot be read, ask for a concept
/// that nobody knows, or ask for themselves.
pub fn check_saved(library: &Library) -> Vec<Diagnostic> {
    let names = ConceptNames::of(library);
    // Groups are found when maps are drawn; here it is enough that they are asked for.
    let scope = Scope {
        groups: Some(&[]),
        ..Scope::new(library, &names)
    };
    let mistakes = library.queries().iter().filter_map(|saved| {
        let mistake = scope.condition(&saved.query).err()?;
        // What is wrong in another saved query is said there.
        let here = mistake
            .saved
            .as_ref()
            .is_none_or(|name| **name == *saved.name);
        here.then(|| diagnostic(saved, &mistake))
    });
    mistakes.collect()
}

/// A saved query, and how many entries it finds.
#[derive(Clone, Copy, Debug)]
pub struct SavedAnswer<'a> {
    /// The query.
    pub saved: &'a SavedQuery,
    /// How many entries answer it; `None` when it cannot be read.
    pub entries: Option<usize>,
}

/// How many entries each saved query finds. `groups` finds the groups of the
/// concepts, which takes a while, and is called at most once.
pub fn saved_answers<'a>(
    corpus: Corpus<'a>,
    groups: &dyn Fn() -> Vec<Vec<ConceptId>>,
) -> Vec<SavedAnswer<'a>> {
    let names = ConceptNames::of(corpus.library);
    let scope = Scope::new(corpus.library, &names);
    let queries = corpus.library.queries();
    let needed = queries.iter().any(|saved| scope.needs_groups(&saved.query));
    let groups = needed.then(groups);
    let scope = Scope {
        groups: groups.as_deref(),
        ..scope
    };
    let answer = |saved: &'a SavedQuery| {
        let condition = scope.condition(&saved.query).ok();
        SavedAnswer {
            saved,
            entries: condition.map(|condition| condition.entries(corpus).len()),
        }
    };
    queries.iter().map(answer).collect()
}

fn diagnostic(saved: &SavedQuery, mistake: &QueryError) -> Diagnostic {
    let message = format!("the query `{}`: {}", saved.name, mistake.message);
    Diagnostic::at(Code::BadQuery, place(saved, mistake), message)
        .label(mistake.label)
        .hint(mistake.hint.clone())
}

/// The place of a mistake in the file: the piece itself where the query is written
/// without escapes, or else the whole query.
fn place(saved: &SavedQuery, mistake: &QueryError) -> Place {
    let written = &saved.place.file.text[saved.place.span.clone()];
    let Some(at) = written
        .find(&saved.query)
        .filter(|_| mistake.saved.is_none())
    else {
        return saved.place.clone();
    };
    let start = saved.place.span.start + at;
    let span = start + mistake.span.start..start + mistake.span.end;
    Place::new(&saved.place.file, span)
}
