//! A Markdown note that is being edited.

use super::super::error::EditError;
use super::super::splice::Splice;
use super::super::{EntryRef, lines::line_break};
use crate::notes::problems::Problems;

use super::quote::quoted;
use crate::model::MarkdownSettings;
use crate::notes::format::{ConceptSource, EntrySource, SectionSource};
use crate::notes::located::Located;
use crate::notes::markdown::{Field, FrontMatter, LinkMark, Marks, Property, Value, parse};
use crate::notes::parse::Parsed;
use crate::source::SourceFile;
use std::collections::BTreeMap;
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
    pub(super) problems: Problems,
    /// Where new properties go, and the end of what is its own.
    room: Room,
}

/// Where the properties of what is edited stand.
#[derive(Clone, Copy, Debug)]
enum Room {
    /// Above the text.
    Above,
    /// In lines of their own below the heading of a section, which ends there.
    Section { end: usize },
}

/// What a note holds.
pub(super) enum Held {
    Entries(Vec<Located<EntrySource>>),
    Concept(Box<ConceptSource>),
}

impl Sheet {
    pub(super) fn read(place: NotePlace<'_>, text: &str) -> Result<Self, EditError> {
        let file = SourceFile::new(place.file, text);
        let mut problems = Problems::new();
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
            front: FrontMatter::of(&file, &mut Problems::new()),
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
            room: Room::Above,
            file,
        })
    }

    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    /// Which of its entries is wanted. What stands above the headings of several has its
    /// properties together with them.
    pub(super) fn entry(&self, wanted: &EntryRef) -> Result<usize, EditError> {
        let Held::Entries(entries) = &self.held else {
            return Err(EditError::WrongKind {
                file: self.file.name.clone(),
                wanted: "file of entries",
            });
        };
        let mut lines = entries.iter().map(|entry| entry.place().position().line);
        let found = lines.position(|line| line == wanted.line);
        let own = |index: &usize| entries.len() == 1 || section(&entries[*index]).is_some();
        found.filter(own).ok_or_else(|| EditError::PieceOfNote {
            file: self.file.name.clone(),
            entry: wanted.id.clone(),
        })
    }

    /// What is one entry's own: its section, or all of the note.
    pub(super) fn own(mut self, entry: usize) -> Self {
        let section = match &self.held {
            Held::Entries(entries) => section(&entries[entry]).cloned(),
            Held::Concept(_) => None,
        };
        let Some(SectionSource { heading, whole }) = section else {
            return self;
        };
        self.properties
            .retain(|(_, property)| is_in(property, &whole));
        self.body = heading.end;
        self.heading = Some((String::new(), heading));
        self.room = Room::Section { end: whole.end };
        self
    }

    /// Where the text ends that is edited.
    pub(super) fn end(&self) -> usize {
        match self.room {
            Room::Above => self.file.text.len(),
            Room::Section { end } => end,
        }
    }

    /// The properties of a field that stand together: those of the whole note, and for each
    /// section its own behind them. Only the second of both are not in a group before.
    pub(super) fn groups(&self, field: Field) -> Vec<(Vec<&Property>, Vec<&Property>)> {
        let sections: Vec<&SectionSource> = match &self.held {
            Held::Entries(entries) => entries.iter().filter_map(section).collect(),
            Held::Concept(_) => Vec::new(),
        };
        let owner = |property: &Property| {
            let mut sections = sections.iter();
            sections.position(|section| is_in(property, &section.whole))
        };
        let mut own: BTreeMap<Option<usize>, Vec<&Property>> = BTreeMap::new();
        for property in self.of(field) {
            own.entry(owner(property)).or_default().push(property);
        }
        let shared = own.remove(&None).unwrap_or_default();
        let of_sections = own.into_values().map(|own| (shared.clone(), own));
        let first = (Vec::new(), shared.clone());
        std::iter::once(first).chain(of_sections).collect()
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

    /// Whether a property says a field.
    pub(super) fn says(&self, field: Field) -> bool {
        self.of(field).any(|it| it.value.value != Value::Nothing)
    }

    /// The property that says a field, or has room for it.
    pub(super) fn first(&self, field: Field) -> Option<&Property> {
        let said = |it: &&Property| it.value.value != Value::Nothing;
        self.of(field).find(said).or_else(|| self.of(field).next())
    }

    /// A new property that lists a name.
    pub(super) fn with_name(&self, key: &str, name: &str) -> Splice {
        match self.room {
            Room::Above => self.with_property(key, &format!("[{}]", quoted(name))),
            Room::Section { .. } => self.with_property(key, name),
        }
    }

    /// A new property, behind all others. `value` is YAML.
    pub(super) fn with_property(&self, key: &str, value: &str) -> Splice {
        let text = self.text();
        if matches!(self.room, Room::Section { .. }) {
            let at = super::body::below_properties(self, self.body);
            let line = line_break(text, at);
            return Splice::insert(
                at,
                match text[..at].ends_with('\n') {
                    true => format!("{key}:: {value}{line}"),
                    false => format!("{line}{key}:: {value}"),
                },
            );
        }
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

/// Where an entry stands, when it is what stands under a heading.
fn section(entry: &Located<EntrySource>) -> Option<&SectionSource> {
    entry.value.note.as_ref()?.section.as_ref()
}

/// Whether a property stands in a line between the words of a section.
fn is_in(property: &Property, section: &Range<usize>) -> bool {
    property.is_inline() && section.contains(&property.value.span.start)
}

fn empty(file: &str) -> EditError {
    EditError::WrongKind {
        file: file.to_owned(),
        wanted: "file of entries",
    }
}
