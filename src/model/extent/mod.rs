//! How far chapters reach, as far as the whole outline tells.

mod deduce;

use super::{Outline, PageBound, PageRange};
use serde::{Deserialize, Serialize};

/// Where a chapter starts and ends: what the outline says of it, and what
/// follows from its neighbours. Chapters follow each other without a gap, so
/// one whose end is not known ends right before the next one starts, and the
/// last one goes on to the end of the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// Its first page.
    pub starts: PageBound,
    /// Its last page.
    pub ends: PageBound,
}

impl Extent {
    /// The extents of all chapters of an outline, in order.
    pub fn of(outline: &Outline) -> Vec<Self> {
        Self::deduced(outline, (None, Some(u32::MAX)), &[])
    }

    /// The same in a book whose `last_page` may be known, where chapters are said to
    /// have a page in some ranges, each with the chapter's index. A range where the
    /// chapter cannot be says nothing. A chapter that goes on to the end of a book
    /// whose last page is not known has an open end.
    pub fn of_book(
        outline: &Outline,
        last_page: Option<u32>,
        ranges: &[(usize, PageRange)],
    ) -> Vec<Self> {
        let by_outline = Self::deduced(outline, (last_page, last_page), &[]);
        let mut ranges = ranges.to_vec();
        ranges.retain(|&(index, pages)| by_outline[index].may_overlap(pages));
        Self::deduced(outline, (last_page, last_page), &ranges)
    }

    /// The pages that are the chapter's whatever its unknown ends turn out to be.
    pub fn certain(self) -> Option<PageRange> {
        PageRange::new(self.starts.latest?, self.ends.earliest?)
    }

    /// The pages that may be the chapter's, if both ends are known in some way.
    pub fn possible(self) -> Option<PageRange> {
        PageRange::new(self.starts.earliest?, self.ends.latest?)
    }

    /// Whether the chapter certainly has a page in the range, whatever its
    /// unknown ends turn out to be.
    pub fn certainly_overlaps(self, pages: PageRange) -> bool {
        let starts_in_time = self.starts.latest.is_some_and(|page| page <= pages.last);
        let ends_late_enough = self.ends.earliest.is_some_and(|page| page >= pages.first);
        let starts_inside =
            starts_in_time && self.starts.earliest.is_some_and(|page| page >= pages.first);
        let ends_inside =
            ends_late_enough && self.ends.latest.is_some_and(|page| page <= pages.last);
        (starts_in_time && ends_late_enough) || starts_inside || ends_inside
    }

    /// Whether the chapter may have a page in the range, as far as is known.
    pub fn may_overlap(self, pages: PageRange) -> bool {
        let not_after = self.starts.earliest.is_none_or(|page| page <= pages.last);
        let not_before = self.ends.latest.is_none_or(|page| page >= pages.first);
        not_after && not_before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Certainty, Chapter, LocalText};
    use proptest::prelude::*;

    type Bound = (Option<u32>, Option<u32>);
    const UNKNOWN: Bound = (None, None);

    fn extents(chapters: &[(Bound, Bound)]) -> Vec<Extent> {
        Extent::of(&outline(chapters))
    }

    fn outline(chapters: &[(Bound, Bound)]) -> Outline {
        let bound = |(earliest, latest)| PageBound { earliest, latest };
        let chapters = chapters.iter().map(|&(starts, ends)| Chapter {
            id: String::new(),
            number: None,
            part: None,
            title: LocalText::default(),
            starts: bound(starts),
            ends: bound(ends),
            certainty: Certainty::High,
            note: None,
            sections: Vec::new(),
        });
        Outline {
            parts: Vec::new(),
            chapters: chapters.collect(),
        }
    }

    fn pages(first: u32, last: u32) -> PageRange {
        PageRange::new(first, last).unwrap()
    }

    #[test]
    fn overlap_with_unknown_ends() {
        let [eight, nine, _] = extents(&[
            ((None, Some(353)), (Some(361), Some(369))),
            ((Some(362), Some(370)), (Some(401), Some(409))),
            ((Some(402), Some(410)), UNKNOWN),
        ])[..] else {
            unreachable!()
        };
        assert!(nine.certainly_overlaps(pages(362, 370)));
        assert!(nine.certainly_overlaps(pages(383, 391)));
        assert!(!nine.certainly_overlaps(pages(353, 361)) && !nine.may_overlap(pages(353, 361)));
        assert!(nine.may_overlap(pages(402, 410)) && !nine.certainly_overlaps(pages(402, 410)));
        assert!(eight.certainly_overlaps(pages(353, 361)));
        assert!(!eight.certainly_overlaps(pages(100, 120)) && eight.may_overlap(pages(100, 120)));
    }

    /// A table of contents gives first pages only; that is enough.
    #[test]
    fn chapters_end_where_the_next_one_starts() {
        let exact = |page| (Some(page), Some(page));
        let [one, two, last] = extents(&[
            (exact(1), UNKNOWN),
            (exact(50), UNKNOWN),
            (exact(90), UNKNOWN),
        ])[..] else {
            unreachable!()
        };
        assert!(one.certainly_overlaps(pages(10, 20)) && !one.may_overlap(pages(50, 60)));
        assert!(two.certainly_overlaps(pages(50, 60)) && !two.may_overlap(pages(40, 49)));
        assert!(last.certainly_overlaps(pages(300, 310)));
    }

    #[test]
    fn what_is_said_is_never_overruled() {
        let exact = |page| (Some(page), Some(page));
        let [one, last] = extents(&[
            (exact(1), (None, Some(100))),
            (exact(120), (None, Some(140))),
        ])[..] else {
            unreachable!()
        };
        assert!(!one.certainly_overlaps(pages(105, 110)));
        assert!(
            !last.certainly_overlaps(pages(500, 510)) && last.certainly_overlaps(pages(120, 125))
        );
    }

    #[test]
    fn what_is_far_away_still_bounds() {
        let [five, six, ten] = extents(&[
            (UNKNOWN, (Some(140), None)),
            (UNKNOWN, UNKNOWN),
            ((Some(246), Some(250)), (Some(266), Some(272))),
        ])[..] else {
            unreachable!()
        };
        assert!(!five.may_overlap(pages(273, 290)) && five.may_overlap(pages(150, 170)));
        assert!(!six.may_overlap(pages(100, 120)) && six.may_overlap(pages(200, 220)));
        assert!(
            !six.certainly_overlaps(pages(200, 220)) && ten.certainly_overlaps(pages(255, 260))
        );
    }
    /// An end that nobody knows is still bounded by the book, by its neighbours, and
    /// by the pages of notes about its chapter.
    #[test]
    fn books_and_notes_bound_open_ends() {
        let exact = |page| (Some(page), Some(page));
        let told = outline(&[
            (exact(49), (Some(90), Some(96))),
            ((Some(91), Some(97)), UNKNOWN),
            (UNKNOWN, UNKNOWN),
        ]);
        let bounds = |it: &Extent| (it.starts.to_string(), it.ends.to_string());
        let of = |ranges| Extent::of_book(&told, Some(214), ranges);
        let said = |starts: &str, ends: &str| (starts.to_owned(), ends.to_owned());
        assert_eq!(bounds(&of(&[])[1]), said("91–97", "91–214"));
        let [_, rented, after] = &of(&[(1, pages(98, 120)), (1, pages(300, 310))])[..] else {
            unreachable!()
        };
        assert_eq!(bounds(rented), said("91–97", "98–214"));
        assert_eq!(bounds(after), said("99–214", "99–214"));
        let open = Extent::of_book(&told, None, &[]);
        assert_eq!(bounds(&open[1]), said("91–97", "?"));
    }

    proptest! {
        /// Whatever is told of a book, its chapters are where they are found to be.
        #[test]
        fn what_is_deduced_is_true(
            lengths in prop::collection::vec(1_u32..30, 1..7),
            told in prop::collection::vec(prop::option::of(0_u32..20), 28),
            notes in prop::collection::vec((0_usize..7, 0_u32..30, 1_u32..40), 0..5),
            has_last_page: bool,
        ) {
            let mut next = 1;
            let truth: Vec<PageRange> = lengths
                .iter()
                .map(|&length| {
                    let chapter = pages(next, next + length - 1);
                    next += length;
                    chapter
                })
                .collect();
            let told = |chapter: usize, at: usize, page: u32| {
                let off = |at: usize| told[4 * chapter + at];
                let earliest = off(at).map(|off| page.saturating_sub(off).max(1));
                (earliest, off(at + 1).map(|off| page + off))
            };
            let chapters = truth.iter().enumerate();
            let chapters: Vec<(Bound, Bound)> = chapters
                .map(|(at, pages)| (told(at, 0, pages.first), told(at, 2, pages.last)))
                .collect();
            let notes = notes.iter().filter_map(|&(chapter, from, length)| {
                let first = truth.get(chapter)?.first + from;
                let before = first.saturating_sub(length).max(1);
                let noted = pages(before, first);
                (truth[chapter].last >= before).then_some((chapter, noted))
            });
            let notes: Vec<(usize, PageRange)> = notes.collect();
            let last_page = has_last_page.then_some(next - 1);
            let extents = Extent::of_book(&outline(&chapters), last_page, &notes);
            for (extent, truth) in extents.iter().zip(&truth) {
                for (bound, page) in [(extent.starts, truth.first), (extent.ends, truth.last)] {
                    prop_assert!(bound.earliest.is_none_or(|earliest| earliest <= page), "{extents:?}");
                    prop_assert!(bound.latest.is_none_or(|latest| page <= latest), "{extents:?}");
                }
                let certain = extent.certain();
                let is_own = certain.is_none_or(|certain| {
                    truth.first <= certain.first && certain.last <= truth.last
                });
                prop_assert!(is_own, "{:?}", extents);
            }
        }
    }
}
