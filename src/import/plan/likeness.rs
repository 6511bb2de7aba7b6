//! What tells that two books are one: title and ISBN.

use crate::import::note::ImportedBook;
use crate::model::Book;
use crate::text::fold;

/// Whether the titles are the same once folded: alone, with the subtitle, or without
/// the series that a shop adds in brackets.
pub(super) fn same_title(known: &Book, book: &ImportedBook) -> bool {
    let Some(title) = book.title.as_deref() else {
        return false;
    };
    let bare = title
        .trim_end()
        .strip_suffix(')')
        .and_then(|inside| inside.rfind('('));
    let bare = bare.map(|at| fold::key(&title[..at]));
    let key = fold::key(title);
    let mut titles = known.title.iter().flat_map(|(language, title)| {
        let subtitle = known.subtitle.get(language);
        let whole = subtitle.map(|subtitle| fold::key(&format!("{title} {subtitle}")));
        [Some(fold::key(title)), whole].into_iter().flatten()
    });
    titles.any(|known| {
        let known = letters(&known);
        !known.is_empty() && (known == letters(&key) || bare.as_deref().map(letters) == Some(known))
    })
}

/// A key without its barriers: a colon or a dash before the subtitle.
fn letters(key: &[u8]) -> Vec<u8> {
    key.iter()
        .copied()
        .filter(|byte| *byte != fold::BARRIER)
        .collect()
}

/// The thirteen digits of an ISBN; those of ten digits get 978 and a new check digit.
pub(super) fn isbn(text: &str) -> Option<String> {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let tenth = text.trim_end().ends_with(['X', 'x']);
    let body: Vec<u32> = match (digits.len(), tenth) {
        (13, _) => digits[..12].to_vec(),
        (10, _) | (9, true) => [9, 7, 8]
            .into_iter()
            .chain(digits[..9].iter().copied())
            .collect(),
        _ => return None,
    };
    let weighed = body
        .iter()
        .enumerate()
        .map(|(at, digit)| digit * if at % 2 == 0 { 1 } else { 3 });
    let check = (10 - weighed.sum::<u32>() % 10) % 10;
    let all = body.into_iter().chain([check]);
    Some(all.map(|digit| digit.to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::isbn;

    #[test]
    fn one_isbn_in_all_its_spellings() {
        for text in [
            "978-0-306-40615-7",
            "9780306406157",
            "0-306-40615-2",
            "=\"0306406152\"",
        ] {
            assert_eq!(isbn(text).as_deref(), Some("9780306406157"), "{text}");
        }
        assert_eq!(isbn("080442957X").as_deref(), Some("9780804429573"));
        assert_eq!(isbn(""), None);
    }
}
