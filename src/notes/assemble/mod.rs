//! From mirror types to the model: ids are resolved, values are checked, and
//! what makes no sense is reported and left out.

mod books;
mod concept_index;
mod concepts;
mod entries;
mod entry_ids;
mod everyday;
mod fields;
mod implied;
mod links;
mod outline;
mod queries;
mod tags;

pub(super) use books::Shelf;
pub(super) use concept_index::ConceptIndex;
pub(super) use entries::{Assembler, EntryFile};
pub(super) use entry_ids::SourceOf;
pub(super) use implied::{Implied, Shelved};
pub(super) use links::OpenLinks;

use super::allow::Allowed;
use super::limits::NAME_LIMIT;
use super::parse::Parsed;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{SavedQuery, Vocabulary};
use crate::notes::problems::Problems;
use crate::source::Place;
use crate::text::slug::is_id;
use std::collections::HashMap;

/// Puts the books of these files on a shelf.
pub(super) fn books(sources: Vec<Parsed>, diagnostics: &mut Problems) -> Shelf {
    let books = sources.into_iter().filter_map(|source| match source {
        Parsed::Book { folder, book } => Some((folder, *book)),
        _ => None,
    });
    books::assemble(books.collect(), diagnostics)
}

/// What files say besides books and entries.
pub(super) struct Rest {
    pub(super) vocabulary: Vocabulary,
    pub(super) queries: Vec<SavedQuery>,
    pub(super) allowed: Allowed,
}

/// Puts together what files say besides books and entries.
pub(super) fn rest(sources: Vec<Parsed>, diagnostics: &mut Problems) -> Rest {
    let mut vocabularies = Vec::new();
    let mut saved = Vec::new();
    let mut settings = Vec::new();
    for source in sources {
        match source {
            Parsed::Vocabulary(vocabulary) => vocabularies.push(vocabulary),
            Parsed::Library {
                queries, allowed, ..
            } => {
                saved.extend(queries);
                settings.extend(allowed);
            }
            Parsed::Book { .. } | Parsed::Entries { .. } => {}
        }
    }
    Rest {
        vocabulary: concepts::assemble(vocabularies, diagnostics),
        queries: queries::assemble(saved, diagnostics),
        allowed: Allowed::of(&settings, diagnostics),
    }
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
        diagnostics: &mut Problems,
    ) -> bool {
        if !is_usable(self.what, id, &place, diagnostics) {
            return false;
        }
        let key = format!("{scope}\0{id}");
        if let Some(first) = self.first.get(&key) {
            let place = place();
            if diagnostics.has_room(&place.file.name, Code::DuplicateId) {
                diagnostics.push(taken(self.what, id, place, Some(first())));
            }
            return false;
        }
        self.first.insert(key, Box::new(place));
        true
    }
}

/// Whether an id can be one; reports it when not.
fn is_usable(what: &str, id: &str, place: &dyn Fn() -> Place, diagnostics: &mut Problems) -> bool {
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
    true
}

/// Says that an id is taken by what stands at another place.
fn taken(what: &str, id: &str, place: Place, first: Option<Place>) -> Diagnostic {
    let problem = Diagnostic::at(
        Code::DuplicateId,
        place,
        format!("the id `{id}` is taken by another {what}"),
    )
    .label("the second one was not used")
    .hint("give one of them another id");
    match first {
        Some(first) => problem.related(first, "the first one"),
        None => problem,
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
