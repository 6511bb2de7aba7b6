//! The timeline: where does a concept come, rest and return? A row for each
//! concept, a column for each entry.

mod axis;
mod choice;
mod rows;

use super::columns::{Column, bins, columns, widest};
use super::draft::{Draft, empty};
use super::furniture::{MARGIN, heading};
use super::geometry::Size;
use super::label::text_width;
use super::scene::{Scene, SceneKind};
use super::source::MapSource;
use choice::Choice;

/// Labels of concepts, in pixels.
const LABEL: f64 = 12.5;
/// Small words: counts, days, pages.
const SMALL: f64 = 10.5;
/// Labels are cut at this width.
const LABEL_ROOM: f64 = 230.0;
/// Between the labels and the first column.
const LABEL_GAP: f64 = 12.0;
/// Height of a row.
const ROW: f64 = 20.0;
/// Space above a group.
const GROUP_GAP: f64 = 11.0;
/// Room for the counts at the right.
const COUNTS: f64 = 42.0;
/// The columns together are at most so wide; a map fits a page of 1280 pixels.
const WIDEST: f64 = 960.0;
/// … and at least so wide.
const NARROWEST: f64 = 360.0;
/// A column is so wide where there is room.
const COLUMN: f64 = 78.0;
/// More entries than this don't each have a column …
const MOST_ENTRIES: usize = 400;
/// … but share so many.
const MOST_COLUMNS: usize = 160;

/// Where the parts of a timeline are.
struct Frame<'s> {
    columns: Vec<Column<'s>>,
    /// The right edge of the labels.
    labels: f64,
    /// The width of the map.
    width: f64,
    /// The top of the first row.
    rows: f64,
    /// The bottom of the last row.
    bottom: f64,
}

/// Draws concepts × entries.
pub fn timeline(source: &MapSource) -> Scene {
    let choice = Choice::of(source);
    if choice.rows.is_empty() {
        return empty(source, SceneKind::Timeline);
    }
    let shown = choice.rows.iter().map(|row| row.concept);
    let mut draft = Draft::new(source, SceneKind::Timeline, shown);
    let mut frame = frame(source, &choice);
    draft.scene.title = source.title(source.words.pick("개념 타임라인", "concept timeline"));
    draft.scene.subtitle = subtitle(source, &choice, &frame);
    let (title, subtitle) = (draft.scene.title.clone(), draft.scene.subtitle.clone());
    let top = heading(&mut draft.scene.captions, &title, &subtitle, frame.width);
    axis::lay_out(&mut draft, &mut frame, top);
    frame.bottom = rows::bottom(&choice, frame.rows);
    rows::draw(&mut draft, &frame, &choice);
    let end = axis::draw(&mut draft, &frame, top);
    let end = end + foot(&mut draft, end, frame.width);
    draft.finish(Size::new(frame.width, end + MARGIN), &source.entries)
}

fn frame<'s>(source: &'s MapSource<'_>, choice: &Choice) -> Frame<'s> {
    let longest = choice
        .rows
        .iter()
        .map(|row| text_width(&row.label, LABEL, true));
    let labels = MARGIN + longest.fold(60.0, f64::max);
    let most = match source.entries.len() > MOST_ENTRIES {
        true => MOST_COLUMNS,
        false => MOST_ENTRIES,
    };
    let bins = bins(source, &source.entries, most);
    let width = (bins.len() as f64 * COLUMN).clamp(NARROWEST, widest(WIDEST, bins.len(), most));
    let names = source.entries.iter().map(|&entry| {
        let name = source.words.brief_entry(source.library, entry);
        text_width(&name, SMALL, false) + 6.0
    });
    let least = names.fold(18.0, f64::max);
    let left = labels + LABEL_GAP;
    Frame {
        columns: columns(source, &bins, left, width, least),
        labels,
        width: left + width + COUNTS + MARGIN,
        rows: 0.0,
        bottom: 0.0,
    }
}

/// Counts, pages, and what was left out.
fn subtitle(source: &MapSource<'_>, choice: &Choice, frame: &Frame<'_>) -> String {
    let words = source.words;
    let mut parts = vec![
        words.concepts(choice.rows.len()),
        words.entries(source.entries.len()),
    ];
    let books = source.books().len();
    parts.extend((books > 1).then(|| words.books(books)));
    parts.extend(source.page_span(&source.entries));
    parts.extend(source.date_span(&source.entries));
    if choice.once > 0 {
        let count = choice.once;
        parts.push(match words.is_korean() {
            true => format!("기록 하나에만 나온 개념 {count}개 제외"),
            false => format!("without {count} named in one entry only"),
        });
    }
    if choice.seldom > 0 {
        let count = choice.seldom;
        parts.push(match words.is_korean() {
            true => format!("덜 중요한 개념 {count}개 제외"),
            false => format!("without {count} of less weight"),
        });
    }
    parts.extend(source.remarks());
    if frame.columns.len() < source.entries.len() {
        let together = frame
            .columns
            .iter()
            .map(|column| column.entries.len())
            .max();
        parts.push(words.entries_together(together.unwrap_or(1)));
    }
    parts.join(" · ")
}

/// The legend, and how to read the map; gives the height they take.
fn foot(draft: &mut Draft<'_, '_>, top: f64, width: f64) -> f64 {
    let source = draft.source;
    let column = match source.has_pages() {
        true => (
            "칸 = 기록(너비는 읽은 쪽수)",
            "column = entry, as wide as its pages",
        ),
        false => ("칸 = 기록", "column = entry"),
    };
    let bold = (
        "굵은 글씨 = 두 장 이상에 나온 개념",
        "bold = in two chapters or more",
    );
    let parts = [
        Some(column),
        Some(("점 = 언급한 만큼 큼", "dot = as large as it is often named")),
        Some(("선 = 처음부터 마지막까지", "line = from first to last")),
        source.has_chapters().then_some(bold),
        Some(("오른쪽 숫자 = 기록 수", "number at the right = entries")),
    ];
    let how = source.words.joined(&parts);
    draft.foot(&how, top, width)
}
