//! Characters that are not seen and that do something to what is around them.

/// The first control character of a text (line breaks and tabs are none) or character
/// that turns the direction of writing (U+202A–202E, U+2066–2069), and where it is.
pub fn first_hidden(text: &str) -> Option<(usize, char)> {
    let mut characters = text.char_indices();
    characters.find(|(_, character)| is_hidden(*character))
}

fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => true,
        other => other.is_control(),
    }
}
