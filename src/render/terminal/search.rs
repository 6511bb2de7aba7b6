//! The answer to `search`.

use super::Styling;
use super::entry::{heading, passage, sentences};
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::Said;

/// Every entry with its heading and the sentences that say what was looked for;
/// `total` is how many there are, should some be left out.
pub fn search(
    library: &Library,
    placement: &Placement,
    asked: &str,
    (entries, total): (&[Said], usize),
    words: Words,
    styling: Styling,
) -> String {
    let count = words.shown_of(entries.len(), total);
    let mut text = format!("{}: {count}\n", styling.heading(asked));
    for said in entries {
        let entry = library.entry(said.entry);
        text.push('\n');
        text.push_str(&heading(library, placement, words, said.entry, styling));
        if !said.title.is_empty() {
            let title = passage(&entry.title, &(0..entry.title.len()), &said.title, styling);
            text.push_str(&format!("  {}: {title}\n", words.pick("제목", "title")));
        }
        text.push_str(&sentences(&entry.text, &said.passages, styling));
    }
    text
}
