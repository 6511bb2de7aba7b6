//! From what a person types to one entry or one concept.

use super::exit::CliError;
use super::printer::Printer;
use crate::model::{ConceptId, EntryId, Library};
use crate::query::{ConceptNames, Resolution, entries_called};
use crate::text::similarity::closest;

/// So many names are suggested,
const SUGGESTED: usize = 3;
/// of so many that are like what was typed.
const LOOKED_AT: usize = 12;

/// The concepts of the names typed, each standing for one. `None` when a name
/// is unknown, which is said.
pub(super) fn concepts(
    library: &Library,
    names: &ConceptNames,
    typed: &[String],
    printer: &mut Printer,
) -> Result<Option<Vec<ConceptId>>, CliError> {
    let mut concepts = Vec::new();
    let mut unknown = false;
    for name in names.resolve_words(typed) {
        match name.concepts.as_slice() {
            [] => {
                unknown = true;
                unknown_concept(names, &name.name, printer);
            }
            [concept] => concepts.push(*concept),
            _ => return Err(ambiguous(library, &name)),
        }
    }
    Ok((!unknown).then_some(concepts))
}

/// The concept of one name. `None` when it is unknown, which is said.
pub(super) fn concept(
    library: &Library,
    name: &str,
    printer: &mut Printer,
) -> Result<Option<ConceptId>, CliError> {
    let names = ConceptNames::of(library);
    let found = concepts(library, &names, &[name.to_owned()], printer)?;
    Ok(found.and_then(|found| found.first().copied()))
}

fn unknown_concept(names: &ConceptNames, name: &str, printer: &mut Printer) {
    let hint = near_names(names, name);
    printer.warn(&format!("no concept is called `{name}`"), Some(&hint));
}

/// The names most like an unknown one, or else where to look.
pub(super) fn near_names(names: &ConceptNames, name: &str) -> String {
    did_you_mean(names, name, |_| true)
        .unwrap_or_else(|| "`bookgraph list concepts` lists them".to_owned())
}

/// The names most like an unknown one, of those that help.
pub(super) fn did_you_mean(
    names: &ConceptNames,
    name: &str,
    helps: impl Fn(&str) -> bool,
) -> Option<String> {
    let near = names.near(name, LOOKED_AT).into_iter();
    let near = near.map(|miss| miss.name).filter(|name| helps(name));
    let near: Vec<String> = near.take(SUGGESTED).collect();
    (!near.is_empty()).then(|| format!("did you mean {}?", near.join(", ")))
}

/// The error that a name stands for several concepts.
pub(super) fn ambiguous(library: &Library, name: &Resolution) -> CliError {
    let concepts = name.concepts.iter();
    let ids: Vec<&str> = concepts
        .map(|&concept| library.vocabulary().get(concept).id.as_str())
        .collect();
    CliError::usage(
        format!("`{}` names several concepts: {}", name.name, ids.join(", ")),
        "name one of them by its id",
    )
}

/// The entries of the ids typed, in the order typed. `None` when an id is
/// unknown, which is said.
pub(super) fn entries(
    library: &Library,
    typed: &[String],
    printer: &mut Printer,
) -> Result<Option<Vec<EntryId>>, CliError> {
    let mut entries = Vec::new();
    let mut unknown = false;
    for id in typed {
        match library.find_entries(id).as_slice() {
            [] => {
                unknown = true;
                unknown_entry(library, id, printer);
            }
            [entry] if entries.contains(entry) => {}
            [entry] => entries.push(*entry),
            several => {
                let ids: Vec<String> = several
                    .iter()
                    .map(|&entry| library.qualified_id(entry))
                    .collect();
                return Err(CliError::usage(
                    format!("`{id}` is an entry of several books: {}", ids.join(", ")),
                    "name the book, too, as in these",
                ));
            }
        }
    }
    Ok((!unknown).then_some(entries))
}

/// The entry that a person means by its id, date, day of reading or title. `None`
/// when nothing is called so, which is said.
pub(super) fn entry(
    library: &Library,
    typed: &str,
    printer: &mut Printer,
) -> Result<Option<EntryId>, CliError> {
    match entries_called(library, typed).as_slice() {
        [] => {
            unknown_entry(library, typed, printer);
            Ok(None)
        }
        [entry] => Ok(Some(*entry)),
        several => {
            let ids: Vec<String> = several
                .iter()
                .map(|&entry| library.qualified_id(entry))
                .collect();
            Err(CliError::usage(
                format!("`{typed}` names several entries: {}", ids.join(", ")),
                "name one of them, as they stand here",
            ))
        }
    }
}

fn unknown_entry(library: &Library, id: &str, printer: &mut Printer) {
    let known = library.entries();
    let known = known.flat_map(|entry| [entry.id.as_str(), entry.title.as_str()]);
    let hint = match closest(id, known, 3).as_slice() {
        [] => "`bookgraph list entries` lists them".to_owned(),
        near => format!("did you mean {}?", near.join(", ")),
    };
    printer.warn(&format!("no entry is called `{id}`"), Some(&hint));
}
