//! How alike two names are, with Hangul compared by its letters (jamo), so
//! that 베조스 and 베이조스 are close.

use unicode_normalization::UnicodeNormalization;

/// A name is suggested for another when they are at least this alike.
const CLOSE: f64 = 0.6;

/// A name this much less alike than the best one is not suggested beside it.
const FAR_BEHIND: f64 = 0.2;

/// Likeness of two names from 0 to 1: one minus the Damerau–Levenshtein
/// distance of their decomposed, lower-case letters over the longer length.
/// Spaces, hyphens and slashes don't count.
pub fn similarity(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&letters(a), &letters(b))
}

/// The names among `candidates` most like `name`, best first, at most `most`;
/// ties in the order given.
pub fn closest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let wanted = letters(name);
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = letters(candidate);
            // The distance is at least the difference of the lengths.
            let (short, long) = (wanted.len().min(other.len()), wanted.len().max(other.len()));
            if (short as f64) < CLOSE * long as f64 && !other.contains(&wanted) {
                return None;
            }
            let mut score = strsim::normalized_damerau_levenshtein(&wanted, &other);
            // The beginning of a longer name is a good guess too.
            if wanted.chars().count() >= 3 && other.contains(&wanted) {
                score = score.max(CLOSE);
            }
            (score >= CLOSE).then_some((score, candidate))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.retain(|(score, _)| *score >= best - FAR_BEHIND);
    let mut names: Vec<&str> = Vec::new();
    for (_, candidate) in scored {
        if names.len() < most && !names.contains(&candidate) {
            names.push(candidate);
        }
    }
    names
}

fn letters(name: &str) -> String {
    name.nfkd()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_' | '/' | '·'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_is_compared_by_its_letters() {
        assert!(similarity("플라이휠", "플라이힐") > 0.85);
        assert!(similarity("Input metrics", "input-metrics") > 0.99);
        assert!(similarity("프라임", "애플") < 0.6);
        let names = ["title", "tags", "text", "인풋 지표"];
        assert_eq!(closest("titel", names, 1), ["title"]);
        assert_eq!(closest("인풋 지포", names, 3), ["인풋 지표"]);
        assert!(closest("zzz", names, 3).is_empty());
    }
}
