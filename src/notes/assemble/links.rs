//! Links that point to nothing.

use super::entry_ids::SourceOf;
use super::tags::Noted;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{EntryId, Library, Link, LinkNames};
use crate::notes::problems::Problems;
use crate::source::Place;
use crate::text::similarity::closest;
use std::collections::HashMap;
use std::ops::Range;

/// In a library with more links to nothing than this, none is told what it is like.
const MANY: usize = 200;

/// Links that are no concepts, and so have to be notes.
#[derive(Debug, Default)]
pub(in crate::notes) struct OpenLinks {
    links: Vec<OpenLink>,
}

/// A link that is no concept.
#[derive(Debug)]
struct OpenLink {
    /// The entry that it stands in, with its book.
    entry: String,
    link: Link,
    /// The number of its file, and where it stands there.
    file: u32,
    span: Range<usize>,
}

impl OpenLinks {
    /// Adds those of an entry in a file.
    pub(super) fn add(&mut self, noted: &Noted, file: u32, book: &str, id: &str) {
        let open = noted.open.iter();
        self.links.extend(open.map(|(link, span)| OpenLink {
            entry: format!("{book}/{id}"),
            link: link.clone(),
            file,
            span: span.clone(),
        }));
    }

    /// Says which are no entries either.
    pub(in crate::notes) fn report(
        self,
        library: &Library,
        sources: &dyn SourceOf,
        diagnostics: &mut Problems,
    ) {
        if self.links.is_empty() {
            return;
        }
        let dead = self.dead(library);
        let titles: Vec<&str> = match dead.len() > MANY {
            true => Vec::new(),
            false => library
                .entries()
                .flat_map(|it| [it.title.as_str(), stem(&it.file)])
                .collect(),
        };
        for of_file in dead.chunk_by(|a, b| a.file == b.file) {
            let Some(file) = sources.text(of_file[0].file as usize) else {
                continue;
            };
            for OpenLink { link, span, .. } in of_file {
                let target = link.target.trim_start_matches('^');
                let hint = match closest(stem(target), titles.iter().copied(), 1).first() {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "write the note, or leave it: it costs nothing".to_owned(),
                };
                let place = Place::new(&file, span.clone());
                let message = format!("there is no note `{target}`");
                diagnostics.push(
                    Diagnostic::at(Code::DeadLink, place, message)
                        .label("points to nothing")
                        .hint(hint),
                );
            }
        }
    }

    fn dead(self, library: &Library) -> Vec<OpenLink> {
        let names = LinkNames::of(library.entries());
        let ids = library.entry_ids().map(|id| (library.qualified_id(id), id));
        let ids: HashMap<String, EntryId> = ids.collect();
        let is_dead = |open: &OpenLink| {
            let from = ids.get(&open.entry).map(|id| library.entry(*id));
            let within = open.link.target.is_empty();
            !within && from.is_some_and(|from| names.find(from, &open.link).is_none())
        };
        self.links.into_iter().filter(is_dead).collect()
    }
}

fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".md").unwrap_or(name)
}
