//! A book map on its way from concepts to a scene.

use super::LEAST_WIDTH;
use super::findings::Findings;
use super::regions::{REACH, Region};
use crate::analyse::Weighed;
use crate::graph::CoMention;
use crate::map::draft;
use crate::map::furniture::{MARGIN, heading, legend};
use crate::map::geometry::{Point, Rect, Size};
use crate::map::grouping::Grouping;
use crate::map::label::Label;
use crate::map::layout::{Layout, LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use crate::map::quotes::Quotes;
use crate::map::scene::{
    Ink, Paint, Path, Scene, SceneEdge, SceneGroup, SceneKind, SceneNode, SceneRelation, Shape,
    Stroke, Subject,
};
use crate::map::source::{MapSource, positions};
use crate::model::ConceptId;

/// A map of some concepts on its way.
pub(super) struct Drawing<'s> {
    source: &'s MapSource<'s>,
    /// By group, those of most weight first.
    concepts: Vec<&'s Weighed>,
    grouping: &'s Grouping,
    /// For each concept, its group among those drawn.
    groups: Vec<usize>,
    /// The groups drawn, by their number in the grouping.
    drawn: Vec<usize>,
}

impl<'s> Drawing<'s> {
    pub(super) fn new(
        source: &'s MapSource<'s>,
        mut concepts: Vec<&'s Weighed>,
        grouping: &'s Grouping,
    ) -> Self {
        let group = |concept: &Weighed| grouping.group(concept.concept).unwrap_or(0);
        concepts.sort_by_key(|concept| group(concept));
        let mut drawn: Vec<usize> = concepts.iter().map(|concept| group(concept)).collect();
        drawn.dedup();
        let position = |concept: &&Weighed| drawn.partition_point(|&other| other < group(concept));
        let groups = concepts.iter().map(position).collect();
        Self {
            source,
            concepts,
            grouping,
            groups,
            drawn,
        }
    }

    /// The scene; the concepts were chosen from `all`.
    pub(super) fn scene(&self, title: String, all: usize) -> Scene {
        let (edges, kept) = self.source.backbone(self.concepts.iter().copied());
        let labels = self.labels();
        let links: Vec<(usize, usize, f32)> = kept
            .iter()
            .map(|&edge| (edges[edge].a, edges[edge].b, edges[edge].weight))
            .collect();
        let layout = self.layout(&labels, &links);
        let mut scene = draft::empty(self.source, SceneKind::Book);
        scene.title = title;
        scene.subtitle = self
            .source
            .extent((self.concepts.len(), all), (kept.len(), edges.len()));
        let shown = self.concepts.iter().map(|concept| concept.concept);
        scene.groups = self.source.scene_groups(self.grouping, &self.drawn, shown);
        scene.findings = self.findings(&scene.groups);
        let top = self.furnish(&mut scene, layout.page);
        let offset = Point::new(MARGIN + REACH, top + REACH);
        let boxes: Vec<Rect> = labels
            .iter()
            .zip(&layout.centers)
            .map(|(label, center)| {
                let center = Point::new(center.x + offset.x, center.y + offset.y);
                Rect::centered(center, label.size)
            })
            .collect();
        let mut quotes = Quotes::default();
        self.regions(&boxes, &links, &mut scene);
        self.nodes(&labels, &boxes, &mut scene, &mut quotes);
        self.edges(&links, &mut scene, &mut quotes);
        quotes.finish(self.source, &[], &mut scene);
        scene
    }

    fn findings(&self, groups: &[SceneGroup]) -> Vec<String> {
        let size = self.source.library.vocabulary().len();
        let findings = Findings {
            source: self.source,
            concepts: &self.concepts,
            groups: &self.groups,
            names: groups.iter().map(|group| group.name.as_str()).collect(),
            positions: positions(size, self.concepts.iter().copied()).0,
        };
        findings.sentences()
    }

    fn labels(&self) -> Vec<Label> {
        let most = self.concepts.iter().map(|concept| concept.mentions).max();
        let concepts = self.concepts.iter();
        concepts
            .map(|concept| {
                let label = self.source.label(concept.concept);
                Label::weighed(label, concept.mentions, most.unwrap_or(1))
            })
            .collect()
    }

    fn layout(&self, labels: &[Label], links: &[(usize, usize, f32)]) -> Layout {
        let graph = LayoutGraph {
            boxes: labels.iter().map(|label| label.size).collect(),
            edges: links
                .iter()
                .map(|&(a, b, weight)| LayoutEdge {
                    a,
                    b,
                    weight: f64::from(weight),
                })
                .collect(),
            groups: self.groups.clone(),
        };
        let earlier = self.earlier(&graph.boxes);
        lay_out(&graph, &earlier, &LayoutOptions::default())
    }

    /// Where the boxes were on an earlier map, moved so that they start at (0, 0)
    /// as a layout does: the title above may have grown.
    fn earlier(&self, boxes: &[Size]) -> Vec<Option<Point>> {
        let vocabulary = self.source.library.vocabulary();
        let places = &self.source.options.earlier.places;
        let place = |concept: &&Weighed| places.get(&vocabulary.get(concept.concept).id);
        let earlier: Vec<Option<Point>> = self.concepts.iter().map(|c| place(c).copied()).collect();
        let rects = earlier.iter().zip(boxes);
        let bounds = rects
            .filter_map(|(center, size)| Some(Rect::centered((*center)?, *size)))
            .reduce(|bounds, rect| bounds.union(&rect));
        let area = |size: &Size| size.width * size.height;
        let needed: f64 = boxes.iter().map(area).sum();
        // Places so far apart, or so close, that no map of ours has them.
        let likely = |bounds: &Rect| {
            let room = area(&bounds.size);
            room.is_finite() && (earlier.len() < 2 || (0.1 * needed..40.0 * needed).contains(&room))
        };
        let Some(Rect { min, .. }) = bounds.filter(likely) else {
            return Vec::new();
        };
        let moved = |center: Point| Point::new(center.x - min.x, center.y - min.y);
        earlier
            .into_iter()
            .map(|center| center.map(moved))
            .collect()
    }

    /// Title and legend around a page of a size; gives where the page starts.
    fn furnish(&self, scene: &mut Scene, page: Size) -> f64 {
        let width = (page.width + 2.0 * (MARGIN + REACH)).max(LEAST_WIDTH);
        let top = heading(&mut scene.captions, &scene.title, &scene.subtitle, width);
        let bottom = top + page.height + 2.0 * REACH + 14.0;
        let legend = legend(&mut scene.captions, &scene.groups, bottom, width);
        scene.size = Size::new(width, bottom + legend + MARGIN / 2.0);
        top
    }

    fn regions(&self, boxes: &[Rect], links: &[(usize, usize, f32)], scene: &mut Scene) {
        for (group, look) in scene.groups.iter().enumerate() {
            let inside = |&index: &usize| self.groups[index] == group;
            let members: Vec<usize> = (0..boxes.len()).filter(inside).collect();
            let place = |index| members.binary_search(&index).ok();
            let region = Region {
                group,
                colour: look.colour,
                boxes: &members
                    .iter()
                    .map(|&index| boxes[index])
                    .collect::<Vec<_>>(),
                links: &links
                    .iter()
                    .filter_map(|&(a, b, weight)| Some((place(a)?, place(b)?, weight)))
                    .collect::<Vec<_>>(),
            };
            scene.backdrop.extend(region.marks());
        }
    }

    fn nodes(&self, labels: &[Label], boxes: &[Rect], scene: &mut Scene, quotes: &mut Quotes) {
        let heaviest = self.concepts.iter().map(|concept| concept.weight);
        let heaviest = heaviest.fold(f32::EPSILON, f32::max);
        for (index, concept) in self.concepts.iter().enumerate() {
            let group = self.groups[index];
            let weight = concept.weight / heaviest;
            let border = Ink::Group(scene.groups[group].colour);
            let width = 1.2 + 1.4 * f64::from(weight);
            scene.nodes.push(SceneNode {
                subject: Subject::Concept(concept.concept),
                id: self.source.concept_id(concept.concept),
                label: self.source.label(concept.concept).to_owned(),
                rect: boxes[index],
                radius: 8.0,
                paint: Paint::outlined(Ink::Card, Stroke::solid(border, width)),
                lines: labels[index].centered_in(&boxes[index], Ink::Text),
                group: Some(group),
                weight,
                names: self.source.other_names(concept.concept),
                facts: self.source.concept_facts(concept.concept),
                quotes: quotes.add(self.source.evidence(concept.concept)),
            });
        }
    }

    fn edges(&self, links: &[(usize, usize, f32)], scene: &mut Scene, quotes: &mut Quotes) {
        let heaviest = links.iter().map(|link| link.2).fold(f32::EPSILON, f32::max);
        for &(a, b, weight) in links {
            let share = weight / heaviest;
            let within = self.groups[a] == self.groups[b];
            let width = 0.8 + 3.6 * f64::from(share);
            let (relation, stroke) = match within {
                true => {
                    let ink = Ink::Group(scene.groups[self.groups[a]].colour);
                    (SceneRelation::Together, Stroke::solid(ink, width))
                }
                false => {
                    let stroke = Stroke::dashed(Ink::Bridge, width.min(2.4));
                    (SceneRelation::Across, stroke)
                }
            };
            let ends = (self.concepts[a].concept, self.concepts[b].concept);
            let Some(pair) = pair(self.source, ends) else {
                continue;
            };
            let line = Path::line(scene.nodes[a].rect.center(), scene.nodes[b].rect.center());
            scene.edges.push(SceneEdge {
                from: a,
                to: b,
                relation,
                weight: share,
                shape: Some(Shape::Path(line)),
                paint: Paint::stroke(stroke),
                lines: Vec::new(),
                label: self.source.pair_label(pair),
                quotes: quotes.add(pair.evidence.iter().copied()),
            });
        }
        let across = |edge: &SceneEdge| edge.relation == SceneRelation::Together;
        scene.edges.sort_by(|x, y| {
            let by_kind = across(x).cmp(&across(y));
            let by_weight = x.weight.total_cmp(&y.weight);
            by_kind
                .then(by_weight)
                .then((x.from, x.to).cmp(&(y.from, y.to)))
        });
    }
}

/// What two concepts have to do with each other.
fn pair<'s>(source: &'s MapSource<'_>, (a, b): (ConceptId, ConceptId)) -> Option<&'s CoMention> {
    let ends = (a.min(b), a.max(b));
    let pairs = source.pairs();
    let at = pairs.binary_search_by_key(&ends, |pair| (pair.a, pair.b));
    Some(&pairs[at.ok()?])
}
