//! A back-of-the-book index.

use super::plain;
use crate::index::{By, Heading, Index, MainHeading};
use crate::map::Words;
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::render::index::{IndexWords, Pen};

/// A section for each initial, with its headings as a list.
pub fn index(
    library: &Library,
    index: &Index,
    (books, entries): (&[BookId], &[EntryId]),
    by: By,
    words: Words,
) -> String {
    let printed = IndexWords::new(library, index, entries, by, words);
    let (how, strong) = printed.around_strong();
    let mut text = format!(
        "# {}\n\n{}**{}**\n",
        plain(&printed.title(books)),
        plain(&how),
        plain(&strong)
    );
    for group in &index.groups {
        let initial = printed.initial(group.initial);
        text.push_str(&format!("\n## {}\n\n", plain(&initial)));
        for heading in &group.headings {
            match heading {
                Heading::Main(main) => push_main(&printed, main, &mut text),
                Heading::See { term, to } => {
                    let to = printed.labels(to, &|it| plain(printed.label(it)));
                    let see = words.pick(" → ", ". *See* ");
                    text.push_str(&format!("- {}{see}{to}\n", plain(term)));
                }
            }
        }
    }
    text
}

fn push_main(printed: &IndexWords<'_>, main: &MainHeading, text: &mut String) {
    let pen = Pen {
        plain: &|text| plain(text),
        strong: &|text| format!("**{}**", plain(text)),
    };
    let label = |concept: ConceptId| plain(printed.label(concept));
    text.push_str(&format!(
        "- {}, {}\n",
        plain(&main.term),
        printed.locators(&main.locators, &pen)
    ));
    for sub in &main.subheadings {
        text.push_str(&format!(
            "  - {}, {}\n",
            plain(&printed.subheading(sub.concept, sub.narrower)),
            printed.locators(&sub.locators, &pen)
        ));
    }
    if !main.see_also.is_empty() {
        let also = printed.labels(&main.see_also, &label);
        text.push_str(&format!("  - *{}* {also}\n", printed.see_also()));
    }
}
