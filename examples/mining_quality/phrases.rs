//! Runs of content words, for the methods that start from them.

use bookgraph::text::eojeol;
use bookgraph::text::fold::is_syllable;
use std::collections::HashSet;
use yake_rust::StopWords;

/// Korean words that end a run. A stop-word list as published for English
/// does not exist for eojeol; verbs are told by their endings.
const KOREAN_STOPS: &str = "그 이 저 것 수 등 및 더 또 또한 그리고 그러나 하지만 그래서 따라서 때문 때 점 중 후 전 위해 통해 대한 대해 관한 의해 따라 다른 같은 이런 그런 모든 여러 어떤 각 즉 매우 가장 함께 다시 우리 여기 이것 그것 경우 있다 없다 한다 된다";
const KOREAN_ENDINGS: [&str; 22] = [
    "다", "는", "던", "고", "며", "면", "서", "게", "지", "도록", "한", "된", "할", "될", "하여",
    "되어", "해", "돼", "적인", "지만", "는데", "려면",
];

/// The words of a text in runs that no stop word, verb or punctuation breaks;
/// Korean words without their particles, which end a run as well.
pub(crate) fn runs(text: &str) -> Vec<Vec<String>> {
    let english = StopWords::predefined("en");
    let korean: HashSet<&str> = KOREAN_STOPS.split(' ').collect();
    let mut runs = Vec::new();
    for piece in
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, ' ' | '-' | '\'' | '’' | '/'))
    {
        let mut run: Vec<String> = Vec::new();
        for word in piece.split_whitespace() {
            let (stem, ends) = stem(word);
            let lower = stem.to_lowercase();
            let stops = korean.contains(stem)
                || english.as_ref().is_some_and(|stops| stops.contains(&lower))
                || stem.chars().nth(1).is_none()
                || stem.chars().all(|c| c.is_ascii_digit())
                || (!ends
                    && stem.contains(is_syllable)
                    && KOREAN_ENDINGS.iter().any(|e| stem.ends_with(e)));
            if !stops {
                run.push(stem.to_owned());
            }
            if (stops || ends) && !run.is_empty() {
                runs.push(std::mem::take(&mut run));
            }
        }
        if !run.is_empty() {
            runs.push(run);
        }
    }
    runs
}

/// A word without its longest particles, and whether there were any.
fn stem(word: &str) -> (&str, bool) {
    let long_enough = |cut: &usize| word[..*cut].chars().nth(1).is_some();
    let cut = eojeol::cuts(word).into_iter().find(long_enough);
    let cut = cut.unwrap_or(word.len());
    (&word[..cut], cut < word.len())
}
