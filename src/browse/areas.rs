//! Where on the screen the panes are.

use super::action::Pane;
use ratatui::layout::Rect;

/// Below so many columns, one list is seen at a time.
const SIDE_BY_SIDE: u16 = 60;
/// Below so many rows for lists and evidence together, there is no evidence.
const WITH_EVIDENCE: u16 = 6;

/// The parts of the screen; those that have no room are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    /// What is typed.
    pub(super) prompt: Rect,
    /// The heads of the lists.
    pub(super) heads: Rect,
    pub(super) concepts: Rect,
    /// The rule between the lists.
    pub(super) between: Rect,
    pub(super) entries: Rect,
    /// The rule above the evidence, with the entry's heading.
    pub(super) rule: Rect,
    pub(super) evidence: Rect,
    /// The keys.
    pub(super) foot: Rect,
}

impl Areas {
    /// For a screen of a size, with the focus on a pane.
    pub(super) fn of((width, height): (u16, u16), focus: Pane) -> Self {
        let row = |y, height| Rect::new(0, y, width, height);
        let mut areas = Self {
            prompt: row(0, height.min(1)),
            ..Self::default()
        };
        if height >= 4 {
            areas.heads = row(1, 1);
            areas.foot = row(height - 1, 1);
        }
        let first = areas.prompt.height + areas.heads.height;
        let body = height - first - areas.foot.height;
        let below = match body {
            ..WITH_EVIDENCE => 0,
            body => (body * 9 / 20).max(3),
        };
        let lists = body - below;
        if below > 0 {
            areas.rule = row(first + lists, 1);
            areas.evidence = row(first + lists + 1, below - 1);
        }
        let whole = row(first, lists);
        if width >= SIDE_BY_SIDE {
            let left = (width * 2 / 5).min(44);
            areas.concepts = Rect {
                width: left,
                ..whole
            };
            areas.between = Rect {
                x: left,
                width: 1,
                ..whole
            };
            areas.entries = Rect {
                x: left + 1,
                width: width - left - 1,
                ..whole
            };
        } else if focus == Pane::Concepts {
            areas.concepts = whole;
        } else {
            areas.entries = whole;
        }
        areas
    }
}
