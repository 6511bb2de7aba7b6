//! Sentences without what they quote.

const PAIRS: [(char, char); 5] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
];

/// A sentence in which `…` stands for every quotation. A mark that is not closed
/// quotes nothing, and a quotation that is all of the sentence stays.
pub(super) fn without(sentence: &str) -> String {
    let mut own = String::with_capacity(sentence.len());
    let mut at = 0;
    while let Some((start, end)) = next(sentence, at) {
        own.push_str(&sentence[at..start]);
        own.push('…');
        at = end;
    }
    own.push_str(&sentence[at..]);
    match own.contains(char::is_alphabetic) {
        true => own,
        false => sentence.to_owned(),
    }
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
