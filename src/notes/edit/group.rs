//! What stands in one pair of brackets.

use super::lines::skip;
use crate::notes::syntax::{Item, Node, Shape, lookalike};
use std::ops::Range;

/// A list or a struct that can be patched.
#[derive(Clone, Copy)]
pub(super) struct Group<'a> {
    pub(super) text: &'a str,
    pub(super) node: &'a Node,
}

impl<'a> Group<'a> {
    /// The brackets of a value; `None` for a value without brackets, and where
    /// something inside is not well-formed.
    pub(super) fn of(text: &'a str, node: &'a Node) -> Option<Self> {
        let whole = matches!(node.shape, Shape::Group { .. }) && !node.broken;
        whole.then_some(Self { text, node })
    }

    /// The same for a list.
    pub(super) fn list(text: &'a str, node: &'a Node) -> Option<Self> {
        Self::of(text, node).filter(|group| group.bracket() == Some('['))
    }

    pub(super) fn items(&self) -> &'a [Item] {
        self.node.items()
    }

    pub(super) fn field(&self, name: &str) -> Option<&'a Item> {
        self.node.field(self.text, name)
    }

    /// The opening bracket, as it was meant.
    fn bracket(&self) -> Option<char> {
        let c = self.text[self.bracket_at()..].chars().next()?;
        Some(lookalike::meant(c).unwrap_or(c))
    }

    fn bracket_at(&self) -> usize {
        match &self.node.shape {
            Shape::Group { name, .. } => skip(self.text, name.end.max(self.node.span.start)),
            Shape::Scalar => self.node.span.start,
        }
    }

    /// Right after the opening bracket.
    pub(super) fn opening(&self) -> usize {
        let at = self.bracket_at();
        at + self.text[at..].chars().next().map_or(0, char::len_utf8)
    }

    /// Where the closing bracket stands.
    pub(super) fn closing(&self) -> usize {
        let inside = &self.text[..self.node.span.end];
        inside.char_indices().next_back().map_or(0, |(at, _)| at)
    }

    /// The comma after an item, whatever its width.
    pub(super) fn comma(&self, index: usize) -> Option<Range<usize>> {
        let at = skip(self.text, self.items()[index].span().end);
        let c = self.text[at..].chars().next()?;
        let is_comma = c == ',' || lookalike::meant(c) == Some(',');
        is_comma.then(|| at..at + c.len_utf8())
    }

    /// The end of an item, its comma included.
    pub(super) fn end(&self, index: usize) -> usize {
        self.comma(index)
            .map_or(self.items()[index].span().end, |comma| comma.end)
    }

    /// Whether an item starts a line below the opening bracket.
    pub(super) fn has_own_line(&self, index: usize) -> bool {
        let start = self.items()[index].span().start;
        super::lines::is_first(self.text, start)
            && super::lines::line_start(self.text, start) >= self.opening()
    }

    /// Whether the closing bracket stands below the opening one.
    pub(super) fn is_tall(&self) -> bool {
        self.text[self.opening()..self.closing()].contains('\n')
    }
}
