//! Links that point to nothing.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{EntryId, Library, Link, LinkNames};
use crate::source::Place;
use crate::text::similarity::closest;
use std::collections::HashMap;

/// In a library with more links to nothing than this, none is told what it is like.
const MANY: usize = 200;

/// A link that is no concept.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// The entry that it stands in, with its book.
    pub(super) entry: String,
    pub(super) link: Link,
    pub(super) place: Place,
}

/// Says which links are no entries either.
pub(super) fn report_dead(
    links: Vec<OpenLink>,
    library: &Library,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if links.is_empty() {
        return;
    }
    let names = LinkNames::of(library.entries());
    let ids = library.entry_ids().map(|id| (library.qualified_id(id), id));
    let ids: HashMap<String, EntryId> = ids.collect();
    let is_dead = |open: &OpenLink| {
        let from = ids.get(&open.entry).map(|id| library.entry(*id));
        let within = open.link.target.is_empty();
        !within && from.is_some_and(|from| names.find(from, &open.link).is_none())
    };
    let dead: Vec<OpenLink> = links.into_iter().filter(is_dead).collect();
    let titles: Vec<&str> = match dead.len() > MANY {
        true => Vec::new(),
        false => library
            .entries()
            .flat_map(|it| [it.title.as_str(), stem(&it.file)])
            .collect(),
    };
    for OpenLink { link, place, .. } in dead {
        let target = link.target.trim_start_matches('^');
        let hint = match closest(stem(target), titles.iter().copied(), 1).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write the note, or leave it: it costs nothing".to_owned(),
        };
        let message = format!("there is no note `{target}`");
        diagnostics.push(
            Diagnostic::at(Code::DeadLink, place, message)
                .label("points to nothing")
                .hint(hint),
        );
    }
}

fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".md").unwrap_or(name)
}
