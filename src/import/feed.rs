//! A blog's feed: RSS of Tistory, Naver and WordPress, Atom.

use super::detect::{Confidence, Detection, Look};
use super::html;
use super::importer::{Importer, Input, Options};
use super::moment;
use super::naver_tags;
use super::note::{Imported, ImportedBook, ImportedNote};
use super::post::{Heading, is_truncated};
use super::written::Written;
use crate::source::{Place, SourceFile};
use chrono::{DateTime, NaiveDate, Utc};
use feed_rs::model::{Entry, Text};
use feed_rs::parser;
use std::sync::Arc;

/// The importer of feeds.
#[derive(Debug)]
pub struct Feed;

impl Importer for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn about(&self) -> &'static str {
        "a blog's feed, RSS or Atom (Tistory, Naver, WordPress)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let start: String = look.text().chars().take(2000).collect();
        let rss = start.contains("<rss") || start.contains("<rdf:RDF");
        let atom = start.contains("<feed") && start.contains("Atom");
        let generator = ["TISTORY", "Naver Blog", "wordpress.org"];
        let by = generator.iter().find(|name| start.contains(*name));
        let by = by
            .map(|name| format!(", made by {name}"))
            .unwrap_or_default();
        Detection::when(rss, Confidence::Certain, format!("an RSS feed{by}")).or(Detection::when(
            atom,
            Confidence::Certain,
            format!("an Atom feed{by}"),
        ))
    }

    /// A feed shows the latest posts.
    fn is_whole(&self) -> bool {
        false
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let file = input.file;
        let mut imported = Imported::default();
        let reader = parser::Builder::new()
            .sanitize_content(false)
            .timestamp_parser(as_written)
            .build();
        let feed = match reader.parse(file.text.trim_start().as_bytes()) {
            Ok(feed) => feed,
            Err(error) => {
                imported.report(
                    Place::new(file, 0..0),
                    format!("this is no feed that can be read: {error}"),
                    "nothing was imported",
                    "save the feed itself (…/rss), not the page that shows it",
                );
                return imported;
            }
        };
        let mut book = ImportedBook::default();
        let written = Written::of(&file.text);
        let mut tags = naver_tags::tags(&file.text);
        for entry in &feed.entries {
            let mut note = note(file, &written, entry, &mut imported);
            let more = tags.remove(&entry.id).unwrap_or_default();
            let more = more.into_iter().filter(|tag| !note.tags.contains(tag));
            let more: Vec<String> = more.collect();
            note.tags.extend(more);
            book.notes.push(note);
        }
        imported.add(book);
        imported
    }
}

/// The day and time as they are written, whatever the time zone: a post of the evening
/// in Seoul stays one of that day.
fn as_written(text: &str) -> Option<DateTime<Utc>> {
    let moment = moment::read(text)?;
    let date = NaiveDate::from_ymd_opt(
        moment.date.year().into(),
        moment.date.month().try_into().ok()?,
        moment.date.day().try_into().ok()?,
    )?;
    let clock = moment.time.as_deref().and_then(|time| time.get(11..19));
    let clock = clock.unwrap_or("00:00:00").parse().ok()?;
    Some(date.and_time(clock).and_utc())
}

fn note(
    file: &Arc<SourceFile>,
    written: &Written<'_>,
    entry: &Entry,
    imported: &mut Imported,
) -> ImportedNote {
    let place = place(file, written, entry);
    let source_title = entry.title.as_ref().map(words).unwrap_or_default();
    let heading = Heading::of(&source_title);
    let written = entry.published.or(entry.updated);
    let posted = written.and_then(|at| moment::read(&at.format("%Y-%m-%d").to_string()));
    let mut note = heading.note(&source_title, posted.map(|moment| moment.date));
    if written.is_none() {
        imported.report(
            place.clone(),
            "the date of this post is missing or not understood",
            "imported without a date",
            "write it into the entry's file: date: \"2024-01-31\"",
        );
    }
    if let (Some((first, last)), None) = (heading.pages, note.pages) {
        imported.report(
            place.clone(),
            format!("pages {first} to {last} cannot be"),
            "imported without pages",
            "put the pages right in the entry's file",
        );
    }
    note.key.clone_from(&entry.id);
    note.time = written.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string());
    note.remark = body(entry);
    note.truncated = is_truncated(&note.remark);
    note.tags = entry
        .categories
        .iter()
        .map(|category| category.term.clone())
        .collect();
    note.url = entry.links.first().map(|link| link.href.clone());
    if note.remark.is_empty() {
        imported.report(
            place.clone(),
            "this post has a title and no text",
            "imported without a text",
            "write the text in the entry's file, or remove it",
        );
    }
    note.place = Some(place);
    note
}

/// The whole text where there is one, or else the summary.
fn body(entry: &Entry) -> String {
    let content = entry
        .content
        .as_ref()
        .and_then(|content| content.body.as_deref());
    let content = content.filter(|body| !body.trim().is_empty());
    let summary = entry
        .summary
        .as_ref()
        .map(|summary| summary.content.as_str());
    html::text(content.or(summary).unwrap_or_default())
}

/// A title; one in HTML without its tags.
fn words(text: &Text) -> String {
    let content = text.content.trim();
    match text.content_type.subty().as_str() == "html" && content.contains(['<', '&']) {
        true => html::text(content),
        false => content.to_owned(),
    }
}

/// Where the post stands in the file: its id, or its address.
fn place(file: &Arc<SourceFile>, written: &Written<'_>, entry: &Entry) -> Place {
    let mut links = entry.links.iter();
    let link = || links.find_map(|link| written.find(&link.href));
    let at = written.find(&entry.id).or_else(link).unwrap_or(0);
    Place::new(file, at..at)
}
