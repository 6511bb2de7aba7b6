//! What an index lists.

use super::locator::Locator;
use crate::model::ConceptId;

/// A line of an index, under its term.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// A concept, under its preferred label.
    Main(MainHeading),
    /// Another name, with the concepts to look for instead: *see*.
    See {
        /// The name.
        term: String,
        /// The concepts, in the order of their labels.
        to: Vec<ConceptId>,
    },
}

/// A concept and where to find it.
#[derive(Clone, Debug, PartialEq)]
pub struct MainHeading {
    /// Its label; with its id where another concept has the same.
    pub term: String,
    /// The concept.
    pub concept: ConceptId,
    /// Where, by book and page.
    pub locators: Vec<Locator>,
    /// What to find where, when the places are many.
    pub subheadings: Vec<Subheading>,
    /// Other headings worth looking up: *see also*.
    pub see_also: Vec<ConceptId>,
}

/// A part of what a heading is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Subheading {
    /// The concept that narrows the heading.
    pub concept: ConceptId,
    /// It is narrower than the heading, and the locators are its own; or else
    /// both are named together, and the locators are of entries about both.
    pub narrower: bool,
    /// Where.
    pub locators: Vec<Locator>,
}

impl Heading {
    /// What it is listed under.
    pub fn term(&self) -> &str {
        match self {
            Self::Main(main) => &main.term,
            Self::See { term, .. } => term,
        }
    }
}
