//! Made-up libraries of every shape.

use crate::support::TestLibrary;

/// What a library is like.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) books: usize,
    /// Of each book.
    pub(super) entries: usize,
    pub(super) concepts: usize,
    /// Chapters of each book.
    pub(super) chapters: usize,
    pub(super) pages: bool,
    /// Dates and days of reading.
    pub(super) dates: bool,
    pub(super) label: fn(usize) -> String,
}

pub(super) const PLAIN: Shape = Shape {
    books: 1,
    entries: 9,
    concepts: 14,
    chapters: 3,
    pages: true,
    dates: true,
    label: |index| format!("개념 이름 {index}"),
};

/// Every shape that has made some drawing fail.
pub(super) fn shapes() -> Vec<(&'static str, Shape)> {
    let one = Shape {
        entries: 1,
        concepts: 1,
        ..PLAIN
    };
    vec![
        ("plain", PLAIN),
        ("one of each", one),
        (
            "one without anything",
            Shape {
                chapters: 0,
                pages: false,
                dates: false,
                ..one
            },
        ),
        (
            "two entries",
            Shape {
                entries: 2,
                concepts: 3,
                ..PLAIN
            },
        ),
        (
            "no pages",
            Shape {
                pages: false,
                ..PLAIN
            },
        ),
        (
            "no dates",
            Shape {
                dates: false,
                ..PLAIN
            },
        ),
        (
            "no chapters",
            Shape {
                chapters: 0,
                ..PLAIN
            },
        ),
        (
            "titles only",
            Shape {
                chapters: 0,
                pages: false,
                dates: false,
                ..PLAIN
            },
        ),
        ("two books", Shape { books: 2, ..PLAIN }),
        (
            "twelve books",
            Shape {
                books: 12,
                entries: 5,
                concepts: 40,
                ..PLAIN
            },
        ),
        (
            "a hundred books",
            Shape {
                books: 100,
                entries: 2,
                concepts: 60,
                chapters: 1,
                ..PLAIN
            },
        ),
        (
            "books without end",
            Shape {
                books: 420,
                entries: 1,
                concepts: 60,
                chapters: 1,
                ..PLAIN
            },
        ),
        (
            "a month",
            Shape {
                entries: 30,
                concepts: 50,
                chapters: 8,
                ..PLAIN
            },
        ),
        (
            "two months",
            Shape {
                entries: 61,
                concepts: 80,
                chapters: 20,
                ..PLAIN
            },
        ),
        (
            "a year",
            Shape {
                entries: 420,
                concepts: 120,
                chapters: 30,
                ..PLAIN
            },
        ),
        (
            "long names",
            Shape {
                label: long,
                ..PLAIN
            },
        ),
        (
            "hostile names",
            Shape {
                label: hostile,
                ..PLAIN
            },
        ),
    ]
}

fn long(index: usize) -> String {
    match index % 2 {
        0 => format!("the exceedingly long name {index} of a concept that fits into no box at all"),
        _ => format!("띄어쓰기도없이끝도없이길게이어지는이름이라어디에도들어가지않는개념{index}"),
    }
}

fn hostile(index: usize) -> String {
    let name = match index % 4 {
        0 => "👨‍👩‍👧 family",
        1 => "مفهوم",
        2 => "<b>&amp;\"\\",
        _ => "W",
    };
    format!("{name} {index}")
}

impl Shape {
    /// The library. Every third entry is longer, some concepts are everywhere and
    /// some in one entry, and one is only ever a tag.
    pub(super) fn library(&self) -> TestLibrary {
        let concepts: Vec<String> = (0..self.concepts)
            .map(|index| self.concept(index))
            .collect();
        let vocabulary = format!("Vocabulary(concepts: [{}])", concepts.join(",\n"));
        let mut library = TestLibrary::new().file("concepts.ron", &vocabulary);
        for book in 0..self.books {
            let entries: Vec<String> = (0..self.entries)
                .map(|entry| self.entry(book, entry))
                .collect();
            let entries = format!(
                "Entries(book: \"b{book}\", entries: [{}])",
                entries.join(",\n")
            );
            library = library
                .file(&format!("b{book}/book.ron"), &self.book(book))
                .file(&format!("b{book}/entries.ron"), &entries);
        }
        library
    }

    fn concept(&self, index: usize) -> String {
        let label = (self.label)(index);
        format!("Concept(id: \"c{index}\", label: (ko: {label:?}, en: {label:?}), aliases: (en: [\"kw{index:03}\"]))")
            .replace("\\u{200d}", "\u{200d}")
    }

    fn book(&self, book: usize) -> String {
        let pages = self.entries * 12 / self.chapters.max(1);
        let chapters: Vec<String> = (0..self.chapters)
            .map(|index| {
                let start = if self.pages {
                    format!(", starts: Page({})", index * pages + 1)
                } else {
                    String::new()
                };
                let number = index + 1;
                format!("Chapter(id: \"{number}\", number: {number}, title: (ko: \"제법 긴 장의 제목 {number}\", en: \"Heading {number}\"){start})")
            })
            .collect();
        format!(
            "Book(id: \"b{book}\", title: (ko: \"책의 제목 {book}\", en: \"Book {book}\"), outline: [{}])",
            chapters.join(", ")
        )
    }

    fn entry(&self, book: usize, entry: usize) -> String {
        let named = |step: usize| (entry * step + book * 5 + step) % self.concepts;
        let text: Vec<String> = [1, 3, 7, 11]
            .map(|step| {
                format!(
                    "Of kw{:03} and kw{:03} much is said here.",
                    named(step),
                    named(2 * step)
                )
            })
            .to_vec();
        let mut fields = vec![
            format!("id: \"e{entry}\", title: \"A reading of some length, no. {entry}\""),
            format!("tags: [\"c{}\"]", entry % self.concepts),
            format!("text: {:?}", text.join(" ")),
        ];
        if self.pages {
            let (first, last) = (entry * 12 + 1, entry * 12 + 12 - entry % 3 * 4);
            fields.push(format!("pages: ({first}, {last})"));
        }
        if self.dates {
            let (year, month, day) = (2001 + entry / 336, entry / 28 % 12 + 1, entry % 28 + 1);
            fields.push(format!(
                "day: {}, date: \"{year}-{month:02}-{day:02}\"",
                entry + 1
            ));
        }
        if self.chapters > 1 && !self.pages && entry % 4 != 3 {
            let chapter = entry * self.chapters / self.entries + 1;
            let next = (chapter + 1).min(self.chapters);
            fields.push(match entry % 4 == 2 && next != chapter {
                true => format!("chapters: [\"{chapter}\", \"{next}\"]"),
                false => format!("chapters: [\"{chapter}\"]"),
            });
        }
        format!("Entry({})", fields.join(", "))
    }
}
