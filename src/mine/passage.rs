//! A title or a text, cut into words of the lexis.

use super::lexis::{Gatherer, Lexis, WordId};
use super::note::Note;
use super::scan::{Piece, pieces};
use super::titles;
use crate::model::EntryId;
use crate::tag::Field;
use rayon::prelude::*;
use std::ops::Range;

/// A word at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte in the passage.
    pub(super) start: u32,
    /// End, in bytes, particles included.
    pub(super) end: u32,
    /// The word.
    pub(super) word: WordId,
    /// No name crosses from the token before.
    pub(super) barred: bool,
}

/// A field of a note.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The note: an index into the notes.
    pub(super) note: u32,
    /// Which field.
    pub(super) field: Field,
    /// Its text.
    pub(super) text: &'a str,
    /// Its words.
    pub(super) tokens: Vec<Token>,
    /// Bytes that name what is known already, in order.
    pub(super) covered: &'a [Range<usize>],
}

impl<'a> Passage<'a> {
    /// Cuts all notes into passages, titles first, and reads their words.
    pub(super) fn all(notes: &'a [Note<'a>]) -> (Vec<Self>, Lexis) {
        let cut: Vec<[Vec<Piece>; 2]> = notes
            .par_iter()
            .map(|note| [pieces(note.title), pieces(note.text)])
            .collect();
        let mut gatherer = Gatherer::default();
        let mut passages = Vec::with_capacity(2 * notes.len());
        for ((index, note), fields) in notes.iter().enumerate().zip(cut) {
            let sources = [
                (Field::Title, note.title, &note.known_in_title),
                (Field::Text, note.text, &note.known_in_text),
            ];
            for ((field, text, covered), pieces) in sources.into_iter().zip(fields) {
                let token = |piece: Piece| Token {
                    start: piece.span.start as u32,
                    end: piece.span.end as u32,
                    word: gatherer.id(&text[piece.span]),
                    barred: piece.barred,
                };
                passages.push(Self {
                    note: index as u32,
                    field,
                    text,
                    tokens: pieces.into_iter().map(token).collect(),
                    covered,
                });
            }
        }
        titles::quieten(&mut passages);
        (passages, gatherer.read())
    }

    /// The note's entry: its position.
    pub(super) fn entry(&self) -> EntryId {
        EntryId(self.note)
    }

    /// The bytes of some tokens, without the particles of the last one.
    pub(super) fn span(&self, lexis: &Lexis, first: usize, words: usize) -> Range<usize> {
        let last = self.tokens[first + words - 1];
        let stem = lexis.word(last.word).stem;
        self.tokens[first].start as usize..last.start as usize + stem
    }

    /// Whether particles or `'s` follow the stem of a token: no name goes on.
    pub(super) fn is_inflected(&self, lexis: &Lexis, at: usize) -> bool {
        let token = self.tokens[at];
        lexis.word(token.word).stem < (token.end - token.start) as usize
    }

    /// Whether what is known covers a span, or cuts through it. A name around
    /// something known is new: 플라이휠 효과.
    pub(super) fn is_known(&self, span: &Range<usize>) -> bool {
        let from = self
            .covered
            .partition_point(|known| known.end <= span.start);
        self.covered[from..]
            .iter()
            .take_while(|known| known.start < span.end)
            .any(|known| known.start < span.start || span.end < known.end || known == span)
    }

    /// Whether a line of a text is nothing but a span, marks and digits aside: a
    /// heading, an item of a list.
    pub(super) fn fills_line(&self, span: &Range<usize>) -> bool {
        let ends_line = |c: &char| *c == '\n';
        let is_bare = |chars: &mut dyn Iterator<Item = char>| {
            chars
                .take_while(|c| !ends_line(c))
                .all(|c| !c.is_alphabetic())
        };
        self.field == Field::Text
            && is_bare(&mut self.text[..span.start].chars().rev())
            && is_bare(&mut self.text[span.end..].chars())
    }

    /// Whether something known stands inside of a span.
    pub(super) fn holds_known(&self, span: &Range<usize>) -> bool {
        let from = self
            .covered
            .partition_point(|known| known.start < span.start);
        self.covered
            .get(from)
            .is_some_and(|known| known.end <= span.end)
    }
}
