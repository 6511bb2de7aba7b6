//! Text in XML.

use super::stream::{Escape, REPLACEMENT, plain, position};

/// Text between tags, and in attributes: a line break stays one in both. What no XML
/// may hold becomes U+FFFD.
pub(super) const XML: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            let markup = (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == b'"');
            // U+FFFE and U+FFFF start with 0xEF, as much of Hangul does not.
            markup | (byte < b' ') | (byte == 0xEF)
        })
    },
    write: |c, out| match c {
        '<' => out.extend_from_slice(b"&lt;"),
        '>' => out.extend_from_slice(b"&gt;"),
        '&' => out.extend_from_slice(b"&amp;"),
        '"' => out.extend_from_slice(b"&quot;"),
        '\n' => out.extend_from_slice(b"&#10;"),
        '\r' => out.extend_from_slice(b"&#13;"),
        '\t' => out.extend_from_slice(b"&#9;"),
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => plain(REPLACEMENT, out),
        c => plain(c, out),
    },
};
