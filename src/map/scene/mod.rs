//! A map as it is drawn: places, shapes and words, with what they stand for.
//! Every renderer draws a scene and nothing else, so all formats agree.

mod edge;
mod evidence;
mod ink;
mod mark;
mod node;
mod path;

pub use edge::{SceneEdge, SceneRelation};
pub use evidence::{PLACES, Quote, SceneEntry};
pub use ink::{Dash, Ink, Paint, Stroke};
pub use mark::{Anchor, Mark, Shape, TextLine};
pub use node::{SceneNode, Subject};
pub use path::{Path, Segment};

use super::geometry::Size;
use crate::model::Language;

/// The kind of a map: the question it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneKind {
    /// What is this book about? Concepts in the regions of their groups.
    Book,
    /// The same for a library too large for one picture: its groups.
    Overview,
    /// Where does a concept come, rest and return? Concepts × entries.
    Timeline,
    /// What is in a chapter, and what is new there? Columns of entries.
    Chapter,
    /// Everything about one concept: its sentences, and its neighbours.
    Concept,
    /// Which entries to read together? Arcs over the pages.
    Entries,
}

impl SceneKind {
    /// The name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Overview => "overview",
            Self::Timeline => "timeline",
            Self::Chapter => "chapter",
            Self::Concept => "concept",
            Self::Entries => "entries",
        }
    }
}

/// Concepts that hang together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneGroup {
    /// Its most frequent members: `인풋 지표 · 리더십 원칙`.
    pub name: String,
    /// Which colour of the palette it has: [`Ink::Group`] and its kin take this.
    pub colour: u8,
}

/// A chapter that entries of the scene belong to, for filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneChapter {
    /// `working-backwards/9`.
    pub id: String,
    /// `9장 프라임 비디오`.
    pub label: String,
}

/// A whole map.
///
/// Drawn in this order: `backdrop`, `edges`, `nodes`, `captions`.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its kind.
    pub kind: SceneKind,
    /// The language of its words.
    pub language: Language,
    /// What it shows: `『순서 파괴』 개념 지도`.
    pub title: String,
    /// Counts, pages, and what was left out.
    pub subtitle: String,
    /// What its links tell beyond the picture, a sentence each: which concepts
    /// hold groups together, which groups the notes do not connect.
    pub findings: Vec<String>,
    /// Its size, in pixels at scale 1.
    pub size: Size,
    /// Groups in the order of the book.
    pub groups: Vec<SceneGroup>,
    /// Chapters in order.
    pub chapters: Vec<SceneChapter>,
    /// The entries that evidence comes from, in reading order.
    pub entries: Vec<SceneEntry>,
    /// Evidence: nodes and edges point here.
    pub quotes: Vec<Quote>,
    /// What lies under everything: regions, bands, axes. Says nothing that
    /// nodes and edges don't say.
    pub backdrop: Vec<Mark>,
    /// Edges, the least important first.
    pub edges: Vec<SceneEdge>,
    /// Nodes in reading order, which is the tab order.
    pub nodes: Vec<SceneNode>,
    /// What lies over everything: title, legend, names of axes.
    pub captions: Vec<Mark>,
}

impl Scene {
    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
