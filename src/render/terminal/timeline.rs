//! Concepts along the reading.

use super::Styling;
use super::entry::passage;
use crate::analyse::Strand;
use crate::model::EntryId;
use crate::render::timeline::{Timeline, Told};
use crate::render::{harmless, phrases};

/// The strips, and below them each concept in words.
pub fn timeline(timeline: &Timeline<'_>, styling: Styling) -> String {
    let words = timeline.words;
    let mut text = format!("{}\n\n", styling.heading(&timeline.title()));
    for (index, line) in timeline.strips().into_iter().enumerate() {
        let line = match index {
            0 => styling.faint(&line),
            _ => harmless(&line),
        };
        text.push_str(&format!("{line}\n"));
    }
    for strands in timeline.concepts() {
        let title = phrases::concept_title(timeline.library, words, strands[0].family.concept);
        match timeline.whole {
            true => text.push_str(&format!("\n{}\n", styling.heading(&title))),
            false if strands[0].family.concept == timeline.strands[0].family.concept => {
                text.push('\n');
            }
            false => {}
        }
        for strand in strands {
            match timeline.whole {
                true => whole(timeline, strand, styling, &mut text),
                false => brief(timeline, strand, styling, &mut text),
            }
        }
    }
    text
}

/// A line: counts, course, and from where to where.
fn brief(timeline: &Timeline<'_>, strand: &Strand, styling: Styling, text: &mut String) {
    let words = timeline.words;
    let [first, last] = strand.ends().map(|it| words.entry(timeline.library, it));
    let span = match first == last {
        true => first,
        false => format!("{first} – {last}"),
    };
    text.push_str(&format!(
        "{}: {span} · {}\n",
        styling.concept(&timeline.strip_label(strand)),
        harmless(&Told::of(timeline, strand).summary),
    ));
}

fn whole(timeline: &Timeline<'_>, strand: &Strand, styling: Styling, text: &mut String) {
    let words = timeline.words;
    let told = Told::of(timeline, strand);
    if timeline.several() {
        let book = timeline.library.book(strand.book);
        let title = styling.concept(book.title_in(words.language()));
        text.push_str(&format!("  {title}\n"));
    }
    for line in [&told.summary, &told.entries]
        .into_iter()
        .chain(&told.remarks)
    {
        text.push_str(&format!("  {}\n", harmless(line)));
    }
    let [first, last] = strand.ends();
    let mut end = |heading: &str, entry: EntryId| {
        let name = words.entry(timeline.library, entry);
        text.push_str(&format!("  {heading}: {}\n", harmless(&name)));
        if let Some((sentence, places)) = timeline.sentence(entry, &strand.family) {
            let note = &timeline.library.entry(entry).text;
            let shown = passage(note, &sentence, &places, styling);
            text.push_str(&format!("  {} {shown}\n", styling.faint("│")));
        }
    };
    end(words.pick("처음", "first"), first);
    if last != first {
        end(words.pick("마지막", "last"), last);
    }
}
