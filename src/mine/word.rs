//! A written word, read: its stem, its particle, and what it may be in a name.

use super::sighting::{Key, key_of};
use super::{english, korean};
use crate::text::fold::{self, Folded, FoldedText, is_syllable};
use crate::text::tail::{self, Tail};

/// What a word may be in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No part of a name.
    Outside,
    /// Only between two words: division of labor.
    Between,
    /// Digits, in front of a name: 6 페이저.
    Number,
    /// Only in front of another word: 객체지향적 사고.
    Modifier,
    /// A noun of one syllable: only with other words.
    Short,
    /// A noun that says little.
    Generic,
    /// A noun.
    Noun,
}

/// A word as it is written, read once for all its occurrences.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// What it may be.
    pub(super) kind: Kind,
    /// Bytes of the stem; the particles or `'s` follow it.
    pub(super) stem: usize,
    /// The folded stem; the folded names of several words are put together of
    /// these. Empty for words outside of names.
    pub(super) key: Vec<u8>,
    /// Written in capitals: AWS, PR/FAQ.
    pub(super) in_capitals: bool,
    /// The name that it is a verb or an adjective of: 혁신 of 혁신하는.
    pub(super) verb_of: Option<Key>,
    /// Looks like an English adjective or participle.
    pub(super) qualifier: bool,
    /// Starts with a capital letter.
    pub(super) capital: bool,
}

impl Word {
    /// Reads a word from its stem as written, and from its composed stem and
    /// particles. `is_noun` says whether particles of nouns were seen with its
    /// stem anywhere.
    pub(super) fn new(written: &str, stem: &str, particles: &str, is_noun: bool) -> Self {
        let is_korean = [stem, particles]
            .iter()
            .any(|part| part.contains(is_syllable));
        let kind = if is_korean {
            korean_kind(stem, particles, is_noun)
        } else {
            latin_kind(stem)
        };
        let key = fold::key(written);
        // A number in parentheses or a fraction (⑴, ½) folds to punctuation,
        // which no key of several words could show.
        let whole = Folded::of(written).bytes() == key;
        let (kind, key) = if whole && kind != Kind::Outside {
            (kind, key)
        } else {
            (Kind::Outside, Vec::new())
        };
        let is_verb = is_korean && kind == Kind::Outside;
        let word = format!("{stem}{particles}");
        Self {
            kind,
            verb_of: is_verb.then(|| verb_of(&word)).flatten(),
            stem: written.len(),
            qualifier: english::is_qualifier(&String::from_utf8_lossy(&key)),
            key,
            in_capitals: is_in_capitals(stem),
            capital: stem.starts_with(char::is_uppercase),
        }
    }

    /// Whether a name may end with it.
    pub(super) fn closes(&self) -> bool {
        matches!(self.kind, Kind::Short | Kind::Generic | Kind::Noun)
    }

    /// Whether a name may start with it.
    pub(super) fn opens(&self) -> bool {
        self.closes() || matches!(self.kind, Kind::Modifier | Kind::Number)
    }
}

/// Where an English word's stem ends: before `'s` and a last apostrophe.
pub(super) fn latin_stem(text: &str) -> usize {
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text)
        .len()
}

fn latin_kind(stem: &str) -> Kind {
    if stem.chars().all(|c| !c.is_alphabetic()) {
        let digits = stem.chars().count() <= 2 && stem.chars().all(|c| c.is_ascii_digit());
        return if digits { Kind::Number } else { Kind::Outside };
    }
    if stem.chars().nth(1).is_none() && stem != "&" {
        return Kind::Outside;
    }
    let lower = stem.to_lowercase().replace('’', "'");
    let singular = String::from_utf8_lossy(&fold::key(&lower)).into_owned();
    match english::role(&lower) {
        english::Role::Outside => Kind::Outside,
        english::Role::Between => Kind::Between,
        english::Role::Generic => Kind::Generic,
        english::Role::Plain if english::role(&singular) == english::Role::Generic => Kind::Generic,
        english::Role::Plain => Kind::Noun,
    }
}

fn korean_kind(stem: &str, particles: &str, is_noun: bool) -> Kind {
    let hangul_from = stem.find(is_syllable);
    if stem.starts_with(|c: char| c.is_ascii_digit()) {
        let counted = stem.trim_start_matches(|c: char| !is_syllable(c));
        let long = counted.chars().count() >= 3 && !korean::is_counter(counted);
        return if long { Kind::Noun } else { Kind::Outside };
    }
    let Some(at) = hangul_from else {
        // A Latin word with Korean particles.
        return match latin_kind(stem) {
            Kind::Between => Kind::Outside,
            kind => kind,
        };
    };
    if at > 0 {
        // Latin letters grown together with Hangul: AWS팀; a verb: commit하고.
        let whole = korean::shape(&stem[at..], particles);
        return if whole == korean::Shape::Noun {
            Kind::Noun
        } else {
            Kind::Outside
        };
    }
    match korean::shape(stem, particles) {
        korean::Shape::NoNoun => return Kind::Outside,
        korean::Shape::Doubtful if !is_noun => return Kind::Outside,
        _ => {}
    }
    if stem.chars().nth(1).is_none() {
        return if korean::is_short_noun(stem) {
            Kind::Short
        } else {
            Kind::Outside
        };
    }
    if korean::is_attribute(stem) {
        Kind::Modifier
    } else if korean::is_generic(stem) {
        Kind::Generic
    } else if !is_noun && particles.is_empty() && stem.ends_with('적') {
        Kind::Modifier
    } else if !is_noun && korean::is_adverbial(stem, particles) {
        Kind::Outside
    } else {
        Kind::Noun
    }
}

/// The key of the noun that a word is a verb or an adjective of, as tagging has
/// it (혁신하는 names 혁신); `None` for nouns of one syllable.
fn verb_of(word: &str) -> Option<Key> {
    let mut letters = word.char_indices().skip(1);
    let (_, mut last) = letters.next()?;
    for (at, letter) in letters {
        if tail::classify(&word[at..], Some(last)) == Tail::Verb {
            return Some(key_of(&fold::key(&word[..at])));
        }
        last = letter;
    }
    None
}

fn is_in_capitals(stem: &str) -> bool {
    let letters = || stem.chars().filter(|c| c.is_alphabetic());
    letters().nth(1).is_some() && letters().all(|c| c.is_ascii_uppercase())
}
