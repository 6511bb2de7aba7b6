//! Answers that a terminal and Markdown print alike: said once, as a document.

mod chains;
mod gaps;
mod markdown;
mod quotes;
mod review;
mod show;
mod similar;
mod source;
mod terminal;

use super::terminal::Table;

pub use chains::chains;
pub use gaps::{GapsShown, gaps};
pub use review::review;
pub(in crate::render) use show::neighbours;
pub use show::{show_book, show_chapter, show_concept, show_entry};
pub use similar::similar;
pub use source::AnswerSource;

/// An answer as titles, items and quotations.
#[derive(Clone, Debug, Default)]
pub struct Document {
    blocks: Vec<Block>,
}

/// A piece of a document, on a line of its own.
#[derive(Clone, Debug)]
enum Block {
    /// What the document is about.
    Title(Line),
    /// What the next blocks are about.
    Heading(Line),
    /// Something said, below a heading.
    Text(Line),
    /// An item of a list, numbered if it has a number.
    Item(Option<usize>, Line),
    /// Something said about the item before.
    Detail(Line),
    /// A sentence from the notes, below what it speaks for.
    Quote(Line),
    /// Figures in columns.
    Table(Table),
    /// Something said of what the document is about.
    Fact(Line),
    /// A line of a text that is shown whole.
    Passage(Line),
    /// Air.
    Gap,
}

/// A line of a document.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Line {
    pieces: Vec<(Mood, String)>,
}

/// How a piece of a line is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Plain,
    Concept,
    Faint,
    /// The words that a sentence is quoted for.
    Highlight,
}

impl Line {
    pub(in crate::render) fn plain(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    #[must_use]
    fn and(self, text: impl Into<String>) -> Self {
        self.with(Mood::Plain, text)
    }

    #[must_use]
    fn and_line(mut self, line: Self) -> Self {
        self.pieces.extend(line.pieces);
        self
    }

    #[must_use]
    fn concept(self, text: impl Into<String>) -> Self {
        self.with(Mood::Concept, text)
    }

    #[must_use]
    fn faint(self, text: impl Into<String>) -> Self {
        self.with(Mood::Faint, text)
    }

    #[must_use]
    fn with(mut self, mood: Mood, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push((mood, text));
        }
        self
    }
}

impl Document {
    pub(in crate::render) fn title(&mut self, line: Line) {
        self.blocks.push(Block::Title(line));
    }

    pub(in crate::render) fn heading(&mut self, line: Line) {
        self.blocks.push(Block::Heading(line));
    }

    pub(in crate::render) fn text(&mut self, line: Line) {
        self.blocks.push(Block::Text(line));
    }

    /// A table, unless it has no row.
    pub(in crate::render) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    fn item(&mut self, number: Option<usize>, line: Line) {
        self.blocks.push(Block::Item(number, line));
    }

    fn detail(&mut self, line: Line) {
        self.blocks.push(Block::Detail(line));
    }
}
