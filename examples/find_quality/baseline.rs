//! The method to compare with: BM25 over English words and pairs of Hangul
//! syllables, the title counted twice.

use bookgraph::search::Bm25;
use std::collections::{BTreeMap, BTreeSet};

/// Which entries have a token, and how often.
type Postings = Vec<(usize, u32)>;

/// The tokens of all entries.
pub(crate) struct Baseline {
    postings: BTreeMap<String, Postings>,
    lengths: Vec<f64>,
    mean: f64,
}

impl Baseline {
    pub(crate) fn new<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut postings, mut lengths) = (BTreeMap::<String, Postings>::new(), Vec::new());
        for (at, (title, text)) in entries.enumerate() {
            let tokens = tokens(&format!("{title} {title} {text}"));
            lengths.push(tokens.len() as f64);
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            for token in tokens {
                *counts.entry(token).or_default() += 1;
            }
            for (token, count) in counts {
                postings.entry(token).or_default().push((at, count));
            }
        }
        Self {
            mean: lengths.iter().sum::<f64>() / lengths.len().max(1) as f64,
            postings,
            lengths,
        }
    }

    /// The entries that have a token of the question, the best first.
    pub(crate) fn rank(&self, question: &str) -> Vec<usize> {
        let mut scores = vec![0.0; self.lengths.len()];
        let asked: BTreeSet<String> = tokens(question).into_iter().collect();
        for postings in asked.iter().filter_map(|token| self.postings.get(token)) {
            let word = Bm25::new(self.lengths.len(), postings.len());
            for &(entry, count) in postings {
                let length = self.lengths[entry] / self.mean;
                scores[entry] += word.score(f64::from(count), length);
            }
        }
        let mut ranked: Vec<usize> = (0..scores.len()).filter(|&at| scores[at] > 0.0).collect();
        ranked.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        ranked
    }
}

/// English words without their plural s, pairs of Hangul syllables (a word of one
/// is itself), and single characters of Chinese and Japanese.
fn tokens(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let (mut found, mut run) = (Vec::new(), String::new());
    let mut kind = Kind::Other;
    for c in text.chars().chain([' ']) {
        let this = Kind::of(c);
        if this != kind {
            end(kind, &run, &mut found);
            run.clear();
            kind = this;
        }
        run.push(c);
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Latin,
    Hangul,
    Ideograph,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | '0'..='9' => Self::Latin,
            '가'..='힣' => Self::Hangul,
            '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' => Self::Ideograph,
            _ => Self::Other,
        }
    }
}

fn end(kind: Kind, run: &str, found: &mut Vec<String>) {
    match kind {
        Kind::Latin => {
            let stem = run.strip_suffix('s').unwrap_or(run).as_bytes();
            let letters = stem
                .iter()
                .rev()
                .take_while(|byte| byte.is_ascii_lowercase());
            let plural = stem.len() < run.len() && letters.count() >= 3;
            let end = if plural { stem.len() } else { run.len() };
            found.push(run[..end].to_owned());
        }
        Kind::Hangul => {
            let syllables: Vec<char> = run.chars().collect();
            match syllables.len() {
                1 => found.push(run.to_owned()),
                _ => found.extend(syllables.windows(2).map(|pair| pair.iter().collect())),
            }
        }
        Kind::Ideograph => found.extend(run.chars().map(String::from)),
        Kind::Other => {}
    }
}
