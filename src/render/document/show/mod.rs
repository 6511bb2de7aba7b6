//! The answer to `show`: one thing, whole.

mod book;
mod chapter;
mod concept;
mod entry;

use super::{AnswerSource, Block, Document, Line};

pub use book::show_book;
pub use chapter::show_chapter;
pub(in crate::render) use concept::neighbours;
pub use concept::show_concept;
pub use entry::show_entry;

impl Document {
    /// What is said under a name: `aliases: flywheel`; nothing of what is empty.
    fn fact(&mut self, name: &str, values: &[String]) {
        if !values.is_empty() {
            self.fact_line(Line::plain(format!("{name}: {}", values.join(", "))));
        }
    }

    fn fact_line(&mut self, line: Line) {
        self.blocks.push(Block::Fact(line));
    }
}
