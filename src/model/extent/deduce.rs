//! What follows of where chapters start and end.

use super::Extent;
use crate::model::{Chapter, Outline, PageRange};

impl Extent {
    /// What follows from an outline, the last page that a book can have, and the one
    /// that its last chapter goes on to.
    pub(super) fn deduced(
        outline: &Outline,
        (last_page, goes_on_to): (Option<u32>, Option<u32>),
        ranges: &[(usize, PageRange)],
    ) -> Vec<Self> {
        let chapters = &outline.chapters;
        let mut extents: Vec<Self> = chapters
            .iter()
            .map(|chapter| Self {
                starts: chapter.starts,
                ends: chapter.ends,
            })
            .collect();
        let mut met: Vec<Met> = vec![(None, None); chapters.len()];
        for &(index, pages) in ranges {
            let (starts, ends) = &mut met[index];
            *starts = least(*starts, Some(pages.last));
            *ends = (*ends).max(Some(pages.first));
        }
        find_ends(chapters, &mut extents, &met, (last_page, goes_on_to));
        find_starts(chapters, &mut extents, &met);
        for extent in &mut extents {
            extent.holds_a_page(last_page);
        }
        extents
    }

    /// A chapter ends with the book at the latest, and starts before it ends; that is
    /// worth saying of an end that something else is known of.
    fn holds_a_page(&mut self, last_page: Option<u32>) {
        let Self { starts, ends } = self;
        if let Some(last) = last_page {
            ends.earliest = ends.earliest.map(|page| page.min(last));
            ends.latest = Some(ends.latest.map_or(last, |page| page.min(last)));
        }
        if let Some(earliest) = starts.earliest {
            let latest = least(starts.latest, ends.latest);
            starts.latest = latest.map(|page| page.max(earliest));
        }
        if ends.latest.is_some() {
            ends.earliest = no_more(ends.earliest.max(starts.earliest), ends.latest);
        }
    }
}

/// What is said of a chapter by the ranges that it has a page of: it starts on the
/// one page at the latest, and ends on the other at the earliest.
type Met = (Option<u32>, Option<u32>);

/// Where chapters end, by where the later ones start.
fn find_ends(
    chapters: &[Chapter],
    extents: &mut [Extent],
    met: &[Met],
    (last_page, goes_on_to): (Option<u32>, Option<u32>),
) {
    let mut no_later_than: Option<u32> = last_page;
    for index in (0..chapters.len()).rev() {
        let extent = &mut extents[index];
        match chapters.get(index + 1) {
            Some(next) if follows(&chapters[index], next) => {
                let before = next.starts.earliest.map(|page| page.saturating_sub(1));
                extent.ends.earliest = extent.ends.earliest.or(before);
            }
            Some(_) => {}
            None if !extent.starts.is_unknown() => {
                extent.ends.earliest = extent.ends.earliest.or(goes_on_to);
            }
            None => {}
        }
        extent.ends.earliest = extent.ends.earliest.max(met[index].1);
        extent.ends.latest = extent.ends.latest.or(no_later_than);
        // What follows from the neighbours never goes beyond what is said.
        extent.ends.earliest = no_more(extent.ends.earliest, extent.ends.latest);
        let start = least(extent.starts.latest, met[index].0);
        let start = start.map(|page| page.saturating_sub(1));
        no_later_than = least(least(start, extent.ends.latest), no_later_than);
    }
}

/// Where chapters start, by where the earlier ones end.
fn find_starts(chapters: &[Chapter], extents: &mut [Extent], met: &[Met]) {
    let mut no_earlier_than: Option<u32> = None;
    for (index, chapter) in chapters.iter().enumerate() {
        let after = index
            .checked_sub(1)
            .and_then(|before| chapters[before].ends.latest);
        let extent = &mut extents[index];
        extent.starts.latest = extent
            .starts
            .latest
            .or(after.map(|page| page.saturating_add(1)));
        extent.starts.latest = least(extent.starts.latest, met[index].0);
        extent.starts.earliest = extent.starts.earliest.or(no_earlier_than);
        extent.starts.earliest = no_more(extent.starts.earliest, extent.starts.latest);
        let ends = chapter.ends.earliest.max(met[index].1);
        let next = no_more(ends, extent.ends.latest).map(|page| page.saturating_add(1));
        no_earlier_than = no_earlier_than.max(next).max(chapter.starts.earliest);
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

/// A page, but none after `most`, if both are known.
fn no_more(page: Option<u32>, most: Option<u32>) -> Option<u32> {
    page.map(|page| most.map_or(page, |most| page.min(most)))
}

/// The smaller of two pages, of which either may be unknown.
fn least(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
