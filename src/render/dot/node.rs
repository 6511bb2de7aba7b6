//! Nodes of a scene as nodes of DOT.

use super::attributes::{number, plain, text};
use super::label;
use super::sheet::{Sheet, dashes};
use crate::map::scene::SceneNode;
use crate::render::told;
use graphviz_rust::dot_structures::{Attribute, Id, Node, NodeId};

/// The id of a node.
pub(super) fn id(index: usize) -> NodeId {
    NodeId(Id::Plain(format!("n{index}")), None)
}

pub(super) fn statement(sheet: &Sheet<'_>, index: usize, node: &SceneNode) -> Node {
    let size = node.rect.size;
    let mut attributes = vec![
        text("id", &node.id),
        text("class", &class(node)),
        text("tooltip", &told::node(sheet.scene, node).join("\n")),
        text("pos", &sheet.pos(node.rect.center())),
        number("width", size.width / 72.0),
        number("height", size.height / 72.0),
    ];
    attributes.extend(looks(sheet, node));
    attributes.extend(label::inside(sheet, node));
    Node::new(id(index), attributes)
}

/// `concept group-0`.
fn class(node: &SceneNode) -> String {
    let subject = node.subject.name();
    match node.group {
        Some(group) => format!("{subject} group-{group}"),
        None => subject.to_owned(),
    }
}

fn looks(sheet: &Sheet<'_>, node: &SceneNode) -> Vec<Attribute> {
    let paint = &node.paint;
    if paint.fill.is_none() && paint.stroke.is_none() {
        return vec![plain("shape", "none")];
    }
    let mut style = Vec::new();
    let mut looks = Vec::new();
    if node.radius > 0.0 {
        style.push("rounded");
    }
    if let Some(ink) = paint.fill {
        style.push("filled");
        looks.push(text("fillcolor", &sheet.colour(ink)));
    }
    match &paint.stroke {
        Some(stroke) => {
            style.extend(dashes(stroke.dash));
            looks.push(text("color", &sheet.colour(stroke.ink)));
            looks.push(number("penwidth", sheet.theme.line_width(stroke.width)));
        }
        None => looks.push(number("penwidth", 0.0)),
    }
    looks.push(text("style", &style.join(",")));
    looks
}
