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

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::note::{Imported, ImportedBook, ImportedNote};
use super::post::{Heading, is_truncated};
use crate::source::{Place, SourceFile};
use crate::text::date::find_date;
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

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let posts = posts(look.text());
        let dated = posts.iter().filter(|post| post.posted.is_some()).count();
        let counts = look
            .text()
            .lines()
            .take(3)
            .any(|line| is_count(line.trim()));
        match (counts, dated) {
            (_, 0) => None,
            (true, _) => Detection::when(
                true,
                Confidence::Certain,
                format!("a count of posts, and {dated} posts that end in a category and a date"),
            ),
            (false, _) => Detection::when(
                dated > 1 && dated + 1 >= posts.len(),
                Confidence::Possible,
                format!("{dated} pieces end in a line with a date"),
            ),
        }
    }

    /// A list shows a page of the posts.
    fn is_whole(&self) -> bool {
        false
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let file = input.file;
        let mut imported = Imported::default();
        let posts = posts(&file.text);
        if posts.iter().all(|post| post.posted.is_none()) {
            no_list(file, &mut imported);
            return imported;
        }
        let mut book = ImportedBook::default();
        for (index, post) in posts.iter().enumerate() {
            book.notes.push(note(file, &posts, index, &mut imported));
            if book.notes.last().is_some_and(|note| note.remark.is_empty()) {
                no_text(file, post, &mut imported);
            }
        }
        imported.add(book);
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

fn note(
    file: &Arc<SourceFile>,
    posts: &[Post],
    index: usize,
    imported: &mut Imported,
) -> ImportedNote {
    let post = &posts[index];
    let source_title = file.text[post.title.clone()].trim();
    let heading = Heading::of(source_title);
    let mut note = heading.note(source_title, post.posted);
    if post.posted.is_none() {
        // The last post, without a date line: the year may be taken from the one
        // before it, nothing else.
        let before = posts[..index].iter().rev().find_map(|post| post.posted);
        note.date = before.and_then(|posted| heading.date(posted));
        no_date_line(file, post, note.date, imported);
    }
    if let (Some((first, last)), None) = (heading.pages, note.pages) {
        bad_pages(file, post, first, last, imported);
    }
    let date = note
        .date
        .map_or_else(|| "?".to_owned(), |date| date.to_string());
    note.key = format!("{date} {source_title}");
    note.remark = body(&file.text, &post.body);
    note.truncated = is_truncated(&note.remark);
    note.place = Some(Place::new(file, post.title.clone()));
    note
}

/// The lines of the body; empty lines at its ends are left out.
fn body(text: &str, lines: &[Range<usize>]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| &text[line.clone()]).collect();
    lines.join("\n").trim().to_owned()
}

fn bad_pages(file: &Arc<SourceFile>, post: &Post, first: u32, last: u32, imported: &mut Imported) {
    imported.report(
        Place::new(file, post.title.clone()),
        format!("pages {first} to {last} cannot be"),
        "imported without pages",
        "put the pages right in the entry's file",
    );
}

fn no_date_line(file: &Arc<SourceFile>, post: &Post, date: Option<Date>, imported: &mut Imported) {
    let taken = match date {
        Some(date) => format!("the year was taken from the post before it: {date}"),
        None => "imported without a date".to_owned(),
    };
    imported.report(
        Place::new(file, post.title.clone()),
        "no line with a category and a date follows this post",
        taken,
        "check the date in the entry's file",
    );
}

fn no_list(file: &Arc<SourceFile>, imported: &mut Imported) {
    imported.report(
        Place::new(file, 0..0),
        "this is no list of posts",
        "nothing was imported",
        "each post ends in a line with a category and a date: 카테고리 없음 2023.10.26",
    );
}

fn no_text(file: &Arc<SourceFile>, post: &Post, imported: &mut Imported) {
    imported.report(
        Place::new(file, post.title.clone()),
        "this post has a title and no text",
        "imported without a text",
        "write the text in the entry's file, or remove it",
    );
}
