//! `bookgraph.index/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, pages};
use crate::index::{By, Heading, Index, Locator, Place};
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::text::collation::Initial;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct IndexShape {
    schema: &'static str,
    by: &'static str,
    concepts: usize,
    groups: Vec<GroupShape>,
}

#[derive(Serialize, JsonSchema)]
struct GroupShape {
    initial: Option<char>,
    headings: Vec<HeadingShape>,
}

#[derive(Serialize, JsonSchema)]
struct HeadingShape {
    term: String,
    concept: Option<ConceptShape>,
    locators: Vec<LocatorShape>,
    subheadings: Vec<SubheadingShape>,
    see: Vec<ConceptShape>,
    see_also: Vec<ConceptShape>,
}

#[derive(Serialize, JsonSchema)]
struct SubheadingShape {
    concept: ConceptShape,
    narrower: bool,
    locators: Vec<LocatorShape>,
}

#[derive(Serialize, JsonSchema)]
struct LocatorShape {
    book: String,
    pages: Option<[u32; 2]>,
    date: Option<String>,
    main: bool,
    entries: Vec<String>,
}

impl JsonAnswer for IndexShape {
    const SCHEMA: &'static str = "bookgraph.index/1";
}

/// An index.
pub fn index(library: &Library, index: &Index, by: By, words: Words) -> String {
    let shapes = Shapes { library, words };
    let groups = index.groups.iter().map(|group| GroupShape {
        initial: match group.initial {
            Initial::Hangul(letter) | Initial::Latin(letter) => Some(letter),
            Initial::Other => None,
        },
        headings: group.headings.iter().map(|it| shapes.heading(it)).collect(),
    });
    print(&IndexShape {
        schema: IndexShape::SCHEMA,
        by: match by {
            By::Pages => "pages",
            By::Entries => "entries",
        },
        concepts: index.concept_count(),
        groups: groups.collect(),
    })
}

struct Shapes<'a> {
    library: &'a Library,
    words: Words,
}

impl Shapes<'_> {
    fn concept(&self, concept: ConceptId) -> ConceptShape {
        ConceptShape::new(self.library, self.words, concept)
    }

    fn concepts(&self, concepts: &[ConceptId]) -> Vec<ConceptShape> {
        concepts.iter().map(|&it| self.concept(it)).collect()
    }

    fn heading(&self, heading: &Heading) -> HeadingShape {
        match heading {
            Heading::Main(main) => HeadingShape {
                term: main.term.clone(),
                concept: Some(self.concept(main.concept)),
                locators: self.locators(&main.locators),
                subheadings: main
                    .subheadings
                    .iter()
                    .map(|sub| SubheadingShape {
                        concept: self.concept(sub.concept),
                        narrower: sub.narrower,
                        locators: self.locators(&sub.locators),
                    })
                    .collect(),
                see: Vec::new(),
                see_also: self.concepts(&main.see_also),
            },
            Heading::See { term, to } => HeadingShape {
                term: term.clone(),
                concept: None,
                locators: Vec::new(),
                subheadings: Vec::new(),
                see: self.concepts(to),
                see_also: Vec::new(),
            },
        }
    }

    fn locators(&self, locators: &[Locator]) -> Vec<LocatorShape> {
        let shape = |locator: &Locator| {
            let entries = locator.entries.iter();
            LocatorShape {
                book: self.library.book(locator.book).id.clone(),
                pages: match locator.place {
                    Place::Pages(range) => Some(pages(range)),
                    Place::Date(_) | Place::Entry(_) => None,
                },
                date: match locator.place {
                    Place::Date(date) => Some(date.to_string()),
                    Place::Pages(_) | Place::Entry(_) => None,
                },
                main: locator.main,
                entries: entries.map(|&it| self.library.qualified_id(it)).collect(),
            }
        };
        locators.iter().map(shape).collect()
    }
}
