//! Evidence for many things, in one list.

use super::edge::Evidence;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Pieces of evidence that stand side by side in a list which many share: a hundred
/// thousand pairs need no list each.
#[derive(Clone)]
pub struct Evidences {
    all: Arc<Vec<Evidence>>,
    own: Range<u32>,
}

impl Evidences {
    /// A part of a list.
    ///
    /// # Panics
    ///
    /// When it is used and the list is shorter.
    pub(super) fn new(all: &Arc<Vec<Evidence>>, own: Range<u32>) -> Self {
        Self {
            all: Arc::clone(all),
            own,
        }
    }
}

impl Deref for Evidences {
    type Target = [Evidence];

    fn deref(&self) -> &[Evidence] {
        &self.all[self.own.start as usize..self.own.end as usize]
    }
}

impl fmt::Debug for Evidences {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}
