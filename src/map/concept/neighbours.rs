//! The concepts that the concept is named with, and in which of its entries.

use super::Centre;
use super::cards::Cards;
use super::neighbour::{Neighbour, SQUARE, strongest};
use crate::map::draft::Draft;
use crate::map::geometry::{Point, Rect};
use crate::map::label::{line, text_width};
use crate::map::scene::{Anchor, Ink, Mark, Paint, Shape, TextLine};
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// Small words.
const SMALL: f64 = 10.5;
/// From one to the next; and more between groups.
const PITCH: f64 = 38.0;
const GROUP_GAP: f64 = 8.0;
/// Height of the names of the entries above their squares.
const HEAD: f64 = 22.0;

/// The neighbours.
pub(super) struct Neighbours {
    list: Vec<Neighbour>,
    /// The entries that have cards, and what they are called in a column of
    /// squares.
    columns: Vec<(EntryId, String)>,
    /// Width of the widest label's box.
    labels: f64,
    /// From one square to the next.
    pitch: f64,
    /// Width of the counts.
    counts: f64,
}

impl Neighbours {
    /// The strongest ones, by group.
    pub(super) fn of(source: &MapSource<'_>, concept: ConceptId, cards: &Cards) -> Self {
        let list = strongest(source, concept);
        let columns: Vec<(EntryId, String)> = cards
            .cards
            .iter()
            .map(|card| {
                let name = source.words.brief_entry(source.library, card.entry);
                (card.entry, name)
            })
            .collect();
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let names = widest(&mut columns.iter().map(|(_, it)| text_width(it, SMALL, false)));
        Self {
            labels: widest(&mut list.iter().map(|it| it.label.size.width)),
            counts: widest(&mut list.iter().map(|it| text_width(&it.count, SMALL, false))),
            pitch: (names + 4.0).max(SQUARE + 4.0),
            columns,
            list,
        }
    }

    pub(super) fn concepts(&self) -> impl Iterator<Item = ConceptId> {
        self.list.iter().map(|neighbour| neighbour.concept)
    }

    /// The width of labels, squares and counts.
    pub(super) fn width(&self) -> f64 {
        match self.list.is_empty() {
            true => 0.0,
            false => self.labels + 16.0 + self.squares() + 8.0 + self.counts,
        }
    }

    /// The height of all rows.
    pub(super) fn height(&self) -> f64 {
        self.rows().last().map_or(0.0, |(_, y)| y + PITCH)
    }

    fn squares(&self) -> f64 {
        self.columns.len() as f64 * self.pitch
    }

    /// The neighbours with the top of their rows.
    fn rows(&self) -> impl Iterator<Item = (&Neighbour, f64)> {
        let mut y = HEAD;
        let mut before = None;
        self.list.iter().map(move |neighbour| {
            if before.is_some_and(|before| before != neighbour.group) {
                y += GROUP_GAP;
            }
            before = Some(neighbour.group);
            y += PITCH;
            (neighbour, y - PITCH)
        })
    }

    /// Draws them with their curves from the centre; `cards` are the nodes of
    /// the entries.
    pub(super) fn draw(
        &self,
        draft: &mut Draft<'_, '_>,
        corner: Point,
        centre: Centre,
        cards: &[(EntryId, usize)],
    ) {
        if self.list.is_empty() {
            return;
        }
        let left = corner.x + self.labels + 16.0;
        self.head(draft, Point::new(left, corner.y));
        for (neighbour, top) in self.rows() {
            let middle = corner.y + top + PITCH / 2.0;
            let size = neighbour.label.size;
            let rect = Rect::new(
                corner.x,
                middle - size.height / 2.0,
                size.width,
                size.height,
            );
            let node = neighbour.node(draft, rect, centre);
            let node = draft.node(node);
            let edge = neighbour.curve(draft, (node, rect), centre);
            draft.edge(edge);
            for (column, (entry, _)) in self.columns.iter().enumerate() {
                let x = left + (column as f64 + 0.5) * self.pitch;
                let card = cards.iter().find(|(card, _)| card == entry);
                let shared = neighbour.entries.contains(entry);
                match card.filter(|_| shared) {
                    Some(&(_, card)) => {
                        let at = Point::new(x, middle);
                        let edge = neighbour.square(draft, (card, node), *entry, at);
                        draft.edge(edge);
                    }
                    None => {
                        let shape = Shape::Circle {
                            center: Point::new(x, middle),
                            radius: 1.5,
                        };
                        draft
                            .scene
                            .backdrop
                            .push(Mark::shape(shape, Paint::fill(Ink::Line)));
                    }
                }
            }
            let at = Point::new(left + self.squares() + 8.0, middle + 4.0);
            let count = line(neighbour.count.clone(), at, SMALL, Ink::Muted);
            draft.scene.backdrop.push(Mark::Text(count));
        }
    }

    /// What the columns of squares are called.
    fn head(&self, draft: &mut Draft<'_, '_>, corner: Point) {
        for (index, (_, name)) in self.columns.iter().enumerate() {
            let x = corner.x + (index as f64 + 0.5) * self.pitch;
            draft.scene.backdrop.push(Mark::Text(TextLine {
                anchor: Anchor::Middle,
                ..line(
                    name.clone(),
                    Point::new(x, corner.y + 14.0),
                    SMALL,
                    Ink::Muted,
                )
            }));
        }
    }
}
