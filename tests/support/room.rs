//! Whether everything in a scene has a place of its own, by our own metrics of
//! text.

use bookgraph::map::Rect;
use bookgraph::map::scene::{Anchor, Mark, Scene, TextLine};
use bookgraph::text::width::ems;

/// More than this in both directions is an overlap.
const TOLERANCE: f64 = 0.5;

/// What is wrong with the places of texts and boxes: texts that lie over each
/// other or over another node's box, boxes that overlap, and what sticks out.
pub(crate) fn crowding(scene: &Scene) -> Vec<String> {
    let texts = texts(scene);
    let mut wrong = Vec::new();
    let page = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
    let outside = |rect: &Rect| {
        let (min, max, end) = (rect.min, rect.max(), page.max());
        min.x < -TOLERANCE
            || min.y < -TOLERANCE
            || max.x > end.x + TOLERANCE
            || max.y > end.y + TOLERANCE
    };
    for (index, (text, rect, _)) in texts.iter().enumerate() {
        if outside(rect) {
            wrong.push(format!("{text:?} sticks out"));
        }
        for (other, there, _) in &texts[index + 1..] {
            if rect.overlaps(there, TOLERANCE) {
                wrong.push(format!("{text:?} lies over {other:?}"));
            }
        }
        for (node, owner) in scene.nodes.iter().zip(0..) {
            if texts[index].2 != Some(owner) && rect.overlaps(&node.rect, TOLERANCE) {
                wrong.push(format!("{text:?} lies over the box of {:?}", node.label));
            }
        }
    }
    for (index, node) in scene.nodes.iter().enumerate() {
        if outside(&node.rect) {
            wrong.push(format!("the box of {:?} sticks out", node.label));
        }
        for other in &scene.nodes[index + 1..] {
            if node.rect.overlaps(&other.rect, TOLERANCE) {
                wrong.push(format!(
                    "the boxes of {:?} and {:?} overlap",
                    node.label, other.label
                ));
            }
        }
    }
    wrong
}

/// All texts with the boxes they take, and whose they are.
fn texts(scene: &Scene) -> Vec<(String, Rect, Option<usize>)> {
    let marks = scene.backdrop.iter().chain(&scene.captions);
    let loose = marks.filter_map(|mark| match mark {
        Mark::Text(line) => Some((line, None)),
        Mark::Shape { .. } => None,
    });
    let on_edges = scene
        .edges
        .iter()
        .flat_map(|edge| &edge.lines)
        .map(|line| (line, None));
    let in_nodes = scene.nodes.iter().zip(0..);
    let in_nodes =
        in_nodes.flat_map(|(node, index)| node.lines.iter().map(move |line| (line, Some(index))));
    loose
        .chain(on_edges)
        .chain(in_nodes)
        .filter(|(line, _)| !line.text.is_empty())
        .map(|(line, owner)| (line.text.clone(), bounds(line), owner))
        .collect()
}

/// From the top of a capital to below the baseline.
fn bounds(line: &TextLine) -> Rect {
    let width = ems(&line.text) * line.size * if line.bold { 1.06 } else { 1.0 };
    let left = match line.anchor {
        Anchor::Start => line.at.x,
        Anchor::Middle => line.at.x - width / 2.0,
        Anchor::End => line.at.x - width,
    };
    Rect::new(left, line.at.y - 0.8 * line.size, width, line.size)
}
