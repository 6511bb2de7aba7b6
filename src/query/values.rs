//! The values of a query's fields, and of the options that ask for the same.

use super::phrase::Phrase;
use super::term::Origins;
use crate::model::{BookId, ChapterId, EntryId, Library, PageRange};
use crate::text::date::parse_date;
use crate::text::fold::{self, Folded};
use crate::text::pages::{LAST_PAGE, parse_pages};
use crate::text::similarity::closest;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// Why a value makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongValue {
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// A few words at the value.
    pub label: &'static str,
    /// What to do.
    pub hint: String,
}

impl WrongValue {
    fn new(message: String, label: &'static str, hint: impl Into<String>) -> Self {
        Self {
            message,
            label,
            hint: hint.into(),
        }
    }
}

/// The nearest known name, or else where to look.
fn did_you_mean<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match closest(name, known, 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.to_owned(),
    }
}

/// A book, by its id, its title in any language, or words of the title, of which the last
/// may go on.
///
/// # Errors
///
/// When there is none, or words stand in several titles.
pub fn book(library: &Library, name: &str) -> Result<BookId, WrongValue> {
    if let Some(book) = library.find_book(name) {
        return Ok(book);
    }
    let wanted = fold::key(name);
    let called = titled(library, |title| fold::key(title) == wanted);
    let words = Phrase::new(&format!("{}*", name.trim_end_matches('*')));
    let says = |title: &str| {
        words
            .as_ref()
            .is_some_and(|words| words.is_in(&Folded::of(title)))
    };
    let found = match called.is_empty() || wanted.is_empty() {
        false => called,
        true => titled(library, says),
    };
    match found[..] {
        [book] => Ok(book),
        [] => {
            let books = library.books().iter();
            let known = books.flat_map(|book| {
                let titles = book.title.iter().map(|(_, title)| title);
                std::iter::once(book.id.as_str()).chain(titles)
            });
            let hint = did_you_mean(name, known, "`bookgraph list books` lists them");
            let message = format!("there is no book `{name}`");
            Err(WrongValue::new(message, "no such book", hint))
        }
        _ => {
            let ids = found.iter().map(|&book| library.book(book).id.as_str());
            let ids = ids.collect::<Vec<_>>().join(", ");
            let message = format!("`{name}` stands in the titles of several books: {ids}");
            Err(WrongValue::new(
                message,
                "several books",
                "name one by its id",
            ))
        }
    }
}

/// The books with a title, in any language, of which something is true.
fn titled(library: &Library, fits: impl Fn(&str) -> bool) -> Vec<BookId> {
    let books = library.book_ids();
    let fits = |&book: &BookId| {
        library
            .book(book)
            .title
            .iter()
            .any(|(_, title)| fits(title))
    };
    books.filter(fits).collect()
}

/// Chapters, by their ids, numbers or titles: `9`, `9..10`, `8,conclusion`; in every
/// book that has them, or in one.
///
/// # Errors
///
/// When no book has one of them.
pub fn chapters(
    library: &Library,
    book: Option<BookId>,
    spec: &str,
) -> Result<Vec<ChapterId>, WrongValue> {
    let spec: String = spec.nfkc().collect();
    let mut chapters = Vec::new();
    for piece in spec.split(',').map(str::trim) {
        let before = chapters.len();
        let books = library.book_ids();
        let books = books.filter(|other| book.is_none_or(|book| book == *other));
        chapters.extend(books.flat_map(|book| in_book(library, book, piece)));
        if chapters.len() == before {
            return Err(no_chapter(library, piece));
        }
    }
    chapters.sort_unstable();
    chapters.dedup();
    Ok(chapters)
}

fn no_chapter(library: &Library, piece: &str) -> WrongValue {
    if range(piece).is_some() {
        return WrongValue::new(
            format!("there are no chapters `{piece}`"),
            "no such chapters",
            "a range goes from an earlier chapter to a later one: 9..10",
        );
    }
    let books = library.books().iter();
    let chapters = books.flat_map(|book| &book.outline.chapters);
    let known = chapters.map(|chapter| chapter.id.as_str());
    WrongValue::new(
        format!("there is no chapter `{piece}`"),
        "no such chapter",
        did_you_mean(piece, known, "`bookgraph list chapters` lists them"),
    )
}

/// A chapter by id, number or title, or a range of them (`9..10`, `9~10`, `9-10`); the book may
/// stand before it, as in lists of several books (`walden/9`).
fn in_book(library: &Library, book: BookId, piece: &str) -> Vec<ChapterId> {
    let outline = &library.book(book).outline;
    let piece = match piece.split_once('/') {
        Some((id, rest)) if id == library.book(book).id => rest,
        _ => piece,
    };
    let one = outline.find(piece).map(|chapter| (chapter, chapter));
    let range = one.or_else(|| {
        let (first, last) = range(piece).or_else(|| piece.split_once('-'))?;
        outline.find(first.trim()).zip(outline.find(last.trim()))
    });
    let (first, last) = range.unwrap_or((1, 0));
    (first..=last)
        .map(|index| ChapterId {
            book,
            index: index as u32,
        })
        .collect()
}

/// Both ends of `first..last`, either of which may be left out; `None` when it is
/// no range.
fn range(text: &str) -> Option<(&str, &str)> {
    ["..", "~", "∼", "〜"]
        .iter()
        .find_map(|mark| text.split_once(mark))
}

/// Pages: `400`, `400-420`, `400..420`, `400..`.
///
/// # Errors
///
/// When they are none.
pub fn pages(text: &str) -> Result<PageRange, WrongValue> {
    let folded: String = text.nfkc().collect();
    let ends = match range(&folded) {
        Some((first, "")) => parse_pages(first).map(|(first, _)| (first, LAST_PAGE)),
        Some(("", last)) => parse_pages(last).map(|(_, last)| (1, last)),
        Some((first, last)) => parse_pages(&format!("{first}-{last}")),
        None => parse_pages(&folded),
    };
    let pages = ends.and_then(|(first, last)| PageRange::new(first, last));
    pages.ok_or_else(|| {
        WrongValue::new(
            format!("`{text}` are no pages"),
            "no pages",
            "write pages as 353, 353..400 or p353-400",
        )
    })
}

/// The first and the last day of `2023-10-20`, `2023-10`, `2023`, or a range of them.
///
/// # Errors
///
/// When it is no time.
pub(super) fn dates(text: &str) -> Result<(Date, Date), WrongValue> {
    let folded: String = text.nfkc().collect();
    let span = match range(&folded) {
        Some((first, "")) => period(first).map(|(first, _)| (first, Date::MAX)),
        Some(("", last)) => period(last).map(|(_, last)| (Date::MIN, last)),
        Some((first, last)) => period(first).zip(period(last)).map(|(a, b)| (a.0, b.1)),
        None => period(&folded),
    };
    span.filter(|(first, last)| first <= last).ok_or_else(|| {
        WrongValue::new(
            format!("`{text}` is no time"),
            "no date, month or year",
            "write it as 2023-10-20, 2023-10 or 2023-10-17..2023-10-20",
        )
    })
}

/// The first and the last day of a day, a month or a year: `2023-10-20`, `2023-10`, `2023`,
/// `2023년 10월`. `None` when it is none.
pub fn period(text: &str) -> Option<(Date, Date)> {
    let folded: String = text.nfkc().collect();
    let text = folded.trim();
    if let Some(date) = parse_date(text) {
        return Some((date, date));
    }
    let numbers = text.split(['-', '.', '/', '년', '월']).map(str::trim);
    let numbers: Option<Vec<i16>> = numbers
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok())
        .collect();
    let (first, last) = match numbers?[..] {
        [year] if (1000..=9999).contains(&year) => {
            (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)
        }
        [year, month] if (1000..=9999).contains(&year) => {
            let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
            (first, first.last_of_month())
        }
        _ => return None,
    };
    Some((first, last))
}

/// Days of reading: `24`, `20..24`, `24일차`.
///
/// # Errors
///
/// When they are none.
pub(super) fn days(text: &str) -> Result<(u32, u32), WrongValue> {
    let folded: String = text.nfkc().collect();
    let ends = range(&folded).or_else(|| folded.split_once('-'));
    let days = match ends {
        Some((first, "")) => number(first).map(|first| (first, u32::MAX)),
        Some(("", last)) => number(last).map(|last| (0, last)),
        Some((first, last)) => number(first).zip(number(last)),
        None => number(&folded).map(|day| (day, day)),
    };
    days.filter(|(first, last)| first <= last).ok_or_else(|| {
        WrongValue::new(
            format!("`{text}` are no days of reading"),
            "no number",
            "write them as 24 or 20..24",
        )
    })
}

/// A number, which may be called a day: `24`, `２４`, `24일차`.
pub(super) fn number(text: &str) -> Option<u32> {
    let folded: String = text.nfkc().collect();
    let digits = folded
        .trim()
        .trim_end_matches("일차")
        .trim_start_matches("day")
        .trim();
    let only_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| digits.parse().ok()).flatten()
}

/// Who tagged an entry: `authored`, `matched`, or both at once.
///
/// # Errors
///
/// When it is nobody.
pub(super) fn origins(text: &str) -> Result<Origins, WrongValue> {
    match text.nfkc().collect::<String>().to_lowercase().as_str() {
        "authored" | "직접" | "태그" => Ok(Origins::AUTHORED),
        "matched" | "본문" => Ok(Origins::MATCHED),
        "authored+matched" | "matched+authored" | "태그+본문" | "둘다" => Ok(Origins::BOTH),
        _ => Err(WrongValue::new(
            format!("no tag has the origin `{text}`"),
            "no such origin",
            "write `authored` for tags that the reader gave, `matched` for those that the text gives, `authored+matched` for both at once",
        )),
    }
}

/// The entries of an id: `day-19`, `working-backwards/day-19`.
///
/// # Errors
///
/// When there is none.
pub(super) fn entries(library: &Library, id: &str) -> Result<Vec<EntryId>, WrongValue> {
    let found = library.find_entries(id);
    if !found.is_empty() {
        return Ok(found);
    }
    let known = library.entries().map(|entry| entry.id.as_str());
    Err(WrongValue::new(
        format!("no entry is called `{id}`"),
        "no such entry",
        did_you_mean(id, known, "`bookgraph list entries` lists them"),
    ))
}

/// Whether two names of saved queries are the same; case, width and composition
/// don't matter.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let folded = |name: &str| name.nfkc().collect::<String>().to_lowercase();
    folded(one) == folded(other)
}
