//! The answer to `find`, piece by piece.

use super::Styling;
use super::entry::passage;
use super::find_explained::find_met;
use crate::model::{BookId, EntryId};
use crate::query::{Answer, FoundEntry, FoundTag, Passage, Together};
use crate::render::{Finding, harmless, phrases};
use crate::summary::gist;
use std::ops::Range;

/// The line that says what was asked for and how many entries there are.
pub fn find_head(finding: Finding<'_>, answer: &Answer, styling: Styling) -> String {
    let words = finding.words;
    let question = phrases::question(finding.corpus.library, words, finding.condition());
    let count = words.entries(answer.entries.len());
    format!("{}: {count}\n", styling.heading(&question))
}

/// The line above the entries of a book, where a library has several.
pub fn find_book(finding: Finding<'_>, book: BookId, answer: &Answer, styling: Styling) -> String {
    let library = finding.corpus.library;
    let title = phrases::titled(&library.book(book).title, finding.words);
    let title = title.unwrap_or_else(|| library.book(book).id.clone());
    let count = answer.of_book(library, book).len();
    let count = finding.words.entries(count);
    format!("\n{} · {count}\n", styling.heading(&title))
}

/// The line above the entries of a book that name the concepts in passing.
pub fn find_passing(finding: Finding<'_>, count: usize, styling: Styling) -> String {
    let words = finding.words;
    let named = words.pick("지나가며 언급", "named in passing");
    let heading = format!("{named}: {}", words.entries(count));
    format!("\n{}\n", styling.heading(&heading))
}

/// An entry with its heading, which may be a link, its tags, and the sentences that
/// name them.
pub fn find_entry(
    finding: Finding<'_>,
    found: &FoundEntry,
    url: Option<&str>,
    styling: Styling,
) -> String {
    let Finding { corpus, words, .. } = finding;
    let library = corpus.library;
    let entry = library.entry(found.entry);
    let heading = phrases::entry_heading(library, corpus.placement, words, found.entry);
    let mut text = format!(
        "\n{}{}\n",
        styling.link(url, &styling.heading(&harmless(&heading))),
        styling.faint(&format!(" · {}", phrases::entry_id(library, found.entry)))
    );
    let tags = found.tags.iter();
    let tags = tags.zip(phrases::kins(library, words, &found.tags));
    let tags: Vec<String> = tags
        .map(|(tag, kin)| tag_line(finding, tag, kin, styling))
        .collect();
    match finding.explain {
        true => text.push_str(&find_met(finding, found, styling)),
        false if tags.is_empty() => {}
        false => text.push_str(&format!("  {}\n", tags.join(" · "))),
    }
    if found.tags.is_empty() && found.passages.is_empty() {
        text.push_str(&in_short(finding, found.entry, styling));
    }
    for (index, passage) in found.passages.iter().enumerate() {
        let gap = index > 0 && apart(&found.passages[index - 1], passage);
        if gap && (!passage.before.is_empty() || !found.passages[index - 1].after.is_empty()) {
            text.push_str(&format!("  {}\n", styling.faint("┆")));
        }
        passage_lines(&entry.text, passage, styling, &mut text);
    }
    text
}

/// What an entry says, where nothing in it was looked for: its gist, or else its first
/// sentence.
fn in_short(finding: Finding<'_>, entry: EntryId, styling: Styling) -> String {
    let Finding { corpus, words, .. } = finding;
    let said = gist(corpus.library, corpus.tagging, entry, words.language());
    let written = &corpus.library.entry(entry).gist;
    let written = written.iter().any(|(_, gist)| Some(gist) == said);
    let bar = styling.faint(if written { "·" } else { "│" });
    said.map_or(String::new(), |said| {
        format!("  {bar} {}\n", harmless(said))
    })
}

/// Whether sentences between two passages are left out.
fn apart(one: &Passage, next: &Passage) -> bool {
    let end = one.after.last().unwrap_or(&one.sentence).end;
    let start = next.before.first().unwrap_or(&next.sentence).start;
    start > end + 2
}

fn passage_lines(entry: &str, found: &Passage, styling: Styling, text: &mut String) {
    let bar = styling.faint("│");
    let around = |sentence: &Range<usize>| {
        let shown = styling.faint(&harmless(&entry[sentence.clone()]));
        format!("  {bar} {shown}\n")
    };
    text.extend(found.before.iter().map(around));
    let sentence = passage(entry, &found.sentence, &found.highlights, styling);
    text.push_str(&format!("  {bar} {sentence}\n"));
    text.extend(found.after.iter().map(around));
}

/// What else the entries found are about.
pub fn find_together(
    finding: Finding<'_>,
    answer: &Answer,
    together: &[Together],
    styling: Styling,
) -> String {
    // What else a single entry is about, it says itself.
    if together.is_empty() || answer.entries.len() < 2 {
        return String::new();
    }
    let words = finding.words;
    let concepts: Vec<String> = together
        .iter()
        .map(|one| {
            let concept = finding.corpus.library.vocabulary().get(one.concept);
            let label = styling.concept(concept.label_in(words.language()));
            format!("{label} ×{}", one.entries)
        })
        .collect();
    let head = words.pick("함께 나오는 개념", "also in these entries");
    format!("\n{head}: {}\n", concepts.join(", "))
}

/// Said when more entries were found than are shown.
pub fn find_more(finding: Finding<'_>, more: usize, styling: Styling) -> String {
    let words = finding.words;
    let said = match words.is_korean() {
        true => format!("… {} 더 있음", words.entries(more)),
        false => format!("… and {} more", words.entries(more)),
    };
    format!("\n{}\n", styling.faint(&said))
}

fn tag_line(finding: Finding<'_>, tag: &FoundTag, kin: Option<String>, styling: Styling) -> String {
    let (library, words) = (finding.corpus.library, finding.words);
    let label = library
        .vocabulary()
        .get(tag.concept)
        .label_in(words.language());
    let mut line = styling.concept(label);
    if tag.mentions > 0 {
        line.push_str(&format!(" ×{}", tag.mentions));
    }
    let mut remarks = vec![phrases::tag_remarks(words, tag.origin, tag.is_passing())];
    remarks.extend(kin);
    line.push_str(&styling.faint(&format!(" ({})", remarks.join(", "))));
    if let Some(names) = phrases::found_names(&tag.names, label) {
        line.push_str(&format!(": {}", harmless(&names)));
    }
    line
}
