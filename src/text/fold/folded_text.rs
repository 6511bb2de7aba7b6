//! What can be asked of a folded text, whatever keeps it.

use super::letters::is_syllable_at;

/// Particles and endings after a name are shorter than this, in bytes; so long
/// a run of Hangul is looked at, and no longer.
const LONGEST_TAIL: usize = 3 * 17;

/// A folded text: its bytes, and what was folded away between them.
pub trait FoldedText {
    /// The folded bytes (UTF-8, with [`super::BARRIER`] bytes between).
    fn bytes(&self) -> &[u8];

    /// Whether something was folded away right before this byte.
    fn gap_before(&self, at: usize) -> bool;

    /// Whether what a reader takes for one character starts at this byte; true at
    /// the end. Several folded characters may come from one: `&` is "and", and
    /// old Hangul has syllables of several parts.
    fn is_boundary(&self, at: usize) -> bool;

    /// Whether a word or number of such a script starts at this byte.
    fn is_word_start(&self, at: usize) -> bool {
        self.is_word_letter(at) && (at == 0 || self.gap_before(at) || !self.is_word_letter(at - 1))
    }

    /// Whether a word or number of such a script ends right before this byte.
    fn is_word_end(&self, at: usize) -> bool {
        at > 0
            && self.is_word_letter(at - 1)
            && (at == self.bytes().len() || self.gap_before(at) || !self.is_word_letter(at))
    }

    /// Whether this byte is of a digit or of a letter of a script that puts spaces
    /// between words. Of the characters in two bytes only letters are kept, and
    /// these scripts (Latin, Greek, Cyrillic, Hebrew, Arabic, …) all do.
    fn is_word_letter(&self, at: usize) -> bool {
        let bytes = self.bytes();
        let byte = bytes[at];
        let lead = if byte & 0xC0 == 0x80 && at > 0 {
            bytes[at - 1]
        } else {
            byte
        };
        byte.is_ascii_alphanumeric() || (0xC2..=0xDF).contains(&lead)
    }

    /// The Hangul syllables that stand right after `at`, without a gap; some
    /// seventeen at most, more than any ending has.
    fn hangul_after(&self, at: usize) -> &str {
        let bytes = self.bytes();
        let most = bytes.len().min(at + LONGEST_TAIL);
        let mut end = at;
        while end < most && !self.gap_before(end) && is_syllable_at(bytes, end) {
            end += 3;
        }
        std::str::from_utf8(&bytes[at..end]).unwrap_or_default()
    }

    /// The Hangul syllables, at most `most`, that stand right before `at`,
    /// without a gap.
    fn hangul_before(&self, at: usize, most: usize) -> &str {
        let bytes = self.bytes();
        let mut start = at;
        while start >= 3
            && at - start < 3 * most
            && (start == bytes.len() || !self.gap_before(start))
            && is_syllable_at(bytes, start - 3)
        {
            start -= 3;
        }
        std::str::from_utf8(&bytes[start..at]).unwrap_or_default()
    }

    /// The Hangul syllable that ends right before byte `at`.
    fn syllable_before(&self, at: usize) -> Option<char> {
        let start = at.checked_sub(3)?;
        let syllable = is_syllable_at(self.bytes(), start).then(|| &self.bytes()[start..at])?;
        std::str::from_utf8(syllable).ok()?.chars().next()
    }

    /// Whether a Hangul syllable starts at this byte.
    fn is_hangul(&self, at: usize) -> bool {
        is_syllable_at(self.bytes(), at)
    }
}
