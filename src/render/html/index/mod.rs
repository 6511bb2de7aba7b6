//! A back-of-the-book index as a page to be read.

use super::article::Frame;
use crate::index::{By, Heading, Index, Locator, MainHeading};
use crate::map::Words;
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::render::harmless;
use crate::render::index::IndexWords;
use askama::Template;

const STYLE: &str = include_str!("index.css");

#[derive(Template)]
#[template(path = "index/page.html")]
struct Page {
    frame: Frame,
    title: String,
    how_to_read: [String; 2],
    see: &'static str,
    see_also: &'static str,
    initials: &'static str,
    groups: Vec<GroupPart>,
}

struct GroupPart {
    address: String,
    initial: String,
    headings: Vec<HeadingPart>,
}

/// A heading; `see` is empty for a concept, and all else for another name.
struct HeadingPart {
    address: String,
    term: String,
    places: Vec<BookPart>,
    subheadings: Vec<SubheadingPart>,
    see: Vec<Link>,
    see_also: Vec<Link>,
}

struct SubheadingPart {
    term: String,
    places: Vec<BookPart>,
}

/// Places in one book, which is named where there are several.
struct BookPart {
    title: String,
    places: Vec<PlacePart>,
}

struct PlacePart {
    text: String,
    main: bool,
    /// The entries meant.
    entries: String,
}

/// Another heading.
struct Link {
    address: String,
    term: String,
}

/// The page.
pub fn index(
    library: &Library,
    index: &Index,
    (books, entries): (&[BookId], &[EntryId]),
    by: By,
    words: Words,
) -> String {
    let parts = Parts {
        printed: IndexWords::new(library, index, entries, by, words),
    };
    let title = harmless(&parts.printed.title(books));
    let (before, after) = parts.printed.around_strong();
    let page = Page {
        frame: Frame::new(words.language(), &title, STYLE),
        title,
        how_to_read: [before, after],
        see: words.pick("→", "See"),
        see_also: parts.printed.see_also(),
        initials: words.pick("머리글자", "Initials"),
        groups: parts.groups(),
    };
    page.render().expect("a page is written into memory")
}

struct Parts<'a> {
    printed: IndexWords<'a>,
}

impl Parts<'_> {
    fn groups(&self) -> Vec<GroupPart> {
        let groups = self.printed.index.groups.iter().enumerate();
        let group = |(at, group): (usize, &crate::index::IndexGroup)| GroupPart {
            address: format!("initial-{}", at + 1),
            initial: self.printed.initial(group.initial),
            headings: group.headings.iter().map(|it| self.heading(it)).collect(),
        };
        groups.map(group).collect()
    }

    fn heading(&self, heading: &Heading) -> HeadingPart {
        match heading {
            Heading::Main(main) => self.main(main),
            Heading::See { term, to } => HeadingPart {
                address: String::new(),
                term: harmless(term),
                places: Vec::new(),
                subheadings: Vec::new(),
                see: to.iter().map(|&it| self.link(it)).collect(),
                see_also: Vec::new(),
            },
        }
    }

    fn main(&self, main: &MainHeading) -> HeadingPart {
        let subheadings = main.subheadings.iter().map(|sub| SubheadingPart {
            term: harmless(&self.printed.subheading(sub.concept, sub.narrower)),
            places: self.places(&sub.locators),
        });
        HeadingPart {
            address: address(main.concept),
            term: harmless(&main.term),
            places: self.places(&main.locators),
            subheadings: subheadings.collect(),
            see: Vec::new(),
            see_also: main.see_also.iter().map(|&it| self.link(it)).collect(),
        }
    }

    fn places(&self, locators: &[Locator]) -> Vec<BookPart> {
        let by_book = locators.chunk_by(|a, b| a.book == b.book);
        let part = |locators: &[Locator]| BookPart {
            title: match self.printed.several {
                true => harmless(self.printed.book(locators[0].book)),
                false => String::new(),
            },
            places: locators.iter().map(|it| self.place(it)).collect(),
        };
        by_book.map(part).collect()
    }

    fn place(&self, locator: &Locator) -> PlacePart {
        let (library, words) = (self.printed.library, self.printed.words);
        let entries = locator.entries.iter().map(|&it| words.entry(library, it));
        PlacePart {
            text: harmless(&self.printed.place(locator.place)),
            main: locator.main,
            entries: harmless(&entries.collect::<Vec<_>>().join(", ")),
        }
    }

    fn link(&self, concept: ConceptId) -> Link {
        Link {
            address: address(concept),
            term: harmless(self.printed.label(concept)),
        }
    }
}

/// Where a concept's heading is on the page.
fn address(concept: ConceptId) -> String {
    format!("concept-{}", concept.index() + 1)
}
