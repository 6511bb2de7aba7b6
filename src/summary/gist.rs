//! One line that says what an entry says.

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
    let sentences = tagging.sentences(entry);
    // The last sentence of a text that was cut off is none.
    let whole = sentences.len() - usize::from(note.truncated && sentences.len() > 0);
    let first = sentences
        .take(whole)
        .map(|range| &note.text[range])
        .find(|sentence| !is_cut_off(sentence));
    match first {
        Some(sentence) if spoken == language || note.gist.is_empty() => Some(sentence),
        first => note.gist.best(language).or(first),
    }
}

/// Whether a sentence ends in the dots of a listing that cuts texts off.
fn is_cut_off(sentence: &str) -> bool {
    sentence.ends_with("..") || sentence.ends_with('…')
}
