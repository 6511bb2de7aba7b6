//! A note as a new entry.

use super::known::plain;
use super::names::Names;
use crate::import::note::ImportedNote;
use crate::model::{Book, BookId, Entry, Library, LocalText, Source, Wording};
use crate::text::fold;
use crate::text::slug::slug;
use crate::text::width::shorten;

/// How many terminal cells of a note's first words are its title.
const TITLE_WIDTH: usize = 48;

pub(super) fn new_entry(
    library: &Library,
    (id, book): (BookId, &Book),
    importer: &str,
    note: &ImportedNote,
    names: &mut Names,
) -> Entry {
    let (text, voice) = note.text();
    let chapter = note.chapter.as_deref();
    let chapter = chapter.and_then(|name| find_chapter(book, name));
    Entry {
        id: names.free(&wanted_id(note)),
        book: id,
        title: title(note),
        date: note.date,
        day: note.day,
        pages: note.pages,
        chapters: chapter.into_iter().collect(),
        chapters_inferred: false,
        refused: Vec::new(),
        tags: names.concepts(library, &note.tags),
        text,
        names: Vec::new(),
        links: Vec::new(),
        truncated: note.truncated,
        wording: Wording::Original,
        voice,
        gist: LocalText::default(),
        source: Some(Box::new(Source {
            kind: importer.to_owned(),
            key: note.key.clone(),
            title: note.source_title.clone(),
            time: note.time.clone(),
            location: note.location.clone(),
            chapter: note.chapter.clone(),
            color: note.color.clone(),
            tags: note.tags.clone(),
            url: note.url.clone(),
            digest: Some(note.digest()),
        })),
        file: String::new(),
        line: 0,
    }
}

/// The title, or else the first words: those of the book, or the reader's.
fn title(note: &ImportedNote) -> String {
    if let Some(title) = &note.title {
        return title.clone();
    }
    let words = match note.passage.is_empty() {
        true => &note.remark,
        false => &note.passage,
    };
    let first = words.lines().map(str::trim).find(|line| !line.is_empty());
    shorten(&plain(first.unwrap_or_default()), TITLE_WIDTH)
}

/// The chapter of the outline that has a name: as its heading, number or id. A
/// heading may be said with its number before it: `3장 인풋 지표`.
pub(super) fn find_chapter(book: &Book, name: &str) -> Option<u32> {
    let outline = &book.outline;
    let key = fold::key(name);
    let heading = |key: &[u8]| {
        let mut chapters = outline.chapters.iter();
        chapters.position(|chapter| {
            let mut titles = chapter.title.iter().map(|(_, title)| fold::key(title));
            !key.is_empty() && titles.any(|title| title == key)
        })
    };
    let numbered = || {
        let at = name.find([':', '.', ' ', '장', '–', '-'])?;
        let (number, rest) = name.split_at(at);
        let rest = rest.trim_start_matches([':', '.', ' ', '장', '–', '-']);
        let is_number = |word: &str| {
            let word = word.trim_start_matches("제").to_lowercase();
            word == "chapter" || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        is_number(number).then(|| {
            let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ":. –-".contains(c));
            heading(&fold::key(bare))
        })?
    };
    let found = heading(&key)
        .or_else(|| outline.find(name))
        .or_else(numbered);
    found.and_then(|index| u32::try_from(index).ok())
}

/// The id that suits a note: `day-28`, or the place of a highlight, or the date, or
/// the title.
fn wanted_id(note: &ImportedNote) -> String {
    let place = || match (&note.location, note.pages) {
        _ if note.title.is_some() => None,
        (Some(location), _) if location.starts_with("loc. ") => Some(slug(location)),
        (_, Some(pages)) => Some(format!("p{}", pages.first)),
        (_, None) => None,
    };
    let stem = match (note.day, place(), note.date) {
        (Some(day), _, _) => format!("day-{day}"),
        (None, Some(place), _) => place,
        (None, None, Some(date)) => date.to_string(),
        (None, None, None) => slug(&title(note)),
    };
    match stem.is_empty() {
        true => "note".to_owned(),
        false => stem,
    }
}
