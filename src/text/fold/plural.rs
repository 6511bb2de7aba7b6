//! The English plural.

use super::letters::is_ignored;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// The shorter of the singular and the plural of a word that does not take an
/// `s`, where it is the other. Left out are plurals that read like another word
/// (axes, bases, leaves, people).
pub(super) fn irregular(word: &[u8]) -> Option<&'static [u8]> {
    if !(3..=10).contains(&word.len()) {
        return None;
    }
    Some(match word {
        b"men" => b"man",
        b"women" => b"woman",
        b"children" => b"child",
        b"feet" => b"foot",
        b"teeth" => b"tooth",
        b"geese" => b"goose",
        b"mouse" => b"mice",
        b"criterion" => b"criteria",
        b"phenomenon" => b"phenomena",
        b"analyses" => b"analysis",
        b"crises" => b"crisis",
        b"theses" => b"thesis",
        b"hypotheses" => b"hypothesis",
        b"syntheses" => b"synthesis",
        b"diagnoses" => b"diagnosis",
        b"indices" => b"index",
        b"matrices" => b"matrix",
        b"vertices" => b"vertex",
        b"appendices" => b"appendix",
        b"halves" => b"half",
        b"knives" => b"knife",
        b"shelves" => b"shelf",
        b"thieves" => b"thief",
        b"wives" => b"wife",
        b"wolves" => b"wolf",
        _ => return None,
    })
}

/// Whether the last `e` of a singular goes, since it may come from the plural's
/// `es`: processe(s), churche(s), boxe(s), heroe(s). A cache loses it, too, so
/// that it is the same as its caches.
pub(super) fn drops_e(word: &[u8]) -> bool {
    word.len() > 4
        && word.ends_with(b"e")
        && [&b"sse"[..], b"xe", b"che", b"she", b"zze", b"oe"]
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// The plural ending of a word in lower case, by Harman's S-stemmer (D.
/// Harman, "How effective is suffixing?", JASIS 42(1), 1991); `written` is the
/// word as it stands in the text. Words of three letters and words with digits
/// stay as they are, but for acronyms, whose plural shows in the case: LPs.
pub(super) fn plural(word: &[u8], written: &str) -> Option<Plural> {
    let (&last, before) = word.split_last()?;
    if last != b's' || word.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if is_acronym(written) {
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

/// Whether a word is two capitals or more and a small s, however wide it is
/// written and whatever stands in it that has no width.
fn is_acronym(written: &str) -> bool {
    if let Some(before) = written.strip_suffix('s')
        && before.is_ascii()
    {
        return before.len() >= 2 && before.bytes().all(|byte| byte.is_ascii_uppercase());
    }
    let letters = || {
        let shown = |c: &char| !is_ignored(*c) && !is_combining_mark(*c);
        written.nfkc().filter(shown)
    };
    let capitals = letters().take_while(|c| c.is_uppercase()).count();
    capitals >= 2 && letters().skip(capitals).eq(['s'])
}
