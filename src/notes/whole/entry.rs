//! Entries.

use super::fields::Fields;
use crate::model::{ConceptId, Entry, Library, Voice, Wording};
use crate::notes::edit::long;
use crate::notes::format::VERSION;

/// The file of an entry; its book is told by the folder.
pub(super) fn entry(entry: &Entry, library: &Library) -> String {
    let outline = &library.book(entry.book).outline;
    let chapter = |&index: &u32| outline.chapters[index as usize].id.clone();
    let concept = |&id: &ConceptId| library.vocabulary().get(id).id.clone();
    let mut fields = Fields::default();
    fields.raw("format", VERSION);
    fields.text("id", &entry.id);
    fields.text("title", &entry.title);
    let date = entry.date.map(|date| date.to_string());
    fields.maybe_text("date", date.as_deref());
    fields.maybe("day", entry.day);
    let pages = entry
        .pages
        .map(|pages| format!("({}, {})", pages.first, pages.last));
    fields.maybe("pages", pages);
    fields.texts("chapters", entry.chapters.iter().map(chapter));
    if entry.chapters_inferred {
        fields.raw("chapter_certainty", "Inferred");
    }
    fields.texts("tags", entry.tags.iter().map(concept));
    fields.texts("refused", entry.refused.iter().map(concept));
    fields.flag("truncated", entry.truncated);
    if entry.wording == Wording::Retelling {
        fields.raw("wording", "Retelling");
    }
    match entry.voice {
        Voice::Own => {}
        Voice::Quotation => fields.raw("voice", "Quotation"),
        Voice::Both => fields.raw("voice", "Both"),
    }
    fields.local("gist", &entry.gist);
    fields.raw("text", long(&entry.text));
    if let Some(source) = &entry.source {
        let mut of_it = Fields::default();
        of_it.text("kind", &source.kind);
        of_it.text("key", &source.key);
        of_it.maybe_text("title", source.title.as_deref());
        of_it.maybe_text("time", source.time.as_deref());
        of_it.maybe_text("location", source.location.as_deref());
        of_it.maybe_text("chapter", source.chapter.as_deref());
        of_it.maybe_text("color", source.color.as_deref());
        of_it.texts("tags", &source.tags);
        of_it.maybe_text("url", source.url.as_deref());
        of_it.maybe_text("digest", source.digest.as_deref());
        fields.raw("source", of_it.line("Source"));
    }
    format!("{}\n", fields.tall("Entry", ""))
}
