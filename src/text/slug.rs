//! Ids and file names made from titles.

use unicode_normalization::UnicodeNormalization;

/// The longest slug, in bytes; 85 Hangul syllables fill a file name of 255.
const LONGEST: usize = 80;

/// Makes an id or a file name from any text: lower case, letters and digits of
/// any script kept (NFC), everything else a single hyphen, at most 80 bytes.
/// Empty when the text has no letter and no digit.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.nfkc().nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if slug.len() + c.len_utf8() > LONGEST {
                break;
            }
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether a text can be an id: letters, digits, `-`, `_` and `.`, not
/// starting with a dot or a hyphen, at most 80 bytes.
pub fn is_id(text: &str) -> bool {
    let fits = !text.is_empty() && text.len() <= LONGEST;
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    fits && !text.starts_with(['-', '.']) && text.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_safe_names() {
        assert_eq!(slug("PR/FAQ 작성!"), "pr-faq-작성");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("\u{1112}\u{1161}\u{11ab}"), "한");
        assert_eq!(slug("…"), "");
        assert!(slug(&"가".repeat(200)).len() <= LONGEST);
        assert!(is_id("day-19") && is_id("여백") && !is_id("a b") && !is_id("../x") && !is_id(""));
    }
}
