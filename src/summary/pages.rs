//! The pages that the entries of a chapter are about.

use crate::model::{Extent, PageRange, PageSet};

/// The pages of some entries of a chapter, merged, cut to where the chapter can
/// be.
pub(super) fn within(extent: Extent, pages: impl Iterator<Item = PageRange>) -> Vec<PageRange> {
    let first = extent.starts.earliest.unwrap_or(0);
    let last = extent.ends.latest.unwrap_or(u32::MAX);
    let cut =
        pages.filter_map(|pages| PageRange::new(pages.first.max(first), pages.last.min(last)));
    PageSet::of(cut).ranges().to_vec()
}
