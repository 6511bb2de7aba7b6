//! ROUGE.
//!
//! C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries" (2004), as
//! the F1 of n-grams (ROUGE-1, ROUGE-2) and of the longest common subsequence
//! (ROUGE-L). Words in Latin letters are units; of words in Hangul it is pairs of
//! letters, because an ending makes another word of the same noun.

use std::collections::HashMap;

/// The units of a text.
pub(crate) fn units(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let mut units = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        let hangul = letters.iter().any(|c| ('가'..='힣').contains(c));
        match hangul && letters.len() > 1 {
            true => units.extend(
                letters
                    .windows(2)
                    .map(|pair| pair.iter().collect::<String>()),
            ),
            false => units.push(word.to_owned()),
        }
    }
    units
}

/// The F1 of n-grams.
pub(crate) fn rouge_n(made: &[String], gold: &[String], n: usize) -> f64 {
    let mut counts: HashMap<&[String], usize> = HashMap::new();
    for gram in gold.windows(n) {
        *counts.entry(gram).or_default() += 1;
    }
    let mut shared = 0;
    for gram in made.windows(n) {
        if let Some(left) = counts.get_mut(gram).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    let grams = |units: &[String]| (units.len() + 1).saturating_sub(n);
    f1(shared, grams(made), grams(gold))
}

/// The F1 of the longest common subsequence.
pub(crate) fn rouge_l(made: &[String], gold: &[String]) -> f64 {
    let mut row = vec![0_usize; gold.len() + 1];
    for unit in made {
        let mut diagonal = 0;
        for (at, other) in gold.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = match unit == other {
                true => diagonal + 1,
                false => above.max(row[at]),
            };
            diagonal = above;
        }
    }
    f1(row[gold.len()], made.len(), gold.len())
}

pub(crate) fn f1(shared: usize, made: usize, gold: usize) -> f64 {
    match shared {
        0 => 0.0,
        shared => 2.0 * shared as f64 / (made + gold) as f64,
    }
}
