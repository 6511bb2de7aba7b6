//! What a person has typed of a name so far, while still typing.
//!
//! Hangul is compared letter by letter, a final consonant like an initial one, so
//! that a half-typed syllable (인풋 짚, on the way to 지표) finds already. Case,
//! width, composition, spaces and punctuation don't matter. The page of a map
//! searches by the same rule (`render/html/script/search.js`).

use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The final consonants, from U+11A8 on, as initial ones.
const FINALS: [&str; 27] = [
    "ᄀ", "ᄁ", "ᄀᄉ", "ᄂ", "ᄂᄌ", "ᄂᄒ", "ᄃ", "ᄅ", "ᄅᄀ", "ᄅᄆ", "ᄅᄇ", "ᄅᄉ", "ᄅᄐ",
    "ᄅᄑ", "ᄅᄒ", "ᄆ", "ᄇ", "ᄇᄉ", "ᄉ", "ᄊ", "ᄋ", "ᄌ", "ᄎ", "ᄏ", "ᄐ", "ᄑ", "ᄒ",
];
const FIRST_FINAL: u32 = 0x11A8;

/// The consonants that begin syllables.
const INITIALS: RangeInclusive<char> = 'ᄀ'..='ᄒ';

/// The letters of a name, in the order in which they are typed.
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len() * 2);
    for c in text.nfkd().flat_map(char::to_lowercase) {
        let last = (c as u32).checked_sub(FIRST_FINAL);
        match last.and_then(|index| FINALS.get(index as usize)) {
            Some(initials) => letters.push_str(initials),
            None if is_left_out(c) => {}
            None => letters.push(c),
        }
    }
    letters
}

/// The first letters of the syllables: those of 인풋 지표 are ㅇㅍㅈㅍ.
pub fn initials(text: &str) -> String {
    text.nfkd().filter(|c| INITIALS.contains(c)).collect()
}

/// Whether [`letters`] are initials only. Single consonants are in half of all
/// words; typed alone, they stand for syllables.
pub fn is_initials(letters: &str) -> bool {
    !letters.is_empty() && letters.chars().all(|c| INITIALS.contains(&c))
}

/// White space, marks on letters, and punctuation; signs such as `+` are kept.
fn is_left_out(c: char) -> bool {
    let signs = "$+<=>^`|~";
    match c {
        c if c.is_ascii() => {
            c.is_ascii_whitespace() || (c.is_ascii_punctuation() && !signs.contains(c))
        }
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '・' => true,
        '\u{200B}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{205E}' => true,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' => true,
        c => c.is_whitespace() || is_combining_mark(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_the_way_to_a_name_begins_it() {
        for (name, typed) in [
            (
                "인풋 지표",
                vec!["인", "인푸", "인풋지", "인풋 짚", "ㅇ", "이"],
            ),
            ("닭 값", vec!["다", "달", "닭", "닭ㄱ", "닭 갑"]),
            (
                "Café-Noir",
                vec!["cafe", "CAFÉ n", "cafe\u{301}", "ｃａｆｅ"],
            ),
            ("C++", vec!["c", "c+"]),
            ("PR/FAQ", vec!["prf", "p r / f"]),
            ("지표", vec!["\u{110C}\u{1175}\u{1111}"]),
        ] {
            for typed in typed {
                let (name, typed) = (letters(name), letters(typed));
                assert!(name.starts_with(&typed), "{name} {typed}");
            }
        }
    }

    #[test]
    fn initials_are_those_of_syllables() {
        assert_eq!(letters("ㅇㅍㅈㅍ"), initials("인풋 지표"));
        assert_eq!(initials("AWS 리전"), letters("ㄹㅈ"));
        assert!(is_initials(&letters("ㅇㅍ")) && is_initials(&letters("ㄳ")));
        assert!(!is_initials(&letters("이")) && !is_initials("") && !is_initials("a"));
    }
}
