//! Full stops that end no sentence: abbreviations, initials, numbers, and those
//! inside of quotations.

/// Abbreviations after which a sentence always goes on.
const ABBREVIATIONS: [&str; 19] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "mt", "gen", "rev", "hon", "e.g", "i.e", "eg", "ie",
    "cf", "vs", "viz", "approx", "esp",
];

/// Abbreviations after which it goes on with a number.
const BEFORE_NUMBERS: [&str; 16] = [
    "p", "pp", "no", "nos", "fig", "figs", "vol", "ch", "chap", "sec", "eq", "art", "par", "ca",
    "c", "ed",
];

/// Words with a capital that start a sentence rather than follow an initial.
const STARTERS: [&str; 22] = [
    "The", "This", "That", "These", "Those", "There", "It", "He", "She", "They", "We", "You", "I",
    "But", "And", "So", "In", "On", "At", "For", "If", "When",
];

/// What a Korean sentence goes on with after a quotation and a space.
const AFTER_QUOTATIONS: [&str; 8] = [
    "라고",
    "라는",
    "라며",
    "라면서",
    "이라고",
    "이라는",
    "하고 ",
    "고 ",
];

/// A quotation is looked for no farther than this, in bytes.
const LONGEST_QUOTATION: usize = 500;

const QUOTATIONS: [(char, char); 5] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('(', ')'),
];

/// Whether the sentence that seems to end with `sentence` goes on in `after`, the
/// text that follows it.
pub(super) fn goes_on(sentence: &str, after: &str) -> bool {
    let body = sentence.trim_end();
    let spaced = body.len() < sentence.len() || after.starts_with(char::is_whitespace);
    let next = after.trim_start();
    if next.is_empty() {
        return false;
    }
    after_quotation(body, spaced, next)
        || (ends_in_latin(body) && (after_abbreviation(body, next) || after_number(body, next)))
        || inside_quotation(body, after)
}

/// `“왜?”라고 물었다`, `"Why?" she asked`.
fn after_quotation(body: &str, spaced: bool, next: &str) -> bool {
    let quotes = ['"', '\'', '”', '’', '」', '』', ')', ']'];
    if !body.ends_with(quotes) {
        return false;
    }
    match spaced {
        false => next.starts_with(char::is_alphanumeric),
        true => {
            next.starts_with(char::is_lowercase)
                || AFTER_QUOTATIONS.iter().any(|word| next.starts_with(word))
        }
    }
}

/// Whether a letter or digit that an abbreviation or a number can end with stands before
/// the full stop.
fn ends_in_latin(body: &str) -> bool {
    matches!(body.as_bytes(), [.., before, b'.'] if before.is_ascii())
}

fn after_abbreviation(body: &str, next: &str) -> bool {
    let Some(stem) = body.strip_suffix('.') else {
        return false;
    };
    let word = last_word(stem);
    if !word.is_ascii() || word.is_empty() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let before_number = next.starts_with(|c: char| c.is_ascii_digit());
    if ABBREVIATIONS.contains(&lower.as_str())
        || (before_number && BEFORE_NUMBERS.contains(&lower.as_str()))
    {
        return true;
    }
    // George W. Bush, J. R. R. Tolkien, the U.S. Army
    let initials = word
        .split('.')
        .all(|letter| letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()));
    let next_word = next.split(|c: char| !c.is_alphanumeric()).next();
    let next_word = next_word.unwrap_or_default();
    initials
        && word != "I"
        && next_word.starts_with(char::is_uppercase)
        && !STARTERS.contains(&next_word)
}

/// `1. 첫째`, `2023. 10. 26. 읽음`.
fn after_number(body: &str, next: &str) -> bool {
    let Some((before, _)) = ending_number(body) else {
        return false;
    };
    let digits = next.bytes().take_while(u8::is_ascii_digit).count();
    before.is_empty()
        || ending_number(before).is_some()
        || ((1..=2).contains(&digits) && next[digits..].starts_with('.'))
}

/// The number with a full stop at the end of a text, and what stands before it.
fn ending_number(body: &str) -> Option<(&str, &str)> {
    let stem = body.strip_suffix('.')?;
    let word = last_word(stem);
    let is_number = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| (stem[..stem.len() - word.len()].trim_end(), word))
}

fn last_word(stem: &str) -> &str {
    let separators = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '\'');
    stem.rsplit(separators).next().unwrap_or_default()
}

/// Whether the end is inside of a quotation that the sentence does not consist
/// of: one that closes in the same paragraph, and has words of the sentence
/// before it or after it.
fn inside_quotation(body: &str, after: &str) -> bool {
    let Some((opens, close)) = open_quotation(tail(body)) else {
        return false;
    };
    let paragraph = head(after).split("\n\n").next().unwrap_or_default();
    let Some(end) = closing(paragraph, close) else {
        return false;
    };
    let follows = &paragraph[end + close.len_utf8()..];
    let goes_on = after_quotation(
        "”",
        follows.starts_with(char::is_whitespace),
        follows.trim_start(),
    );
    let whole = opens == 0 && tail(body).len() == body.len();
    goes_on || !whole
}

/// The last quotation that is opened in a text and not closed: where, and the
/// mark that would close it.
fn open_quotation(text: &str) -> Option<(usize, char)> {
    if !has_quotation(text.as_bytes()) {
        return None;
    }
    let straight = text.matches('"').count() % 2 == 1;
    let straight = straight.then(|| text.rfind('"')).flatten();
    let paired = QUOTATIONS.iter().filter_map(|&(open, close)| {
        let at = text.rfind(open)?;
        closing(&text[at..], close).is_none().then_some((at, close))
    });
    paired.chain(straight.map(|at| (at, '"'))).max()
}

/// Whether a text has a quotation mark or bracket, or a character that begins like one.
fn has_quotation(text: &[u8]) -> bool {
    memchr::memchr2(b'"', b'(', text).is_some() || memchr::memchr2(0xe2, 0xe3, text).is_some()
}

/// The first mark that closes a quotation, and is no apostrophe.
fn closing(text: &str, close: char) -> Option<usize> {
    text.match_indices(close).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + close.len_utf8()..].chars().next();
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        close != '’' || !(latin(before) && latin(after))
    })
}

/// The end of a text, as long as a quotation can be.
fn tail(text: &str) -> &str {
    let mut start = text.len().saturating_sub(LONGEST_QUOTATION);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The start of a text, as long as a quotation can be.
fn head(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_QUOTATION);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
