//! A stretch of words that may be a name, at one place.

use super::lexis::{Lexis, ParticleId};
use super::marks::Marks;
use super::passage::Passage;
use super::word::Kind;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

/// A name has at most this many words; those between (of, and) aside.
const MOST_WORDS: usize = 4;

/// Words between others, such as `of the`, in one name.
const MOST_BETWEEN: usize = 2;

/// A quoted name has at most this many words.
pub(super) const MOST_QUOTED: usize = 5;

/// A hash of a folded name. Among a million names two differ in it but for one
/// chance in ten million.
pub(super) type Key = u64;

/// A candidate at one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sighting {
    /// Its folded form.
    pub(super) key: Key,
    /// The passage.
    pub(super) passage: u32,
    /// The first token.
    pub(super) first: u32,
    /// Tokens.
    pub(super) words: u8,
    /// How it stands there.
    pub(super) marks: Marks,
    /// The particles behind it.
    pub(super) particle: ParticleId,
}

/// The hash of a folded name.
pub(super) fn key_of(folded: &[u8]) -> Key {
    xxh3_64(folded)
}

/// The key of some tokens' stems.
pub(super) fn stems_key(
    passage: &Passage<'_>,
    lexis: &Lexis,
    first: usize,
    words: usize,
    buffer: &mut Vec<u8>,
) -> Key {
    buffer.clear();
    for token in &passage.tokens[first..first + words] {
        buffer.extend_from_slice(&lexis.word(token.word).key);
    }
    key_of(buffer)
}

/// All sightings of a passage.
pub(super) fn sightings(index: u32, passage: &Passage<'_>, lexis: &Lexis) -> Vec<Sighting> {
    let mut found = Vec::with_capacity(passage.tokens.len());
    let mut folded = Vec::new();
    for first in 0..passage.tokens.len() {
        from(first, index, passage, lexis, &mut folded, &mut found);
    }
    found
}

/// The sightings that start with a token.
fn from(
    first: usize,
    index: u32,
    passage: &Passage<'_>,
    lexis: &Lexis,
    folded: &mut Vec<u8>,
    found: &mut Vec<Sighting>,
) {
    if !lexis.word(passage.tokens[first].word).opens() {
        return;
    }
    folded.clear();
    let (mut content, mut between) = (0, 0);
    for (at, token) in passage.tokens.iter().enumerate().skip(first) {
        let word = lexis.word(token.word);
        match word.kind {
            _ if at > first && token.barred => return,
            Kind::Outside => return,
            Kind::Number if at > first => return,
            Kind::Between => between += 1,
            _ => content += 1,
        }
        if content > MOST_WORDS || between > MOST_BETWEEN {
            return;
        }
        folded.extend_from_slice(&word.key);
        let words = at - first + 1;
        if is_name(passage, lexis, first, words, folded) {
            found.push(Sighting {
                key: key_of(folded),
                passage: index,
                first: first as u32,
                words: words as u8,
                marks: Marks::of(passage, lexis, first, words),
                particle: lexis.particle(token.word),
            });
        }
        if passage.is_inflected(lexis, at) {
            return;
        }
    }
}

/// Whether a name may end here, and nothing known is in its way.
fn is_name(
    passage: &Passage<'_>,
    lexis: &Lexis,
    first: usize,
    words: usize,
    folded: &[u8],
) -> bool {
    let last = lexis.word(passage.tokens[first + words - 1].word);
    let too_short = folded.len() < 2 || (words == 1 && last.kind == Kind::Short);
    last.closes()
        && !too_short
        && numbers_fit(passage, lexis, first, words)
        && !is_negated(passage, first + words - 1)
        && !passage.is_known(&passage.span(lexis, first, words))
}

/// Whether a word is a verb before 않다 or 못하다: 줄지 않는다.
fn is_negated(passage: &Passage<'_>, at: usize) -> bool {
    let word = |at: usize| {
        let token = passage.tokens.get(at)?;
        Some(&passage.text[token.start as usize..token.end as usize])
    };
    word(at).is_some_and(|word| word.ends_with('지'))
        && word(at + 1).is_some_and(|next| next.starts_with(['않', '못', '말']))
}

/// A number opens a name only before a Korean noun that counts nothing: 6
/// 페이저, not 6 개.
fn numbers_fit(passage: &Passage<'_>, lexis: &Lexis, first: usize, words: usize) -> bool {
    if lexis.word(passage.tokens[first].word).kind != Kind::Number {
        return true;
    }
    let Some(next) = passage.tokens.get(first + 1) else {
        return false;
    };
    let text = &passage.text[next.start as usize..next.end as usize];
    words > 1
        && text.starts_with(crate::text::fold::is_syllable)
        && !super::korean::is_counter(text)
        && lexis.word(next.word).kind == Kind::Noun
}

impl Sighting {
    /// Its tokens in the passage.
    pub(super) fn tokens(&self) -> Range<usize> {
        let first = self.first as usize;
        first..first + usize::from(self.words)
    }

    /// Its bytes in the passage.
    pub(super) fn span(&self, passages: &[Passage<'_>], lexis: &Lexis) -> Range<usize> {
        let passage = &passages[self.passage as usize];
        let (first, words) = (self.first as usize, usize::from(self.words));
        let mut span = passage.span(lexis, first, words);
        if self.marks.has(Marks::WHOLE) {
            span.end = passage.tokens[first + words - 1].end as usize;
        }
        span
    }
}
