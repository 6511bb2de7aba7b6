//! From mirror types to the model: ids are resolved, values are checked, and
//! what makes no sense is reported and left out.

mod books;
mod concept_index;
mod concepts;
mod entries;
mod everyday;
mod implied;
mod links;
mod outline;
mod queries;
mod tags;

pub(super) use concept_index::ConceptIndex;
pub(super) use implied::Implied;

use super::allow::Allowed;
use super::limits::NAME_LIMIT;
use super::parse::Parsed;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Library;
use crate::source::Place;
use crate::text::slug::is_id;
use std::collections::HashMap;

fn entry_file(source: Parsed) -> Option<entries::EntryFile> {
    match source {
        Parsed::Entries {
            folder,
            book,
            single,
            entries,
        } => Some(entries::EntryFile {
            folder,
            book,
            single,
            entries,
        }),
        _ => None,
    }
}

/// Puts a library together from what the files hold, with what their settings allow.
pub(super) fn assemble(
    sources: Vec<Parsed>,
    implied: Implied,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Library, Allowed) {
    let mut book_sources = Vec::new();
    let mut vocabularies = Vec::new();
    let mut entry_files = Vec::new();
    let mut saved = Vec::new();
    let mut settings = Vec::new();
    for source in sources {
        match source {
            Parsed::Book { folder, book } => book_sources.push((folder, *book)),
            Parsed::Vocabulary(vocabulary) => vocabularies.push(vocabulary),
            Parsed::Library {
                queries, allowed, ..
            } => {
                saved.extend(queries);
                settings.extend(allowed);
            }
            entries @ Parsed::Entries { .. } => entry_files.extend(entry_file(entries)),
        }
    }
    let mut shelf = books::assemble(book_sources, diagnostics);
    let vocabulary = concepts::assemble(vocabularies, diagnostics);
    implied.shelve(&mut entry_files, &mut shelf);
    let (entries, links) = entries::assemble(entry_files, &shelf, &vocabulary, diagnostics);
    let queries = queries::assemble(saved, diagnostics);
    let allowed = Allowed::of(&settings, diagnostics);
    let library = Library::new(shelf.books, entries, vocabulary)
        .with_queries(queries)
        .with_markdown(implied.settings);
    links::report_dead(links, &library, diagnostics);
    (library, allowed)
}

/// The ids met so far, with where each was met first, which is worked out when it is
/// told.
struct Ids<'a> {
    what: &'static str,
    first: HashMap<String, Box<dyn Fn() -> Place + 'a>>,
}

impl<'a> Ids<'a> {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            first: HashMap::new(),
        }
    }

    /// Takes an id; reports one that is no id, and one that is taken. Gives
    /// whether it can be used. `scope` keeps the ids of different books apart.
    fn take(
        &mut self,
        scope: &str,
        id: &str,
        place: impl Fn() -> Place + 'a,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let what = self.what;
        if !is_id(id) {
            diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    place(),
                    format!("`{id}` cannot be the id of {} {what}", article(what)),
                )
                .label("not used: an id starts with a letter, a digit or `_`, and has no spaces")
                .hint(match crate::text::slug::slug(id).as_str() {
                    "" => "choose a short name such as `day-19`".to_owned(),
                    slug => format!("`{slug}` would do"),
                }),
            );
            return false;
        }
        if is_too_long(id) {
            diagnostics.push(too_long(
                &format!("the id of this {what}"),
                place(),
                "not used",
            ));
            return false;
        }
        let key = format!("{scope}\0{id}");
        if let Some(first) = self.first.get(&key) {
            diagnostics.push(
                Diagnostic::at(
                    Code::DuplicateId,
                    place(),
                    format!("the id `{id}` is taken by another {what}"),
                )
                .label("the second one was not used")
                .related(first(), "the first one")
                .hint("give one of them another id"),
            );
            return false;
        }
        self.first.insert(key, Box::new(place));
        true
    }
}

/// Whether a name has more characters than the limit.
fn is_too_long(name: &str) -> bool {
    name.len() > NAME_LIMIT && name.chars().count() > NAME_LIMIT
}

fn too_long(what: &str, place: Place, label: &str) -> Diagnostic {
    let message = format!("{what} has more than {NAME_LIMIT} characters");
    Diagnostic::at(Code::TooLong, place, message)
        .label(label)
        .hint("choose a shorter one; a bracket or a quotation mark may be missing")
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}
