//! A concept that is called otherwise, or goes into another, and all that refers to it.

use super::decisions::Decisions;
use super::exit::CliError;
use super::printer::Printer;
use super::written::Written;
use crate::model::{ConceptId, Library};
use crate::notes::Reading;
use crate::notes::edit::{ConceptRef, Edit, Redirect, rewired};
use crate::query::{ConceptNames, NamedLibrary, redirected};
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

    fn redirect(&self, library: &Library, after: Option<&Reading>) -> Redirect {
        let vocabulary = library.vocabulary();
        let from = ConceptRef::of(vocabulary, self.from);
        let kept = after.and_then(|after| {
            let vocabulary = after.library.vocabulary();
            let id = vocabulary.find(self.ids.1.as_deref()?)?;
            Some(from.shared_with(&ConceptRef::of(vocabulary, id)))
        });
        Redirect {
            into: self.into.map(|into| ConceptRef::of(vocabulary, into)),
            id: self.ids.1.clone().unwrap_or_default(),
            kept: kept.unwrap_or_default(),
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
        .map(|turned| Edit::Redirect(turned.redirect(decisions.library(), None)))
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
        let library = decisions.library();
        let edit = Edit::Redirect(turned.redirect(library, Some(&after)));
        for file in files_of(library, turned.from) {
            decisions.edit(&file, &edit)?;
        }
    }
    let queries = queries(decisions.library(), &after.library, &follow)?;
    for (file, name, query) in queries {
        decisions.edit(&file, &Edit::SetQuery { name, query })?;
    }
    let (changes, before) = decisions.so_far();
    rewired(&before.library, &changes.check(before)?.library, &follow)?;
    decisions.write_redirected(&follow, printer)
}

/// The files of the entries that say something of a concept.
fn files_of(library: &Library, concept: ConceptId) -> BTreeSet<String> {
    let entries = library.entries();
    let says =
        entries.filter(|entry| entry.tags.contains(&concept) || entry.refused.contains(&concept));
    says.map(|entry| entry.file.clone()).collect()
}

/// The saved queries that must be written otherwise: file, name and text.
fn queries(
    before: &Library,
    after: &Library,
    follow: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<(String, String, String)>, CliError> {
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
        match redirected(&saved.query, one, other, follow) {
            Ok(None) => {}
            Ok(Some(query)) => {
                let file = saved.place.file.name.clone();
                changed.push((file, saved.name.clone(), query));
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
