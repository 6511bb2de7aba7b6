//! Which concepts have rows, and in which order.

use super::{GROUP_GAP, LABEL, LABEL_ROOM, ROW};
use crate::analyse::Weighed;
use crate::map::furniture::fitted;
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// With more concepts than this, those of one entry only are left out.
const ALL: usize = 45;
/// So many rows where no number is asked for.
const MOST: usize = 60;

/// The concepts shown.
pub(super) struct Choice {
    /// By group, and in a group by first entry.
    pub(super) rows: Vec<Row>,
    /// How many of one entry only were left out.
    pub(super) once: usize,
    /// How many of less weight were left out.
    pub(super) seldom: usize,
}

/// A concept's row.
pub(super) struct Row {
    pub(super) concept: ConceptId,
    /// The concept's label, cut to the room there is.
    pub(super) label: String,
    group: Option<usize>,
    /// The entries that name it, in reading order.
    pub(super) entries: Vec<EntryId>,
}

impl Choice {
    pub(super) fn of(source: &MapSource<'_>) -> Self {
        let all = source.concepts.len();
        let again = |concept: &&Weighed| concept.entries > 1;
        let recurring = source.concepts.iter().filter(again).count();
        let only_recurring = all > ALL && recurring > 0;
        let kept = source
            .concepts
            .iter()
            .filter(|it| !only_recurring || again(it));
        let most = source.options.top.unwrap_or(MOST);
        let mut rows: Vec<Row> = kept
            .take(most)
            .map(|weighed| Row {
                concept: weighed.concept,
                label: fitted(source.label(weighed.concept), LABEL, true, LABEL_ROOM),
                group: source.grouping.group(weighed.concept),
                entries: source.about(weighed.concept),
            })
            .collect();
        let (once, left) = match only_recurring {
            true => (all - recurring, recurring),
            false => (0, all),
        };
        let seldom = left - rows.len();
        rows.sort_by_key(|row| {
            let first = row.entries.first().copied();
            (row.group.is_none(), row.group, first, row.concept)
        });
        Self { rows, once, seldom }
    }

    /// The rows with the y of their middles.
    pub(super) fn places(&self, top: f64) -> impl Iterator<Item = (&Row, f64)> {
        let mut y = top + ROW / 2.0 + 4.0;
        let mut before = None;
        self.rows.iter().map(move |row| {
            if before.is_some_and(|before| before != row.group) {
                y += GROUP_GAP;
            }
            before = Some(row.group);
            y += ROW;
            (row, y - ROW)
        })
    }
}
