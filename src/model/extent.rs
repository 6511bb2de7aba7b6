//! How far chapters reach, as far as the whole outline tells.

use super::{Chapter, Outline, PageBound, PageRange};

/// Where a chapter starts and ends: what the outline says of it, and what
/// follows from its neighbours. Chapters follow each other without a gap, so
/// one whose end is not known ends right before the next one starts, and the
/// last one goes on to the end of the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Its first page.
    pub starts: PageBound,
    /// Its last page.
    pub ends: PageBound,
}

impl Extent {
    /// The extents of all chapters of an outline, in order.
    pub fn of(outline: &Outline) -> Vec<Self> {
        let chapters = &outline.chapters;
        let mut extents: Vec<Self> = chapters
            .iter()
            .map(|chapter| Self {
                starts: chapter.starts,
                ends: chapter.ends,
            })
            .collect();
        let mut no_later_than: Option<u32> = None;
        for index in (0..chapters.len()).rev() {
            let extent = &mut extents[index];
            match chapters.get(index + 1) {
                Some(next) if follows(&chapters[index], next) => {
                    let before = next.starts.earliest.map(|page| page.saturating_sub(1));
                    extent.ends.earliest = extent.ends.earliest.or(before);
                }
                Some(_) => {}
                None if !extent.starts.is_unknown() => {
                    extent.ends.earliest = extent.ends.earliest.or(Some(u32::MAX));
                }
                None => {}
            }
            extent.ends.latest = extent.ends.latest.or(no_later_than);
            // What follows from the neighbours never goes beyond what is said.
            if let (Some(earliest), Some(latest)) = (extent.ends.earliest, extent.ends.latest) {
                extent.ends.earliest = Some(earliest.min(latest));
            }
            let start = extent.starts.latest.map(|page| page.saturating_sub(1));
            no_later_than = least(start, no_later_than);
        }
        let mut no_earlier_than: Option<u32> = None;
        for (index, chapter) in chapters.iter().enumerate() {
            let after = index
                .checked_sub(1)
                .and_then(|before| chapters[before].ends.latest);
            let extent = &mut extents[index];
            extent.starts.earliest = extent.starts.earliest.or(no_earlier_than);
            extent.starts.latest = extent
                .starts
                .latest
                .or(after.map(|page| page.saturating_add(1)));
            let next = chapter.ends.earliest.map(|page| page.saturating_add(1));
            no_earlier_than = no_earlier_than.max(next).max(chapter.starts.earliest);
        }
        extents
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

/// Whether no chapter is missing between two: their numbers, where both have
/// one, follow each other.
fn follows(chapter: &Chapter, next: &Chapter) -> bool {
    match (chapter.number, next.number) {
        (Some(number), Some(next)) => next == number + 1,
        _ => true,
    }
}

/// The smaller of two pages, of which either may be unknown.
fn least(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Certainty, LocalText};

    type Bound = (Option<u32>, Option<u32>);
    const UNKNOWN: Bound = (None, None);

    fn extents(chapters: &[(Bound, Bound)]) -> Vec<Extent> {
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
        Extent::of(&Outline {
            parts: Vec::new(),
            chapters: chapters.collect(),
        })
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
}
