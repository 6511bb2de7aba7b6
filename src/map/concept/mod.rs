//! The concept map: everything about one concept. To the left the entries that
//! name it, with their sentences; to the right the concepts it is named with.

mod cards;
mod center;
mod neighbour;
mod neighbours;
mod telling;

use super::draft::{Draft, empty};
use super::furniture::{MARGIN, heading, remark};
use super::geometry::{Point, Rect, Size};
use super::scene::{Path, Scene, SceneKind};
use super::source::MapSource;
use crate::model::ConceptId;
use cards::Cards;
use neighbours::Neighbours;

/// Width of the cards at the left.
const CARDS: f64 = 372.0;
/// Room for the curves, to the left and to the right of the centre.
const CURVES: f64 = 96.0;
/// Where the drawing starts below the heading.
const TOP: f64 = 20.0;

/// Draws a concept between its entries and its neighbours; empty where the
/// entries asked for don't name it.
pub fn concept(source: &MapSource) -> Scene {
    let about = source.options.around.map(|(concept, _)| concept);
    let named = about.filter(|&concept| !source.about(concept).is_empty());
    let Some(concept) = named else {
        return empty(source, SceneKind::Concept);
    };
    let cards = Cards::of(source, concept);
    let neighbours = Neighbours::of(source, concept, &cards);
    let shown = neighbours.concepts().chain([concept]);
    let mut draft = Draft::new(source, SceneKind::Concept, shown);
    let centre = center::label(source, concept);
    let right = MARGIN + CARDS + CURVES + centre.size.width + CURVES;
    let width = (right + neighbours.width() + MARGIN).max(820.0);

    let top = title(&mut draft, concept, width) + TOP;
    let height = cards
        .height()
        .max(neighbours.height())
        .max(centre.size.height);
    let middle = Point::new(right - CURVES - centre.size.width / 2.0, top + height / 2.0);
    let at_centre = center::draw(&mut draft, concept, &centre, middle);
    let card_top = top + (height - cards.height()) / 2.0;
    let drawn = cards.draw(&mut draft, Point::new(MARGIN, card_top), at_centre);
    let neighbour_top = top + (height - neighbours.height()) / 2.0;
    let corner = Point::new(right, neighbour_top);
    neighbours.draw(&mut draft, corner, at_centre, &drawn);

    let end = top + height + 26.0;
    let end = end + foot(&mut draft, end, width);
    draft.finish(Size::new(width, end + MARGIN), &source.about(concept))
}

/// Both labels, what is known of the concept in numbers, and what it means;
/// gives the height they take.
fn title(draft: &mut Draft<'_, '_>, concept: ConceptId, width: f64) -> f64 {
    let source = draft.source;
    let label = source.label(concept);
    let labels = source.library.vocabulary().get(concept).label.iter();
    let others: Vec<&str> = labels
        .map(|(_, text)| text)
        .filter(|it| *it != label)
        .collect();
    draft.scene.title = match others.first() {
        Some(other) => format!("{label} · {other}"),
        None => label.to_owned(),
    };
    draft.scene.subtitle = subtitle(source, concept);
    let (title, subtitle) = (&draft.scene.title, &draft.scene.subtitle);
    let height = heading(&mut draft.scene.captions, title, subtitle, width);
    let definition = &source.library.vocabulary().get(concept).definition;
    match definition.best(source.words.language()) {
        Some(definition) => {
            let at = Point::new(MARGIN, height - 8.0);
            let room = (width - 2.0 * MARGIN).min(820.0);
            height + remark(&mut draft.scene.captions, definition, at, room)
        }
        None => height,
    }
}

/// `기록 4편 · 장 2개 · 처음 p411–418 (2023-10-23), 마지막 p432–440 (2023-10-26)`.
fn subtitle(source: &MapSource<'_>, concept: ConceptId) -> String {
    let (words, entries) = (source.words, source.about(concept));
    let mentions: u32 = entries
        .iter()
        .map(|&entry| source.mentions(entry, concept))
        .sum();
    let mut parts = vec![
        words.entries(entries.len()),
        words.mentions(mentions as usize),
    ];
    let chapters = source.count_chapters(&entries);
    parts.extend((chapters > 0).then(|| words.chapters(chapters)));
    let place = |entry: &crate::model::EntryId| {
        let entry = [*entry];
        match (source.page_span(&entry), source.date_span(&entry)) {
            (Some(pages), Some(date)) => Some(format!("{pages} ({date})")),
            (pages, date) => pages.or(date),
        }
    };
    let first = entries.first().and_then(place);
    let last = entries.last().and_then(place).filter(|_| entries.len() > 1);
    let said = |ko: &str, en: &str, place: String| format!("{} {place}", words.pick(ko, en));
    parts.extend(first.map(|place| said("처음", "first", place)));
    parts.extend(last.map(|place| said("마지막", "last", place)));
    parts.join(" · ")
}

/// The legend, and how to read the map; gives the height they take.
fn foot(draft: &mut Draft<'_, '_>, top: f64, width: f64) -> f64 {
    let how = draft.source.words.pick(
        "왼쪽 = 읽은 순서의 기록과 그 문장 · 오른쪽 = 함께 가장 많이 나온 개념, 선이 굵을수록 가까움 · 네모 = 둘이 함께 나온 기록",
        "left = its entries in reading order, and what they say · right = the concepts named with it most, the wider the closer · square = entry that names both",
    );
    draft.foot(how, top, width)
}

/// A curve that leaves and arrives level.
fn bow(from: Point, to: Point) -> Path {
    let bend = (to.x - from.x) * 0.6;
    let first = Point::new(from.x + bend, from.y);
    let second = Point::new(to.x - bend, to.y);
    Path::curve(from, first, second, to)
}

/// The box in the middle and its index among the nodes.
#[derive(Clone, Copy)]
struct Centre {
    concept: ConceptId,
    node: usize,
    rect: Rect,
}
