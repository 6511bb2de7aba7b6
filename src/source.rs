//! Where text came from: files, spans, and the way from a byte to a line and
//! a column.

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text file that was read, with the name it is shown by.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as the user should see it: relative to the library's root.
    pub name: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    line_starts: Vec<u32>,
    /// How many characters there are before each block of [`BLOCK`] bytes; counted when a
    /// column is first asked for, since a line may be as long as the file.
    before_block: OnceLock<Vec<u32>>,
}

/// So many bytes of a file are counted as one.
const BLOCK: usize = 1024;

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

impl Eq for SourceFile {}

/// A line and a column, both counted from 1; the column counts characters
/// (code points), as editors do, not bytes and not terminal cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// What tells whether a file is still the one that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// What messages call the file.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
    /// When it was last changed, in nanoseconds since 1970; 0 when the system does
    /// not tell.
    pub modified: u64,
    /// It was not changed for a while before it was looked at, so that a later change
    /// shows in the time.
    pub settled: bool,
    /// What its bytes add up to; `None` when it could not be read.
    pub digest: Option<u128>,
}

/// A piece of a source file.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Byte range in the file's text, on character boundaries.
    pub span: Range<usize>,
}

impl SourceFile {
    /// Takes the text of a file; `name` is what messages call it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1))
            .collect();
        Arc::new(Self {
            name: name.into(),
            text,
            line_starts,
            before_block: OnceLock::new(),
        })
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.line(offset);
        let start = self.line_starts[line - 1] as usize;
        Position {
            line,
            column: self.characters_before(offset) - self.characters_before(start) + 1,
        }
    }

    /// The line of a byte offset, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&s| s as usize <= offset)
    }

    /// How many characters there are before a character boundary.
    fn characters_before(&self, offset: usize) -> usize {
        // Every character has one byte that does not go on with another one.
        let first = |byte: &&u8| (**byte & 0xC0) != 0x80;
        let bytes = self.text.as_bytes();
        let before_block = self.before_block.get_or_init(|| {
            let counts = bytes.chunks(BLOCK).scan(0, |sum, block| {
                let before = *sum;
                *sum += block.iter().filter(first).count() as u32;
                Some(before)
            });
            counts.collect()
        });
        let block = offset / BLOCK;
        let before = before_block.get(block).copied().unwrap_or_else(|| {
            // Right at the end of the last block.
            self.text.chars().count() as u32
        });
        let rest = &bytes[(block * BLOCK).min(offset)..offset];
        before as usize + rest.iter().filter(first).count()
    }

    /// The byte offset of a line and a column, both from 1, columns in
    /// characters. Past the end of a line it is the end of that line.
    pub fn offset(&self, position: Position) -> usize {
        let Some(&start) = self.line_starts.get(position.line.saturating_sub(1)) else {
            return self.text.len();
        };
        let rest = &self.text[start as usize..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let within = line
            .char_indices()
            .nth(position.column.saturating_sub(1))
            .map_or(line.len(), |(at, _)| at);
        start as usize + within
    }
}

impl Place {
    /// A place in `file`.
    pub fn new(file: &Arc<SourceFile>, span: Range<usize>) -> Self {
        let start = floor_char_boundary(&file.text, span.start);
        let end = floor_char_boundary(&file.text, span.end).max(start);
        Self {
            file: Arc::clone(file),
            span: start..end,
        }
    }

    /// Line and column where the place starts.
    pub fn position(&self) -> Position {
        self.file.position(self.span.start)
    }
}

/// The nearest character boundary at or before `offset`, inside the text.
fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_at_newlines() {
        let file = SourceFile::new("a.ron", "가나\r\n\t다 x\n");
        let position = |offset| {
            let p = file.position(offset);
            (p.line, p.column)
        };
        assert_eq!(position(0), (1, 1));
        assert_eq!(position(3), (1, 2));
        assert_eq!(position(4), (1, 2), "inside a character is its start");
        assert_eq!(position(8), (2, 1));
        assert_eq!(position(file.text.find('x').unwrap()), (2, 4));
        assert_eq!(position(999), (3, 1));
        for (offset, _) in file.text.char_indices().filter(|(_, c)| *c != '\n') {
            assert_eq!(file.offset(file.position(offset)), offset);
        }
    }
}
