//! The boxes of concepts in a panel, and the lines to where they come again.

use super::Sheet;
use super::draw::{Drawn, GAP, PADDING, ROW};
use super::panel::{ConceptBox, Panel};
use crate::map::furniture::fitted;
use crate::map::geometry::{Point, Rect};
use crate::map::label::Label;
use crate::map::scene::{Ink, Mark, Paint, Path, SceneEdge, SceneNode, Shape, Stroke, Subject};

/// Labels of concepts.
const LABEL: f64 = 13.0;
/// Height of a box.
const BOX: f64 = 26.0;
/// Radius of a dot.
const DOT: f64 = 4.5;

impl Sheet<'_, '_, '_> {
    /// Draws the boxes of the concepts that come in in a column.
    pub(super) fn boxes(&mut self, panel: &Panel<'_>, column: usize, top: f64, drawn: &mut Drawn) {
        let mut here: Vec<(usize, &ConceptBox)> = panel.boxes.iter().enumerate().collect();
        here.retain(|(_, it)| it.first() == column);
        here.sort_by_key(|(_, it)| it.row);
        for (index, it) in here {
            let y = top + (it.row as f64 + 0.5) * ROW;
            let (node, right) = self.concept(panel, it, y);
            let (_, naming) = &it.columns[0];
            let edge = self
                .draft
                .naming((drawn.heads[column], node), it.concept, naming);
            self.draft.edge(edge);
            self.pills(
                panel.chapter,
                (it.concept, node),
                Point::new(right, y),
                self.inner_right(column),
            );
            drawn.boxes.insert(index, node);
        }
    }

    /// A concept's box; gives its node and right edge.
    fn concept(&mut self, panel: &Panel<'_>, it: &ConceptBox, y: f64) -> (usize, f64) {
        let source = self.draft.source;
        let room = self.column - GAP - 2.0 * PADDING;
        let bold = it.mentions > 1;
        let text = fitted(source.label(it.concept), LABEL, bold, room - 18.0);
        let label = Label::one_line(&text, LABEL, bold);
        let x = self.left(it.first()) + PADDING;
        let rect = Rect::new(x, y - BOX / 2.0, label.size.width.min(room), BOX);
        let hue = self.draft.hue(it.concept);
        let paint = match it.new {
            true => Paint::outlined(hue.tint(), Stroke::solid(hue.line(), 1.6)),
            false => Paint::outlined(Ink::Card, Stroke::dashed(hue.line(), 1.6)),
        };
        let state = match it.new {
            true => source
                .words
                .pick("이 장에서 처음 나옴", "new in this chapter"),
            false => source.words.pick("앞에서 이어짐", "carried over"),
        };
        let mut facts = vec![state.to_owned()];
        facts.extend(source.concept_facts(it.concept));
        let id = self.own_id(source.concept_id(it.concept), panel);
        let naming = it.columns.iter().flat_map(|(_, entries)| entries);
        let evidence: Vec<_> = naming
            .flat_map(|&entry| source.naming(entry, it.concept))
            .collect();
        let node = SceneNode {
            subject: Subject::Concept(it.concept),
            id,
            label: source.label(it.concept).to_owned(),
            rect,
            radius: 7.0,
            paint,
            lines: label.centered_in(&rect, Ink::Text),
            group: self.draft.group(it.concept),
            weight: it.weight / (1.0 + it.weight),
            names: source.other_names(it.concept),
            facts,
            quotes: self.draft.quotes.add(evidence),
        };
        (self.draft.node(node), rect.max().x)
    }

    /// The lines to where concepts are named again, and the dots there.
    pub(super) fn repeats(&mut self, panel: &Panel<'_>, top: f64, drawn: &Drawn) {
        for (index, it) in panel.boxes.iter().enumerate() {
            if it.columns.len() < 2 {
                continue;
            }
            let y = top + (it.row as f64 + 0.5) * ROW;
            let middle = |column: usize| self.left(column) + (self.column - GAP) / 2.0;
            let from = Point::new(self.left(it.first()) + PADDING, y);
            let ends: Vec<Point> = it
                .columns
                .iter()
                .map(|(at, _)| Point::new(middle(*at), y))
                .collect();
            let ink = self.draft.hue(it.concept).line();
            let last = Point::new(middle(it.last()), y);
            self.draft.scene.backdrop.push(Mark::Shape {
                shape: Shape::Path(Path::line(from, last)),
                paint: Paint::stroke(Stroke::solid(ink, 1.8)),
                group: self.draft.group(it.concept),
            });
            for ((column, entries), center) in it.columns.iter().zip(ends).skip(1) {
                let ends = (drawn.heads[*column], drawn.boxes[&index]);
                let edge = self.draft.naming(ends, it.concept, entries);
                let radius = DOT;
                self.draft.edge(SceneEdge {
                    shape: Some(Shape::Circle { center, radius }),
                    paint: Paint::outlined(ink, Stroke::solid(Ink::Band(false), 1.5)),
                    ..edge
                });
            }
        }
    }
}
