//! The answer to `find`.

use super::plain;
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::{FoundEntry, FoundTag, Passage};
use crate::render::{Finding, FoundAll, phrases};
use crate::summary::gist;
use std::ops::Range;

/// A section for each entry, its sentences as quotations with the names in
/// bold; the entries of each book below its title, where there are several.
pub fn find(finding: Finding<'_>, found: FoundAll<'_>) -> String {
    let (library, words) = (finding.corpus.library, finding.words);
    let mut text = format!(
        "# {}: {}\n",
        plain(&phrases::question(library, words, finding.condition())),
        words.entries(found.count)
    );
    let several = library.book_count() > 1;
    let mut book = None;
    for entry in found.entries {
        let of = library.book_of(entry.entry);
        if several && book != Some(of) {
            let title = phrases::titled(&library.book(of).title, words);
            let title = title.unwrap_or_else(|| library.book(of).id.clone());
            text.push_str(&format!("\n## {}\n", plain(&title)));
        }
        book = Some(of);
        section(
            finding,
            entry,
            if several { "###" } else { "##" },
            &mut text,
        );
    }
    if found.count > 1 && !found.together.is_empty() {
        let head = words.pick("함께 나오는 개념", "Also in these entries");
        let labels: Vec<String> = found
            .together
            .iter()
            .map(|one| {
                let concept = library.vocabulary().get(one.concept);
                format!(
                    "{} ×{}",
                    plain(concept.label_in(words.language())),
                    one.entries
                )
            })
            .collect();
        text.push_str(&format!("\n{head}: {}\n", labels.join(", ")));
    }
    text
}

fn section(finding: Finding<'_>, found: &FoundEntry, level: &str, text: &mut String) {
    let (library, words) = (finding.corpus.library, finding.words);
    let entry = library.entry(found.entry);
    let heading = phrases::entry_heading(library, finding.corpus.placement, words, found.entry);
    let id = phrases::entry_id(library, found.entry);
    text.push_str(&format!("\n{level} {} · {}\n", plain(&heading), plain(&id)));
    let tags: Vec<String> = found
        .tags
        .iter()
        .zip(phrases::kins(library, words, &found.tags))
        .map(|(tag, kin)| tag_line(finding, tag, kin))
        .collect();
    if !tags.is_empty() {
        text.push_str(&format!("\n{}\n", tags.join(" · ")));
    }
    if found.tags.is_empty() && found.passages.is_empty() {
        let tagging = finding.corpus.tagging;
        let said = gist(library, tagging, found.entry, words.language());
        text.extend(said.map(|said| format!("\n{}\n", plain(said))));
    }
    text.push_str(&quotations(&entry.text, &found.passages));
}

fn tag_line(finding: Finding<'_>, tag: &FoundTag, kin: Option<String>) -> String {
    let (library, words) = (finding.corpus.library, finding.words);
    let label = library
        .vocabulary()
        .get(tag.concept)
        .label_in(words.language());
    let times = match tag.mentions {
        0 => String::new(),
        mentions => format!(" ×{mentions}"),
    };
    let mut remarks = vec![phrases::tag_remarks(words, tag.origin, tag.is_passing())];
    remarks.extend(kin);
    let names = phrases::found_names(&tag.names, label);
    let names = names.map_or(String::new(), |names| format!(": {}", plain(&names)));
    format!(
        "{}{times} ({}){names}",
        plain(label),
        plain(&remarks.join(", "))
    )
}

fn quotation(text: &str, passage: &Passage) -> String {
    let around = |sentence: &Range<usize>| plain(&text[sentence.clone()]);
    let mut parts: Vec<String> = passage.before.iter().map(around).collect();
    parts.push(emphasised(text, &passage.sentence, &passage.highlights));
    parts.extend(passage.after.iter().map(around));
    parts.join(" ")
}

/// What an entry is headed by in a list of answers.
pub(super) fn entry_section(
    library: &Library,
    placement: &Placement,
    words: Words,
    id: EntryId,
) -> String {
    let heading = phrases::entry_heading(library, placement, words, id);
    let id = phrases::entry_id(library, id);
    format!("\n## {} · {}\n\n", plain(&heading), plain(&id))
}

/// Sentences as quotations with what was found in bold.
pub(super) fn quotations(text: &str, passages: &[Passage]) -> String {
    let quoted = |passage: &Passage| format!("\n> {}\n", quotation(text, passage));
    passages.iter().map(quoted).collect()
}

/// The text in `range`, some of it in bold.
pub(super) fn emphasised(text: &str, range: &Range<usize>, bold: &[Range<usize>]) -> String {
    let mut shown = String::new();
    let mut at = range.start;
    for highlight in bold {
        shown.push_str(&plain(&text[at..highlight.start]));
        shown.push_str(&format!("**{}**", plain(&text[highlight.clone()])));
        at = highlight.end;
    }
    shown.push_str(&plain(&text[at..range.end.max(at)]));
    shown
}
