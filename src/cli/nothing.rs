//! Why there is nothing to show of a concept, and what to do about it.

use super::filters::FilterArgs;
use super::workspace::Opened;
use crate::analyse::Family;
use crate::model::{EntryId, Library};

/// What to say where no entry that passes the filters is about a concept: whether the
/// filters are the cause, or that its narrower concepts are left out, or that the notes
/// don't name it.
pub(super) fn none_about(opened: &Opened, filters: &FilterArgs, family: &Family) -> String {
    let library = &opened.library;
    let id = &library.vocabulary().get(family.concept).id;
    let all: Vec<EntryId> = library.entry_ids().collect();
    let entries = |family: &Family| family.entries(&opened.tagging, &all).len();
    let own = entries(family);
    let with_narrower = entries(&Family::of(library, family.concept));
    match (own, filters.any(), with_narrower) {
        (1.., true, _) => {
            let without = are(own);
            format!("no entry that passes the filters is about `{id}`; without filters, {without}")
        }
        (_, _, 1..) => {
            let through = are(with_narrower);
            format!("no entry is about `{id}` itself; without --no-narrower, {through}")
        }
        _ => not_named(library, id),
    }
}

fn not_named(library: &Library, id: &str) -> String {
    match library.entries().len() == 0 {
        true => "there is no entry yet".to_owned(),
        false => format!("no entry is about `{id}`"),
    }
}

fn are(count: usize) -> String {
    match count {
        1 => "1 entry is".to_owned(),
        count => format!("{count} entries are"),
    }
}
