//! The concepts below the boxes of entries.

use crate::map::columns::Column;
use crate::map::draft::Draft;
use crate::map::furniture::{MARGIN, fitted};
use crate::map::geometry::Point;
use crate::map::label::{line, text_width};
use crate::map::scene::{Anchor, Ink, Mark, Paint, Stroke, TextLine};
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// So many concepts stand below a box.
const CONCEPTS: usize = 4;
/// Their font, in pixels.
const WORDS: f64 = 11.0;
/// Height of one of them, and of all.
const LINE: f64 = 15.5;
const LEVEL: f64 = CONCEPTS as f64 * LINE + 10.0;

/// The height of concepts on one or two levels.
pub(super) fn height(levels: usize) -> f64 {
    levels as f64 * LEVEL + 6.0
}

/// The concepts that set a column apart, below its box.
pub(super) fn concepts(
    draft: &mut Draft<'_, '_>,
    columns: &[Column<'_>],
    index: usize,
    levels: usize,
    below: f64,
) -> Vec<TextLine> {
    let column = &columns[index];
    let x = column.middle();
    let level = index % levels;
    let reach = reach(columns, column, levels);
    let top = below + 6.0 + level as f64 * LEVEL;
    if level > 0 {
        let stroke = Stroke::solid(Ink::Line, 1.0);
        let leader = Mark::line(
            Point::new(x, below),
            Point::new(x, top + 1.0),
            Paint::stroke(stroke),
        );
        draft.scene.backdrop.push(leader);
    }
    let best = distinctive(draft.source, column.entries).into_iter();
    let lines = best.enumerate().map(|(row, concept)| {
        let text = fitted(draft.source.label(concept), WORDS, false, 2.0 * reach);
        let at = Point::new(x, top + LINE * (row as f64 + 0.8));
        let ink = if row == 0 { Ink::Text } else { Ink::Muted };
        TextLine {
            anchor: Anchor::Middle,
            ..line(text, at, WORDS, ink)
        }
    });
    lines.collect()
}

/// Whether the concepts of each column fit below it uncut.
pub(super) fn fit(source: &MapSource<'_>, columns: &[Column<'_>]) -> bool {
    columns.iter().all(|column| {
        let room = 2.0 * reach(columns, column, 1);
        let fits = |&it: &ConceptId| text_width(source.label(it), WORDS, false) <= room;
        distinctive(source, column.entries).iter().all(fits)
    })
}

/// How far the words below a box may reach to each side: with one level to the
/// edges of the column, with two to the middles of the neighbours, where lines
/// may pass.
fn reach(columns: &[Column<'_>], column: &Column<'_>, levels: usize) -> f64 {
    if levels == 1 {
        return column.width / 2.0 - 2.0;
    }
    let x = column.middle();
    let index = columns.partition_point(|it| it.left < column.left);
    // At the ends the margin is free.
    let (left, right) = (columns[0].left, columns[columns.len() - 1].right());
    let before = index.checked_sub(1).map(|it| columns[it].middle());
    let after = columns.get(index + 1).map(Column::middle);
    let (before, after) = (
        before.unwrap_or(left - MARGIN),
        after.unwrap_or(right + MARGIN),
    );
    (x - before).min(after - x) - 5.0
}

/// The concepts that some entries are most about and others least: by salience
/// times rarity, ln((N + 1) / (n + ½)) for a concept of n of all N entries (K.
/// Spärck Jones, "A statistical interpretation of term specificity", Journal of
/// Documentation 28, 1972).
pub(super) fn distinctive(source: &MapSource<'_>, entries: &[EntryId]) -> Vec<ConceptId> {
    let all = source.library.entries().len() as f32;
    let rarity = |concept| {
        let about = source.tagging.entries_about(concept) as f32;
        libm::logf((all + 1.0) / (about + 0.5))
    };
    let mut tags: Vec<(f32, ConceptId)> = Vec::new();
    for tag in entries.iter().flat_map(|&entry| source.tagging.tags(entry)) {
        tags.push((tag.salience * rarity(tag.concept), tag.concept));
    }
    tags.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut concepts: Vec<ConceptId> = Vec::new();
    for (_, concept) in tags {
        if concepts.len() == CONCEPTS {
            break;
        }
        if source.shows(concept) && !concepts.contains(&concept) {
            concepts.push(concept);
        }
    }
    concepts
}
