//! What texts are compared by, whatever they are about.

use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_64;

/// So much of a word in an alphabet tells it from others: `leader` and
/// `leadership` are alike.
const STEM: usize = 5;

/// The shingles of a text as hashes, each once, ascending: of words in Hangul, Han
/// and Kana each two letters that follow each other, which needs no analysis of
/// endings, and of other words the first five letters. Case, width and composition
/// don't matter.
pub fn shingles(text: &str) -> Vec<u64> {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut shingles = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        add(word, &mut shingles);
    }
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

fn add(word: &str, shingles: &mut Vec<u64>) {
    let mut ends = word
        .char_indices()
        .map(|(at, c)| (at, at + c.len_utf8(), c));
    if !word.chars().any(is_syllabic) {
        if let Some((_, end, _)) = ends.by_ref().take(STEM).last() {
            shingles.push(xxh3_64(&word.as_bytes()[..end]));
        }
        return;
    }
    let mut before: Option<usize> = None;
    for (start, end, _) in ends {
        if let Some(first) = before {
            shingles.push(xxh3_64(&word.as_bytes()[first..end]));
        }
        before = Some(start);
    }
}

/// Whether one letter says as much as a syllable or a word.
fn is_syllabic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_width_and_composition_hardly_matter() {
        assert_eq!(shingles("스트리밍"), shingles("스트리밍"));
        assert_eq!(shingles("ＡＷＳ Leaders"), shingles("aws leadership"));
        let (named, inflected) = (shingles("구독"), shingles("구독을"));
        assert!(named.iter().all(|shingle| inflected.contains(shingle)));
        assert_eq!(shingles("구독, 구독"), shingles("구독"));
        assert!(shingles("… —").is_empty());
    }
}
