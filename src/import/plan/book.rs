//! A book that is known only by what was imported.

use crate::import::note::{ImportedBook, ImportedNote};
use crate::model::{Book, Certainty, Chapter, Language, LocalText, Outline, PageBound};
use crate::text::chapter_mention::chapter_mentions;
use crate::text::fold::{self, is_syllable};
use crate::text::slug::slug;

/// A number larger than this is hardly one of a chapter.
const MOST_CHAPTERS: u32 = 60;

/// A new book: the title and authors of its source, and the chapters that the source
/// names, or else those that the notes speak of, up to the last one. `file` is where
/// it will stand.
pub fn new_book(id: &str, imported: &ImportedBook, file: String) -> Book {
    let texts = imported.notes.iter();
    let korean = texts
        .clone()
        .any(|note| note.text().0.chars().any(is_syllable));
    let titled = imported.title.as_deref().unwrap_or(id);
    let language = match korean || titled.chars().any(is_syllable) {
        true => Language::KOREAN,
        false => Language::ENGLISH,
    };
    let named = named_chapters(language, &imported.notes);
    Book {
        id: id.to_owned(),
        language,
        title: LocalText::new(language, titled),
        subtitle: LocalText::default(),
        authors: imported.authors.clone(),
        edition: imported.edition.clone(),
        outline: Outline {
            parts: Vec::new(),
            chapters: match named.is_empty() {
                true => numbered_chapters(&imported.notes),
                false => named,
            },
        },
        sources: imported.ids.clone(),
        file,
    }
}

/// The chapters that the source names, in the order in which they come.
fn named_chapters(language: Language, notes: &[ImportedNote]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut keys: Vec<Vec<u8>> = Vec::new();
    for name in notes.iter().filter_map(|note| note.chapter.as_deref()) {
        let key = fold::key(name);
        if key.is_empty() || keys.contains(&key) {
            continue;
        }
        keys.push(key);
        let number = number_of(name).filter(|number| {
            !chapters
                .iter()
                .any(|chapter| chapter.number == Some(*number))
        });
        let id = number.map_or_else(|| slug(name), |number| number.to_string());
        let mut free = id.clone();
        let mut count = 2;
        while chapters.iter().any(|chapter| chapter.id == free) {
            free = format!("{id}-{count}");
            count += 1;
        }
        chapters.push(chapter(free, number, LocalText::new(language, name)));
    }
    chapters
}

/// The number that a chapter's name begins with: `9장 …`, `Chapter 9`, `9. …`.
fn number_of(name: &str) -> Option<u32> {
    let lower = name.trim().to_lowercase();
    let (word, rest) = match lower.strip_prefix("chapter ") {
        Some(rest) => (true, rest),
        None => (false, lower.trim_start_matches("제").trim_start()),
    };
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let marked = word
        || rest[digits.len()..]
            .trim_start()
            .starts_with(['장', '.', ':', ')']);
    let number = digits.parse().ok().filter(|_| marked);
    number.filter(|number| (1..=MOST_CHAPTERS).contains(number))
}

fn numbered_chapters(notes: &[ImportedNote]) -> Vec<Chapter> {
    let texts = notes.iter().map(|note| note.text().0);
    let numbers = texts.flat_map(|text| {
        let mentions = chapter_mentions(&text).into_iter();
        mentions.map(|mention| mention.number).collect::<Vec<_>>()
    });
    let last = numbers.filter(|number| *number <= MOST_CHAPTERS).max();
    (1..=last.unwrap_or(0))
        .map(|number| chapter(number.to_string(), Some(number), LocalText::default()))
        .collect()
}

fn chapter(id: String, number: Option<u32>, title: LocalText) -> Chapter {
    Chapter {
        id,
        number,
        part: None,
        title,
        starts: PageBound::UNKNOWN,
        ends: PageBound::UNKNOWN,
        certainty: Certainty::default(),
        note: None,
        sections: Vec::new(),
    }
}
