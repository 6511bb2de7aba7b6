//! What each character is to the fold.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a character is a precomposed Hangul syllable.
pub fn is_syllable(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// A letter or digit of a Latin word.
pub(super) fn is_word_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c < '\u{250}' && !c.is_ascii() && c.is_alphabetic())
}

/// The letter without its accents: é is e. Letters that no one takes for another
/// with a mark (ß, ø) stay.
pub(super) fn without_accents(c: char) -> char {
    if c.is_ascii() || !is_word_letter(c) {
        return c;
    }
    let base = std::iter::once(c).nfd().next();
    base.filter(char::is_ascii).unwrap_or(c)
}

/// Characters that join the one before them: combining marks and Hangul jamo.
pub(super) fn joins(c: char) -> bool {
    !c.is_ascii()
        && !is_syllable(c)
        && (is_combining_mark(c)
            || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'))
}

/// Characters that are not there to a reader: zero-width ones, soft hyphens.
pub(super) fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Characters between the parts of a name: white space, hyphens, slashes,
/// middle dots.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2013}'
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

/// Whether a hyphen or a line break sets apart what stands around it: a hyphen
/// between spaces, as a dash or before an item of a list, and an empty line.
pub(super) fn separates(bytes: &[u8], at: usize) -> bool {
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    match bytes[at] {
        b'-' => {
            is_space(at.checked_sub(1).and_then(|at| bytes.get(at))) && is_space(bytes.get(at + 1))
        }
        b'\n' => {
            let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r');
            let rest = &bytes[at + 1..];
            let blanks = rest.iter().take_while(blank).take(64).count();
            rest.get(blanks) == Some(&b'\n')
        }
        _ => false,
    }
}

/// The first character with what joins it: marks, and the vowels and final
/// consonants after a leading one. Linear, where a grapheme cluster of Unicode
/// may go on through letters, and without end.
pub(super) fn cluster(text: &str) -> &str {
    let mut leads = text.chars().next().is_some_and(is_leading_jamo);
    let mut rest = text.char_indices().skip(1);
    let end = rest.find(|&(_, c)| {
        let lead = is_leading_jamo(c);
        let ends = !(is_ignored(c) || (joins(c) && (!lead || leads)));
        leads = lead || (leads && is_ignored(c));
        ends
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

fn is_leading_jamo(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{A960}'..='\u{A97F}')
}

/// The number of bytes of the Hangul syllables that stand at `at`, one after
/// the other.
pub(super) fn syllable_run(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while is_syllable_at(bytes, end) {
        end += 3;
    }
    end - at
}

/// Whether the three bytes at `at` are a Hangul syllable: U+AC00 to U+D7A3 is
/// EA B0 80 to ED 9E A3.
pub(super) fn is_syllable_at(bytes: &[u8], at: usize) -> bool {
    let Some(&[lead, second, third]) = bytes.get(at..at + 3) else {
        return false;
    };
    match lead {
        0xEA => second >= 0xB0,
        0xEB | 0xEC => true,
        0xED => second < 0x9E || (second == 0x9E && third <= 0xA3),
        _ => false,
    }
}
