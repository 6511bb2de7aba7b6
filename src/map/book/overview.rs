//! The overview: a library too large for one picture, as its groups.

use super::{LEAST_WIDTH, Members};
use crate::analyse::Weighed;
use crate::graph::{WeightedPair, backbone};
use crate::map::bond::{Bond, bonds};
use crate::map::draft;
use crate::map::furniture::{MARGIN, heading, legend};
use crate::map::geometry::{Point, Rect, Size};
use crate::map::label::{Label, line, text_width};
use crate::map::layout::{LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use crate::map::quotes::Quotes;
use crate::map::scene::{
    Ink, Paint, Path, Scene, SceneEdge, SceneKind, SceneNode, SceneRelation, Shape, Stroke,
    Subject, TextLine,
};
use crate::map::source::MapSource;

/// So many members stand in a group's box.
const SHOWN: usize = 7;
const NAME: f64 = 16.0;
const MEMBER: f64 = 12.5;
const LEADING: f64 = 18.0;
const PADDING: f64 = 14.0;

/// Draws groups as boxes with their most important members, linked by what their
/// members have to do with each other.
pub(super) fn scene(source: &MapSource<'_>, groups: &[Members<'_>]) -> Scene {
    let kind = source.words.pick("개념 묶음", "groups of concepts");
    let mut scene = draft::empty(source, SceneKind::Overview);
    scene.title = source.title(kind);
    let numbers: Vec<usize> = groups.iter().map(|(group, _)| *group).collect();
    let shown = groups.iter().flat_map(|(_, members)| members);
    let shown = shown.map(|member| member.concept);
    scene.groups = source.scene_groups(&source.grouping, &numbers, shown);
    let all = bonds_of(source, groups);
    let possible = all.len();
    let links = strongest(all, groups.len(), source.options.edges_per_node);
    let drawn = groups.iter().map(|(_, members)| members.len()).sum();
    scene.subtitle = source.extent((drawn, source.concepts.len()), (links.len(), possible));

    let cards: Vec<Card> = groups
        .iter()
        .enumerate()
        .map(|(index, (_, members))| Card::new(source, &scene.groups[index].name, members))
        .collect();
    let layout = lay_out(
        &LayoutGraph {
            boxes: cards.iter().map(|card| card.size).collect(),
            edges: links.iter().map(edge).collect(),
            groups: (0..cards.len()).collect(),
        },
        &[],
        &LayoutOptions {
            fill: 0.4,
            ..LayoutOptions::default()
        },
    );
    let width = (layout.page.width + 2.0 * MARGIN).max(LEAST_WIDTH);
    let top = heading(&mut scene.captions, &scene.title, &scene.subtitle, width);
    let bottom = top + layout.page.height + 14.0;
    let legend = legend(&mut scene.captions, &scene.groups, bottom, width);
    scene.size = Size::new(width, bottom + legend + MARGIN / 2.0);

    let mut quotes = Quotes::default();
    for (index, card) in cards.into_iter().enumerate() {
        let center = layout.centers[index];
        let center = Point::new(center.x + MARGIN, center.y + top);
        scene.nodes.push(card.node(&scene, index, center));
    }
    add_edges(&links, &mut scene, &mut quotes);
    quotes.finish(source, &[], &mut scene);
    scene
}

/// A group's box on its way.
struct Card {
    name: String,
    members: Vec<String>,
    count: String,
    share: f32,
    size: Size,
}

impl Card {
    fn new(source: &MapSource<'_>, name: &str, members: &[&Weighed]) -> Self {
        let shown: Vec<String> = members
            .iter()
            .take(SHOWN)
            .map(|concept| Label::one_line(source.label(concept.concept), MEMBER, false))
            .filter_map(|label| label.lines.into_iter().next())
            .collect();
        let count = source.words.concepts(members.len());
        let widths = shown.iter().map(|member| text_width(member, MEMBER, false));
        let widest = widths
            .chain([
                text_width(name, NAME, true),
                text_width(&count, MEMBER, false),
            ])
            .fold(0.0, f64::max);
        let height = NAME + 10.0 + LEADING * (shown.len() + 1) as f64 + 2.0 * PADDING;
        let drawn: f32 = members.iter().map(|concept| concept.weight).sum();
        let all: f32 = source.concepts.iter().map(|concept| concept.weight).sum();
        Self {
            name: name.to_owned(),
            members: shown,
            count,
            share: drawn / all.max(f32::EPSILON),
            size: Size::new((widest + 2.0 * PADDING).ceil(), height.ceil()),
        }
    }

    fn node(self, scene: &Scene, index: usize, center: Point) -> SceneNode {
        let rect = Rect::centered(center, self.size);
        let colour = scene.groups[index].colour;
        let x = rect.min.x + PADDING;
        let mut y = rect.min.y + PADDING + NAME * 0.8;
        let mut lines = vec![TextLine {
            bold: true,
            ..line(&self.name, Point::new(x, y), NAME, Ink::Text)
        }];
        y += LEADING + 2.0;
        lines.push(line(&self.count, Point::new(x, y), MEMBER, Ink::Muted));
        for member in &self.members {
            y += LEADING;
            lines.push(line(member, Point::new(x, y), MEMBER, Ink::Text));
        }
        SceneNode {
            subject: Subject::Group(index),
            id: format!("group-{}", index + 1),
            label: self.name,
            rect,
            radius: 12.0,
            paint: Paint::outlined(Ink::Tint(colour), Stroke::solid(Ink::Group(colour), 1.6)),
            lines,
            group: Some(index),
            weight: self.share,
            names: Vec::new(),
            facts: vec![self.count, self.members.join(", ")],
            quotes: Vec::new(),
        }
    }
}

/// What the groups have to do with each other, numbered as they are drawn.
fn bonds_of(source: &MapSource<'_>, groups: &[Members<'_>]) -> Vec<Bond> {
    let drawn = groups.iter().map(|(_, members)| members.len()).sum();
    if let Some(known) = source.bonds(drawn) {
        return known.to_vec();
    }
    let members = groups.iter().enumerate();
    let members = members.flat_map(|(place, (_, members))| {
        let concepts = members.iter().map(|member| member.concept);
        concepts.map(move |concept| (concept, place))
    });
    let size = source.library.vocabulary().len();
    bonds(size, source.pairs(), members)
}

fn edge(bond: &Bond) -> LayoutEdge {
    LayoutEdge {
        a: bond.ends.0,
        b: bond.ends.1,
        weight: f64::from(bond.weight),
    }
}

/// The backbone of the bonds: all groups hang together somehow.
fn strongest(links: Vec<Bond>, groups: usize, edges_per_node: f32) -> Vec<Bond> {
    let pairs: Vec<WeightedPair> = links
        .iter()
        .map(|link| WeightedPair {
            a: link.ends.0,
            b: link.ends.1,
            weight: link.weight,
        })
        .collect();
    let kept = backbone(groups, &pairs, edges_per_node).edges;
    let mut links: Vec<Option<Bond>> = links.into_iter().map(Some).collect();
    kept.into_iter()
        .filter_map(|link| links[link].take())
        .collect()
}

fn add_edges(links: &[Bond], scene: &mut Scene, quotes: &mut Quotes) {
    let heaviest = links
        .iter()
        .map(|link| link.weight)
        .fold(f32::EPSILON, f32::max);
    for link in links {
        let (from, to) = link.ends;
        let share = link.weight / heaviest;
        let width = 1.0 + 5.0 * f64::from(share);
        let ends = (
            scene.nodes[from].rect.center(),
            scene.nodes[to].rect.center(),
        );
        scene.edges.push(SceneEdge {
            from,
            to,
            relation: SceneRelation::Across,
            weight: share,
            shape: Some(Shape::Path(Path::line(ends.0, ends.1))),
            paint: Paint::stroke(Stroke::solid(Ink::Bridge, width)),
            lines: Vec::new(),
            label: format!(
                "{} – {}: ×{}",
                scene.nodes[from].label, scene.nodes[to].label, link.pairs
            ),
            quotes: quotes.add(link.evidence.iter().copied()),
        });
    }
    scene.edges.sort_by(|x, y| {
        let by_weight = x.weight.total_cmp(&y.weight);
        by_weight.then((x.from, x.to).cmp(&(y.from, y.to)))
    });
}
