//! The columns of a strip of text.

use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::text::width::{cells, pad};
use jiff::civil::Date;

/// A strip is at most so many columns wide.
const WIDEST: usize = 60;
/// Heights of mentions.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Entries in columns: each has its own in one book; in several they go by
/// date, so that the books stand side by side. Where they are too many, some
/// share a column.
pub(super) struct Axis {
    /// For each entry looked through, in order, its column.
    columns: Vec<(EntryId, usize)>,
    /// What stands above each column.
    heads: Vec<String>,
    /// Cells of a column.
    cell: usize,
}

impl Axis {
    pub(super) fn of(library: &Library, entries: &[EntryId], words: Words) -> Self {
        let book = |entry: &EntryId| library.book_of(*entry);
        let several = entries.first().map(book) != entries.last().map(book);
        let (mut columns, mut heads) = match several {
            true => by_date(library, entries, words),
            false => by_entry(library, entries, words),
        };
        let count = heads.len();
        if count > WIDEST {
            for (_, column) in &mut columns {
                *column = *column * WIDEST / count;
            }
            // A column by its first entry; the last one by the end of the reading.
            let last = heads.pop();
            heads = (0..WIDEST - 1)
                .map(|at| heads[(at * count).div_ceil(WIDEST)].clone())
                .chain(last)
                .collect();
        }
        columns.sort_unstable();
        let widest = heads.iter().map(|head| cells(head)).max().unwrap_or(0);
        let room = WIDEST / heads.len().max(1);
        let cell = (widest + 1).min(room).max(1);
        Self {
            columns,
            heads,
            cell,
        }
    }

    /// What stands above the strips, after a margin.
    pub(super) fn head(&self, margin: usize) -> String {
        let mut line = String::new();
        for at in self.labelled() {
            line = format!("{}{}", pad(&line, at * self.cell), self.heads[at]);
        }
        format!("{}{}", " ".repeat(margin), line.trim_end())
    }

    /// The columns that have room for their heads, each of which starts above its
    /// column: the first, the last, and from left to right what fits between.
    fn labelled(&self) -> Vec<usize> {
        let has_head = |at: &usize| !self.heads[*at].is_empty();
        let all: Vec<usize> = (0..self.heads.len()).filter(has_head).collect();
        let ends = |at: usize| at * self.cell + cells(&self.heads[at]) + 1;
        let (Some(&first), Some(&last)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        let (mut labelled, mut free) = (vec![first], ends(first));
        for &at in &all[1..] {
            let fits = at == last || ends(at) <= last * self.cell;
            if at * self.cell >= free && fits {
                labelled.push(at);
                free = ends(at);
            }
        }
        labelled
    }

    /// The mentions in each column.
    pub(super) fn sums(&self, points: impl Iterator<Item = (EntryId, u32)>) -> Vec<u32> {
        let mut sums = vec![0; self.heads.len()];
        for (entry, mentions) in points {
            let at = self.columns.binary_search_by_key(&entry, |column| column.0);
            if let Ok(at) = at {
                sums[self.columns[at].1] += mentions;
            }
        }
        sums
    }

    /// A strip: blocks as high as a column has mentions, of at most `most`, and
    /// a dot for a column that has none.
    pub(super) fn strip(&self, sums: &[u32], most: u32) -> String {
        let mut strip = String::new();
        for &sum in sums {
            let block = match sum {
                0 => '·',
                sum => {
                    let top = HEIGHTS.len() as u32;
                    let height = (sum * top).div_ceil(most.max(1)).clamp(1, top);
                    HEIGHTS[height as usize - 1]
                }
            };
            let wide = (self.cell - 1).clamp(1, 2);
            let times = if sum == 0 { 1 } else { wide };
            let drawn: String = std::iter::repeat_n(block, times).collect();
            strip.push_str(&drawn);
            strip.push_str(&" ".repeat(self.cell - times));
        }
        strip.trim_end().to_owned()
    }
}

type Columns = (Vec<(EntryId, usize)>, Vec<String>);

fn by_entry(library: &Library, entries: &[EntryId], words: Words) -> Columns {
    let columns = entries.iter().enumerate().map(|(at, &entry)| (entry, at));
    let heads = entries.iter().map(|&it| words.brief_entry(library, it));
    (columns.collect(), heads.collect())
}

/// By date; entries without one come last, each by itself.
fn by_date(library: &Library, entries: &[EntryId], words: Words) -> Columns {
    let mut sorted = entries.to_vec();
    sorted.sort_by_key(|&entry| library.reading_position(entry));
    let (mut columns, mut heads) = (Vec::new(), Vec::<String>::new());
    let mut before: Option<Date> = None;
    for entry in sorted {
        let date = library.brief(entry).date;
        if date.is_none() || date != before {
            heads.push(match date {
                Some(date) => date.strftime("%m-%d").to_string(),
                None => words.brief_entry(library, entry),
            });
        }
        before = date;
        columns.push((entry, heads.len() - 1));
    }
    (columns, heads)
}
