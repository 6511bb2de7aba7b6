//! The fields of a query: what stands before a colon.

use unicode_normalization::UnicodeNormalization;

/// What the value after a colon is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A concept by its whole name, whatever words are in it.
    Concept,
    /// A concept, without those that are narrower.
    Exact,
    /// A concept, those that are narrower, and those that are broader.
    Broader,
    /// A concept and those that are narrower.
    Narrower,
    /// Words of the text or the title.
    Text,
    /// Chapters.
    Chapter,
    /// Pages.
    Pages,
    /// Dates.
    Date,
    /// Days of reading.
    Day,
    /// A book.
    Book,
    /// Who tagged an entry.
    Origin,
    /// Concepts that hang together.
    Group,
    /// An entry.
    Id,
    /// A saved query.
    Saved,
}

/// Each field with its names, the one it is printed with first.
const FIELDS: [(Field, &[&str]); 14] = [
    (Field::Concept, &["concept", "concepts", "개념"]),
    (Field::Exact, &["exact", "정확히"]),
    (Field::Broader, &["broader", "상위"]),
    (Field::Narrower, &["narrower", "하위"]),
    (Field::Text, &["text", "본문"]),
    (Field::Chapter, &["chapter", "chapters", "장", "챕터"]),
    (Field::Pages, &["pages", "page", "쪽", "페이지"]),
    (Field::Date, &["date", "dates", "날짜"]),
    (Field::Day, &["day", "days", "일차"]),
    (Field::Book, &["book", "책"]),
    (Field::Origin, &["origin", "출처"]),
    (Field::Group, &["group", "묶음"]),
    (Field::Id, &["id", "entry", "기록"]),
    (Field::Saved, &["saved", "저장"]),
];

impl Field {
    /// The field of a name; case and width don't matter.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.nfkc().collect::<String>().to_lowercase();
        let known = FIELDS.iter();
        let mut known = known.filter(|(_, names)| names.contains(&name.as_str()));
        known.next().map(|(field, _)| *field)
    }

    /// The name it is printed with.
    pub fn name(self) -> &'static str {
        let own = FIELDS.iter().find(|(field, _)| *field == self);
        own.map_or("", |(_, names)| names[0])
    }

    /// Whether its value is the name of a concept.
    pub fn names_a_concept(self) -> bool {
        matches!(
            self,
            Self::Concept | Self::Exact | Self::Broader | Self::Narrower | Self::Group
        )
    }

    /// All names of all fields.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FIELDS.iter().flat_map(|(_, names)| names.iter().copied())
    }
}
