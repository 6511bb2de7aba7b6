//! Sentences without what they quote.

use memchr::memchr3;
use std::borrow::Cow;

const PAIRS: [(char, char); 5] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
];

/// A sentence in which `…` stands for every quotation. A mark that is not closed
/// quotes nothing, and a quotation that is all of the sentence stays.
pub(super) fn without(sentence: &str) -> Cow<'_, str> {
    if !may_quote(sentence) {
        return Cow::Borrowed(sentence);
    }
    let mut own = String::with_capacity(sentence.len());
    let mut at = 0;
    while let Some((start, end)) = next(sentence, at) {
        own.push_str(&sentence[at..start]);
        own.push('…');
        at = end;
    }
    own.push_str(&sentence[at..]);
    match own.contains(char::is_alphabetic) {
        true => Cow::Owned(own),
        false => Cow::Borrowed(sentence),
    }
}

/// Whether a byte that quotation marks start with is in a sentence.
fn may_quote(sentence: &str) -> bool {
    memchr3(
        b'"',
        "“".as_bytes()[0],
        "「".as_bytes()[0],
        sentence.as_bytes(),
    )
    .is_some()
}

/// The next quotation from a place on, its marks included.
fn next(sentence: &str, from: usize) -> Option<(usize, usize)> {
    let marks = sentence[from..].char_indices();
    let opening = marks.filter_map(|(at, c)| {
        let &(open, close) = PAIRS.iter().find(|(open, _)| *open == c)?;
        Some((from + at, from + at + open.len_utf8(), close))
    });
    opening
        .filter_map(|(start, inside, close)| {
            let end = inside + closing(&sentence[inside..], close)?;
            Some((start, end + close.len_utf8()))
        })
        .next()
}

/// The mark that closes, and is no apostrophe.
fn closing(text: &str, close: char) -> Option<usize> {
    let found = text.match_indices(close).find(|(at, mark)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        close != '’' || !(latin(before) && latin(after))
    });
    found.map(|(at, _)| at)
}
