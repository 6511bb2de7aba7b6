//! A blog's list of posts, copied as text: for each post a title, the
//! beginning of its body, and a line with the category and the date.
//!
//! ```text
//! 전체 글 28
//!
//! 10/26- 디지털노마드 28일차 (p432~440)
//!
//! The body, cut off by the list ..
//!
//! 카테고리 없음 2023.10.26
//! ```

use super::{Imported, ImportedNote, Importer};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::PageRange;
use crate::source::{Place, SourceFile};
use crate::text::date::{MonthDay, find_date, leading_month_day};
use crate::text::pages::find_pages;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// The importer of blog lists.
#[derive(Debug)]
pub struct BlogList;

impl Importer for BlogList {
    fn name(&self) -> &'static str {
        "blog-list"
    }

    fn about(&self) -> &'static str {
        "a blog's list of posts, copied as text (Tistory)"
    }

    fn read(&self, file: &Arc<SourceFile>) -> Imported {
        let mut imported = Imported::default();
        let posts = posts(&file.text);
        if posts.iter().all(|post| post.posted.is_none()) {
            imported.diagnostics.push(no_list(file));
            return imported;
        }
        for (index, post) in posts.iter().enumerate() {
            let date = match post.posted {
                Some(posted) => date_of(file, post, posted, true),
                None => {
                    // The last post, without a date line: the year may be
                    // taken from the one before it, nothing else.
                    let before = posts[..index].iter().rev().find_map(|post| post.posted);
                    let date = before.and_then(|posted| date_of(file, post, posted, false));
                    imported.diagnostics.push(no_date_line(file, post, date));
                    date
                }
            };
            let note = note(file, post, date, &mut imported.diagnostics);
            if note.text.is_empty() {
                imported.diagnostics.push(no_text(file, post));
            }
            imported.notes.push(note);
        }
        imported
    }
}

/// A post, as lines of the file.
struct Post {
    title: Range<usize>,
    body: Vec<Range<usize>>,
    posted: Option<Date>,
}

/// Cuts the list at its date lines.
fn posts(text: &str) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
    let mut open: Option<Post> = None;
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = start..start + raw.trim_end().len();
        start += raw.len();
        let content = text[line.clone()].trim();
        match open.as_mut() {
            None if content.is_empty() || is_count(content) => {}
            None => {
                open = Some(Post {
                    title: line,
                    body: Vec::new(),
                    posted: None,
                });
            }
            Some(post) => match date_line(content) {
                Some(date) => {
                    post.posted = Some(date);
                    posts.extend(open.take());
                }
                None => post.body.push(line),
            },
        }
    }
    posts.extend(open);
    posts
}

/// `전체 글 28`: how many posts there are.
fn is_count(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| !c.is_ascii_digit());
    let words = line[..line.len() - digits.len()].trim();
    ["전체 글", "전체글", "All posts", "Posts"].contains(&words)
        && digits.trim_end_matches(['개', '건']).parse::<u32>().is_ok()
}

/// A short line that ends in a whole date: `카테고리 없음 2023.10.26`.
fn date_line(line: &str) -> Option<Date> {
    let (date, at) = find_date(line)?;
    let after = &line[at..];
    let ends = after
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .all(|c| " .-/년월일:".contains(c));
    (ends && line.chars().count() <= 80).then_some(date)
}

/// The day in a post's title with the year of its posting; or else, if it may
/// be, the day of posting.
fn date_of(file: &SourceFile, post: &Post, posted: Date, or_posted: bool) -> Option<Date> {
    let written = leading_month_day(&file.text[post.title.clone()]);
    let date = written.and_then(|(written, _)| nearest(written, posted));
    date.or(or_posted.then_some(posted))
}

fn note(
    file: &Arc<SourceFile>,
    post: &Post,
    date: Option<Date>,
    diagnostics: &mut Vec<Diagnostic>,
) -> ImportedNote {
    let source_title = file.text[post.title.clone()].trim();
    let title = match leading_month_day(source_title) {
        Some((_, rest)) => rest.trim_start_matches([' ', '-', '–', ':', '.', ')']),
        None => source_title,
    };
    let found = find_pages(title);
    let pages = found.as_ref().and_then(|((first, last), _)| {
        let pages = PageRange::new(*first, *last);
        if pages.is_none() {
            diagnostics.push(bad_pages(file, post, *first, *last));
        }
        pages
    });
    let title = match &found {
        Some((_, span)) => format!("{}{}", &title[..span.start], &title[span.end..]),
        None => title.to_owned(),
    };
    let text = body(&file.text, &post.body);
    let truncated = text.ends_with("..") || text.ends_with('…');
    ImportedNote {
        key: format!(
            "{} {source_title}",
            date.map_or_else(|| "?".to_owned(), |date| date.to_string())
        ),
        source_title: source_title.to_owned(),
        day: day(&title),
        title: title.trim().to_owned(),
        date,
        pages,
        text,
        truncated,
    }
}

/// The lines of the body; empty lines at its ends are left out.
fn body(text: &str, lines: &[Range<usize>]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| &text[line.clone()]).collect();
    lines.join("\n").trim().to_owned()
}

/// The date with this month and day that is nearest to the day of posting: a
/// post of January may be about New Year's Eve.
fn nearest(written: MonthDay, posted: Date) -> Option<Date> {
    let day_number = |date: Date| i64::from(date.year()) * 366 + i64::from(date.day_of_year());
    [-1, 0, 1]
        .into_iter()
        .filter_map(|years| Date::new(posted.year() + years, written.month, written.day).ok())
        .min_by_key(|date| (day_number(*date) - day_number(posted)).abs())
}

/// The day of reading in a title: `28일차`, `Day 28`.
fn day(title: &str) -> Option<u32> {
    if let Some(at) = title.find("일차") {
        let before = title[..at].trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        return before[before.len() - digits..].parse().ok();
    }
    let lower = title.to_ascii_lowercase();
    let starts_word = |at: &usize| !lower[..*at].ends_with(char::is_alphanumeric);
    let at = lower
        .match_indices("day ")
        .map(|(at, _)| at)
        .find(starts_word)?;
    let digits: String = title[at + 4..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

fn bad_pages(file: &Arc<SourceFile>, post: &Post, first: u32, last: u32) -> Diagnostic {
    Diagnostic::at(
        Code::NotUnderstood,
        Place::new(file, post.title.clone()),
        format!("pages {first} to {last} cannot be"),
    )
    .label("imported without pages")
    .hint("put the pages right in the entry's file")
}

fn no_date_line(file: &Arc<SourceFile>, post: &Post, date: Option<Date>) -> Diagnostic {
    let taken = match date {
        Some(date) => format!("the year was taken from the post before it: {date}"),
        None => "imported without a date".to_owned(),
    };
    Diagnostic::at(
        Code::NotUnderstood,
        Place::new(file, post.title.clone()),
        "no line with a category and a date follows this post",
    )
    .label(taken)
    .hint("check the date in the entry's file")
}

fn no_list(file: &Arc<SourceFile>) -> Diagnostic {
    Diagnostic::at(
        Code::NotUnderstood,
        Place::new(file, 0..0),
        "this is no list of posts",
    )
    .label("nothing was imported")
    .hint("each post ends in a line with a category and a date: 카테고리 없음 2023.10.26")
}

fn no_text(file: &Arc<SourceFile>, post: &Post) -> Diagnostic {
    Diagnostic::at(
        Code::NotUnderstood,
        Place::new(file, post.title.clone()),
        "this post has a title and no text",
    )
    .label("imported without a text")
    .hint("write the text in the entry's file, or remove it")
}
