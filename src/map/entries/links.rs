//! Which entries are linked.

use crate::graph::entry_links;
use crate::map::columns::Column;
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};
use std::collections::BTreeMap;

/// Each entry is linked to so many others.
const EACH: usize = 2;
/// More links than this can't be told apart.
const MOST: usize = 240;

/// The links between columns.
pub(super) struct Links {
    /// By strength, the strongest first.
    pub(super) list: Vec<Link>,
    /// How many weaker ones were left out.
    pub(super) left_out: usize,
}

/// A link between two columns.
pub(super) struct Link {
    /// The columns, the earlier one first.
    pub(super) columns: (usize, usize),
    /// The entries.
    pub(super) entries: (EntryId, EntryId),
    /// From 0 to 1.
    pub(super) similarity: f32,
    /// What they share, the rarest first; never empty.
    pub(super) shared: Vec<ConceptId>,
}

impl Links {
    pub(super) fn of(source: &MapSource<'_>, columns: &[Column<'_>]) -> Self {
        let mut links = entry_links(source.library, source.tagging, &source.entries, EACH);
        links.sort_by(|x, y| {
            let strongest = y.similarity.total_cmp(&x.similarity);
            strongest.then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        let column_of = |entry: EntryId| columns.partition_point(|it| it.first() <= entry) - 1;
        // Of two columns with several entries only the strongest link counts.
        let mut seen = BTreeMap::new();
        let mut list: Vec<Link> = Vec::new();
        for link in links {
            let ends = (column_of(link.a), column_of(link.b));
            let mut shared = link.shared;
            shared.retain(|&concept| source.shows(concept));
            if ends.0 != ends.1 && !shared.is_empty() && seen.insert(ends, ()).is_none() {
                list.push(Link {
                    columns: ends,
                    entries: (link.a, link.b),
                    similarity: link.similarity,
                    shared,
                });
            }
        }
        let left_out = list.len().saturating_sub(MOST);
        list.truncate(MOST);
        Self { list, left_out }
    }
}
