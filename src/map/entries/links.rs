//! Which entries are linked.

use crate::graph::{Evidence, entry_links, evidence_of};
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
    /// What they share, the rarest first; empty only where the reader linked them.
    pub(super) shared: Vec<ConceptId>,
    /// The links that the reader wrote, in the text of either.
    pub(super) written: Vec<Evidence>,
}

impl Links {
    /// Whether some are between entries that share concepts.
    pub(super) fn are_alike(&self) -> bool {
        self.list.iter().any(|link| !link.shared.is_empty())
    }

    /// Whether some are there only because the reader linked the entries.
    pub(super) fn are_written(&self) -> bool {
        self.list.iter().any(|link| link.shared.is_empty())
    }

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
                    written: Vec::new(),
                });
            }
        }
        let others = written(source, column_of, &mut list);
        list.extend(others);
        let left_out = list.len().saturating_sub(MOST);
        list.truncate(MOST);
        Self { list, left_out }
    }
}

/// The links of the reader: noted in those of the list that join the same columns, and
/// as links of their own where there are none.
fn written(
    source: &MapSource<'_>,
    column_of: impl Fn(EntryId) -> usize,
    list: &mut [Link],
) -> Vec<Link> {
    let mut others: BTreeMap<(usize, usize), Link> = BTreeMap::new();
    let shown = |entry: EntryId| source.entries.binary_search(&entry).is_ok();
    let references = source.library.references().iter();
    for reference in references.filter(|it| shown(it.from) && shown(it.to)) {
        let (a, b) = (
            reference.from.min(reference.to),
            reference.from.max(reference.to),
        );
        let columns = (column_of(a), column_of(b));
        let evidence = evidence_of(source.tagging, reference);
        if columns.0 == columns.1 {
            continue;
        }
        let known = list.iter_mut().find(|link| link.columns == columns);
        let link = known.unwrap_or_else(|| {
            others.entry(columns).or_insert_with(|| Link {
                columns,
                entries: (a, b),
                similarity: 0.0,
                shared: Vec::new(),
                written: Vec::new(),
            })
        });
        link.written.push(evidence);
    }
    others.into_values().collect()
}
