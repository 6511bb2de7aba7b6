//! The drawing of a panel.

use super::Sheet;
use super::panel::Panel;
use crate::map::furniture::fitted;
use crate::map::geometry::{Point, Rect};
use crate::map::label::{line, text_width};
use crate::map::scene::{Ink, Mark, Paint, SceneNode, TextLine};
use crate::model::EntryId;
use std::collections::BTreeMap;

/// Name of an entry, and its pages.
const ENTRY: f64 = 13.0;
const PAGES: f64 = 11.0;
/// Height of a column's head and foot.
const COLUMN_HEAD: f64 = 32.0;
const COLUMN_FOOT: f64 = 26.0;
/// Space between columns, and inside of them.
pub(super) const GAP: f64 = 12.0;
pub(super) const PADDING: f64 = 12.0;
/// Height of a row.
pub(super) const ROW: f64 = 34.0;

/// The nodes of a panel.
#[derive(Default)]
pub(super) struct Drawn {
    /// Of its columns.
    pub(super) heads: Vec<usize>,
    /// Of its boxes, by their index in the panel.
    pub(super) boxes: BTreeMap<usize, usize>,
}

impl Sheet<'_, '_, '_> {
    /// Draws a panel below a head of the given height; gives the height of both.
    pub(super) fn panel(&mut self, panel: &Panel<'_>, corner: Point, head: f64) -> f64 {
        self.left = corner.x;
        self.head(panel, corner);
        let top = corner.y + head;
        let has_foot = panel.more.iter().any(|&more| more > 0)
            || panel.entries().any(|it| self.points_out(it));
        let foot = if has_foot { COLUMN_FOOT } else { 8.0 };
        let height = COLUMN_HEAD + panel.rows as f64 * ROW + foot;
        for index in 0..panel.columns.len() {
            let rect = Rect::new(self.left(index), top, self.column - GAP, height);
            let paint = Paint::fill(Ink::Band(false));
            self.draft
                .scene
                .backdrop
                .push(Mark::rect(rect, 10.0, paint));
        }
        let mut drawn = Drawn::default();
        for (index, entries) in panel.columns.iter().enumerate() {
            let entry = self.entry(panel, entries, Point::new(self.left(index), top));
            drawn.heads.push(entry);
            self.boxes(panel, index, top + COLUMN_HEAD, &mut drawn);
            let y = top + height - COLUMN_FOOT / 2.0;
            self.column_foot(panel, index, entry, y);
        }
        self.repeats(panel, top + COLUMN_HEAD, &drawn);
        head + height
    }

    fn points_out(&self, entry: EntryId) -> bool {
        !self.draft.source.placement.references(entry).is_empty()
    }

    pub(super) fn left(&self, column: usize) -> f64 {
        self.left + column as f64 * self.column
    }

    pub(super) fn inner_right(&self, column: usize) -> f64 {
        self.left(column) + self.column - GAP - PADDING / 2.0
    }

    /// An id that no other node has: a concept that is in several panels has the
    /// chapter behind it from the second one on.
    pub(super) fn own_id(&mut self, id: String, panel: &Panel<'_>) -> String {
        let source = self.draft.source;
        let chapter = match (panel.chapter, panel.entries().next()) {
            (Some(chapter), _) => source.chapter_id(chapter),
            (None, Some(entry)) => source
                .library
                .book(source.library.book_of(entry))
                .id
                .clone(),
            (None, None) => String::new(),
        };
        let own = match self.taken.contains(&id) {
            true => format!("{id}@{chapter}"),
            false => id,
        };
        self.taken.insert(own.clone());
        own
    }

    /// A column's head; gives its node.
    fn entry(&mut self, panel: &Panel<'_>, entries: &[EntryId], corner: Point) -> usize {
        let source = self.draft.source;
        let room = self.column - GAP - 2.0 * PADDING;
        let (x, y) = (corner.x + PADDING, corner.y + 21.0);
        let label = source.names(entries);
        let name = fitted(&label, ENTRY, true, room);
        let taken = text_width(&name, ENTRY, true) + 8.0;
        let pages = source.page_span(entries).unwrap_or_default();
        let mut lines = vec![TextLine {
            bold: true,
            ..line(name, Point::new(x, y), ENTRY, Ink::Text)
        }];
        if !pages.is_empty() && taken + text_width(&pages, PAGES, false) <= room {
            lines.push(line(pages, Point::new(x + taken, y), PAGES, Ink::Muted));
        }
        let id = self.own_id(source.entry_id(entries[0]), panel);
        let rect = Rect::new(corner.x, corner.y, self.column - GAP, COLUMN_HEAD - 2.0);
        let node = SceneNode {
            id,
            label,
            radius: 10.0,
            lines,
            weight: 0.6,
            ..self.draft.of_entries(entries, entries[0], rect)
        };
        self.draft.node(node)
    }

    /// What has no room in a column, and where its entries point to.
    fn column_foot(&mut self, panel: &Panel<'_>, index: usize, entry: usize, y: f64) {
        let mut x = self.left(index) + PADDING;
        let more = panel.more[index];
        if more > 0 {
            let text = self.draft.source.words.more_concepts(more);
            let width = text_width(&text, PAGES, false);
            let mark = Mark::Text(line(text, Point::new(x, y + 4.0), PAGES, Ink::Muted));
            self.draft.scene.captions.push(mark);
            x += width + 10.0;
        }
        let right = self.inner_right(index);
        self.references(panel.columns[index], entry, Point::new(x, y), right);
    }
}
