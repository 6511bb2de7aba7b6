//! The few words on a map and in a summary, in Korean and English.

use crate::model::{Chapter, ChapterId, EntryId, Language, Library};

/// Words in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Words in a language; English for any but Korean.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language of names and titles.
    pub fn language(self) -> Language {
        self.language
    }

    /// Whether the words are Korean.
    pub fn is_korean(self) -> bool {
        self.language == Language::KOREAN
    }

    /// One of two words.
    pub fn pick<'a>(self, korean: &'a str, english: &'a str) -> &'a str {
        if self.is_korean() { korean } else { english }
    }

    /// `개념 12개`, `12 concepts`.
    pub fn concepts(self, count: usize) -> String {
        self.counted(count, "개념", "개", "concept")
    }

    /// `기록 10편`, `10 entries`.
    pub fn entries(self, count: usize) -> String {
        match (self.is_korean(), count) {
            (true, _) => format!("기록 {count}편"),
            (false, 1) => "1 entry".to_owned(),
            (false, _) => format!("{count} entries"),
        }
    }

    fn counted(self, count: usize, korean: &str, counter: &str, english: &str) -> String {
        match (self.is_korean(), count) {
            (true, _) => format!("{korean} {count}{counter}"),
            (false, 1) => format!("1 {english}"),
            (false, _) => format!("{count} {english}s"),
        }
    }

    /// `링크 70개`, `70 links`.
    pub fn links(self, count: usize) -> String {
        self.counted(count, "연결", "개", "link")
    }

    /// `p353–361`.
    pub fn pages(self, pages: impl std::fmt::Display) -> String {
        format!("p{pages}")
    }

    /// `19일차`, `day 19`.
    pub fn day(self, day: u32) -> String {
        if self.is_korean() {
            format!("{day}일차")
        } else {
            format!("day {day}")
        }
    }

    /// A chapter with its number and title: `9장 프라임 비디오`, `9 Prime Video`.
    pub fn chapter(self, chapter: &Chapter) -> String {
        let title = chapter.title.best(self.language).unwrap_or_default();
        let number = chapter.number.map(|number| self.chapter_number(number));
        match (number, title.is_empty()) {
            (Some(number), true) => number,
            (Some(number), false) => format!("{number} {title}"),
            (None, true) => chapter.id.clone(),
            (None, false) => title.to_owned(),
        }
    }

    /// A chapter in as few words as possible: `9장`, `ch. 9`, or its title.
    pub fn short_chapter(self, library: &Library, id: ChapterId) -> String {
        let chapter = library.chapter(id);
        match chapter.number {
            Some(number) if self.is_korean() => format!("{number}장"),
            Some(number) => format!("ch. {number}"),
            None => self.chapter(chapter),
        }
    }

    fn chapter_number(self, number: u32) -> String {
        if self.is_korean() {
            format!("{number}장")
        } else {
            format!("Chapter {number}:")
        }
        .trim_end_matches(':')
        .to_owned()
    }

    /// An entry in a few words: `19일차 (p353–361)`, or its title.
    pub fn entry(self, library: &Library, id: EntryId) -> String {
        let entry = library.entry(id);
        let name = entry
            .day
            .map_or_else(|| entry.title.clone(), |day| self.day(day));
        match entry.pages {
            Some(pages) => format!("{name} ({})", self.pages(pages)),
            None => name,
        }
    }
}
