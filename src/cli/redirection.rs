//! A concept that is called otherwise, or goes into another, and all that refers to it.

use super::decisions::Decisions;
use super::exit::CliError;
use super::printer::Printer;
use super::written::Written;
use crate::model::{ConceptId, Library};
use crate::notes::Reading;
use crate::notes::edit::{ConceptRef, Edit, Moved, Redirect, rewired};
use crate::query::{ConceptNames, NamedLibrary, Pruned, pruned, redirected};
use std::collections::BTreeSet;

/// Where one concept's references lead.
pub(super) struct Redirection {
    from: ConceptId,
    /// The concept that takes its place: itself when it gets another id, none when it
    /// goes away.
    into: Option<ConceptId>,
    /// The id of that one, before and afterwards.
    ids: (String, Option<String>),
}

impl Redirection {
    /// The concept itself gets another id.
    pub(super) fn renamed(library: &Library, concept: ConceptId, id: &str) -> Self {
        Self::new(library, concept, Some((concept, id)))
    }

    /// A concept goes into another.
    pub(super) fn merged(library: &Library, from: ConceptId, into: ConceptId) -> Self {
        let id = &library.vocabulary().get(into).id;
        Self::new(library, from, Some((into, id)))
    }

    /// A concept goes away, and what refers to it too.
    pub(super) fn removed(library: &Library, concept: ConceptId) -> Self {
        Self::new(library, concept, None)
    }

    fn new(library: &Library, from: ConceptId, into: Option<(ConceptId, &str)>) -> Self {
        let old = library.vocabulary().get(from).id.clone();
        Self {
            from,
            into: into.map(|(into, _)| into),
            ids: (old, into.map(|(_, id)| id.to_owned())),
        }
    }

    fn redirect(&self, decisions: &Decisions, after: Option<&Reading>) -> Redirect {
        let vocabulary = decisions.library().vocabulary();
        let from = ConceptRef::of(vocabulary, self.from);
        let other = after.and_then(|after| {
            let vocabulary = after.library.vocabulary();
            let id = vocabulary.find(self.ids.1.as_deref()?)?;
            Some(ConceptRef::of(vocabulary, id))
        });
        let kept = other.as_ref().map(|other| from.shared_with(other));
        let note = self.ids.1.as_deref().and_then(|id| decisions.note_of(id));
        let moved = decisions.moved(&self.ids.0).map(|from| Moved {
            from: from.to_owned(),
            to: note.map(str::to_owned),
        });
        // A link is written with the name of the note, where that is a name of the concept.
        let stem = note.map(|file| {
            let name = file.rsplit('/').next().unwrap_or(file);
            name.rsplit_once('.').map_or(name, |(stem, _)| stem)
        });
        let known = |stem: &&str| other.as_ref().is_some_and(|other| other.is(stem));
        let link = stem.filter(known).map(str::to_owned);
        Redirect {
            into: self.into.map(|into| ConceptRef::of(vocabulary, into)),
            id: self.ids.1.clone().unwrap_or_default(),
            kept: kept.unwrap_or_default(),
            moved,
            link,
            from,
        }
    }
}

/// The id that a concept has afterwards; none when it is gone.
fn follow(redirections: &[Redirection], id: &str) -> Option<String> {
    let found = redirections.iter().find(|turned| turned.ids.0 == id);
    match found {
        Some(turned) => turned.ids.1.clone(),
        None => Some(id.to_owned()),
    }
}

/// Redirects all references in the vocabularies, before the concept itself is called
/// otherwise there.
pub(super) fn in_vocabularies(
    decisions: &mut Decisions,
    redirections: &[Redirection],
) -> Result<(), CliError> {
    let (_, reading) = decisions.so_far();
    let files = reading.vocabularies.clone();
    let edits: Vec<Edit> = redirections
        .iter()
        .map(|turned| Edit::Redirect(turned.redirect(decisions, None)))
        .collect();
    for file in &files {
        for edit in &edits {
            decisions.edit(file, edit)?;
        }
    }
    Ok(())
}

/// Redirects all references in entries and saved queries, after the vocabularies, and
/// writes all. What referred to the concepts refers to those that took their places, or
/// nothing is written.
pub(super) fn everywhere(
    decisions: &mut Decisions,
    redirections: &[Redirection],
    printer: &mut Printer,
) -> Result<Written, CliError> {
    let follow = |id: &str| follow(redirections, id);
    let after = decisions.so_far().0.preview();
    for turned in redirections {
        let redirect = turned.redirect(decisions, Some(&after));
        let files = files_of(decisions, turned.from, &redirect);
        let edit = Edit::Redirect(redirect);
        for file in files {
            decisions.edit(&file, &edit)?;
        }
    }
    let queries = queries(decisions.library(), &after.library, redirections)?;
    for (file, edit) in queries {
        if let Edit::RemoveQuery(name) = &edit {
            let goes = decisions.verb("is taken away", "would be taken away");
            printer.note(&format!(
                "the saved query `{name}` could find nothing any more, and {goes}"
            ));
        }
        decisions.edit(&file, &edit)?;
    }
    let (changes, before) = decisions.so_far();
    rewired(&before.library, &changes.check(before)?.library, &follow)?;
    decisions.write_redirected(&follow, printer)
}

/// The files of the entries that say something of a concept, or may link to its note; and
/// the notes of other concepts.
fn files_of(decisions: &Decisions, concept: ConceptId, redirect: &Redirect) -> BTreeSet<String> {
    let entries = decisions.library().entries();
    let says = entries.filter(|entry| {
        let links = redirect.moved.is_some() && !entry.links.is_empty();
        links || entry.tags.contains(&concept) || entry.refused.contains(&concept)
    });
    let files = says.map(|entry| entry.file.clone());
    files.chain(decisions.concept_notes()).collect()
}

/// What becomes of the saved queries that cannot stay as they are: their files, and edits.
fn queries(
    before: &Library,
    after: &Library,
    redirections: &[Redirection],
) -> Result<Vec<(String, Edit)>, CliError> {
    let follow = |id: &str| follow(redirections, id);
    let (old, new) = (ConceptNames::of(before), ConceptNames::of(after));
    let one = NamedLibrary {
        library: before,
        names: &old,
    };
    let other = NamedLibrary {
        library: after,
        names: &new,
    };
    let mut changed = Vec::new();
    for saved in before.queries() {
        let file = saved.place.file.name.clone();
        let name = saved.name.clone();
        let rest = without(&saved.query, one, redirections);
        let query = match &rest {
            Pruned::Rest(query) => query,
            Pruned::Same => &saved.query,
            Pruned::Nothing => {
                changed.push((file, Edit::RemoveQuery(name)));
                continue;
            }
        };
        match redirected(query, one, other, &follow) {
            Ok(None) if rest == Pruned::Same => {}
            Ok(new) => {
                let query = new.unwrap_or_else(|| query.clone());
                changed.push((file, Edit::SetQuery { name, query }));
            }
            Err(name) => {
                return Err(CliError::usage(
                    format!(
                        "the saved query `{}` asks for `{name}`, and could not go on asking for the same; nothing was changed",
                        saved.name
                    ),
                    format!("change the query in {} first", saved.place.file.name),
                ));
            }
        }
    }
    Ok(changed)
}

/// A query without the concepts that go away.
fn without(query: &str, library: NamedLibrary<'_>, redirections: &[Redirection]) -> Pruned {
    let mut rest = Pruned::Same;
    for turned in redirections.iter().filter(|turned| turned.ids.1.is_none()) {
        let text = match &rest {
            Pruned::Rest(text) => text,
            _ => query,
        };
        match pruned(text, library, &turned.ids.0) {
            Pruned::Same => {}
            Pruned::Nothing => return Pruned::Nothing,
            new => rest = new,
        }
    }
    rest
}
