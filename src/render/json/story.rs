//! `bookgraph.story/1`.

use super::print;
use super::quote::QuoteShape;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, localized, pages};
use crate::analyse::Course;
use crate::map::Words;
use crate::model::{ChapterId, ConceptId, Library};
use crate::place::Placement;
use crate::summary::{Step, Story};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, JsonSchema)]
pub(super) struct StoryShape {
    schema: &'static str,
    concept: ConceptShape,
    books: Vec<BookShape>,
}

#[derive(Serialize, JsonSchema)]
struct BookShape {
    book: String,
    title: BTreeMap<String, String>,
    course: &'static str,
    chapters: Vec<String>,
    pages: Option<[u32; 2]>,
    mentions: u32,
    steps: Vec<StepShape>,
    company: Vec<CompanyShape>,
}

#[derive(Serialize, JsonSchema)]
struct StepShape {
    entry: EntryShape,
    mentions: u32,
    in_passing: bool,
    through: Vec<ConceptShape>,
    key: Option<QuoteShape>,
    of_reader: bool,
    with: Vec<ConceptShape>,
    silent_chapters: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct CompanyShape {
    concept: ConceptShape,
    entries: usize,
}

impl JsonAnswer for StoryShape {
    const SCHEMA: &'static str = "bookgraph.story/1";
}

/// The story of a concept in books.
pub fn story(
    library: &Library,
    placement: &Placement,
    concept: ConceptId,
    stories: &[Story],
    words: Words,
) -> String {
    let shaper = Shaper {
        library,
        placement,
        words,
    };
    print(&StoryShape {
        schema: StoryShape::SCHEMA,
        concept: ConceptShape::new(library, words, concept),
        books: stories.iter().map(|story| shaper.book(story)).collect(),
    })
}

struct Shaper<'a> {
    library: &'a Library,
    placement: &'a Placement,
    words: Words,
}

impl Shaper<'_> {
    fn book(&self, story: &Story) -> BookShape {
        let book = self.library.book(story.book);
        let company = story
            .company
            .iter()
            .map(|&(concept, entries)| CompanyShape {
                concept: self.concept(concept),
                entries,
            });
        BookShape {
            book: book.id.clone(),
            title: localized(&book.title),
            course: match story.course() {
                Course::Local => "local",
                Course::Thread => "thread",
                Course::Returning => "returning",
            },
            chapters: self.chapters(&story.trajectory.chapters),
            pages: story.trajectory.pages.map(pages),
            mentions: story.mentions(),
            steps: story.steps.iter().map(|step| self.step(step)).collect(),
            company: company.collect(),
        }
    }

    fn step(&self, step: &Step) -> StepShape {
        let key = step.key.as_ref();
        StepShape {
            entry: EntryShape::new(self.library, self.placement, step.entry),
            mentions: step.mentions,
            in_passing: step.in_passing,
            through: step.through.iter().map(|&it| self.concept(it)).collect(),
            key: key.map(|quote| QuoteShape::new(self.library, quote)),
            of_reader: step.of_reader,
            with: step.with.iter().map(|&it| self.concept(it)).collect(),
            silent_chapters: self.chapters(&step.silence),
        }
    }

    fn concept(&self, concept: ConceptId) -> ConceptShape {
        ConceptShape::new(self.library, self.words, concept)
    }

    fn chapters(&self, chapters: &[ChapterId]) -> Vec<String> {
        let ids = chapters
            .iter()
            .map(|&it| self.library.chapter(it).id.clone());
        ids.collect()
    }
}
