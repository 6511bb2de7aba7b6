//! Pages noted, by book and chapter.

use super::{Section, Source};
use crate::analyse::{BookCoverage, ChapterCoverage};
use crate::map::Words;
use crate::render::phrases;
use crate::render::share::{percent, percents};
use crate::text::interval::interval;
use crate::text::width::shorten;

/// So many ranges and entries are named in a line.
const NAMED: usize = 6;
/// Headings of chapters are cut at this many columns.
const LONGEST: usize = 34;

/// A section for each book.
pub(super) fn sections(source: &Source<'_>) -> Vec<Section> {
    let books = source.stats.coverage.iter();
    books.map(|book| section(source, book)).collect()
}

fn section(source: &Source<'_>, book: &BookCoverage) -> Section {
    let words = source.words;
    let mut section = source.section("읽은 범위", "Coverage");
    if source.stats.coverage.len() > 1 {
        let title = phrases::titled(&source.library.book(book.book).title, words);
        let title = title.unwrap_or_else(|| source.library.book(book.book).id.clone());
        section.heading = format!("{}: {title}", section.heading);
    }
    section.lines.push(of_book(book, words));
    let heads = [
        ("장", "chapter"),
        ("기록#", "entries#"),
        ("적은 쪽#", "noted#"),
        ("장의 쪽수#", "pages#"),
        ("비율#", "share#"),
        ("적지 않은 쪽", "not noted"),
    ];
    section.table = source.table(&heads);
    let is_shown = |chapter: &&ChapterCoverage| {
        !chapter.entries.is_empty() || chapter.share.is_some_and(|[least, _]| least > 0.0)
    };
    let (mut open, mut inexact) = (false, false);
    for chapter in book.chapters.iter().filter(is_shown) {
        open |= chapter.share.is_none();
        inexact |= chapter.length[0] != chapter.length[1];
        section.table.rows.push(row(source, chapter));
    }
    section.notes = notes(source, book, (open, inexact));
    section
}

/// `p353–440: 88쪽 / 460쪽 (19%)`.
fn of_book(book: &BookCoverage, words: Words) -> String {
    if book.noted.is_empty() {
        return words
            .pick("쪽을 적은 기록이 없음", "no entry says its pages")
            .to_owned();
    }
    let ranges = book.noted.ranges();
    let named: Vec<String> = ranges.iter().take(NAMED).map(ToString::to_string).collect();
    let more = match ranges.len() - named.len() {
        0 => String::new(),
        more => format!(" +{more}"),
    };
    let noted = format!("{}{more}", words.pages(named.join(", ")));
    let count = book.noted.count();
    match (book.pages, book.share()) {
        (Some(pages), Some(share)) if words.is_korean() => {
            format!(
                "{noted}: {pages}쪽 가운데 {}쪽 ({})",
                book.inside,
                percent(share)
            )
        }
        (Some(pages), Some(share)) => {
            format!(
                "{noted}: {} of {pages} pages ({})",
                book.inside,
                percent(share)
            )
        }
        _ if words.is_korean() => format!("{noted}: {count}쪽 (책의 쪽수는 모름)"),
        _ => format!("{noted}: {count} pages (how many the book has is not known)"),
    }
}

fn row(source: &Source<'_>, chapter: &ChapterCoverage) -> Vec<String> {
    let words = source.words;
    let name = words.chapter(source.library.chapter(chapter.chapter));
    let [least, most] = chapter.noted;
    let share = chapter.share.map(percents);
    let missing = chapter.missing.iter().take(NAMED);
    let missing: Vec<String> = missing.map(|gap| words.pages(gap)).collect();
    vec![
        shorten(&name, LONGEST),
        chapter.entries.len().to_string(),
        interval([Some(least), Some(most)]),
        interval(chapter.length),
        share.unwrap_or_else(|| "?".to_owned()),
        missing.join(", "),
    ]
}

fn notes(source: &Source<'_>, book: &BookCoverage, (open, inexact): (bool, bool)) -> Vec<String> {
    let words = source.words;
    let mut notes = Vec::new();
    if inexact {
        let said = "a–b: 장의 처음과 끝을 그 사이로만 앎 (가장 적게 – 가장 많이)";
        let told = "a–b: the ends of the chapter are known only so far (at least – at most)";
        notes.push(words.pick(said, told).to_owned());
    }
    if open {
        let said = "?: 장의 처음이나 끝을 거의 모름 (`bookgraph list chapters`)";
        let told = "?: an end of the chapter is hardly known (`bookgraph list chapters`)";
        notes.push(words.pick(said, told).to_owned());
    }
    let without: Vec<String> = book
        .chapters
        .iter()
        .filter(|chapter| chapter.entries.is_empty())
        .map(|chapter| words.short_chapter(source.library, chapter.chapter))
        .map(|name| words.listed(&shorten(&name, LONGEST)))
        .collect();
    let mut told = |korean: &str, english: &str, what: String| {
        if !what.is_empty() {
            notes.push(format!("{}: {what}", words.pick(korean, english)));
        }
    };
    told(
        "기록이 없는 장",
        "chapters without entries",
        without.join(", "),
    );
    let pages = source.entries(&book.without_pages, NAMED);
    told("쪽이 없는 기록", "entries without pages", pages);
    let chapter = source.entries(&book.without_chapter, NAMED);
    told("장을 모르는 기록", "entries of unknown chapter", chapter);
    notes
}
