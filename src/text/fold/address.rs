//! URLs and e-mail addresses.

use memchr::memchr;

/// The longest local part of an e-mail address, in bytes (RFC 5321).
const LONGEST_LOCAL_PART: usize = 64;

/// Finds addresses in one text, from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Addresses {
    /// No `@` stands between where the last search began and this byte.
    next_at_sign: usize,
}

impl Addresses {
    /// The end of the URL or e-mail address that starts at byte `at`, where a
    /// word starts. To be asked with ascending `at`.
    pub(super) fn end(&mut self, text: &str, at: usize) -> Option<usize> {
        url(text, at).or_else(|| self.mail(text.as_bytes(), at))
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

fn url(text: &str, at: usize) -> Option<usize> {
    if !matches!(text.as_bytes()[at], b'h' | b'w') {
        return None;
    }
    let rest = &text[at..];
    let starts = ["http://", "https://", "www."]
        .iter()
        .any(|head| rest.starts_with(head));
    let closes = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '」');
    starts.then(|| rest.find(closes).map_or(text.len(), |end| at + end))
}
