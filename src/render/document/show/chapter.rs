//! A chapter, whole.

use super::{AnswerSource, Document, Line};
use crate::model::ChapterId;
use crate::render::digest::{BookSummary, Digest, digest};
use crate::render::phrases;
use crate::summary::{ChapterSummary, Length, summarize, tell_some};

/// A chapter: what the outline says, and its summary.
pub fn show_chapter(source: &AnswerSource<'_>, id: ChapterId) -> (Document, Digest) {
    let (library, words) = (source.library, source.words);
    let chapter = library.chapter(id);
    let own = chapter.title.best(words.language());
    let others = chapter.title.iter().map(|(_, title)| title);
    let mut titles = vec![words.chapter(chapter)];
    titles.extend(
        others
            .filter(|title| Some(*title) != own)
            .map(str::to_owned),
    );
    let qualified = format!(" {}/{}", library.book(id.book).id, chapter.id);
    let mut document = Document::default();
    document.title(Line::plain(titles.join(" / ")).faint(qualified));
    let extent = phrases::extent(words, source.placement.extent(id));
    let said = extent.into_iter().chain(chapter.note.clone());
    said.for_each(|line| document.fact_line(Line::plain(line)));
    let sections = chapter.sections.iter();
    let sections: Vec<&str> = sections
        .filter_map(|section| section.best(words.language()))
        .collect();
    if !sections.is_empty() {
        document.fact(words.pick("절", "sections"), &[sections.join(" / ")]);
    }
    (document, summary(source, id))
}

/// What the notes of the chapter say.
fn summary(source: &AnswerSource<'_>, id: ChapterId) -> Digest {
    let AnswerSource {
        library,
        tagging,
        placement,
        words,
    } = *source;
    let summaries = summarize(library, tagging, placement, id.book);
    let wanted = |it: &ChapterSummary| it.chapter == Some(id);
    let book = BookSummary {
        book: id.book,
        chapters: tell_some(library, tagging, summaries, Length::Normal, wanted),
        without_notes: Vec::new(),
    };
    digest(library, placement, &book, Length::Normal, words)
}
