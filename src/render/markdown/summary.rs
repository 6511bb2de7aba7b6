//! The chapter-by-chapter summary.

use super::plain;
use crate::map::Words;
use crate::model::{BookId, Library};
use crate::place::{Placement, Reference};
use crate::render::phrases;
use crate::summary::{ChapterSummary, ConceptCount, gist};
use crate::tag::Tagging;

/// A section for each chapter: its entries as a list, then its concepts.
pub fn summary(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: BookId,
    chapters: &[ChapterSummary],
    words: Words,
) -> String {
    let title = phrases::titled(&library.book(book).title, words)
        .unwrap_or_else(|| library.book(book).id.clone());
    let mut text = format!("# {}\n", plain(&title));
    for summary in chapters {
        let name = match summary.chapter {
            Some(chapter) => words.chapter(library.chapter(chapter)),
            None => words
                .pick("장 미상 기록", "Entries of unknown chapter")
                .to_owned(),
        };
        text.push_str(&format!("\n## {}\n\n", plain(&name)));
        text.push_str(&extent(library, summary, words));
        for &entry in &summary.entries {
            let gist = gist(library, tagging, entry, words.language()).unwrap_or_default();
            text.push_str(&format!(
                "- **{}**{} {}\n",
                plain(&words.entry(library, entry)),
                phrases::why_here(placement, words, entry),
                plain(gist)
            ));
        }
        if !summary.entries.is_empty() {
            text.push('\n');
        }
        let mut line = |heading: &str, names: Vec<String>| {
            if !names.is_empty() {
                text.push_str(&format!("**{heading}**: {}  \n", names.join(", ")));
            }
        };
        line(
            words.pick("새 개념", "New"),
            concepts(library, &summary.new, words),
        );
        line(
            words.pick("다시 나온 개념", "Back again"),
            concepts(library, &summary.recurring, words),
        );
        line(
            words.pick("가리키는 장", "Points to"),
            targets(library, &summary.references_out, words),
        );
        line(
            words.pick("이 장을 가리킨 기록", "Pointed to by"),
            sources(library, &summary.references_in, words),
        );
        let gaps = summary.gaps.iter().map(|gap| words.pages(gap)).collect();
        line(words.pick("기록이 없는 쪽", "Pages without an entry"), gaps);
    }
    text
}

fn extent(library: &Library, summary: &ChapterSummary, words: Words) -> String {
    let pages: Vec<String> = summary
        .pages
        .iter()
        .map(|pages| words.pages(pages))
        .collect();
    let mut parts = Vec::new();
    if !pages.is_empty() {
        parts.push(pages.join(", "));
    }
    parts.extend(summary.dates.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first} – {last}"),
    }));
    parts.extend(
        summary
            .chapter
            .and_then(|chapter| phrases::chapter_extent(library, words, chapter)),
    );
    if summary.entries.is_empty() {
        parts.push(words.pick("기록 없음", "no entries").to_owned());
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!("*{}*\n\n", plain(&parts.join(" · "))),
    }
}

fn concepts(library: &Library, counts: &[ConceptCount], words: Words) -> Vec<String> {
    counts
        .iter()
        .map(|count| {
            let label = plain(
                library
                    .vocabulary()
                    .get(count.concept)
                    .label_in(words.language()),
            );
            let times = match count.count {
                1 => String::new(),
                count => format!(" ×{count}"),
            };
            match count.in_passing {
                true => format!("{label}{times} ({})", phrases::in_passing(words)),
                false => format!("{label}{times}"),
            }
        })
        .collect()
}

fn targets(library: &Library, references: &[Reference], words: Words) -> Vec<String> {
    references
        .iter()
        .map(|reference| {
            let chapter = plain(&words.short_chapter(library, reference.chapter));
            let entry = plain(&words.entry(library, reference.entry));
            format!("{chapter} ← {entry}")
        })
        .collect()
}

fn sources(library: &Library, references: &[Reference], words: Words) -> Vec<String> {
    let entry = |reference: &Reference| plain(&words.entry(library, reference.entry));
    references.iter().map(entry).collect()
}
