//! The entry map: which entries to read together? Entries along the pages, with
//! arcs between those that share rare concepts.

mod arcs;
mod below;
mod boxes;
mod labels;
mod links;
mod ports;

use super::columns::{Column, bins, columns, widest};
use super::draft::{Draft, empty};
use super::furniture::{MARGIN, heading};
use super::geometry::Size;
use super::label::text_width;
use super::scene::{Scene, SceneKind};
use super::source::MapSource;
use boxes::Style;
use links::Links;

/// A column is so wide where there is room …
const COLUMN: f64 = 112.0;
/// … all of them take at most this together …
const WIDEST: f64 = 1180.0;
/// … and at least this.
const NARROWEST: f64 = 480.0;
/// More entries than this don't each have a box …
const MOST_ENTRIES: usize = 400;
/// … but share so many.
const MOST_BOXES: usize = 160;
/// Names of entries, and small words.
const NAME: f64 = 12.5;
const SMALL: f64 = 10.5;

/// Draws the entries in reading order, and arcs.
pub fn entries(source: &MapSource) -> Scene {
    if source.entries.is_empty() {
        return empty(source, SceneKind::Entries);
    }
    let most = match source.entries.len() > MOST_ENTRIES {
        true => MOST_BOXES,
        false => MOST_ENTRIES,
    };
    let bins = bins(source, &source.entries, most);
    let plot = (bins.len() as f64 * COLUMN).clamp(NARROWEST, widest(WIDEST, bins.len(), most));
    let width = plot + 2.0 * MARGIN;
    let names = source.entries.iter().map(|&entry| {
        let name = source.words.brief_entry(source.library, entry);
        text_width(&name, SMALL, false) + 4.0
    });
    let least = names.fold(58.0_f64.min(plot / bins.len() as f64), f64::max);
    let columns = columns(source, &bins, MARGIN, plot, least);
    let links = Links::of(source, &columns);

    let shown = links
        .list
        .iter()
        .filter_map(|link| link.shared.first().copied());
    let mut draft = Draft::new(source, SceneKind::Entries, shown);
    draft.scene.title = source.title(source.words.pick("기록 지도", "entry map"));
    draft.scene.subtitle = subtitle(source, &columns, &links);
    let (title, subtitle) = (draft.scene.title.clone(), draft.scene.subtitle.clone());
    let top = heading(&mut draft.scene.captions, &title, &subtitle, width);

    let arcs = labels::arcs(source, &columns, &links);
    let base = top + labels::height(&arcs);
    let style = Style::of(source, &columns);
    arcs::draw(&mut draft, &arcs, base);
    let end = boxes::draw(&mut draft, &columns, style, base);
    let end = end + foot(&mut draft, &links, end, width);
    draft.finish(Size::new(width, end + MARGIN), &source.entries)
}

/// Counts, pages, and what was left out.
fn subtitle(source: &MapSource<'_>, columns: &[Column<'_>], links: &Links) -> String {
    let words = source.words;
    let mut parts = vec![words.entries(source.entries.len())];
    let books = source.books().len();
    parts.extend((books > 1).then(|| words.books(books)));
    parts.extend(source.page_span(&source.entries));
    parts.extend(source.date_span(&source.entries));
    parts.push(words.links(links.list.len()));
    if links.left_out > 0 {
        let count = links.left_out;
        parts.push(match words.is_korean() {
            true => format!("약한 연결 {count}개 제외"),
            false => format!("without {count} weaker ones"),
        });
    }
    let together = columns.iter().map(|column| column.entries.len()).max();
    let together = together.filter(|&count| count > 1);
    parts.extend(together.map(|count| words.entries_together(count)));
    parts.extend(source.remarks());
    parts.join(" · ")
}

/// The legend, and how to read the map; gives the height they take.
fn foot(draft: &mut Draft<'_, '_>, links: &Links, top: f64, width: f64) -> f64 {
    let source = draft.source;
    let arcs = [
        (
            "호 = 드문 개념을 함께 다룬 기록(기록마다 가장 가까운 둘), 굵을수록 비슷함",
            "arc = entries that share rare concepts (the two nearest of each), the wider the more alike",
        ),
        (
            "호의 글자와 색 = 함께 다룬 가장 드문 개념",
            "words and colour = the rarest concept they share",
        ),
    ];
    let arcs = arcs.map(|part| links.are_alike().then_some(part));
    let written = (
        "“링크”인 호 = 기록에 적힌 링크",
        "arc with “link” = linked in the notes",
    );
    let width_of_box = ("상자의 너비 = 읽은 쪽수", "width of a box = pages read");
    let parts = [
        arcs[0],
        arcs[1],
        links.are_written().then_some(written),
        source.has_pages().then_some(width_of_box),
    ];
    let how = source.words.joined(&parts);
    draft.foot(&how, top, width)
}
