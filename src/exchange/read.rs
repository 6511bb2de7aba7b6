//! JSON → library.

use super::{LibraryShape, SCHEMA};
use crate::model::{ConceptId, Library, SavedQuery, Vocabulary};
use crate::source::{Place, SourceFile};
use crate::text::date::parse_date;
use crate::text::slug::is_id;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Why a file is not taken. It is taken whole or not at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// It is not JSON of this shape.
    #[error("{file}:{line}:{column}: {message}")]
    Shape {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// It is JSON of another format, or of a version that this program does not know.
    #[error("{file} is `{found}`, not `{SCHEMA}`")]
    Schema {
        /// The file.
        file: String,
        /// What it says it is.
        found: String,
    },
    /// A value does not fit the others.
    #[error("{file}: {place}: {message}")]
    Value {
        /// The file.
        file: String,
        /// Where: `entries[3].tags`.
        place: String,
        /// What is wrong.
        message: String,
    },
}

impl ExchangeError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Schema { .. } => "export it again with this version of bookgraph",
            Self::Shape { .. } | Self::Value { .. } => {
                "docs/schemas/library-1.json says what such a file holds; nothing was imported"
            }
        }
    }
}

/// Reads a library that was exported as JSON.
///
/// # Errors
///
/// When anything in it is not as it should be: what would be left out would be lost.
pub fn read(file: &Arc<SourceFile>) -> Result<Library, ExchangeError> {
    let at = Context::of(file);
    let text = file.text.trim_start_matches('\u{FEFF}');
    #[derive(serde::Deserialize)]
    struct Head {
        schema: String,
    }
    let shape_error = |error: serde_json::Error| ExchangeError::Shape {
        file: file.name.clone(),
        line: error.line(),
        column: error.column(),
        message: without_place(&error.to_string()),
    };
    let head: Head = serde_json::from_str(text).map_err(shape_error)?;
    if head.schema != SCHEMA {
        return Err(ExchangeError::Schema {
            file: file.name.clone(),
            found: head.schema,
        });
    }
    let shape: LibraryShape = serde_json::from_str(text).map_err(shape_error)?;
    at.distinct("books", shape.books.iter().map(|book| book.id.as_str()))?;
    at.distinct("concepts", shape.concepts.iter().map(|it| it.id.as_str()))?;
    let ids: HashMap<String, ConceptId> = shape
        .concepts
        .iter()
        .enumerate()
        .map(|(index, concept)| (concept.id.clone(), ConceptId::from(index)))
        .collect();
    let mut books = Vec::new();
    for (index, book) in shape.books.into_iter().enumerate() {
        books.push(book.book(&at.inside("books", index))?);
    }
    books.sort_by(|a, b| a.id.cmp(&b.id));
    let mut concepts = Vec::new();
    for (index, concept) in shape.concepts.into_iter().enumerate() {
        concepts.push(concept.concept(&ids, &at.inside("concepts", index))?);
    }
    let of_both = |entry: &super::EntryShape| format!("{}/{}", entry.book, entry.id);
    let entry_ids: Vec<String> = shape.entries.iter().map(of_both).collect();
    at.distinct("entries", entry_ids.iter().map(String::as_str))?;
    let mut entries = Vec::new();
    for (index, entry) in shape.entries.into_iter().enumerate() {
        entries.push(entry.entry(&books, &ids, &at.inside("entries", index))?);
    }
    let place = Place {
        file: Arc::clone(file),
        span: 0..0,
    };
    let queries = shape.queries.into_iter().map(|query| SavedQuery {
        name: query.name,
        query: query.query,
        place: place.clone(),
    });
    let vocabulary = Vocabulary::new(concepts).with_dismissed(shape.dismissed);
    Ok(Library::new(books, entries, vocabulary).with_queries(queries.collect()))
}

/// serde's message without the line and column that it ends in.
fn without_place(message: &str) -> String {
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message[..end].to_owned()
}

/// Where in the file something stands.
pub(super) struct Context {
    file: String,
    place: String,
}

impl Context {
    fn of(file: &SourceFile) -> Self {
        Self {
            file: file.name.clone(),
            place: String::new(),
        }
    }

    /// An item of a list: `entries[3]`.
    pub(super) fn inside(&self, list: &str, index: usize) -> Self {
        Self {
            file: self.file.clone(),
            place: self.field(&format!("{list}[{index}]")),
        }
    }

    fn field(&self, field: &str) -> String {
        match self.place.is_empty() {
            true => field.to_owned(),
            false => format!("{}.{field}", self.place),
        }
    }

    /// That a field's value is wrong.
    pub(super) fn wrong(&self, field: &str, message: impl Into<String>) -> ExchangeError {
        ExchangeError::Value {
            file: self.file.clone(),
            place: self.field(field),
            message: message.into(),
        }
    }

    /// Refuses what is no id.
    pub(super) fn id(&self, field: &str, id: &str) -> Result<(), ExchangeError> {
        match is_id(id) {
            true => Ok(()),
            false => Err(self.wrong(field, format!("`{id}` cannot be an id"))),
        }
    }

    /// Refuses ids that come twice.
    pub(super) fn distinct<'i>(
        &self,
        list: &str,
        ids: impl Iterator<Item = &'i str>,
    ) -> Result<(), ExchangeError> {
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(id) {
                return Err(self.wrong(list, format!("the id `{id}` comes twice")));
            }
        }
        Ok(())
    }

    /// The concepts with some ids.
    pub(super) fn concepts(
        &self,
        field: &str,
        names: &[String],
        ids: &HashMap<String, ConceptId>,
    ) -> Result<Vec<ConceptId>, ExchangeError> {
        let find = |name: &String| {
            let found = ids.get(name).copied();
            found.ok_or_else(|| self.wrong(field, format!("there is no concept `{name}`")))
        };
        names.iter().map(find).collect()
    }
}

/// A day, where there is one.
pub(super) fn date(
    text: Option<&str>,
    field: &str,
    at: &Context,
) -> Result<Option<Date>, ExchangeError> {
    let date = text.map(|text| {
        parse_date(text).ok_or_else(|| at.wrong(field, format!("`{text}` is no date")))
    });
    date.transpose()
}
