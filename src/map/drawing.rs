//! A map before it is drawn.

use crate::graph::Node;

/// The kind of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapKind {
    /// Concepts, linked where the notes name them together.
    Concepts,
    /// Entries in reading order, linked where they share concepts.
    Entries,
    /// Chapters in order, linked by the concepts they share and by references.
    Chapters,
}

/// Nodes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are called.
    pub label: String,
}

/// A node of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapNode {
    /// What it stands for.
    pub node: Node,
    /// The user's id of it, an entry's and a chapter's after its book's:
    /// `input-metrics`, `working-backwards/day-19`.
    pub id: String,
    /// The label, wrapped.
    pub lines: Vec<String>,
    /// What more there is to say, shown on hovering.
    pub tooltip: String,
    /// Importance from 0 to 1.
    pub size: f32,
    /// Index into the map's groups.
    pub group: usize,
}

/// What an edge of a map says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Named together, within a group.
    Together,
    /// Named together, across groups.
    Across,
    /// Read next.
    Next,
    /// Points to.
    RefersTo,
}

/// An edge of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapEdge {
    /// Index of a node.
    pub from: usize,
    /// Index of another.
    pub to: usize,
    /// What it says.
    pub relation: Relation,
    /// Strength from 0 to 1.
    pub weight: f32,
    /// A few words on the edge.
    pub label: Option<String>,
    /// The evidence, shown on hovering.
    pub tooltip: String,
}

/// A map: what is drawn, in an order that means something.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Its kind.
    pub kind: MapKind,
    /// The title.
    pub title: String,
    /// Counts, pages, and what was left out.
    pub subtitle: String,
    /// Groups in the order of the book.
    pub groups: Vec<Group>,
    /// Nodes, by group and then by importance or reading order.
    pub nodes: Vec<MapNode>,
    /// Edges, by their ends.
    pub edges: Vec<MapEdge>,
}

impl Map {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
