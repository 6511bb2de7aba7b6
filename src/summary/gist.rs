//! One line that says what an entry says.

use super::quote::{is_cut_off, whole_sentences};
use crate::model::{EntryId, Language, Library};
use crate::tag::Tagging;

/// The gist of an entry: the one its author wrote, in the language asked for
/// if there is one; or else the first sentence of the text that is not cut
/// off; or else one written in another language. `None` when the entry has no
/// words at all.
pub fn gist<'a>(
    library: &'a Library,
    tagging: &Tagging,
    entry: EntryId,
    language: Language,
) -> Option<&'a str> {
    let note = library.entry(entry);
    if let Some(written) = note.gist.get(language) {
        return Some(written);
    }
    let spoken = library.book(note.book).language;
    let first = whole_sentences(note, tagging, entry)
        .map(|range| &note.text[range])
        .find(|sentence| !is_cut_off(sentence));
    match first {
        Some(sentence) if spoken == language || note.gist.is_empty() => Some(sentence),
        first => note.gist.best(language).or(first),
    }
}
