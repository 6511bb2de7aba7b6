//! A document as Markdown.

use super::{Block, Document, Line, Mood};
use crate::render::markdown::{plain, starting, table};

impl Document {
    /// As Markdown (CommonMark).
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        let mut indent = 0;
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            let line = match block {
                Block::Title(line) => format!("# {}", written(line)),
                Block::Heading(line) => {
                    indent = 0;
                    format!("## {}", written(line))
                }
                Block::Text(line) => written(line),
                Block::Item(None, line) => {
                    indent = 2;
                    format!("- {}", written(line))
                }
                Block::Item(Some(number), line) => {
                    let marker = format!("{number}. ");
                    indent = marker.len();
                    format!("{marker}{}", written(line))
                }
                Block::Detail(line) => format!("{:indent$}{}", "", written(line)),
                Block::Quote(line) => format!("{:indent$}> {}", "", written(line)),
                Block::Table(rows) => table(rows),
                Block::Fact(line) => format!("- {}", starting(&written(line))),
                Block::Passage(line) => starting(&written(line)),
                Block::Gap => continue,
            };
            match (before, block) {
                // A line break, which two spaces are.
                (Some(Block::Text(_)), Block::Text(_)) => {
                    text.pop();
                    text.push_str("  \n");
                }
                (Some(before), block) if !follows(before, block) => text.push('\n'),
                _ => {}
            }
            text.push_str(&line);
            text.push('\n');
            before = Some(block);
        }
        text
    }
}

/// Whether a block needs no empty line before it: an item right after another.
fn follows(before: &Block, block: &Block) -> bool {
    matches!(
        (before, block),
        (Block::Item(..), Block::Item(..)) | (Block::Fact(_), Block::Fact(_))
    )
}

fn written(line: &Line) -> String {
    let piece = |(mood, text): &(Mood, String)| match mood {
        Mood::Plain | Mood::Faint => plain(text),
        Mood::Concept | Mood::Highlight => format!("**{}**", plain(text)),
    };
    line.pieces.iter().map(piece).collect()
}
