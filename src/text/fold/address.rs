//! URLs and e-mail addresses.

use memchr::memchr;
use std::ops::Range;

/// The longest local part of an e-mail address, in bytes (RFC 5321).
const LONGEST_LOCAL_PART: usize = 64;

/// Finds addresses in one text, from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Addresses {
    /// No `@` stands between where the last search began and this byte.
    next_at_sign: usize,
}

impl Addresses {
    /// The end of the URL or e-mail address that starts with an ASCII word.
    /// To be asked about one word after the other.
    pub(super) fn end(&mut self, text: &str, word: Range<usize>) -> Option<usize> {
        let start = word.start;
        url(text, word).or_else(|| self.mail(text.as_bytes(), start))
    }

    fn mail(&mut self, text: &[u8], at: usize) -> Option<usize> {
        if self.next_at_sign < at || at == 0 {
            let found = memchr(b'@', &text[at..]);
            self.next_at_sign = found.map_or(text.len(), |found| at + found);
        }
        let sign = self.next_at_sign;
        if sign == text.len() || sign - at > LONGEST_LOCAL_PART {
            return None;
        }
        let in_local_part = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
        if !text[at..sign].iter().all(in_local_part) {
            return None;
        }
        let in_domain = |b: &&u8| b.is_ascii_alphanumeric() || b".-".contains(b);
        let domain = text[sign + 1..].iter().take_while(in_domain).count();
        (domain > 0).then_some(sign + 1 + domain)
    }
}

/// A word and `://`, or `www.`, and all up to what closes it.
fn url(text: &str, word: Range<usize>) -> Option<usize> {
    let rest = &text[word.end..];
    let starts = match text.as_bytes().get(word.end)? {
        b':' => rest.starts_with("://"),
        b'.' => text[word.clone()].eq_ignore_ascii_case("www"),
        _ => false,
    };
    let closes = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '」');
    starts.then(|| rest.find(closes).map_or(text.len(), |end| word.end + end))
}
