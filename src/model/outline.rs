//! The outline of a book: its parts and chapters, in order.

use super::{LocalText, PageBound, PageRange};

/// How sure a statement about the book is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A guess.
    Low,
    /// Inferred, or remembered.
    Medium,
    /// Read in the book or a trustworthy source.
    #[default]
    High,
}

/// A part of a book: a run of chapters under one heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// The user's id, unique in the book.
    pub id: String,
    /// The number, for numbered parts.
    pub number: Option<u32>,
    /// The heading.
    pub title: LocalText,
    /// How sure the heading is.
    pub certainty: Certainty,
    /// What is known from where.
    pub note: Option<String>,
}

/// A chapter: anything the outline lists, an introduction and an appendix too.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The user's id, unique in the book: `9`, `conclusion`.
    pub id: String,
    /// The number, for numbered chapters.
    pub number: Option<u32>,
    /// Index of its part in [`Outline::parts`].
    pub part: Option<usize>,
    /// The heading.
    pub title: LocalText,
    /// What is known about its first page.
    pub starts: PageBound,
    /// What is known about its last page.
    pub ends: PageBound,
    /// How sure heading and place are.
    pub certainty: Certainty,
    /// What is known from where.
    pub note: Option<String>,
    /// Headings of its sections, in order.
    pub sections: Vec<LocalText>,
}

/// Parts and chapters of a book, in the order of the book.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The parts.
    pub parts: Vec<Part>,
    /// All chapters, inside parts or not.
    pub chapters: Vec<Chapter>,
}

impl Chapter {
    /// Whether the chapter certainly has a page in the range, whatever its
    /// unknown ends turn out to be.
    pub fn certainly_overlaps(&self, pages: PageRange) -> bool {
        let starts_in_time = self.starts.latest.is_some_and(|page| page <= pages.last);
        let ends_late_enough = self.ends.earliest.is_some_and(|page| page >= pages.first);
        let starts_inside =
            starts_in_time && self.starts.earliest.is_some_and(|page| page >= pages.first);
        let ends_inside =
            ends_late_enough && self.ends.latest.is_some_and(|page| page <= pages.last);
        (starts_in_time && ends_late_enough) || starts_inside || ends_inside
    }

    /// Whether the chapter may have a page in the range, as far as is known.
    /// A chapter of which no page is known at all may be anywhere: that is no
    /// reason to place it, so the answer is no.
    pub fn may_overlap(&self, pages: PageRange) -> bool {
        let known = !(self.starts.is_unknown() && self.ends.is_unknown());
        let not_after = self.starts.earliest.is_none_or(|page| page <= pages.last);
        let not_before = self.ends.latest.is_none_or(|page| page >= pages.first);
        known && not_after && not_before
    }
}

impl Outline {
    /// The chapter with an id; also a number or a heading in any language.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        self.chapters
            .iter()
            .position(|chapter| chapter.id == name)
            .or_else(|| self.by_number(name.trim_end_matches('장').parse().ok()?))
            .or_else(|| {
                self.chapters.iter().position(|chapter| {
                    chapter
                        .title
                        .iter()
                        .any(|(_, title)| title.eq_ignore_ascii_case(name))
                })
            })
    }

    /// The chapter with a number.
    pub fn by_number(&self, number: u32) -> Option<usize> {
        self.chapters
            .iter()
            .position(|chapter| chapter.number == Some(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter(starts: (Option<u32>, Option<u32>), ends: (Option<u32>, Option<u32>)) -> Chapter {
        let bound = |(earliest, latest)| PageBound { earliest, latest };
        Chapter {
            id: "x".into(),
            number: None,
            part: None,
            title: LocalText::default(),
            starts: bound(starts),
            ends: bound(ends),
            certainty: Certainty::High,
            note: None,
            sections: Vec::new(),
        }
    }

    #[test]
    fn overlap_with_unknown_ends() {
        let pages = |first, last| PageRange::new(first, last).unwrap();
        let nine = chapter((Some(362), Some(370)), (Some(401), Some(409)));
        assert!(nine.certainly_overlaps(pages(362, 370)));
        assert!(nine.certainly_overlaps(pages(383, 391)));
        assert!(!nine.certainly_overlaps(pages(353, 361)));
        assert!(!nine.may_overlap(pages(353, 361)));
        assert!(nine.may_overlap(pages(402, 410)) && !nine.certainly_overlaps(pages(402, 410)));

        let eight = chapter((None, Some(353)), (Some(361), Some(369)));
        assert!(eight.certainly_overlaps(pages(353, 361)));
        assert!(!eight.certainly_overlaps(pages(100, 120)) && eight.may_overlap(pages(100, 120)));

        let unknown = chapter((None, None), (None, None));
        assert!(!unknown.may_overlap(pages(1, 9)) && !unknown.certainly_overlaps(pages(1, 9)));
        let end_known = chapter((None, None), (Some(12), Some(14)));
        assert!(end_known.certainly_overlaps(pages(10, 20)));
    }
}
