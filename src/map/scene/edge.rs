//! What ties nodes together.

use super::ink::Paint;
use super::mark::{Shape, TextLine};
use super::path::Path;
use crate::map::geometry::Point;

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
    /// The reader linked one of the entries to the other.
    LinksTo,
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
            Self::LinksTo => "links-to",
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

/// Half the angle of an arrowhead, as its tangent.
const SLIM: f64 = 0.42;

impl SceneEdge {
    /// The head of the arrow of an edge that points somewhere: a triangle with
    /// its tip at the end of the line.
    pub fn arrowhead(&self) -> Option<(Shape, Paint)> {
        let (Some(Shape::Path(path)), Some(stroke)) = (&self.shape, self.paint.stroke) else {
            return None;
        };
        if self.relation != SceneRelation::RefersTo || path.closed {
            return None;
        }
        let (tip, from) = path.last_step()?;
        let distance = libm::hypot(tip.x - from.x, tip.y - from.y);
        let length = 5.0 + 2.0 * stroke.width;
        let (x, y) = ((tip.x - from.x) / distance, (tip.y - from.y) / distance);
        let side = |across: f64| {
            let across = across * length * SLIM;
            Point::new(
                tip.x - x * length - y * across,
                tip.y - y * length + x * across,
            )
        };
        let head = Path::polygon(tip, [side(1.0), side(-1.0)]);
        Some((Shape::Path(head), Paint::fill(stroke.ink)))
    }
}
