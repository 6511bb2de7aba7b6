//! The JSON Schemas of the answers.

use super::{
    chains, check, find, gaps, index, list, review, scene, search, show, similar, stats, story,
    suggest, summary, tag, timeline, why,
};
use crate::exchange::LibraryShape;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// An answer: an object whose first field, `schema`, holds its schema's name.
pub(super) trait JsonAnswer: Serialize + JsonSchema {
    /// The name of the schema and its version, such as `bookgraph.find/1`.
    const SCHEMA: &'static str;
}

/// The schema of one kind of answer.
#[derive(Clone, Copy, Debug)]
pub struct AnswerSchema {
    /// Its name and its version, such as `bookgraph.find/1`.
    pub name: &'static str,
    generate: fn() -> Schema,
}

/// Every schema there is. A new kind of answer gets a line here, and a section in
/// `docs/json.md`.
pub const SCHEMAS: &[AnswerSchema] = &[
    AnswerSchema::of::<find::FindShape>(),
    AnswerSchema::of::<find::FoundLine>(),
    AnswerSchema::of::<search::SearchShape>(),
    AnswerSchema::of::<search::SaidLine>(),
    AnswerSchema::of::<summary::SummaryShape>(),
    AnswerSchema::of::<story::StoryShape>(),
    AnswerSchema::of::<tag::TagsShape>(),
    AnswerSchema::of::<why::WhyShape>(),
    AnswerSchema::of::<tag::ChangesShape>(),
    AnswerSchema::of::<suggest::SuggestShape>(),
    AnswerSchema::of::<list::EntriesShape>(),
    AnswerSchema::of::<list::ConceptsShape>(),
    AnswerSchema::of::<list::ChaptersShape>(),
    AnswerSchema::of::<list::BooksShape>(),
    AnswerSchema::of::<list::QueriesShape>(),
    AnswerSchema::of::<scene::SceneShape<'static>>(),
    AnswerSchema::of::<chains::PathShape>(),
    AnswerSchema::of::<gaps::GapsShape>(),
    AnswerSchema::of::<similar::SimilarShape>(),
    AnswerSchema::of::<review::ReviewShape>(),
    AnswerSchema::of::<show::ShowShape>(),
    AnswerSchema::of::<check::CheckShape>(),
    AnswerSchema::of::<stats::StatsShape>(),
    AnswerSchema::of::<index::IndexShape>(),
    AnswerSchema::of::<timeline::TimelineShape>(),
    AnswerSchema::of::<LibraryShape>(),
];

impl AnswerSchema {
    const fn of<T: JsonAnswer>() -> Self {
        Self {
            name: T::SCHEMA,
            generate: generate::<T>,
        }
    }

    /// The name as a name of a file: `find-1`.
    pub fn stem(&self) -> String {
        let name = self.name.trim_start_matches("bookgraph.");
        name.replace('/', "-")
    }

    /// The schema, in the language of JSON Schema, draft 2020-12.
    pub fn print(&self) -> String {
        super::pretty(&(self.generate)())
    }
}

fn generate<T: JsonAnswer>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), T::SCHEMA.into());
    if let Some(name) = schema.pointer_mut("/properties/schema") {
        *name = serde_json::json!({ "const": T::SCHEMA });
    }
    schema
}
