//! The answer to `search`.

use super::find::{emphasised, entry_section, quotations};
use super::plain;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::Said;

/// A section for each entry, its sentences as quotations with what was found in
/// bold; `total` is how many there are, should some be left out.
pub fn search(
    library: &Library,
    placement: &Placement,
    asked: &str,
    (entries, total): (&[Said], usize),
    words: Words,
) -> String {
    let count = words.shown_of(entries.len(), total);
    let mut text = format!("# {}: {count}\n", plain(asked));
    for said in entries {
        let entry = library.entry(said.entry);
        text.push_str(&entry_section(library, placement, words, said.entry));
        let title = emphasised(&entry.title, &(0..entry.title.len()), &said.title);
        text.push_str(&format!("{title}\n"));
        text.push_str(&quotations(&entry.text, &said.passages));
    }
    text
}
