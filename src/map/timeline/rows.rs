//! The rows with their dots.

use super::choice::{Choice, Row};
use super::{Frame, LABEL, ROW, SMALL};
use crate::map::columns::Column;
use crate::map::draft::Draft;
use crate::map::geometry::{Point, Rect};
use crate::map::label::{line, text_width};
use crate::map::scene::{
    Anchor, Ink, Mark, Paint, Path, SceneEdge, SceneNode, Shape, Stroke, Subject, TextLine,
};
use crate::map::source::MapSource;
use crate::model::EntryId;

/// Radius of the largest dot, and of the smallest.
const DOTS: (f64, f64) = (8.0, 3.0);

/// Where the last row ends.
pub(super) fn bottom(choice: &Choice, top: f64) -> f64 {
    choice.places(top).last().map_or(top, |(_, y)| y) + ROW / 2.0 + 4.0
}

/// Draws the rows: their nodes, lines, dots and counts.
pub(super) fn draw(draft: &mut Draft<'_, '_>, frame: &Frame<'_>, choice: &Choice) {
    let source = draft.source;
    let largest = |row| {
        let dots = dots(frame, row).into_iter();
        dots.map(|(_, entries)| mentions(source, row, entries))
            .max()
    };
    let most = choice.rows.iter().filter_map(largest).max().unwrap_or(1);
    let weightiest = source
        .concepts
        .first()
        .map_or(1.0, |first| first.weight)
        .max(f32::MIN_POSITIVE);
    // Column heads come after the concepts.
    let first_column = draft.scene.nodes.len() + choice.rows.len();
    for (row, y) in choice.places(frame.rows) {
        let weight = source.weighed(row.concept);
        let weight = weight.map_or(0.0, |weighed| weighed.weight / weightiest);
        let node = node(draft, frame, row, y, weight);
        let node = draft.node(node);
        let dots = dots(frame, row);
        journey(draft, frame, row, y, &dots);
        for (index, entries) in dots {
            let column = &frame.columns[index];
            let ends = (first_column + index, node);
            let edge = dot(draft, (ends, row), column, entries, (y, most));
            draft.edge(edge);
        }
        let at = Point::new(
            frame.columns.last().map_or(0.0, Column::right) + 9.0,
            y + 4.0,
        );
        let count = line(row.entries.len().to_string(), at, SMALL, Ink::Muted);
        draft.scene.backdrop.push(Mark::Text(count));
    }
}

fn node(draft: &mut Draft<'_, '_>, frame: &Frame<'_>, row: &Row, y: f64, weight: f32) -> SceneNode {
    let source = draft.source;
    let bold = source.count_chapters(&row.entries) > 1;
    let muted = row.entries.len() < 2;
    let width = text_width(&row.label, LABEL, true).max(12.0) + 6.0;
    SceneNode {
        subject: Subject::Concept(row.concept),
        id: source.concept_id(row.concept),
        label: source.label(row.concept).to_owned(),
        rect: Rect::new(
            frame.labels - width + 3.0,
            y - ROW / 2.0 + 1.0,
            width,
            ROW - 2.0,
        ),
        radius: 4.0,
        paint: Paint::default(),
        lines: vec![TextLine {
            anchor: Anchor::End,
            bold,
            ..line(
                row.label.clone(),
                Point::new(frame.labels, y + 4.5),
                LABEL,
                if muted { Ink::Muted } else { Ink::Text },
            )
        }],
        group: draft.group(row.concept),
        weight,
        names: source.other_names(row.concept),
        facts: source.concept_facts(row.concept),
        quotes: draft.quotes.add(source.evidence(row.concept)),
    }
}

/// The columns that name a concept, with the entries in them that do.
fn dots<'r>(frame: &Frame<'_>, row: &'r Row) -> Vec<(usize, &'r [EntryId])> {
    let column_of = |entry: &EntryId| {
        let after = |column: &Column<'_>| column.first() <= *entry;
        frame.columns.partition_point(after) - 1
    };
    let in_one = row.entries.chunk_by(|a, b| column_of(a) == column_of(b));
    in_one
        .map(|entries| (column_of(&entries[0]), entries))
        .collect()
}

/// The line from a row's first dot to its last.
fn journey(
    draft: &mut Draft<'_, '_>,
    frame: &Frame<'_>,
    row: &Row,
    y: f64,
    dots: &[(usize, &[EntryId])],
) {
    let (Some((first, _)), Some((last, _))) = (dots.first(), dots.last()) else {
        return;
    };
    let from = Point::new(frame.columns[*first].middle(), y);
    let to = Point::new(frame.columns[*last].middle(), y);
    let stroke = Stroke::solid(draft.hue(row.concept).line(), 1.5);
    let mark = Mark::Shape {
        shape: Shape::Path(Path::line(from, to)),
        paint: Paint::stroke(stroke),
        group: draft.group(row.concept),
    };
    if first < last {
        draft.scene.backdrop.push(mark);
    }
}

/// The dot of some entries in a column, with the nodes that it ties.
fn dot(
    draft: &mut Draft<'_, '_>,
    (ends, row): ((usize, usize), &Row),
    column: &Column<'_>,
    entries: &[EntryId],
    (y, most): (f64, u32),
) -> SceneEdge {
    let mentions = mentions(draft.source, row, entries);
    let (largest, smallest) = DOTS;
    let share = (f64::from(mentions) / f64::from(most.max(1))).min(1.0);
    // Dots of thin columns hardly reach into the next one.
    let room = (column.width * 0.7).clamp(smallest, largest);
    let shape = Shape::Circle {
        center: Point::new(column.middle(), y),
        radius: (largest * share.sqrt()).clamp(smallest, room),
    };
    let ink = draft.hue(row.concept).line();
    SceneEdge {
        weight: share as f32,
        shape: Some(shape),
        paint: Paint::outlined(ink, Stroke::solid(Ink::Paper, 1.0)),
        ..draft.naming(ends, row.concept, entries)
    }
}

fn mentions(source: &MapSource<'_>, row: &Row, entries: &[EntryId]) -> u32 {
    let mentions = entries.iter().map(|&it| source.mentions(it, row.concept));
    mentions.sum()
}
