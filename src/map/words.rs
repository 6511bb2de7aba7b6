//! The few words on a map and in a summary, in Korean and English.

use crate::model::{Chapter, ChapterId, EntryId, Language, Library};
use crate::query::Connectives;

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

    /// The words between the parts of a query.
    pub fn connectives(self) -> Connectives {
        match self.is_korean() {
            true => Connectives::KOREAN,
            false => Connectives::ENGLISH,
        }
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

    /// Those of several parts, each in Korean and English, that are there.
    pub(super) fn joined(self, parts: &[Option<(&str, &str)>]) -> String {
        let there = parts.iter().flatten();
        let words: Vec<&str> = there
            .map(|(korean, english)| self.pick(korean, english))
            .collect();
        words.join(" · ")
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

    /// `기록 3편 (12편 중)`, `3 of 12 entries`; of all entries `기록 12편`.
    pub fn shown_of(self, shown: usize, total: usize) -> String {
        match self.is_korean() {
            _ if shown == total => self.entries(total),
            true => format!("기록 {shown}편 ({total}편 중)"),
            false => format!("{shown} of {}", self.entries(total)),
        }
    }

    fn counted(self, count: usize, korean: &str, counter: &str, english: &str) -> String {
        match (self.is_korean(), count) {
            (true, _) => format!("{korean} {count}{counter}"),
            (false, 1) => format!("1 {english}"),
            (false, _) => format!("{count} {english}s"),
        }
    }

    /// `연결 70개`, `70 links`.
    pub fn links(self, count: usize) -> String {
        self.counted(count, "연결", "개", "link")
    }

    /// `개념 7개 더`, `7 concepts more`.
    pub fn more_concepts(self, count: usize) -> String {
        match self.is_korean() {
            true => format!("개념 {count}개 더"),
            false => format!("{} more", self.concepts(count)),
        }
    }

    /// `한 칸에 기록 4편까지`, `up to 4 entries to a column`.
    pub fn entries_together(self, count: usize) -> String {
        match self.is_korean() {
            true => format!("한 칸에 기록 {count}편까지"),
            false => format!("up to {count} entries to a column"),
        }
    }

    /// `그 밖의 기록 7편`, `and 7 entries more`.
    pub fn more_entries(self, count: usize) -> String {
        match (self.is_korean(), count) {
            (true, _) => format!("그 밖의 기록 {count}편"),
            (false, 1) => "and 1 entry more".to_owned(),
            (false, _) => format!("and {count} entries more"),
        }
    }

    /// `언급 9번`, `9 mentions`.
    pub fn mentions(self, count: usize) -> String {
        self.counted(count, "언급", "번", "mention")
    }

    /// `장 3개`, `3 chapters`.
    pub fn chapters(self, count: usize) -> String {
        self.counted(count, "장", "개", "chapter")
    }

    /// `책 2권`, `2 books`.
    pub fn books(self, count: usize) -> String {
        self.counted(count, "책", "권", "book")
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

    /// A title as one of a list: in quotation marks where its commas would make it
    /// several.
    pub fn listed(self, title: &str) -> String {
        match (title.contains([',', '，', '、']), self.is_korean()) {
            (false, _) => title.to_owned(),
            (true, true) => format!("‘{title}’"),
            (true, false) => format!("“{title}”"),
        }
    }

    /// A chapter as one of a list.
    pub fn listed_chapter(self, library: &Library, id: ChapterId) -> String {
        self.listed(&self.short_chapter(library, id))
    }

    /// A chapter that was worked out and not written down: `결론?`; of a title that
    /// asks itself `왜 쓰는가? (?)`.
    pub fn inferred(chapter: &str) -> String {
        match chapter.ends_with(['?', '？']) {
            false => format!("{chapter}?"),
            true => format!("{chapter} (?)"),
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
        let entry = library.brief(id);
        let name = self.entry_name(library, id);
        match entry.pages {
            Some(pages) => format!("{name} ({})", self.pages(pages)),
            None => name,
        }
    }

    /// An entry in as few letters as possible: `19`, or the month and day
    /// `10-17`, or its first page; empty where nothing of it is known.
    pub fn brief_entry(self, library: &Library, id: EntryId) -> String {
        let entry = library.brief(id);
        let day = entry.day.map(|day| day.to_string());
        let date = || Some(entry.date?.strftime("%m-%d").to_string());
        let page = || Some(self.pages(entry.pages?.first));
        day.or_else(date).or_else(page).unwrap_or_default()
    }

    /// An entry by the name that readers know it by: `19일차`, or its title.
    pub fn entry_name(self, library: &Library, id: EntryId) -> String {
        let entry = library.brief(id);
        let day = entry.day.map(|day| self.day(day));
        day.unwrap_or_else(|| match entry.title.is_empty() {
            true => entry.id.to_owned(),
            false => entry.title.to_owned(),
        })
    }
}
