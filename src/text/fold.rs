//! The folded form of a text: what is compared when names are looked for.
//!
//! Case, width (ＡＷＳ), composition (NFC, NFD), spaces, hyphens, slashes and
//! middle dots, zero-width characters and the English plural are folded away;
//! every folded byte remembers where in the original it came from. Texts and
//! names are folded by the same function, so they can be compared byte by
//! byte. Punctuation, URLs and e-mail addresses become a barrier that no name
//! crosses.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The byte that stands for everything a name cannot cross.
pub const BARRIER: u8 = 1;

const GAP: u8 = 1;
const UNIT_START: u8 = 2;
const WORD_START: u8 = 4;
const WORD_END: u8 = 8;

/// A folded text. One value can be refilled for many texts without allocating.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    bytes: Vec<u8>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    flags: Vec<u8>,
    word: Vec<(char, u32, u32)>,
    gap: bool,
}

impl Folded {
    /// Folds one text.
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(text);
        folded
    }

    /// Folds another text into the same buffers.
    pub fn refill(&mut self, text: &str) {
        self.bytes.clear();
        self.starts.clear();
        self.ends.clear();
        self.flags.clear();
        self.word.clear();
        self.gap = false;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            at = self.take(text, at, c);
        }
        self.end_word();
    }

    /// The folded bytes (UTF-8, with [`BARRIER`] bytes between).
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where in the original a folded range came from.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        self.starts[range.start] as usize..self.ends[range.end - 1] as usize
    }

    /// Whether something was folded away right before this byte.
    pub fn gap_before(&self, at: usize) -> bool {
        self.flags[at] & GAP != 0
    }

    /// Whether a character starts at this byte; true at the end.
    pub fn is_boundary(&self, at: usize) -> bool {
        self.flags
            .get(at)
            .is_none_or(|flags| flags & UNIT_START != 0)
    }

    /// Whether a Latin word or number starts at this byte.
    pub fn is_word_start(&self, at: usize) -> bool {
        self.flags[at] & WORD_START != 0
    }

    /// Whether a Latin word or number ends with this byte.
    pub fn is_word_end(&self, last: usize) -> bool {
        self.flags[last] & WORD_END != 0
    }

    /// The Hangul syllables that stand right after `at`, without a gap.
    pub fn hangul_after(&self, at: usize) -> &str {
        let mut end = at;
        while end < self.bytes.len() && !self.gap_before(end) && self.is_syllable(end) {
            end += 3;
        }
        std::str::from_utf8(&self.bytes[at..end]).unwrap_or_default()
    }

    /// The Hangul syllables, at most `most`, that stand right before `at`,
    /// without a gap.
    pub fn hangul_before(&self, at: usize, most: usize) -> &str {
        let mut start = at;
        while start >= 3
            && at - start < 3 * most
            && self.flags.get(start).is_none_or(|flags| flags & GAP == 0)
            && self.is_syllable(start - 3)
        {
            start -= 3;
        }
        std::str::from_utf8(&self.bytes[start..at]).unwrap_or_default()
    }

    /// The Hangul syllable that ends right before byte `at`.
    pub fn syllable_before(&self, at: usize) -> Option<char> {
        let start = at.checked_sub(3)?;
        let syllable = std::str::from_utf8(&self.bytes[start..at])
            .ok()?
            .chars()
            .next()?;
        is_syllable(syllable).then_some(syllable)
    }

    fn is_syllable(&self, at: usize) -> bool {
        let Some(bytes) = self.bytes.get(at..at + 3) else {
            return false;
        };
        std::str::from_utf8(bytes)
            .is_ok_and(|s| s.chars().all(is_syllable) && s.chars().count() == 1)
    }

    /// Takes what starts at `at`; gives where the next piece starts.
    fn take(&mut self, text: &str, at: usize, c: char) -> usize {
        if let Some(end) = address(text, at, c, self.word.is_empty()) {
            self.push_other('\u{1}', at, end);
            return end;
        }
        let end = at + c.len_utf8();
        let next = text[end..].chars().next();
        if is_syllable(c) && !next.is_some_and(joins) {
            // The common case of a Korean text.
            self.end_word();
            self.emit(c, at as u32, end as u32, 0);
            return end;
        }
        if is_simple(c) && !next.is_some_and(joins) {
            self.push(c, at, end);
            return end;
        }
        let cluster = text[at..]
            .graphemes(true)
            .next()
            .map_or(end, |g| at + g.len());
        // A mark that does not compose with a Latin letter or a syllable is
        // ornament; in other scripts it is a letter.
        let ornamented = is_word_letter(c) || is_syllable(c);
        for c in text[at..cluster].nfkc() {
            if !(ornamented && is_combining_mark(c)) {
                self.push(c, at, cluster);
            }
        }
        cluster
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        if is_word_letter(c) {
            for lower in c.to_lowercase() {
                self.word.push((lower, start as u32, end as u32));
            }
            return;
        }
        if is_ignored(c) {
            return;
        }
        self.push_other(c, start, end);
    }

    fn push_other(&mut self, c: char, start: usize, end: usize) {
        self.end_word();
        if c == '&' {
            for letter in "and".chars() {
                self.word.push((letter, start as u32, end as u32));
            }
            self.gap = true;
            self.end_word();
            self.gap = true;
        } else if is_gap(c) {
            self.gap = true;
        } else if c.is_alphanumeric() {
            for lower in c.to_lowercase() {
                self.emit(lower, start as u32, end as u32, 0);
            }
        } else {
            self.emit(BARRIER as char, start as u32, end as u32, 0);
        }
    }

    fn end_word(&mut self) {
        let Some(&(_, _, end)) = self.word.last() else {
            return;
        };
        let mut word = std::mem::take(&mut self.word);
        stem(&mut word);
        let last = word.len() - 1;
        for (i, &(letter, start, letter_end)) in word.iter().enumerate() {
            let first = if i == 0 { WORD_START } else { 0 };
            let (end, closes) = if i == last {
                (end, WORD_END)
            } else {
                (letter_end, 0)
            };
            self.emit(letter, start, end, first | closes);
        }
        word.clear();
        self.word = word;
    }

    fn emit(&mut self, c: char, start: u32, end: u32, flags: u8) {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        let gap = if self.gap { GAP } else { 0 };
        let from = self.bytes.len();
        let to = from + encoded.len();
        self.bytes.extend_from_slice(encoded);
        self.starts.resize(to, start);
        self.ends.resize(to, end);
        self.flags.resize(to, 0);
        self.flags[from] |= UNIT_START | (flags & WORD_START) | gap;
        self.flags[to - 1] |= flags & WORD_END;
        self.gap = false;
    }
}

/// The key by which names are compared: two spellings of one name have equal
/// keys. Empty when the text holds no letter and no digit.
pub fn key(name: &str) -> Vec<u8> {
    let mut key = Folded::of(name).bytes;
    while key.last() == Some(&BARRIER) {
        key.pop();
    }
    let start = key
        .iter()
        .position(|byte| *byte != BARRIER)
        .unwrap_or(key.len());
    key.drain(..start);
    key
}

/// Whether a name has the two letters or digits that it takes to be looked
/// for in a text; a single one would be found everywhere.
pub fn is_matchable(name: &str) -> bool {
    let letters = |c: &char| c.is_alphanumeric();
    String::from_utf8_lossy(&key(name))
        .chars()
        .filter(letters)
        .nth(1)
        .is_some()
}

/// Whether a character is a precomposed Hangul syllable.
pub fn is_syllable(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// The English plural, by Harman's S-stemmer (D. Harman, "How effective is
/// suffixing?", JASIS 42(1), 1991). Words of three letters and words with digits
/// stay as they are.
fn stem(word: &mut Vec<(char, u32, u32)>) {
    let n = word.len();
    if n <= 3 || word.iter().any(|letter| letter.0.is_ascii_digit()) {
        return;
    }
    let ends_with = |ending: &str| {
        let letters = word.iter().rev().map(|letter| letter.0);
        ending.chars().rev().eq(letters.take(ending.len()))
    };
    if n > 4 && ends_with("ies") && !ends_with("eies") && !ends_with("aies") {
        word.truncate(n - 2);
        word[n - 3].0 = 'y';
    } else if ends_with("s") && !["us", "ss", "is"].iter().any(|e| ends_with(e)) {
        word.truncate(n - 1);
    }
}

/// A URL or an e-mail address that starts here; gives its end.
fn address(text: &str, at: usize, c: char, at_word_start: bool) -> Option<usize> {
    if !c.is_ascii_alphanumeric() || !at_word_start {
        return None;
    }
    let rest = &text[at..];
    if ["http://", "https://", "www."]
        .iter()
        .any(|head| rest.starts_with(head))
    {
        let closes =
            |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '」');
        return Some(rest.find(closes).map_or(text.len(), |end| at + end));
    }
    let local = rest
        .bytes()
        .take(64)
        .position(|b| !(b.is_ascii_alphanumeric() || b"._%+-".contains(&b)))?;
    let domain = rest[local..].strip_prefix('@')?;
    let end = domain
        .bytes()
        .position(|b| !(b.is_ascii_alphanumeric() || b".-".contains(&b)))
        .unwrap_or(domain.len());
    (end > 0).then_some(at + local + 1 + end)
}

fn is_word_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c < '\u{250}' && !c.is_ascii() && c.is_alphabetic())
}

/// Characters that need no look at their neighbours.
fn is_simple(c: char) -> bool {
    c.is_ascii()
        || is_syllable(c)
        || matches!(c, '\u{A0}' | '\u{AD}' | '\u{B7}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{3029}')
}

/// Characters that join the one before them: combining marks and Hangul jamo.
fn joins(c: char) -> bool {
    !c.is_ascii()
        && !is_syllable(c)
        && (is_combining_mark(c)
            || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'))
}

fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{B7}'
                    | '\u{2027}'
                    | '\u{318D}'
                    | '\u{30FB}'
                    | '\u{FF65}'
                    | '/'
                    | '\u{2215}'
                    | '_'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        String::from_utf8(Folded::of(text).bytes)
            .unwrap()
            .replace('\u{1}', "|")
    }

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (folded, spellings) in [
            (
                "prfaq",
                vec![
                    "PR/FAQ",
                    "pr faq",
                    "PR-FAQs",
                    "ＰＲ／ＦＡＱ",
                    "P\u{200B}RFAQ",
                ],
            ),
            (
                "플라이휠",
                vec![
                    "플라이휠",
                    "플라이 휠",
                    "플라이\u{AD}휠",
                    "\u{1111}\u{1173}\u{11AF}\u{1105}\u{1161}이휠",
                ],
            ),
            (
                "inputmetric",
                vec!["Input metrics", "input\n  metric", "input‑metrics"],
            ),
            (
                "disagreeandcommit",
                vec!["Disagree & Commit", "disagree-and-commit"],
            ),
            ("aws", vec!["AWS", "aws", "ＡＷＳ"]),
            ("café", vec!["Café", "cafe\u{301}"]),
            ("고객|경험", vec!["고객, 경험", "고객. 경험"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), folded, "{spelling:?}");
            }
        }
    }

    #[test]
    fn every_byte_knows_its_origin() {
        let text = "큰 PR／FAQs를 http://a.b/aws 썼다";
        let folded = Folded::of(text);
        let at = fold(text).find("prfaq").unwrap();
        assert_eq!(&text[folded.original(at..at + 5)], "PR／FAQs");
        assert!(folded.is_word_start(at) && folded.is_word_end(at + 4));
        assert!(folded.gap_before(at) && folded.gap_before(at + 2));
        assert_eq!(folded.hangul_after(at + 5), "를");
        assert_eq!(fold(text), "큰prfaq를|썼다");
        assert_eq!(fold("mail bar.raiser@example.com now"), "mail|now");
    }
}
