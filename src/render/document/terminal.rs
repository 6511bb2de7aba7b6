//! A document for a terminal.

use super::{Block, Document, Line, Mood};
use crate::render::harmless;
use crate::render::terminal::{Styling, table};

impl Document {
    /// As text, each block on a line.
    pub fn to_text(&self, styling: Styling) -> String {
        let mut text = String::new();
        let mut indent = 2;
        for block in &self.blocks {
            match block {
                Block::Title(line) => text.push_str(&bold(line, styling)),
                Block::Heading(line) => text.push_str(&format!("\n{}", bold(line, styling))),
                Block::Text(line) => text.push_str(&format!("  {}", styled(line, styling))),
                Block::Item(None, line) => {
                    indent = 4;
                    text.push_str(&format!("  {}", styled(line, styling)));
                }
                Block::Item(Some(number), line) => {
                    indent = 4;
                    text.push_str(&format!("{number:>2}  {}", styled(line, styling)));
                }
                Block::Detail(line) => {
                    text.push_str(&format!("{:indent$}{}", "", styled(line, styling)));
                }
                Block::Quote(line) => {
                    let bar = styling.faint("│");
                    let sentence = styled(line, styling);
                    text.push_str(&format!("{:indent$}  {bar} {sentence}", ""));
                }
                Block::Fact(line) | Block::Passage(line) => text.push_str(&styled(line, styling)),
                Block::Gap => {}
                Block::Table(rows) => {
                    let drawn = table(rows, styling);
                    let rows = drawn.lines().map(|row| format!("  {row}"));
                    text.push_str(&rows.collect::<Vec<_>>().join("\n"));
                }
            }
            text.push('\n');
        }
        text
    }
}

fn bold(line: &Line, styling: Styling) -> String {
    let piece = |(mood, text): &(Mood, String)| match mood {
        Mood::Faint => styling.faint(text),
        _ => styling.heading(text),
    };
    line.pieces.iter().map(piece).collect()
}

fn styled(line: &Line, styling: Styling) -> String {
    let piece = |(mood, text): &(Mood, String)| match mood {
        Mood::Plain => harmless(text),
        Mood::Concept => styling.concept(text),
        Mood::Faint => styling.faint(text),
        Mood::Highlight => styling.highlight(text),
    };
    line.pieces.iter().map(piece).collect()
}
