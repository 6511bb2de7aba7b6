//! The letters of sentences.

use unicode_normalization::UnicodeNormalization;

/// The letters of a sentence in form KC, small, by their numbers, if that changes nothing
/// but letters of ASCII; 0 stands for what is no letter. Gives whether it is so.
pub(super) fn plain(sentence: &str, letters: &mut Vec<u32>) -> bool {
    letters.clear();
    letters.reserve(sentence.len());
    for c in sentence.chars() {
        letters.push(match c {
            '\0'..='\x7F' => ASCII[c as usize],
            '가'..='힣' | '一'..='鿿' => u32::from(c),
            // Marks that form KC makes other marks of, or leaves.
            '·' | '–' | '—' | '‘'..='”' | '…' | '。' | '「'..='』' => 0,
            _ => return false,
        });
    }
    true
}

/// The characters of a sentence in form KC, small.
pub(super) fn fold(sentence: &str, letters: &mut Vec<char>) {
    letters.clear();
    letters.extend(sentence.nfkc().flat_map(char::to_lowercase));
}

/// The small form of each letter of ASCII, 0 for other characters.
const ASCII: [u32; 128] = {
    let mut letters = [0; 128];
    let mut at = 0;
    while at < 128 {
        let c = at as u8;
        if c.is_ascii_alphanumeric() {
            letters[at] = c.to_ascii_lowercase() as u32;
        }
        at += 1;
    }
    letters
};
