//! Entries side by side, in reading order, as wide as they have pages.

use super::source::MapSource;
use crate::model::EntryId;

/// Space between the columns of two books, in pixels …
const BOOK_GAP: f64 = 14.0;
/// … which takes no more of the width than this, all together.
const GAPS: f64 = 0.25;

/// Entries that stand together, most often one.
pub(super) struct Column<'s> {
    /// The entries, all of one book.
    pub(super) entries: &'s [EntryId],
    /// The left edge.
    pub(super) left: f64,
    /// The width.
    pub(super) width: f64,
}

impl Column<'_> {
    /// The entry that stands for the column.
    pub(super) fn first(&self) -> EntryId {
        self.entries[0]
    }

    /// The x of its middle.
    pub(super) fn middle(&self) -> f64 {
        self.left + self.width / 2.0
    }

    /// The right edge.
    pub(super) fn right(&self) -> f64 {
        self.left + self.width
    }
}

/// Entries one by one, or where they are more than `most`, several in a row
/// together, never of two books.
pub(super) fn bins<'s>(
    source: &MapSource<'_>,
    entries: &'s [EntryId],
    most: usize,
) -> Vec<&'s [EntryId]> {
    let together = entries.len().div_ceil(most.max(1)).max(1);
    let book = |entry: &EntryId| source.library.entry(*entry).book;
    entries
        .chunk_by(|a, b| book(a) == book(b))
        .flat_map(|of_book| {
            // Bins of one size, as far as that goes.
            let count = of_book.len().div_ceil(together);
            of_book.chunks(of_book.len().div_ceil(count))
        })
        .collect()
}

/// How wide columns may be together: as wide as `most` of them may, and wider in
/// proportion where they are more since none has two books.
pub(super) fn widest(widest: f64, columns: usize, most: usize) -> f64 {
    widest * (columns as f64 / most as f64).max(1.0)
}

/// Columns from `left` on that take a width together: each as wide as it has
/// pages, and none narrower than `least`, as far as there is room. Entries
/// without pages are as wide as the average.
pub(super) fn columns<'s>(
    source: &MapSource<'_>,
    bins: &[&'s [EntryId]],
    left: f64,
    width: f64,
    least: f64,
) -> Vec<Column<'s>> {
    let book = |bin: &&[EntryId]| source.library.entry(bin[0]).book;
    let breaks = bins
        .windows(2)
        .filter(|pair| book(&pair[0]) != book(&pair[1]));
    let breaks = breaks.count() as f64;
    let gap = BOOK_GAP.min(width * GAPS / breaks.max(1.0));
    let room = width - gap * breaks;
    let pages: Vec<Option<f64>> = bins.iter().map(|bin| pages_of(source, bin)).collect();
    let widths = shares(&pages, room, least.min(room / bins.len() as f64));
    let mut x = left;
    let mut columns: Vec<Column<'s>> = Vec::with_capacity(bins.len());
    for (index, (bin, width)) in bins.iter().zip(widths).enumerate() {
        if index > 0 && book(&bins[index - 1]) != book(bin) {
            x += gap;
        }
        columns.push(Column {
            entries: bin,
            left: x,
            width,
        });
        x += width;
    }
    columns
}

fn pages_of(source: &MapSource<'_>, entries: &[EntryId]) -> Option<f64> {
    let pages = |&entry: &EntryId| source.library.brief(entry).pages;
    let counts: Vec<f64> = entries
        .iter()
        .filter_map(pages)
        .map(|pages| f64::from(pages.count()))
        .collect();
    (!counts.is_empty()).then(|| counts.iter().sum())
}

/// Parts of `room` in proportion to some numbers, none below `least`.
fn shares(numbers: &[Option<f64>], room: f64, least: f64) -> Vec<f64> {
    let known: Vec<f64> = numbers.iter().copied().flatten().collect();
    let average = match known.is_empty() {
        true => 1.0,
        false => known.iter().sum::<f64>() / known.len() as f64,
    };
    let numbers: Vec<f64> = numbers.iter().map(|it| it.unwrap_or(average)).collect();
    let total = |scale: f64| -> f64 {
        let widths = numbers.iter().map(|number| (number * scale).max(least));
        widths.sum()
    };
    let (mut low, mut high) = (0.0, room);
    for _ in 0..60 {
        let scale = f64::midpoint(low, high);
        match total(scale) > room {
            true => high = scale,
            false => low = scale,
        }
    }
    numbers
        .iter()
        .map(|number| (number * low).max(least))
        .collect()
}
