//! What stands in the panel of a chapter, and in which rows.

use crate::map::columns::bins;
use crate::map::source::MapSource;
use crate::model::{ChapterId, ConceptId, EntryId};
use crate::summary::{ChapterSummary, ConceptCount};
use std::cmp::Reverse;

/// More entries than this share columns.
const MOST_COLUMNS: usize = 8;
/// So many concepts come in in one column; more are counted.
const MOST_BOXES: usize = 14;

/// A chapter's panel.
pub(super) struct Panel<'s> {
    /// The chapter; `None` for the entries whose chapter is not known.
    pub(super) chapter: Option<ChapterId>,
    /// The entries of each column.
    pub(super) columns: Vec<&'s [EntryId]>,
    /// The concepts, by column and row.
    pub(super) boxes: Vec<ConceptBox>,
    /// How many rows there are.
    pub(super) rows: usize,
    /// For each column how many concepts have no room.
    pub(super) more: Vec<usize>,
    /// How many concepts the chapter has, and how many of them are new.
    pub(super) counts: (usize, usize),
}

/// A concept where it first comes in the chapter.
pub(super) struct ConceptBox {
    pub(super) concept: ConceptId,
    /// The columns that name it, ascending, with the entries that do.
    pub(super) columns: Vec<(usize, Vec<EntryId>)>,
    /// No earlier chapter named it.
    pub(super) new: bool,
    pub(super) row: usize,
    /// How much the chapter is about it.
    pub(super) weight: f32,
    /// How often the chapter names it.
    pub(super) mentions: u32,
}

impl ConceptBox {
    pub(super) fn first(&self) -> usize {
        self.columns[0].0
    }

    pub(super) fn last(&self) -> usize {
        self.columns[self.columns.len() - 1].0
    }
}

impl<'s> Panel<'s> {
    pub(super) fn of(source: &MapSource<'_>, summary: &'s ChapterSummary) -> Self {
        let columns = bins(source, &summary.entries, MOST_COLUMNS);
        let counts = summary.new.iter().map(|count| (count, true));
        let counts = counts.chain(summary.recurring.iter().map(|count| (count, false)));
        let mut boxes: Vec<ConceptBox> = counts
            .filter(|(count, _)| source.shows(count.concept))
            .filter_map(|(count, new)| concept_box(source, &columns, count, new))
            .collect();
        let counts = (boxes.len(), boxes.iter().filter(|it| it.new).count());
        boxes.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then(a.concept.cmp(&b.concept))
        });
        boxes.truncate(source.options.top.unwrap_or(usize::MAX));
        let more = cap(&mut boxes, columns.len());
        let rows = pack(source, &mut boxes);
        Self {
            chapter: summary.chapter,
            columns,
            boxes,
            rows,
            more,
            counts,
        }
    }

    pub(super) fn concepts(&self) -> impl Iterator<Item = ConceptId> {
        self.boxes.iter().map(|it| it.concept)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.columns
            .iter()
            .flat_map(|column| column.iter().copied())
    }
}

fn concept_box(
    source: &MapSource<'_>,
    columns: &[&[EntryId]],
    count: &ConceptCount,
    new: bool,
) -> Option<ConceptBox> {
    let concept = count.concept;
    let naming = |entries: &[EntryId]| -> Vec<EntryId> {
        let names = |entry: &EntryId| source.tagging.tag(*entry, concept).is_some();
        entries.iter().copied().filter(names).collect()
    };
    let columns: Vec<(usize, Vec<EntryId>)> = columns
        .iter()
        .map(|entries| naming(entries))
        .enumerate()
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    (!columns.is_empty()).then_some(ConceptBox {
        concept,
        columns,
        new,
        row: 0,
        weight: count.weight,
        mentions: count.count,
    })
}

/// Takes out what has no room; gives how many of each column. The boxes are in
/// the order of their weight.
fn cap(boxes: &mut Vec<ConceptBox>, columns: usize) -> Vec<usize> {
    let mut comes_in = vec![0; columns];
    boxes.retain(|it| {
        comes_in[it.first()] += 1;
        comes_in[it.first()] <= MOST_BOXES
    });
    comes_in
        .iter()
        .map(|count| count.saturating_sub(MOST_BOXES))
        .collect()
}

/// Finds rows in which no line runs through a box; gives how many. Longer lines
/// come first, and concepts of a group together.
fn pack(source: &MapSource<'_>, boxes: &mut [ConceptBox]) -> usize {
    boxes.sort_by_key(|it| {
        let group = source.grouping.group(it.concept);
        (it.first(), Reverse(it.last()), group.is_none(), group)
    });
    // For each row the first column that is free.
    let mut free: Vec<usize> = Vec::new();
    for it in boxes {
        let row = free.iter().position(|&free| free <= it.first());
        it.row = row.unwrap_or(free.len());
        match row {
            Some(row) => free[row] = it.last() + 1,
            None => free.push(it.last() + 1),
        }
    }
    free.len()
}
