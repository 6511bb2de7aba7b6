//! Pages, and how well they are known.

use crate::text::interval::interval;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A range of pages, both ends included; a single page has equal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PageRange {
    /// The first page, from 1.
    pub first: u32,
    /// The last page; never before the first.
    pub last: u32,
}

impl PageRange {
    /// A range; `None` when it ends before it starts or starts at page 0.
    pub fn new(first: u32, last: u32) -> Option<Self> {
        (first > 0 && first <= last).then_some(Self { first, last })
    }

    /// How many pages it holds.
    pub fn count(self) -> u32 {
        self.last - self.first + 1
    }
}

impl fmt::Display for PageRange {
    /// `353–361`, or `353` for a single page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}–{}", self.first, self.last)
        }
    }
}

/// What is known about the page on which something starts or ends: exactly
/// that page (both bounds equal), an interval, one side only, or nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBound {
    /// The earliest page it can be.
    pub earliest: Option<u32>,
    /// The latest page it can be.
    pub latest: Option<u32>,
}

impl PageBound {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self {
        earliest: None,
        latest: None,
    };

    /// Known exactly.
    pub fn exactly(page: u32) -> Self {
        Self {
            earliest: Some(page),
            latest: Some(page),
        }
    }

    /// The page, when it is known exactly.
    pub fn exact(self) -> Option<u32> {
        (self.earliest == self.latest)
            .then_some(self.earliest)
            .flatten()
    }

    /// Whether nothing is known.
    pub fn is_unknown(self) -> bool {
        self == Self::UNKNOWN
    }
}

impl fmt::Display for PageBound {
    /// `362`, `362–370`, `≥401`, `≤353`, or `?`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&interval([self.earliest, self.latest]))
    }
}
