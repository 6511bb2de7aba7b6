//! The share of a chapter's pages that are noted, when its ends are not quite
//! known.

use crate::model::{PageRange, PageSet};

/// More rounds than this are never needed: each finds better ends, and the
/// gain shrinks faster than geometrically.
const ROUNDS: usize = 40;

/// The least and the most of noted ÷ all pages, over every chapter that holds
/// the pages of `certain` and none beyond `possible`.
///
/// Both ends are chosen apart from each other once the share is fixed: a page
/// more is worth taking when that raises noted − share × all. That is
/// W. Dinkelbach's method for ratios ("On nonlinear fractional programming",
/// Management Science 13, 1967); its cost is the number of noted ranges.
pub(super) fn share(noted: &PageSet, certain: PageRange, possible: PageRange) -> [f64; 2] {
    let start = f64::from(noted.count_in(certain)) / f64::from(certain.count());
    [-1.0, 1.0].map(|sign| {
        let mut share = start;
        for _ in 0..ROUNDS {
            let first = best(firsts(noted, certain, possible), |first| {
                sign * gain(noted, first, certain.last, share)
            });
            let last = best(lasts(noted, certain, possible), |last| {
                sign * gain(noted, certain.first, last, share)
            });
            let chapter = PageRange { first, last };
            let better = f64::from(noted.count_in(chapter)) / f64::from(chapter.count());
            if sign * better <= sign * share {
                break;
            }
            share = better;
        }
        share
    })
}

/// noted − share × all, from one page to another.
fn gain(noted: &PageSet, first: u32, last: u32, share: f64) -> f64 {
    let pages = PageRange { first, last };
    f64::from(noted.count_in(pages)) - share * f64::from(pages.count())
}

fn best(pages: impl Iterator<Item = u32>, gain: impl Fn(u32) -> f64) -> u32 {
    let scored = pages.map(|page| (gain(page), page));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or(0, |(_, page)| page)
}

/// Where the chapter may start: between the outermost and the innermost page,
/// it is best to do so where a noted range starts or has just ended.
fn firsts(
    noted: &PageSet,
    certain: PageRange,
    possible: PageRange,
) -> impl Iterator<Item = u32> + '_ {
    let open = PageRange {
        first: possible.first,
        last: certain.first,
    };
    let turns = noted.touching(open).iter();
    let turns = turns.flat_map(|range| [range.first, range.last.saturating_add(1)]);
    [certain.first, possible.first]
        .into_iter()
        .chain(turns.filter(move |page| (open.first..=open.last).contains(page)))
}

/// Where it may end, likewise.
fn lasts(
    noted: &PageSet,
    certain: PageRange,
    possible: PageRange,
) -> impl Iterator<Item = u32> + '_ {
    let open = PageRange {
        first: certain.last,
        last: possible.last,
    };
    let turns = noted.touching(open).iter();
    let turns = turns.flat_map(|range| [range.first - 1, range.last]);
    [certain.last, possible.last]
        .into_iter()
        .chain(turns.filter(move |page| (open.first..=open.last).contains(page)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pages(first: u32, last: u32) -> PageRange {
        PageRange::new(first, last).unwrap()
    }

    #[test]
    fn shares_between_two_ends() {
        let noted = PageSet::of([pages(10, 19)]);
        let share = |certain, possible| share(&noted, certain, possible);
        // All that may be its own is noted: whatever its ends, it is covered.
        assert_eq!(share(pages(12, 15), pages(10, 19)), [1.0, 1.0]);
        assert_eq!(share(pages(10, 19), pages(1, 19)), [10.0 / 19.0, 1.0]);
        assert_eq!(share(pages(25, 30), pages(20, 40)), [0.0, 0.0]);
        assert_eq!(share(pages(15, 24), pages(15, 24)), [0.5, 0.5]);
    }

    proptest! {
        /// The same as trying out all ends.
        #[test]
        fn no_ends_give_less_or_more(
            ranges in prop::collection::vec((1_u32..40, 0_u32..6), 0..8),
            (first, before) in (8_u32..20, 0_u32..8),
            (length, after) in (0_u32..12, 0_u32..12),
        ) {
            let noted = PageSet::of(ranges.iter().map(|&(first, more)| pages(first, first + more)));
            let certain = pages(first, first + length);
            let possible = pages(certain.first - before.min(certain.first - 1), certain.last + after);
            let mut all = Vec::new();
            for first in possible.first..=certain.first {
                for last in certain.last..=possible.last {
                    let chapter = pages(first, last);
                    all.push(f64::from(noted.count_in(chapter)) / f64::from(chapter.count()));
                }
            }
            let least = all.iter().copied().fold(f64::MAX, f64::min);
            let most = all.iter().copied().fold(0.0, f64::max);
            prop_assert_eq!(share(&noted, certain, possible), [least, most]);
        }
    }
}
