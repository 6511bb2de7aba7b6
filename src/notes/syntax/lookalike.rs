//! Characters that look like RON's punctuation, as Korean keyboards, word
//! processors and messengers produce them.

/// What was probably meant by a character outside of a string.
pub(in crate::notes) fn meant(c: char) -> Option<char> {
    Some(match c {
        '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{FEFF}' | '\u{200B}' => {
            ' '
        }
        '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '«' | '»' | '‘' | '’' => '"',
        '＇' => '\'',
        '（' => '(',
        '）' => ')',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        '：' | '∶' => ':',
        '，' | '、' | '､' | ';' | '；' => ',',
        '－' | '–' | '—' | '−' => '-',
        '／' => '/',
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10)?,
        _ => return None,
    })
}

/// What a character is called in a message.
pub(super) fn name(c: char) -> String {
    let words = match c {
        '\u{3000}' => "full-width space",
        '\u{A0}' => "no-break space",
        '\u{200B}' => "zero-width space",
        '\u{FEFF}' => "byte order mark",
        '“' | '”' | '„' | '‟' | '〝' | '〞' | '«' | '»' | '‘' | '’' => {
            "typographic quotation mark"
        }
        ';' | '；' => "semicolon",
        '–' | '—' | '−' => "dash",
        '\u{2002}'..='\u{200A}' | '\u{202F}' => "typographic space",
        _ => "full-width character",
    };
    if c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}') {
        format!("{words} (U+{:04X})", c as u32)
    } else {
        format!("{words} `{c}` (U+{:04X})", c as u32)
    }
}
