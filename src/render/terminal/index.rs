//! A back-of-the-book index.

use super::Styling;
use crate::index::{By, Heading, Index, MainHeading};
use crate::map::Words;
use crate::model::{BookId, EntryId, Library};
use crate::render::harmless;
use crate::render::index::{IndexWords, Pen};

/// A line for each heading, and indented ones for what stands below it.
pub fn index(
    library: &Library,
    index: &Index,
    (books, entries): (&[BookId], &[EntryId]),
    by: By,
    words: Words,
    styling: Styling,
) -> String {
    let page = Page {
        printed: IndexWords::new(library, index, entries, by, words),
        styling,
    };
    let (how, strong) = page.printed.around_strong();
    let mut text = format!(
        "{}\n{how}{}\n",
        styling.heading(&page.printed.title(books)),
        styling.strong(&strong)
    );
    for group in &index.groups {
        let initial = page.printed.initial(group.initial);
        text.push_str(&format!("\n{}\n", styling.heading(&initial)));
        for heading in &group.headings {
            match heading {
                Heading::Main(main) => page.main(main, &mut text),
                Heading::See { term, to } => {
                    let to = page.printed.labels(to, &|it| page.label(it));
                    let see = words.pick(" → ", ". See ");
                    let line = format!("{}{}{to}", harmless(term), styling.faint(see));
                    text.push_str(&format!("{line}\n"));
                }
            }
        }
    }
    text
}

struct Page<'a> {
    printed: IndexWords<'a>,
    styling: Styling,
}

impl Page<'_> {
    fn main(&self, main: &MainHeading, text: &mut String) {
        let pen = Pen {
            plain: &|text| harmless(text),
            strong: &|text| self.styling.strong(text),
        };
        let printed = self.printed;
        text.push_str(&format!(
            "{}  {}\n",
            self.styling.concept(&main.term),
            printed.locators(&main.locators, &pen)
        ));
        for sub in &main.subheadings {
            let label = printed.subheading(sub.concept, sub.narrower);
            text.push_str(&format!(
                "  {}  {}\n",
                harmless(&label),
                printed.locators(&sub.locators, &pen)
            ));
        }
        if !main.see_also.is_empty() {
            let also = printed.labels(&main.see_also, &|it| self.label(it));
            let see_also = format!("{}:", printed.see_also());
            text.push_str(&format!("  {} {also}\n", self.styling.faint(&see_also)));
        }
    }

    fn label(&self, concept: crate::model::ConceptId) -> String {
        harmless(self.printed.label(concept))
    }
}
