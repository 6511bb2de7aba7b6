//! Titles that repeat themselves.

use super::lexis::WordId;
use super::passage::{Passage, Token};
use crate::tag::Field;
use std::collections::{HashMap, HashSet};

/// With fewer titles than this nothing can be said of them.
const FEW: usize = 5;

/// A word in more than this share of the distinct titles says nothing, nor
/// does one in half of all: 사피엔스 3일차.
const COMMON: f64 = 0.2;
const COMMON_IN_ALL: f64 = 0.5;

/// Takes from the titles what they repeat: a title that only differs in its
/// numbers from one before (a page's chapter, `(2)`), and words that stand in
/// many of the titles (the name of a series).
pub(super) fn quieten(passages: &mut [Passage<'_>]) {
    let titles: Vec<usize> = (0..passages.len())
        .filter(|&at| passages[at].field == Field::Title && !passages[at].tokens.is_empty())
        .collect();
    let words_of = |passage: &Passage<'_>| -> Vec<WordId> {
        let tokens = passage.tokens.iter();
        let named = tokens.filter(|token| !has_digit(passage.text, token));
        named.map(|token| token.word).collect()
    };
    let mut seen: HashSet<Vec<WordId>> = HashSet::new();
    let (mut of_all, mut of_distinct) = (HashMap::new(), HashMap::new());
    let mut repeated = Vec::new();
    for &at in &titles {
        let words = words_of(&passages[at]);
        count(&mut of_all, &words);
        if seen.insert(words.clone()) {
            count(&mut of_distinct, &words);
        } else {
            repeated.push(at);
        }
    }
    for at in repeated {
        passages[at].tokens.clear();
    }
    let is_in = |counts: &HashMap<WordId, usize>, word: WordId, share: f64, of: usize| {
        of >= FEW
            && counts
                .get(&word)
                .is_some_and(|count| *count as f64 > share * of as f64)
    };
    let common = |word: WordId| {
        is_in(&of_distinct, word, COMMON, seen.len())
            || is_in(&of_all, word, COMMON_IN_ALL, titles.len())
    };
    for &at in &titles {
        let mut barred = false;
        passages[at].tokens.retain_mut(|token| {
            token.barred |= barred;
            barred = common(token.word);
            !barred
        });
    }
}

/// Counts each word of a title once.
fn count(counts: &mut HashMap<WordId, usize>, words: &[WordId]) {
    let mut words = words.to_vec();
    words.sort_unstable();
    words.dedup();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
}

fn has_digit(text: &str, token: &Token) -> bool {
    text[token.start as usize..token.end as usize].contains(|c: char| c.is_ascii_digit())
}
