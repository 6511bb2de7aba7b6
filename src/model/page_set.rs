//! Which pages of a book there is something about.

use super::PageRange;

/// Some pages, as ranges that neither overlap nor touch, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSet {
    ranges: Vec<PageRange>,
    /// Of each range how many pages the ones before it hold.
    before: Vec<u32>,
}

impl PageSet {
    /// All pages of some ranges, which may overlap and come in any order.
    pub fn of(ranges: impl IntoIterator<Item = PageRange>) -> Self {
        let mut sorted: Vec<PageRange> = ranges.into_iter().collect();
        sorted.sort_unstable();
        let mut set = Self::default();
        for range in sorted {
            match set.ranges.last_mut() {
                Some(last) if range.first <= last.last.saturating_add(1) => {
                    last.last = last.last.max(range.last);
                }
                _ => set.ranges.push(range),
            }
        }
        let mut count = 0;
        for range in &set.ranges {
            set.before.push(count);
            count += range.count();
        }
        set
    }

    /// The ranges, in order.
    pub fn ranges(&self) -> &[PageRange] {
        &self.ranges
    }

    /// Whether there is no page.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many pages there are.
    pub fn count(&self) -> u32 {
        self.count_up_to(u32::MAX)
    }

    /// How many of them are in a range.
    pub fn count_in(&self, range: PageRange) -> u32 {
        self.count_up_to(range.last) - self.count_up_to(range.first - 1)
    }

    /// How many of them come no later than a page.
    fn count_up_to(&self, page: u32) -> u32 {
        let Some(at) = self
            .ranges
            .partition_point(|range| range.first <= page)
            .checked_sub(1)
        else {
            return 0;
        };
        let range = self.ranges[at];
        self.before[at] + page.min(range.last) - range.first + 1
    }

    /// The ranges that have a page in common with `range`, whole.
    pub fn touching(&self, range: PageRange) -> &[PageRange] {
        let start = self.ranges.partition_point(|it| it.last < range.first);
        let end = self.ranges.partition_point(|it| it.first <= range.last);
        &self.ranges[start..end.max(start)]
    }

    /// The pages between those that are there.
    pub fn gaps(&self) -> Vec<PageRange> {
        let pairs = self.ranges.windows(2);
        pairs
            .filter_map(|pair| PageRange::new(pair[0].last + 1, pair[1].first - 1))
            .collect()
    }

    /// The pages of a range that are not there.
    pub fn missing_in(&self, range: PageRange) -> Vec<PageRange> {
        let mut missing = Vec::new();
        let mut next = range.first;
        for there in self.touching(range) {
            missing.extend(PageRange::new(next, there.first.saturating_sub(1)));
            next = there.last.saturating_add(1);
        }
        missing.extend(PageRange::new(next, range.last));
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(first: u32, last: u32) -> PageRange {
        PageRange::new(first, last).unwrap()
    }

    #[test]
    fn pages_are_counted_once() {
        let set = PageSet::of([pages(10, 12), pages(1, 3), pages(4, 4), pages(11, 15)]);
        assert_eq!(set.ranges(), [pages(1, 4), pages(10, 15)]);
        assert_eq!(set.count(), 10);
        assert_eq!(set.count_in(pages(3, 10)), 3);
        assert_eq!(set.count_in(pages(5, 9)), 0);
        assert_eq!(set.gaps(), [pages(5, 9)]);
        assert_eq!(set.missing_in(pages(3, 20)), [pages(5, 9), pages(16, 20)]);
        assert_eq!(set.missing_in(pages(2, 3)), []);
        assert_eq!(PageSet::default().missing_in(pages(2, 3)), [pages(2, 3)]);
        assert_eq!(PageSet::default().count(), 0);
    }
}
