//! One concept that is named with the one in the middle.

use super::Centre;
use crate::graph::{CoMention, Evidence};
use crate::map::draft::Draft;
use crate::map::furniture::fitted;
use crate::map::geometry::{Point, Rect, Size};
use crate::map::label::Label;
use crate::map::scene::{Ink, Paint, SceneEdge, SceneNode, SceneRelation, Shape, Stroke, Subject};
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// So many neighbours where no number is asked for.
const MOST: usize = 12;
/// Font of their labels, which are cut at this width.
const FONT: f64 = 14.0;
const ROOM: f64 = 240.0;
/// Side of a square.
pub(super) const SQUARE: f64 = 11.0;
/// Widths of the curves.
const WIDTHS: (f64, f64) = (1.0, 6.0);

/// A concept that is named with the one in the middle.
pub(super) struct Neighbour {
    pub(super) concept: ConceptId,
    pub(super) label: Label,
    pub(super) group: Option<usize>,
    /// From 0 to 1, the strongest being 1.
    strength: f32,
    evidence: Vec<Evidence>,
    /// The entries that name both.
    pub(super) entries: Vec<EntryId>,
    pub(super) count: String,
}

/// The concepts that a concept is named with most, by group.
pub(super) fn strongest(source: &MapSource<'_>, concept: ConceptId) -> Vec<Neighbour> {
    let other = |pair: &CoMention| match (pair.a == concept, pair.b == concept) {
        (true, _) => Some(pair.b),
        (_, true) => Some(pair.a),
        _ => None,
    };
    let mut pairs: Vec<(ConceptId, &CoMention)> = source
        .pairs()
        .iter()
        .filter_map(|pair| Some((other(pair)?, pair)))
        .filter(|(other, _)| source.shows(*other))
        .collect();
    pairs.sort_by(|a, b| b.1.weight.total_cmp(&a.1.weight).then(a.0.cmp(&b.0)));
    pairs.truncate(source.options.top.unwrap_or(MOST));
    let most = pairs
        .first()
        .map_or(1.0, |(_, pair)| pair.weight)
        .max(f32::MIN_POSITIVE);
    // A stable sort: within a group the strongest stay first.
    pairs.sort_by_key(|(it, _)| {
        let group = source.grouping.group(*it);
        (group.is_none(), group)
    });
    pairs
        .into_iter()
        .map(|(other, pair)| {
            let mut entries: Vec<EntryId> = pair.evidence.iter().map(|it| it.entry).collect();
            entries.dedup();
            Neighbour {
                concept: other,
                label: Label::one_line(
                    &fitted(source.label(other), FONT, false, ROOM),
                    FONT,
                    false,
                ),
                group: source.grouping.group(other),
                strength: pair.weight / most,
                evidence: pair.evidence.to_vec(),
                count: source.words.entries(entries.len()),
                entries,
            }
        })
        .collect()
}

impl Neighbour {
    /// Its box.
    pub(super) fn node(&self, draft: &mut Draft<'_, '_>, rect: Rect, centre: Centre) -> SceneNode {
        let source = draft.source;
        let stroke = Stroke::solid(draft.hue(self.concept).line(), 1.6);
        let both = self.entries.iter().flat_map(|&entry| {
            let here = source.naming(entry, self.concept);
            here.into_iter().chain(source.naming(entry, centre.concept))
        });
        let evidence: Vec<Evidence> = both.collect();
        SceneNode {
            subject: Subject::Concept(self.concept),
            id: source.concept_id(self.concept),
            label: source.label(self.concept).to_owned(),
            rect,
            radius: 7.0,
            paint: Paint::outlined(Ink::Card, stroke),
            lines: self.label.centered_in(&rect, Ink::Text),
            group: draft.group(self.concept),
            weight: self.strength,
            names: source.other_names(self.concept),
            facts: source.concept_facts(self.concept),
            quotes: draft.quotes.add(evidence),
        }
    }

    /// The curve from the centre to it.
    pub(super) fn curve(
        &self,
        draft: &mut Draft<'_, '_>,
        (node, rect): (usize, Rect),
        centre: Centre,
    ) -> SceneEdge {
        let source = draft.source;
        let from = Point::new(centre.rect.max().x, centre.rect.center().y);
        let to = Point::new(rect.min.x, rect.center().y);
        let (thin, thick) = WIDTHS;
        let width = thin + (thick - thin) * f64::from(self.strength);
        let relation = match source.grouping.group(centre.concept) == self.group {
            true => SceneRelation::Together,
            false => SceneRelation::Across,
        };
        SceneEdge {
            from: centre.node,
            to: node,
            relation,
            weight: self.strength,
            shape: Some(Shape::Path(super::bow(from, to))),
            paint: Paint::stroke(Stroke::solid(draft.hue(self.concept).line(), width)),
            lines: Vec::new(),
            label: format!(
                "{} – {}: {}",
                source.label(centre.concept),
                source.label(self.concept),
                self.count
            ),
            quotes: draft.quotes.add(self.evidence.iter().copied()),
        }
    }

    /// The square that says that an entry names this concept too.
    pub(super) fn square(
        &self,
        draft: &mut Draft<'_, '_>,
        ends: (usize, usize),
        entry: EntryId,
        at: Point,
    ) -> SceneEdge {
        let rect = Rect::centered(at, Size::new(SQUARE, SQUARE));
        let ink = draft.hue(self.concept).line();
        SceneEdge {
            shape: Some(Shape::Rect { rect, radius: 3.0 }),
            paint: Paint::fill(ink),
            ..draft.naming(ends, self.concept, &[entry])
        }
    }
}
