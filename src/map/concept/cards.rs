//! The entries that name the concept, each with its most telling sentence.

use super::{CARDS, Centre, telling};
use crate::map::draft::Draft;
use crate::map::furniture::fitted;
use crate::map::geometry::{Point, Rect};
use crate::map::label::line;
use crate::map::scene::{Ink, Mark, Paint, SceneEdge, SceneNode, Shape, Stroke, Subject, TextLine};
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// More entries than this are counted, not shown.
pub(super) const MOST: usize = 10;
const TITLE: f64 = 12.0;
const TEXT: f64 = 11.5;
const LEADING: f64 = 16.5;
/// Space inside of a card, and between two.
const PADDING: f64 = 12.0;
const GAP: f64 = 12.0;
/// Height of the remark on what is not shown.
const MORE: f64 = 22.0;

/// The cards.
pub(super) struct Cards {
    concept: ConceptId,
    pub(super) cards: Vec<Card>,
    /// How many more entries name the concept.
    more: usize,
}

/// An entry with what it says.
pub(super) struct Card {
    pub(super) entry: EntryId,
    lines: Vec<String>,
    /// The lines are a sentence that names the concept, and not what the entry
    /// says in all.
    says: bool,
}

impl Cards {
    /// The entries of most weight, in reading order.
    pub(super) fn of(source: &MapSource<'_>, concept: ConceptId) -> Self {
        let all = source.about(concept);
        let mut best = all.clone();
        let weight = |entry: &EntryId| {
            let tag = source.tagging.tag(*entry, concept);
            tag.map_or(0.0, |tag| tag.mentions.max(1) as f32 * tag.salience)
        };
        best.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        best.truncate(MOST);
        best.sort_unstable();
        Self {
            concept,
            more: all.len() - best.len(),
            cards: best
                .iter()
                .map(|&it| Card::of(source, it, concept))
                .collect(),
        }
    }

    /// The height of all cards.
    pub(super) fn height(&self) -> f64 {
        let heights: f64 = self.cards.iter().map(|card| card.height() + GAP).sum();
        heights - GAP + if self.more > 0 { MORE } else { 0.0 }
    }

    /// Draws the cards with their curves to the centre; gives their nodes.
    pub(super) fn draw(
        &self,
        draft: &mut Draft<'_, '_>,
        corner: Point,
        centre: Centre,
    ) -> Vec<(EntryId, usize)> {
        let mut y = corner.y;
        let mut drawn = Vec::new();
        for card in &self.cards {
            let rect = Rect::new(corner.x, y, CARDS, card.height());
            let node = card.node(draft, rect, self.concept);
            let node = draft.node(node);
            let edge = curve(draft, card.entry, (node, rect), centre);
            draft.edge(edge);
            drawn.push((card.entry, node));
            y += card.height() + GAP;
        }
        if self.more > 0 {
            let more = draft.source.words.more_entries(self.more);
            let at = Point::new(corner.x + PADDING, y + MORE - 10.0);
            let mark = Mark::Text(line(more, at, TEXT, Ink::Muted));
            draft.scene.captions.push(mark);
        }
        drawn
    }
}

impl Card {
    fn of(source: &MapSource<'_>, entry: EntryId, concept: ConceptId) -> Self {
        let (lines, says) = telling::lines(source, entry, concept, (TEXT, CARDS - 2.0 * PADDING));
        Self { entry, lines, says }
    }

    fn height(&self) -> f64 {
        2.0 * PADDING + TITLE + self.lines.len() as f64 * LEADING
    }

    fn node(&self, draft: &mut Draft<'_, '_>, rect: Rect, concept: ConceptId) -> SceneNode {
        let source = draft.source;
        let x = rect.min.x + PADDING;
        let mut y = rect.min.y + PADDING + TITLE - 1.0;
        let title = fitted(
            &title(source, self.entry),
            TITLE,
            true,
            CARDS - 2.0 * PADDING,
        );
        let mut lines = vec![TextLine {
            bold: true,
            ..line(title, Point::new(x, y), TITLE, Ink::Text)
        }];
        let ink = if self.says { Ink::Text } else { Ink::Muted };
        for text in &self.lines {
            y += LEADING;
            lines.push(line(text.clone(), Point::new(x, y + 1.0), TEXT, ink));
        }
        SceneNode {
            subject: Subject::Entry(self.entry),
            id: source.entry_id(self.entry),
            label: source.words.entry(source.library, self.entry),
            rect,
            radius: 8.0,
            paint: Paint::outlined(Ink::Card, Stroke::solid(Ink::Line, 1.2)),
            lines,
            group: None,
            weight: 0.5,
            names: Vec::new(),
            facts: source.entry_facts(self.entry),
            quotes: draft.quotes.add(source.naming(self.entry, concept)),
        }
    }
}

/// `25일차 · p411–418 · 10장`.
fn title(source: &MapSource<'_>, entry: EntryId) -> String {
    let mut parts = vec![source.words.entry_name(source.library, entry)];
    parts.extend(source.page_span(&[entry]));
    let chapters = source.chapters_of(&[entry]);
    let names: Vec<String> = chapters
        .iter()
        .map(|&it| source.short_chapter(it))
        .collect();
    parts.extend((!names.is_empty()).then(|| names.join(" → ")));
    parts.join(" · ")
}

fn curve(
    draft: &mut Draft<'_, '_>,
    entry: EntryId,
    (node, rect): (usize, Rect),
    centre: Centre,
) -> SceneEdge {
    let mentions = draft.source.mentions(entry, centre.concept);
    let from = Point::new(rect.max().x, rect.center().y);
    let to = Point::new(centre.rect.min.x, centre.rect.center().y);
    let width = (1.0 + f64::from(mentions) * 0.6).min(5.0);
    let ink = draft.hue(centre.concept).line();
    SceneEdge {
        shape: Some(Shape::Path(super::bow(from, to))),
        paint: Paint::stroke(Stroke::solid(ink, width)),
        ..draft.naming((node, centre.node), centre.concept, &[entry])
    }
}
