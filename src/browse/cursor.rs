//! A place in a list of which a window is seen.

use super::action::Step;

/// The row that is chosen, and the first one that is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) at: usize,
    pub(super) top: usize,
}

impl Cursor {
    /// Moves in a list of `length`, of which `height` rows are seen.
    pub(super) fn step(&mut self, step: Step, length: usize, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let at = match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at.saturating_add(1),
            Step::PageUp => self.at.saturating_sub(page),
            Step::PageDown => self.at.saturating_add(page),
            Step::First => 0,
            Step::Last => length,
        };
        self.at = at.min(length.saturating_sub(1));
    }

    /// Scrolls only as far as it must for the row to be seen.
    pub(super) fn settle(&mut self, length: usize, height: usize) {
        self.at = self.at.min(length.saturating_sub(1));
        let last_top = length.saturating_sub(height);
        let lowest = (self.at + 1).saturating_sub(height);
        self.top = self.top.clamp(lowest, self.at.max(lowest)).min(last_top);
    }

    /// Scrolls a text of `length` lines, which has no chosen one.
    pub(super) fn scroll(&mut self, step: Step, length: usize, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let top = match step {
            Step::Up => self.top.saturating_sub(1),
            Step::Down => self.top.saturating_add(1),
            Step::PageUp => self.top.saturating_sub(page),
            Step::PageDown => self.top.saturating_add(page),
            Step::First => 0,
            Step::Last => length,
        };
        self.top = top.min(length.saturating_sub(height));
    }
}
