//! The words that a Kindle describes its notes with, in its languages.

/// What a clipping is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A passage.
    Highlight,
    /// What the reader wrote.
    Note,
    /// A place, and nothing else.
    Bookmark,
}

const HIGHLIGHT: [&str; 12] = [
    "highlight",
    "subrayado",
    "surlignement",
    "markierung",
    "destaque",
    "evidenziazione",
    "markering",
    "标注",
    "標註",
    "ハイライト",
    "하이라이트",
    "clip",
];
const NOTE: [&str; 11] = [
    "note",
    "nota",
    "notiz",
    "notitie",
    "anotação",
    "笔记",
    "筆記",
    "メモ",
    "메모",
    "노트",
    "comment",
];
const BOOKMARK: [&str; 11] = [
    "bookmark",
    "marcador",
    "signet",
    "lesezeichen",
    "segnalibro",
    "bladwijzer",
    "书签",
    "書籤",
    "ブックマーク",
    "북마크",
    "책갈피",
];
const PAGE: [&str; 13] = [
    "page",
    "página",
    "pagina",
    "seite",
    "p.",
    "页",
    "頁",
    "ページ",
    "페이지",
    "쪽",
    "strona",
    "pages",
    "sida",
];
const LOCATION: [&str; 12] = [
    "location",
    "loc",
    "posición",
    "emplacement",
    "position",
    "posição",
    "posizione",
    "positie",
    "位置",
    "위치",
    "locations",
    "locatie",
];

impl Kind {
    /// The kind that a text names; `None` when it names none, or two.
    pub(super) fn named(text: &str) -> Option<Self> {
        let named = [
            (HIGHLIGHT.as_slice(), Self::Highlight),
            (&NOTE, Self::Note),
            (&BOOKMARK, Self::Bookmark),
        ];
        let mut found = named.into_iter().filter(|(words, _)| names(text, words));
        match (found.next(), found.next()) {
            (Some((_, kind)), None) => Some(kind),
            _ => None,
        }
    }
}

/// Whether a text speaks of a page.
pub(super) fn names_page(text: &str) -> bool {
    names(text, &PAGE)
}

/// Whether a text speaks of a location.
pub(super) fn names_location(text: &str) -> bool {
    names(text, &LOCATION)
}

/// Whether one of the words is in a text: as a word, or anywhere in a language
/// that writes without spaces.
fn names(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    let has = |word: &&str| match word.chars().all(|c| c < '\u{1100}') {
        true => text
            .split(|c: char| !c.is_alphabetic())
            .any(|found| found == word.trim_end_matches('.')),
        false => text.contains(*word),
    };
    words.iter().any(has)
}
