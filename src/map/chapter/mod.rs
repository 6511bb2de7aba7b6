//! The chapter map: what is in a chapter, and what is new there? A panel for
//! each chapter, with a column for each of its entries.

mod boxes;
mod draw;
mod head;
mod others;
mod panel;
mod pills;

use super::draft::{Draft, empty};
use super::furniture::{MARGIN, heading};
use super::geometry::{Point, Size};
use super::scene::{Scene, SceneKind};
use super::source::MapSource;
use crate::model::{ChapterId, EntryId};
use crate::summary::{ChapterSummary, summarize};
use others::Others;
use panel::Panel;
use std::collections::BTreeSet;

/// So many chapters where none is asked for.
const MOST_PANELS: usize = 12;
/// Space between two panels.
const PANEL_GAP: f64 = 26.0;
/// Widths of a column: where there are many, and where there are few.
const COLUMNS: (f64, f64) = (176.0, 300.0);
/// All columns of a row take so much, where each can be wide enough.
const WIDTH: f64 = 1160.0;
/// Short panels stand side by side, up to so many columns in a row.
const ROW_OF_COLUMNS: usize = 6;

/// A drawing of panels.
struct Sheet<'d, 's, 'a> {
    draft: &'d mut Draft<'s, 'a>,
    others: Others,
    /// Ids that nodes have, since a concept may be in several panels.
    taken: BTreeSet<String>,
    /// The left edge of the panel at hand.
    left: f64,
    /// Width of a column.
    column: f64,
    /// Width of the map.
    width: f64,
}

/// Draws the chapters asked for, or all that have entries.
pub fn chapter(source: &MapSource) -> Scene {
    let (summaries, left_out) = summaries(source);
    let panels: Vec<Panel<'_>> = summaries.iter().map(|it| Panel::of(source, it)).collect();
    let shown: Vec<_> = panels.iter().flat_map(Panel::concepts).collect();
    if shown.is_empty() {
        return empty(source, SceneKind::Chapter);
    }
    let mut draft = Draft::new(source, SceneKind::Chapter, shown);
    let rows = rows(&panels);
    let columns = rows.iter().map(|row| count_columns(row)).max().unwrap_or(1);
    let column = (WIDTH / columns as f64).clamp(COLUMNS.0, COLUMNS.1);
    let width = (column * columns as f64 + 2.0 * MARGIN).max(720.0);
    draft.scene.title = source.title(kind_of_map(source));
    draft.scene.subtitle = subtitle(source, &panels, left_out);
    let (title, subtitle) = (draft.scene.title.clone(), draft.scene.subtitle.clone());
    let mut y = heading(&mut draft.scene.captions, &title, &subtitle, width) + 6.0;
    let mut sheet = Sheet {
        draft: &mut draft,
        others: Others::default(),
        taken: BTreeSet::new(),
        left: MARGIN,
        column,
        width,
    };
    for row in rows {
        y += sheet.row(row, y) + PANEL_GAP;
    }
    y += sheet.other_chapters(y);
    y += foot(&mut draft, y, width);
    let drawn: Vec<EntryId> = panels.iter().flat_map(Panel::entries).collect();
    draft.finish(Size::new(width, y + MARGIN), &drawn)
}

impl Sheet<'_, '_, '_> {
    /// Draws panels side by side; gives the height they take.
    fn row(&mut self, panels: &[Panel<'_>], top: f64) -> f64 {
        let heads = panels.iter().map(|panel| self.head_height(panel));
        let head = heads.fold(0.0, f64::max);
        let (mut x, mut height) = (MARGIN, 0.0_f64);
        for panel in panels {
            height = height.max(self.panel(panel, Point::new(x, top), head));
            x += panel.columns.len() as f64 * self.column;
        }
        height
    }
}

/// Panels that fit beside each other.
fn rows<'p, 's>(panels: &'p [Panel<'s>]) -> Vec<&'p [Panel<'s>]> {
    let mut rows = Vec::new();
    let mut rest = panels;
    while !rest.is_empty() {
        let fits = |count: &usize| count_columns(&rest[..*count]) <= ROW_OF_COLUMNS;
        let count = (1..=rest.len()).take_while(fits).last().unwrap_or(1);
        let (row, after) = rest.split_at(count);
        rows.push(row);
        rest = after;
    }
    rows
}

fn count_columns(panels: &[Panel<'_>]) -> usize {
    panels.iter().map(|panel| panel.columns.len()).sum()
}

/// `장 지도`; just `지도` where the title names the chapters.
fn kind_of_map(source: &MapSource<'_>) -> &'static str {
    match (
        source.words.is_korean(),
        source.options.filter.chapters.is_empty(),
    ) {
        (true, true) => "장 지도",
        (true, false) => "지도",
        (false, _) => "chapter map",
    }
}

/// The chapters to draw, in order, and how many more there are.
fn summaries(source: &MapSource<'_>) -> (Vec<ChapterSummary>, usize) {
    let asked: &[ChapterId] = &source.options.filter.chapters;
    let of_book = |book| summarize(source.library, source.tagging, source.placement, book);
    let wanted = |summary: &ChapterSummary| match summary.chapter {
        Some(chapter) => asked.is_empty() || asked.contains(&chapter),
        None => asked.is_empty(),
    };
    let mut summaries: Vec<ChapterSummary> = source.books().into_iter().flat_map(of_book).collect();
    for summary in &mut summaries {
        summary
            .entries
            .retain(|entry| source.entries.binary_search(entry).is_ok());
    }
    summaries.retain(|summary| wanted(summary) && !summary.entries.is_empty());
    let most = if asked.is_empty() {
        MOST_PANELS
    } else {
        usize::MAX
    };
    let left_out = summaries.len().saturating_sub(most);
    summaries.truncate(most);
    (summaries, left_out)
}

fn subtitle(source: &MapSource<'_>, panels: &[Panel<'_>], left_out: usize) -> String {
    let words = source.words;
    let entries: BTreeSet<EntryId> = panels.iter().flat_map(Panel::entries).collect();
    let entries: Vec<EntryId> = entries.into_iter().collect();
    let chapters = panels
        .iter()
        .filter(|panel| panel.chapter.is_some())
        .count();
    let mut parts = Vec::new();
    parts.extend((chapters > 1).then(|| words.chapters(chapters)));
    parts.push(words.entries(entries.len()));
    if panels.len() > 1 {
        parts.extend(source.page_span(&entries));
        parts.extend(source.date_span(&entries));
    }
    if left_out > 0 {
        parts.push(match words.is_korean() {
            true => format!("뒤의 장 {left_out}개 제외"),
            false => format!("without the last {left_out}"),
        });
    }
    let together = panels
        .iter()
        .flat_map(|panel| panel.columns.iter().map(|it| it.len()));
    let together = together.max().unwrap_or(1);
    if together > 1 {
        parts.push(words.entries_together(together));
    }
    parts.extend(source.remarks());
    parts.join(" · ")
}

/// The legend, and how to read the map; gives the height they take.
fn foot(draft: &mut Draft<'_, '_>, top: f64, width: f64) -> f64 {
    let how = draft.source.words.pick(
        "채움 = 이 장에서 처음 나온 개념 · 점선 = 앞에서 이어진 개념 · 선과 점 = 이 장 안에서 다시 나온 자리 · ←8 →10 = 다른 장에서도 나옴 · ↗6장 = 기록이 가리키는 장",
        "filled = new in this chapter · dashed = carried over · line and dot = named again in this chapter · ←8 →10 = also in other chapters · ↗ch. 6 = the entry points to the chapter",
    );
    draft.foot(how, top, width)
}
