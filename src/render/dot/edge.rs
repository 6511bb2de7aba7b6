//! Edges of a scene as edges of DOT.

use super::attributes::{number, ours, plain, text};
use super::sheet::{Sheet, dashes};
use super::{node, outline};
use crate::map::Point;
use crate::map::scene::{Anchor, Path, SceneEdge, Shape, Stroke, TextLine};
use crate::render::told;
use crate::text::width::ems;
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Vertex};

/// The line of an edge that Graphviz can draw as one. Where an edge is a dot, a
/// square or a pill, the background has it.
pub(super) fn line(edge: &SceneEdge) -> Option<(&Path, &Stroke)> {
    match (&edge.shape, &edge.paint.stroke) {
        (Some(Shape::Path(path)), Some(stroke))
            if !path.closed && !path.segments.is_empty() && edge.paint.fill.is_none() =>
        {
            Some((path, stroke))
        }
        _ => None,
    }
}

pub(super) fn statement(sheet: &Sheet<'_>, edge: &SceneEdge) -> Edge {
    let mut attributes = vec![
        text("class", edge.relation.name()),
        text("tooltip", &told::edge(sheet.scene, edge).join("\n")),
    ];
    match line(edge) {
        Some((path, stroke)) => attributes.extend(drawn(sheet, edge, path, stroke)),
        None => attributes.extend([plain("style", "invis"), across(sheet, edge)]),
    }
    let vertex = |index| Vertex::N(node::id(index));
    Edge {
        ty: EdgeTy::Pair(vertex(edge.from), vertex(edge.to)),
        attributes,
    }
}

fn drawn(sheet: &Sheet<'_>, edge: &SceneEdge, path: &Path, stroke: &Stroke) -> Vec<Attribute> {
    let mut attributes = vec![
        pos(sheet, &outline::curves(path)),
        text("color", &sheet.colour(stroke.ink)),
        number("penwidth", sheet.theme.line_width(stroke.width)),
    ];
    attributes.extend(dashes(stroke.dash).map(|dash| plain("style", dash)));
    if let Some(first) = edge.lines.first() {
        let words: Vec<&str> = edge.lines.iter().map(|line| line.text.as_str()).collect();
        attributes.extend([
            text("label", &words.join("\n")),
            text("lp", &sheet.pos(middle(first, edge.lines.len()))),
            number("fontsize", first.size),
            text("fontcolor", &sheet.colour(first.ink)),
        ]);
    }
    attributes
}

/// The middle of some lines, of which the first is given.
fn middle(first: &TextLine, lines: usize) -> Point {
    let half = ems(&first.text) * first.size / 2.0;
    let x = match first.anchor {
        Anchor::Start => first.at.x + half,
        Anchor::Middle => first.at.x,
        Anchor::End => first.at.x - half,
    };
    // The middle of a line is a third of its size above its baseline; Graphviz
    // sets lines 1.2 times their size apart.
    let below = (lines as f64 - 1.0) * 0.6;
    Point::new(x, first.at.y + (below - 0.35) * first.size)
}

/// Any way from one end to the other: without one Graphviz looks for its own.
fn across(sheet: &Sheet<'_>, edge: &SceneEdge) -> Attribute {
    let ends = [edge.from, edge.to].map(|end| sheet.scene.nodes[end].rect.center());
    pos(sheet, &outline::curves(&Path::line(ends[0], ends[1])))
}

fn pos(sheet: &Sheet<'_>, points: &[Point]) -> Attribute {
    let places: Vec<String> = points.iter().map(|&point| sheet.pos(point)).collect();
    ours("pos", &places.join(" "))
}
