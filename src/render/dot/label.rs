//! The words in a node.

use super::attributes::{decimals, number, text};
use super::escape::markup;
use super::sheet::Sheet;
use crate::map::scene::{Anchor, SceneNode, TextLine};
use graphviz_rust::dot_structures::{Attribute, Id};

/// Words keep so far from the sides of their box, in points.
const MARGIN: f64 = 4.0;

/// The lines that stand outside of the box.
pub(super) fn beside(node: &SceneNode) -> impl Iterator<Item = &TextLine> {
    node.lines.iter().filter(|line| !is_inside(node, line))
}

/// A line is drawn with its box, over edges, where its box is drawn and it
/// starts, ends or is centred in it.
fn is_inside(node: &SceneNode, line: &TextLine) -> bool {
    let (min, max) = (node.rect.min, node.rect.max());
    let inside = (min.x..=max.x).contains(&line.at.x) && (min.y..=max.y).contains(&line.at.y);
    let towards_outside = match line.anchor {
        Anchor::Start => line.at.x > max.x - MARGIN,
        Anchor::Middle => false,
        Anchor::End => line.at.x < min.x + MARGIN,
    };
    inside && !towards_outside && node.paint.fill.is_some()
}

/// The attributes of the lines inside.
pub(super) fn inside(sheet: &Sheet<'_>, node: &SceneNode) -> Vec<Attribute> {
    let lines: Vec<&TextLine> = node
        .lines
        .iter()
        .filter(|line| is_inside(node, line))
        .collect();
    let Some(first) = lines.first() else {
        return Vec::new();
    };
    let centre = node.rect.center().x;
    let centred = lines
        .iter()
        .all(|line| line.anchor == Anchor::Middle && (line.at.x - centre).abs() < 1.0);
    let alike = lines
        .iter()
        .all(|line| !line.bold && line.size == first.size && line.ink == first.ink);
    if !(centred && alike) {
        // Graphviz centres a text, but not the text of a cell that is wider.
        let html = match centred {
            true => paragraph(sheet, &lines),
            false => table(sheet, node, &lines),
        };
        return vec![Attribute(Id::Plain("label".to_owned()), Id::Html(html))];
    }
    let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    vec![
        text("label", &words.join("\n")),
        number("fontsize", first.size),
        text("fontcolor", &sheet.colour(first.ink)),
    ]
}

/// Lines that are centred: an HTML-like label of text alone.
fn paragraph(sheet: &Sheet<'_>, lines: &[&TextLine]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| words(sheet, line)).collect();
    format!("<{}>", lines.join("<BR/>"))
}

/// Lines of different looks and sides: an HTML-like label as wide as the box, a row a
/// line. Every text in it is escaped by [`markup`].
fn table(sheet: &Sheet<'_>, node: &SceneNode, lines: &[&TextLine]) -> String {
    let rows: String = lines.iter().map(|line| row(sheet, line)).collect();
    let width = (node.rect.size.width - 2.0 * MARGIN).max(1.0);
    format!(
        "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" \
         WIDTH=\"{width:.0}\">{rows}</TABLE>>"
    )
}

fn row(sheet: &Sheet<'_>, line: &TextLine) -> String {
    let side = match line.anchor {
        Anchor::Start => "LEFT",
        Anchor::Middle => "CENTER",
        Anchor::End => "RIGHT",
    };
    format!("<TR><TD ALIGN=\"{side}\">{}</TD></TR>", words(sheet, line))
}

fn words(sheet: &Sheet<'_>, line: &TextLine) -> String {
    // An empty cell would be an error.
    let words = match markup(&line.text) {
        words if words.trim().is_empty() => "&#160;".to_owned(),
        words if line.bold => format!("<B>{words}</B>"),
        words => words,
    };
    format!(
        "<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{words}</FONT>",
        decimals(line.size),
        sheet.colour(line.ink),
    )
}
