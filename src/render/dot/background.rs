//! What is neither node nor edge, and what of those Graphviz cannot draw.

use super::sheet::Sheet;
use super::xdot::Xdot;
use super::{edge, label};
use crate::map::scene::Mark;

/// The drawing under the graph, as a quoted string: regions, bands and axes,
/// marks that are edges, the heads of arrows, words beside their nodes, titles
/// and legends.
pub(super) fn of(sheet: &Sheet<'_>) -> String {
    let mut drawing = Xdot::new(sheet);
    let scene = sheet.scene;
    marks(&mut drawing, &scene.backdrop);
    for edge in &scene.edges {
        let drawn = edge::line(edge).is_some();
        if let Some(shape) = edge.shape.as_ref().filter(|_| !drawn) {
            drawing.shape(shape, &edge.paint);
            edge.lines.iter().for_each(|line| drawing.text(line));
        }
        if let Some((head, paint)) = edge.arrowhead() {
            drawing.shape(&head, &paint);
        }
    }
    for node in &scene.nodes {
        label::beside(node).for_each(|line| drawing.text(line));
    }
    marks(&mut drawing, &scene.captions);
    drawing.quoted()
}

fn marks(drawing: &mut Xdot<'_>, marks: &[Mark]) {
    for mark in marks {
        match mark {
            Mark::Shape { shape, paint, .. } => drawing.shape(shape, paint),
            Mark::Text(line) => drawing.text(line),
        }
    }
}
