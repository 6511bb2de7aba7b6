//! A Markdown note that is being edited.

use super::super::error::EditError;
use super::super::splice::Splice;
use super::super::{EntryRef, lines::line_break};
use crate::diagnostic::Diagnostic;
use crate::model::MarkdownSettings;
use crate::notes::format::{ConceptSource, EntrySource};
use crate::notes::located::Located;
use crate::notes::markdown::{Field, FrontMatter, LinkMark, Marks, Property, Value, parse};
use crate::notes::parse::Parsed;
use crate::source::SourceFile;
use std::ops::Range;
use std::sync::Arc;

/// Where a note stands, and how its library reads notes.
#[derive(Clone, Copy, Debug)]
pub(in crate::notes) struct NotePlace<'a> {
    /// Its name, as messages have it.
    pub(in crate::notes) file: &'a str,
    /// Its folder, from the one that is read.
    pub(in crate::notes) folder: &'a str,
    pub(in crate::notes) settings: &'a MarkdownSettings,
}

/// A note, what stands in it, and what the reader takes it for.
pub(super) struct Sheet {
    pub(super) file: Arc<SourceFile>,
    front: FrontMatter,
    /// Those that the reader knows, the surest names first.
    pub(super) properties: Vec<(Field, Property)>,
    pub(super) body: usize,
    pub(super) heading: Option<(String, Range<usize>)>,
    pub(super) links: Vec<LinkMark>,
    pub(super) tags: Vec<(String, Range<usize>)>,
    pub(super) held: Held,
    pub(super) problems: Vec<Diagnostic>,
}

/// What a note holds.
pub(super) enum Held {
    Entries(Vec<Located<EntrySource>>),
    Concept(Box<ConceptSource>),
}

impl Sheet {
    pub(super) fn read(place: NotePlace<'_>, text: &str) -> Result<Self, EditError> {
        let file = SourceFile::new(place.file, text);
        let mut problems = Vec::new();
        let held = match parse(&file, place.folder, place.settings, &mut problems) {
            Some(Parsed::Entries { entries, .. }) => Held::Entries(entries),
            Some(Parsed::Vocabulary(mut vocabulary)) => match vocabulary.concepts.pop() {
                Some(concept) => Held::Concept(Box::new(concept.value)),
                None => return Err(empty(place.file)),
            },
            _ => return Err(empty(place.file)),
        };
        let marks = Marks::of(&file);
        let properties = marks.properties.into_iter();
        let mut properties: Vec<(usize, Field, Property)> = properties
            .filter_map(|property| {
                let (rank, field) = Field::named(&property.key)?;
                Some((rank, field, property))
            })
            .collect();
        properties.sort_by_key(|(rank, ..)| *rank);
        Ok(Self {
            front: FrontMatter::of(&file, &mut Vec::new()),
            properties: properties
                .into_iter()
                .map(|(_, field, property)| (field, property))
                .collect(),
            body: marks.body,
            heading: marks.heading,
            links: marks.links,
            tags: marks.tags,
            held,
            problems,
            file,
        })
    }

    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    /// The one entry, when it is asked for: properties are those of all in a file.
    pub(super) fn refuse_pieces(&self, wanted: &EntryRef) -> Result<(), EditError> {
        match &self.held {
            Held::Entries(entries) => match entries.as_slice() {
                [only] if only.place().position().line == wanted.line => Ok(()),
                _ => Err(EditError::PieceOfNote {
                    file: self.file.name.clone(),
                    entry: wanted.id.clone(),
                }),
            },
            Held::Concept(_) => Err(EditError::WrongKind {
                file: self.file.name.clone(),
                wanted: "file of entries",
            }),
        }
    }

    /// The concept that it is, when it is the one with an id.
    pub(super) fn concept(&self, id: &str) -> Result<&ConceptSource, EditError> {
        match &self.held {
            Held::Concept(concept) if concept.id == id => Ok(concept),
            Held::Concept(_) => Err(EditError::NotThere {
                file: self.file.name.clone(),
                what: format!("the concept `{id}`"),
            }),
            Held::Entries(_) => Err(EditError::WrongKind {
                file: self.file.name.clone(),
                wanted: "vocabulary",
            }),
        }
    }

    /// The properties that say a field, the surest first.
    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = &Property> {
        let found = self.properties.iter().filter(move |(of, _)| *of == field);
        found.map(|(_, property)| property)
    }

    /// The property that says a field, or has room for it.
    pub(super) fn first(&self, field: Field) -> Option<&Property> {
        let said = |it: &&Property| it.value.value != Value::Nothing;
        self.of(field).find(said).or_else(|| self.of(field).next())
    }

    /// A new property, behind all others. `value` is YAML.
    pub(super) fn with_property(&self, key: &str, value: &str) -> Splice {
        let text = self.text();
        let line = line_break(text, 0);
        let property = format!("{key}: {value}{line}");
        match &self.front.yaml {
            Some(yaml) => Splice::insert(yaml.end, property),
            None => Splice::insert(0, format!("---{line}{property}---{line}{line}")),
        }
    }

    pub(super) fn cannot_patch(&self) -> EditError {
        EditError::Unsafe {
            file: self.file.name.clone(),
        }
    }
}

fn empty(file: &str) -> EditError {
    EditError::WrongKind {
        file: file.to_owned(),
        wanted: "file of entries",
    }
}
