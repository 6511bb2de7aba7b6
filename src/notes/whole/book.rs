//! Books.

use super::fields::{Fields, local};
use crate::model::{Book, Chapter, PageBound, Part};
use crate::notes::format::VERSION;

/// The file of a book.
pub(super) fn book(book: &Book) -> String {
    let mut fields = Fields::default();
    fields.raw("format", VERSION);
    fields.text("id", &book.id);
    fields.text("language", book.language.code());
    fields.raw("title", local(&book.title));
    fields.local("subtitle", &book.subtitle);
    fields.texts("authors", &book.authors);
    let mut edition = Fields::default();
    edition.maybe_text("publisher", book.edition.publisher.as_deref());
    let date = book.edition.date.map(|date| date.to_string());
    edition.maybe_text("date", date.as_deref());
    edition.texts("translators", &book.edition.translators);
    edition.maybe("pages", book.edition.pages);
    edition.maybe_text("isbn", book.edition.isbn.as_deref());
    let edition = edition.line("");
    if edition != "()" {
        fields.raw("edition", edition);
    }
    fields.texts("sources", &book.sources);
    let outline = outline(book);
    if !outline.is_empty() {
        let lines = outline
            .iter()
            .map(|division| format!("        {division},\n"));
        fields.raw("outline", format!("[\n{}    ]", lines.collect::<String>()));
    }
    format!("{}\n", fields.tall("Book", ""))
}

/// Parts with their chapters, and chapters on their own. A part without chapters
/// stands before the first chapter of a later part.
fn outline(book: &Book) -> Vec<String> {
    let outline = &book.outline;
    let mut divisions = Vec::new();
    let mut parts = outline.parts.iter().enumerate().peekable();
    for run in outline
        .chapters
        .chunk_by(|one, next| one.part.is_some() && one.part == next.part)
    {
        match run[0].part {
            None => divisions.extend(run.iter().map(chapter)),
            Some(of) => {
                while let Some((_, part)) = parts.next_if(|(index, _)| *index < of) {
                    divisions.push(of_part(part, &[]));
                }
                if let Some((_, part)) = parts.next() {
                    divisions.push(of_part(part, run));
                }
            }
        }
    }
    divisions.extend(parts.map(|(_, part)| of_part(part, &[])));
    divisions
}

fn of_part(part: &Part, chapters: &[Chapter]) -> String {
    let mut fields = Fields::default();
    fields.text("id", &part.id);
    fields.maybe("number", part.number);
    fields.local("title", &part.title);
    fields.certainty(part.certainty);
    fields.maybe_text("note", part.note.as_deref());
    if !chapters.is_empty() {
        let lines = chapters
            .iter()
            .map(|it| format!("                {},\n", chapter(it)));
        let lines: String = lines.collect();
        fields.raw("chapters", format!("[\n{lines}            ]"));
    }
    fields.tall("Part", "        ")
}

fn chapter(chapter: &Chapter) -> String {
    let mut fields = Fields::default();
    fields.text("id", &chapter.id);
    fields.maybe("number", chapter.number);
    fields.local("title", &chapter.title);
    fields.maybe("starts", bound(chapter.starts));
    fields.maybe("ends", bound(chapter.ends));
    fields.certainty(chapter.certainty);
    fields.maybe_text("note", chapter.note.as_deref());
    if !chapter.sections.is_empty() {
        let sections: Vec<String> = chapter.sections.iter().map(local).collect();
        fields.raw("sections", format!("[{}]", sections.join(", ")));
    }
    fields.line("Chapter")
}

fn bound(bound: PageBound) -> Option<String> {
    match (bound.earliest, bound.latest) {
        (None, None) => None,
        (Some(first), Some(last)) if first == last => Some(format!("Page({first})")),
        (Some(first), Some(last)) => Some(format!("Between({first}, {last})")),
        (Some(first), None) => Some(format!("AtLeast({first})")),
        (None, Some(last)) => Some(format!("AtMost({last})")),
    }
}
