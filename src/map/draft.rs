//! A scene while it is drawn.

use super::furniture::{MARGIN, legend, remark};
use super::geometry::{Point, Rect, Size};
use super::quotes::Quotes;
use super::scene::{Ink, Paint, Scene, SceneEdge, SceneKind, SceneNode, SceneRelation, Subject};
use super::source::MapSource;
use crate::model::{ConceptId, EntryId};

/// An entry that names a concept so often is about nothing else.
const OFTEN: f32 = 6.0;

/// The colours of a concept: its group's, or neutral ones where it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hue(Option<u8>);

impl Hue {
    /// Of lines, borders and dots.
    pub(super) fn line(self) -> Ink {
        self.0.map_or(Ink::Muted, Ink::Group)
    }

    /// Of the inside of a box.
    pub(super) fn tint(self) -> Ink {
        self.0.map_or(Ink::Band(true), Ink::Tint)
    }

    /// Of words on a box filled with [`Self::line`].
    pub(super) fn words_on_line(self) -> Ink {
        self.0.map_or(Ink::Paper, Ink::OnGroup)
    }
}

/// A scene on its way: the groups of the concepts it shows, and the evidence
/// gathered so far.
pub(super) struct Draft<'s, 'a> {
    pub(super) source: &'s MapSource<'a>,
    pub(super) scene: Scene,
    pub(super) quotes: Quotes,
    /// For each group of the source its index in the scene.
    groups: Vec<Option<usize>>,
}

impl<'s, 'a> Draft<'s, 'a> {
    /// An empty scene with the groups of the concepts that it will show.
    pub(super) fn new(
        source: &'s MapSource<'a>,
        kind: SceneKind,
        concepts: impl IntoIterator<Item = ConceptId>,
    ) -> Self {
        let grouping = &source.grouping;
        let in_group = concepts.into_iter().filter_map(|it| grouping.group(it));
        let mut shown: Vec<usize> = in_group.collect();
        shown.sort_unstable();
        shown.dedup();
        let mut groups = vec![None; grouping.groups.len()];
        for (index, &group) in shown.iter().enumerate() {
            groups[group] = Some(index);
        }
        let mut scene = empty(source, kind);
        // By all that is asked for, so that a group has one name on all maps.
        let named = source.concepts.iter().map(|it| it.concept);
        scene.groups = source.scene_groups(grouping, &shown, named);
        Self {
            source,
            scene,
            quotes: Quotes::default(),
            groups,
        }
    }

    /// The group of a concept, as an index into the scene's.
    pub(super) fn group(&self, concept: ConceptId) -> Option<usize> {
        self.groups[self.source.grouping.group(concept)?]
    }

    /// The colours of a concept.
    pub(super) fn hue(&self, concept: ConceptId) -> Hue {
        let group = self.source.grouping.group(concept);
        Hue(group.map(|group| self.source.grouping.groups[group].colour))
    }

    /// The legend, and how to read the map, below `top`; gives the height they
    /// take.
    pub(super) fn foot(&mut self, how: &str, top: f64, width: f64) -> f64 {
        let captions = &mut self.scene.captions;
        let height = legend(captions, &self.scene.groups, top, width);
        let at = Point::new(MARGIN, top + height);
        height + remark(captions, how, at, width - 2.0 * MARGIN)
    }

    /// A node that stands for some entries, without looks and evidence yet.
    pub(super) fn of_entries(&self, entries: &[EntryId], first: EntryId, rect: Rect) -> SceneNode {
        SceneNode {
            subject: Subject::Entry(first),
            id: self.source.entry_id(first),
            label: self.source.names(entries),
            rect,
            radius: 0.0,
            paint: Paint::default(),
            lines: Vec::new(),
            group: None,
            weight: 0.5,
            names: Vec::new(),
            facts: self.source.facts_of(entries),
            quotes: Vec::new(),
        }
    }

    /// Adds a node and gives its index.
    pub(super) fn node(&mut self, node: SceneNode) -> usize {
        self.scene.nodes.push(node);
        self.scene.nodes.len() - 1
    }

    /// Adds an edge.
    pub(super) fn edge(&mut self, edge: SceneEdge) {
        self.scene.edges.push(edge);
    }

    /// The edge that says that some entries, which have one node, name a concept;
    /// not drawn yet.
    pub(super) fn naming(
        &mut self,
        (from, to): (usize, usize),
        concept: ConceptId,
        entries: &[EntryId],
    ) -> SceneEdge {
        let source = self.source;
        let mentions = entries.iter().map(|&it| source.mentions(it, concept));
        let mentions: u32 = mentions.sum();
        let evidence = entries.iter().flat_map(|&it| source.naming(it, concept));
        SceneEdge {
            from,
            to,
            relation: SceneRelation::Names,
            weight: (mentions as f32 / OFTEN).min(1.0),
            shape: None,
            paint: Paint::default(),
            lines: Vec::new(),
            label: format!(
                "{} – {}: {}",
                source.names(entries),
                source.label(concept),
                source.words.mentions(mentions as usize)
            ),
            quotes: self.quotes.add(evidence),
        }
    }

    /// The scene with its evidence; `drawn` are the entries that it shows.
    pub(super) fn finish(mut self, size: Size, drawn: &[EntryId]) -> Scene {
        self.scene.size = Size::new(size.width.ceil(), size.height.ceil());
        self.quotes.finish(self.source, drawn, &mut self.scene);
        self.scene
    }
}

/// A scene without anything.
pub(super) fn empty(source: &MapSource<'_>, kind: SceneKind) -> Scene {
    Scene {
        kind,
        language: source.words.language(),
        title: String::new(),
        subtitle: String::new(),
        findings: Vec::new(),
        size: Size::default(),
        groups: Vec::new(),
        chapters: Vec::new(),
        entries: Vec::new(),
        quotes: Vec::new(),
        backdrop: Vec::new(),
        edges: Vec::new(),
        nodes: Vec::new(),
        captions: Vec::new(),
    }
}
