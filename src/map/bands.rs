//! The books and chapters along a row of columns.

use super::columns::Column;
use super::draft::Draft;
use super::furniture::fitted;
use super::geometry::{Point, Rect};
use super::label::{line, text_width};
use super::scene::{Anchor, Ink, Mark, Paint, TextLine};
use super::source::MapSource;
use crate::model::{BookId, ChapterId};

/// Names of chapters and books, in pixels.
const FONT: f64 = 12.0;
/// Height of a band, and of the bar at its foot.
const BAND: f64 = 21.0;
const BAR: f64 = 3.0;
/// Space below a row of bands.
const GAP: f64 = 3.0;
/// A name cut shorter than this says nothing.
const LEAST_NAME: f64 = 40.0;

/// The height that books and chapters take.
pub(super) fn height(source: &MapSource<'_>, columns: &[Column<'_>]) -> f64 {
    let books = f64::from(u8::from(source.books().len() > 1)) * (BAND + GAP);
    match chapter_runs(source, columns).is_empty() {
        true => books,
        false => books + BAND + BAR + GAP,
    }
}

/// Draws the books, if there are several, and the chapters below; gives the
/// height they take.
pub(super) fn draw(draft: &mut Draft<'_, '_>, columns: &[Column<'_>], top: f64) -> f64 {
    let source = draft.source;
    let mut y = top;
    if source.books().len() > 1 {
        for (book, left, right) in books(source, columns) {
            let title = source.library.book(book).title_in(source.words.language());
            let name = one_of(&[title], true, right - left - 6.0);
            let at = Point::new(f64::midpoint(left, right), y + 15.0);
            draft
                .scene
                .backdrop
                .extend(name.map(|name| centred(name, at, true)));
        }
        y += BAND + GAP;
    }
    let runs = chapter_runs(source, columns);
    let mut chapters: Vec<ChapterId> = runs.iter().map(|run| run.chapter).collect();
    chapters.sort_unstable();
    chapters.dedup();
    for (index, run) in runs.iter().enumerate() {
        let rank = chapters.partition_point(|it| *it < run.chapter);
        chapter(draft, run, (index % 2 == 0, ink(rank, chapters.len())), y);
    }
    height(source, columns)
}

fn chapter(draft: &mut Draft<'_, '_>, run: &Run, (second, ink): (bool, Ink), y: f64) {
    let source = draft.source;
    // A hairline of paper keeps neighbours apart.
    let width = (run.right - run.left - 2.0).max(1.0);
    let band = Rect::new(run.left + 1.0, y, width, BAND);
    let bar = Rect::new(run.left + 1.0, y + BAND, width, BAR);
    let (name, brief) = (
        source.chapter_name(run.chapter),
        source.short_chapter(run.chapter),
    );
    let number = source.library.chapter(run.chapter).number;
    let number = number.map(|number| number.to_string());
    let names = [&*name, &*brief, number.as_deref().unwrap_or_default()];
    let name = one_of(&names, true, width - 8.0);
    let at = Point::new(band.center().x, y + 15.0);
    let backdrop = &mut draft.scene.backdrop;
    backdrop.push(Mark::rect(band, 0.0, Paint::fill(Ink::Band(second))));
    backdrop.push(Mark::rect(bar, 0.0, Paint::fill(ink)));
    backdrop.extend(name.map(|name| centred(name, at, true)));
}

/// The ink of a chapter by its rank among those drawn: the scale is spread over
/// them where they are more than it has steps.
fn ink(rank: usize, chapters: usize) -> Ink {
    const STEPS: usize = 10;
    let step = rank * STEPS / chapters.max(STEPS);
    Ink::Chapter(u8::try_from(step).unwrap_or(u8::MAX))
}

fn centred(name: String, at: Point, bold: bool) -> Mark {
    Mark::Text(TextLine {
        anchor: Anchor::Middle,
        bold,
        ..line(name, at, FONT, Ink::Text)
    })
}

/// The first of some names that fits a width; if none does, the first one cut,
/// where enough of it is left.
fn one_of(names: &[&str], bold: bool, width: f64) -> Option<String> {
    let fits = |name: &&&str| !name.is_empty() && text_width(name, FONT, bold) <= width;
    if let Some(name) = names.iter().find(fits) {
        return Some((*name).to_owned());
    }
    (width >= LEAST_NAME).then(|| fitted(names[0], FONT, bold, width))
}

/// The books with where their columns start and end.
fn books(source: &MapSource<'_>, columns: &[Column<'_>]) -> Vec<(BookId, f64, f64)> {
    let book = |column: &Column<'_>| source.library.entry(column.first()).book;
    columns
        .chunk_by(|a, b| book(a) == book(b))
        .map(|of_book| {
            let (first, last) = (&of_book[0], &of_book[of_book.len() - 1]);
            (book(first), first.left, last.right())
        })
        .collect()
}

/// A stretch of the axis that is one chapter's.
struct Run {
    /// The chapter.
    chapter: ChapterId,
    /// Where it starts.
    left: f64,
    /// Where it ends.
    right: f64,
}

/// The chapters along some columns. A column of several chapters is divided
/// among them, so that each ends inside of it.
fn chapter_runs(source: &MapSource<'_>, columns: &[Column<'_>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in columns {
        let chapters = source.chapters_of(column.entries);
        let part = column.width / chapters.len() as f64;
        for (index, chapter) in chapters.into_iter().enumerate() {
            let left = column.left + part * index as f64;
            let right = left + part;
            match runs.last_mut() {
                Some(last) if last.chapter == chapter && left - last.right < 0.5 => {
                    last.right = right;
                }
                _ => runs.push(Run {
                    chapter,
                    left,
                    right,
                }),
            }
        }
    }
    runs
}
