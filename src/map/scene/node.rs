//! What a map is about: boxes that stand for something.

use super::ink::Paint;
use super::mark::{Shape, TextLine};
use crate::map::geometry::Rect;
use crate::model::{ChapterId, ConceptId, EntryId};

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A concept.
    Concept(ConceptId),
    /// An entry.
    Entry(EntryId),
    /// A chapter.
    Chapter(ChapterId),
    /// A group of concepts, by its index in the scene.
    Group(usize),
}

impl Subject {
    /// The name of its kind in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Concept(_) => "concept",
            Self::Entry(_) => "entry",
            Self::Chapter(_) => "chapter",
            Self::Group(_) => "group",
        }
    }
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneNode {
    /// What it stands for.
    pub subject: Subject,
    /// The user's id of it, an entry's and a chapter's after its book's:
    /// `input-metrics`, `working-backwards/day-19`; a group's is `group-1`.
    /// No two nodes of a scene and a subject have the same.
    pub id: String,
    /// Its whole name, on one line.
    pub label: String,
    /// What else it is called, in every language: for finding it, and its name in
    /// evidence.
    pub names: Vec<String>,
    /// Where it is.
    pub rect: Rect,
    /// Radius of its corners.
    pub radius: f64,
    /// Its looks.
    pub paint: Paint,
    /// The words in it or beside it.
    pub lines: Vec<TextLine>,
    /// The group it belongs to, as an index into the scene's groups.
    pub group: Option<usize>,
    /// Importance from 0 to 1: what is shown first where there is little room.
    pub weight: f32,
    /// What more there is to say, a fact a line: counts, pages, definition.
    pub facts: Vec<String>,
    /// Its evidence: ascending indices into the scene's quotes.
    pub quotes: Vec<u32>,
}

impl SceneNode {
    /// Its box as a shape.
    pub fn shape(&self) -> Shape {
        Shape::Rect {
            rect: self.rect,
            radius: self.radius,
        }
    }
}
