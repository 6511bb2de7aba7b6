//! What to read again.

use super::similar::{SimilarEntry, similar_entries};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;
use jiff::civil::Date;

/// The days after its reading on which an entry comes up; then every so many days
/// as the last says.
pub const INTERVALS: [i64; 6] = [1, 3, 7, 14, 30, 90];

/// So many entries of the last day of reading are looked at, the last ones.
const LAST: usize = 4;
/// So many entries may be connected with one of these.
const CONNECTED: usize = 200;

/// What to read again on a day.
#[derive(Clone, Debug)]
pub struct Review {
    /// What was read last before that day or on it, in reading order: the entries of
    /// the last day that has any, or the last entry where none has a date. Nothing, before
    /// the first day.
    pub last: Vec<EntryId>,
    /// The entries to read again, best first; of equal ones those read earlier.
    pub entries: Vec<ToReview>,
    /// How many entries there are to choose from.
    pub of: usize,
}

/// An entry to read again, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct ToReview {
    /// The entry.
    pub entry: EntryId,
    /// The mean of `connection`, as a part of the strongest there is, and `due`.
    pub score: f64,
    /// How much it is like one of the entries read last: see [`SimilarEntry`].
    pub connection: f64,
    /// That entry, and the concepts they share, rarest first.
    pub through: Option<(EntryId, Vec<ConceptId>)>,
    /// How many days ago it was read; `None` without a date.
    pub days: Option<i64>,
    /// How much its time has come, from 0 to 1: see [`due`].
    pub due: f64,
    /// The interval that it came up on last.
    pub interval: Option<i64>,
}

/// What to read again, at most `count` of some entries (in order), the entries read
/// last aside. Entries of a later day than `today` don't exist yet.
///
/// An entry scores (c / c_max + d) / 2, where c is its connection with what was read
/// last and d how [due](due()) it is. What is connected comes to mind with what
/// was just read, and is kept by coming back at growing distances: T. Landauer and
/// R. Bjork, "Optimum rehearsal patterns and name learning" (1978); N. Cepeda and
/// others, "Spacing effects in learning" (Psychological Science 19, 2008). Nothing
/// is written down: the answer depends on the notes and the day alone.
pub fn review(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    today: Date,
    count: usize,
) -> Review {
    let date = |entry: EntryId| library.brief(entry).date;
    let known: Vec<EntryId> = entries
        .iter()
        .copied()
        .filter(|&entry| date(entry).is_none_or(|date| date <= today))
        .collect();
    let last = match entries.iter().any(|&entry| date(entry).is_some()) {
        true if known.iter().all(|&entry| date(entry).is_none()) => Vec::new(),
        _ => read_last(library, &known),
    };
    let others: Vec<EntryId> = known.into_iter().filter(|id| !last.contains(id)).collect();
    let mut to_review: Vec<ToReview> = others
        .iter()
        .map(|&entry| {
            let days = date(entry).map(|date| days_between(date, today));
            ToReview {
                entry,
                score: 0.0,
                connection: 0.0,
                through: None,
                days,
                due: days.map_or(0.0, due),
                interval: days.and_then(interval),
            }
        })
        .collect();
    let from = last.len().saturating_sub(LAST);
    for &read in &last[from..] {
        for found in similar_entries(library, tagging, read, &others, CONNECTED) {
            connect(&mut to_review, read, found);
        }
    }
    let strongest = to_review
        .iter()
        .map(|entry| entry.connection)
        .fold(0.0, f64::max);
    for entry in &mut to_review {
        let connection = if strongest > 0.0 {
            entry.connection / strongest
        } else {
            0.0
        };
        entry.score = (connection + entry.due) / 2.0;
    }
    to_review.retain(|entry| entry.score > 0.0);
    to_review.sort_by(|a, b| {
        let position = |it: &ToReview| library.reading_position(it.entry);
        let best_first = b.score.total_cmp(&a.score);
        best_first.then(position(a).cmp(&position(b)))
    });
    to_review.truncate(count);
    Review {
        last,
        entries: to_review,
        of: others.len(),
    }
}

/// Keeps the strongest connection of an entry; of equal ones that with what was read
/// first.
fn connect(to_review: &mut [ToReview], read: EntryId, found: SimilarEntry) {
    let at = to_review.binary_search_by_key(&found.entry, |entry| entry.entry);
    if let Ok(at) = at
        && found.likeness > to_review[at].connection
    {
        to_review[at].connection = found.likeness;
        to_review[at].through = Some((read, found.shared));
    }
}

fn read_last(library: &Library, entries: &[EntryId]) -> Vec<EntryId> {
    let date = |entry: &EntryId| library.brief(*entry).date;
    match entries.iter().filter_map(date).max() {
        Some(last) => {
            let on_it = entries.iter().filter(|entry| date(entry) == Some(last));
            on_it.copied().collect()
        }
        None => entries.last().copied().into_iter().collect(),
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    // Days alone are counted, so that months of any length don't matter.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The interval that an entry read so many days ago came up on last.
fn interval(days: i64) -> Option<i64> {
    let longest = INTERVALS[INTERVALS.len() - 1];
    match days >= longest {
        true => Some(days - days % longest),
        false => INTERVALS
            .iter()
            .copied()
            .rev()
            .find(|&interval| interval <= days),
    }
}

/// How much the time of an entry has come that was read so many days ago: 1 on the
/// day of an [interval](INTERVALS), and less every day until the next; 0 on the day
/// it was read.
pub fn due(days: i64) -> f64 {
    let longest = INTERVALS[INTERVALS.len() - 1];
    let Some(last) = interval(days) else {
        return 0.0;
    };
    let next = INTERVALS.iter().copied().find(|&interval| interval > days);
    let next = next.unwrap_or(last + longest);
    1.0 - (days - last) as f64 / (next - last) as f64
}
