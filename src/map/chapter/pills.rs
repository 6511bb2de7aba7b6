//! Pills: where a concept is named as well, and where entries point to.

use super::Sheet;
use crate::graph::Evidence;
use crate::map::geometry::{Point, Rect, Size};
use crate::map::label::{line, text_width};
use crate::map::scene::{
    Anchor, Ink, Mark, Paint, SceneEdge, SceneRelation, Shape, Stroke, TextLine,
};
use crate::map::source::MapSource;
use crate::model::{ChapterId, ConceptId, EntryId};
use crate::text::sentence::sentence_at;
use crate::text::width::shorten;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words in a pill, and its height.
const FONT: f64 = 10.0;
const HEIGHT: f64 = 16.0;
/// Space from a box to the first pill, and from one to the next.
const GAPS: (f64, f64) = (7.0, 4.0);
/// Columns of a chapter's title in a pill.
const TITLE: usize = 6;

impl Sheet<'_, '_, '_> {
    /// Pills for the other chapters that name a concept, beside its box; those
    /// that have no room are counted.
    pub(super) fn pills(
        &mut self,
        chapter: Option<ChapterId>,
        (concept, node): (ConceptId, usize),
        from: Point,
        right: f64,
    ) {
        let Some(chapter) = chapter else {
            return;
        };
        let source = self.draft.source;
        let others = also_in(source, concept, chapter);
        let mut x = from.x + GAPS.0;
        let mut left_over = 0;
        for (other, entries) in others {
            let arrow = if other < chapter { "←" } else { "→" };
            let text = format!("{arrow}{}", brief(source, other));
            let evidence = entries.iter().flat_map(|&it| source.naming(it, concept));
            let quotes = self.draft.quotes.add(evidence);
            let label = format!("{} – {}", source.label(concept), source.chapter_name(other));
            let edge = pointing((node, SceneRelation::AlsoIn), label, quotes);
            let pill = pill(&text, Point::new(x, from.y), right);
            match &pill {
                Some((rect, _)) if left_over == 0 => x = rect.max().x + GAPS.1,
                _ => left_over += 1,
            }
            let pill = pill.filter(|_| left_over == 0);
            self.others.point(other, with_pill(edge, pill));
        }
        let more = format!("+{left_over}");
        if left_over > 0 && x + text_width(&more, FONT, false) <= right {
            // A piece of the column under it keeps the row's line off.
            let width = text_width(&more, FONT, false) + 4.0;
            let under = Rect::new(x - 2.0, from.y - HEIGHT / 2.0, width, HEIGHT);
            let under = Mark::rect(under, 0.0, Paint::fill(Ink::Band(false)));
            let more = line(more, Point::new(x, from.y + 3.5), FONT, Ink::Muted);
            self.draft.scene.captions.extend([under, Mark::Text(more)]);
        }
    }

    /// Pills for the chapters that some entries point to.
    pub(super) fn references(&mut self, entries: &[EntryId], node: usize, from: Point, right: f64) {
        let source = self.draft.source;
        let mut targets: BTreeMap<ChapterId, Vec<Evidence>> = BTreeMap::new();
        for &entry in entries {
            for reference in source.placement.references(entry) {
                let sentences: Vec<Range<usize>> = source.tagging.sentences(entry).collect();
                let sentence = sentence_at(&sentences, reference.span.start);
                let sentence = sentence.map(|at| at as u32);
                let evidence = targets.entry(reference.chapter).or_default();
                evidence.push(Evidence { entry, sentence });
            }
        }
        let mut x = from.x;
        for (chapter, evidence) in targets {
            let text = format!("↗{}", shorten(&source.short_chapter(chapter), TITLE + 2));
            let quotes = self.draft.quotes.add(evidence);
            let label = format!(
                "{} → {}",
                source.names(entries),
                source.chapter_name(chapter)
            );
            let edge = pointing((node, SceneRelation::RefersTo), label, quotes);
            let pill = pill(&text, Point::new(x, from.y), right);
            x = pill
                .as_ref()
                .map_or(right, |(rect, _)| rect.max().x + GAPS.1);
            self.others.point(chapter, with_pill(edge, pill));
        }
    }
}

/// The chapters of the same book, but for one, whose entries name a concept, with
/// these entries. What is in the one as well says nothing of another.
fn also_in(
    source: &MapSource<'_>,
    concept: ConceptId,
    chapter: ChapterId,
) -> BTreeMap<ChapterId, Vec<EntryId>> {
    let mut others: BTreeMap<ChapterId, Vec<EntryId>> = BTreeMap::new();
    let naming = source.tagging.about(concept).map(|tag| tag.entry);
    let outside = naming
        .filter(|&it| source.library.book_of(it) == chapter.book)
        .filter(|&it| !source.placement.is_in(source.library, it, chapter));
    for entry in outside {
        for other in source.placement.chapters(source.library, entry) {
            others.entry(other).or_default().push(entry);
        }
    }
    others
}

/// A chapter's number, or the first letters of its title.
fn brief(source: &MapSource<'_>, chapter: ChapterId) -> String {
    match source.library.chapter(chapter).number {
        Some(number) => number.to_string(),
        None => shorten(&source.chapter_name(chapter), TITLE),
    }
}

/// An edge to a chapter that is not known yet.
fn pointing(
    (from, relation): (usize, SceneRelation),
    label: String,
    quotes: Vec<u32>,
) -> SceneEdge {
    SceneEdge {
        from,
        to: from,
        relation,
        weight: (quotes.len() as f32 / 6.0).min(1.0),
        shape: None,
        paint: Paint::default(),
        lines: Vec::new(),
        label,
        quotes,
    }
}

/// A pill that starts at a point, if it fits to the left of `right`.
fn pill(text: &str, from: Point, right: f64) -> Option<(Rect, TextLine)> {
    let size = Size::new(text_width(text, FONT, false) + 10.0, HEIGHT);
    let rect = Rect::new(from.x, from.y - HEIGHT / 2.0, size.width, size.height);
    let at = Point::new(rect.center().x, from.y + 3.6);
    let words = TextLine {
        anchor: Anchor::Middle,
        ..line(text, at, FONT, Ink::Text)
    };
    (rect.max().x <= right).then_some((rect, words))
}

fn with_pill(edge: SceneEdge, pill: Option<(Rect, TextLine)>) -> SceneEdge {
    let Some((rect, words)) = pill else {
        return edge;
    };
    let radius = HEIGHT / 2.0;
    SceneEdge {
        shape: Some(Shape::Rect { rect, radius }),
        paint: Paint::outlined(Ink::Card, Stroke::solid(Ink::Line, 1.0)),
        lines: vec![words],
        ..edge
    }
}
