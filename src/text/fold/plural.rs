//! The English plural.

/// How a word's plural ending is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plural {
    /// The last `s` goes: metrics, FAQs.
    S,
    /// `ies` becomes `y`: companies.
    Ies,
}

/// Words in `s` that are other words without it.
const NO_PLURALS: [&[u8]; 8] = [
    b"news",
    b"goods",
    b"means",
    b"ethics",
    b"physics",
    b"politics",
    b"economics",
    b"mathematics",
];

/// Whether the last `e` of a singular goes, since it may come from the plural's
/// `es`: processe(s), churche(s), boxe(s), heroe(s). A cache loses it, too, so
/// that it is the same as its caches.
pub(super) fn drops_e(word: &[u8]) -> bool {
    word.len() > 4
        && [&b"sse"[..], b"xe", b"che", b"she", b"zze", b"oe"]
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// The plural ending of a word in lower case, by Harman's S-stemmer (D.
/// Harman, "How effective is suffixing?", JASIS 42(1), 1991); `written` is the
/// word as it stands in the text. Words of three letters and words with digits
/// stay as they are, but for acronyms, whose plural shows in the case: LPs.
pub(super) fn plural(word: &[u8], written: &[u8]) -> Option<Plural> {
    let (&last, before) = word.split_last()?;
    if last != b's' || word.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let acronym = written.split_last().is_some_and(|(last, before)| {
        *last == b's' && before.len() >= 2 && before.iter().all(u8::is_ascii_uppercase)
    });
    if acronym {
        return Some(Plural::S);
    }
    if NO_PLURALS.contains(&word) {
        return None;
    }
    let n = word.len();
    if n > 4 && before.ends_with(b"ie") && !matches!(word[n - 4], b'a' | b'e') {
        return Some(Plural::Ies);
    }
    (n > 3 && !before.ends_with(b"u") && !before.ends_with(b"s") && !before.ends_with(b"i"))
        .then_some(Plural::S)
}
