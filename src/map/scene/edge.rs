//! What ties nodes together.

use super::ink::Paint;
use super::mark::{Shape, TextLine};

/// What an edge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneRelation {
    /// Named together, within a group.
    Together,
    /// Named together, across groups.
    Across,
    /// The entry names the concept.
    Names,
    /// The concept is named in the chapter as well.
    AlsoIn,
    /// The entries share rare concepts.
    Shares,
    /// The entry points to the chapter.
    RefersTo,
}

impl SceneRelation {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Together => "together",
            Self::Across => "across",
            Self::Names => "names",
            Self::AlsoIn => "also-in",
            Self::Shares => "shares",
            Self::RefersTo => "refers-to",
        }
    }

    /// Whether it runs from one end to the other only.
    pub fn is_directed(self) -> bool {
        matches!(self, Self::Names | Self::AlsoIn | Self::RefersTo)
    }
}

/// An edge.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneEdge {
    /// Index of a node.
    pub from: usize,
    /// Index of another.
    pub to: usize,
    /// What it says.
    pub relation: SceneRelation,
    /// Strength from 0 to 1.
    pub weight: f32,
    /// How it is drawn: a line between its ends, or a mark where they meet (the
    /// dot of a concept's row in an entry's column); `None` where the place of
    /// one end in the other shows it already.
    pub shape: Option<Shape>,
    /// Its looks.
    pub paint: Paint,
    /// The words on it.
    pub lines: Vec<TextLine>,
    /// What it says, in a few words: `AWS – 클라우드 컴퓨팅: 기록 2편`.
    pub label: String,
    /// Its evidence: ascending indices into the scene's quotes.
    pub quotes: Vec<u32>,
}
