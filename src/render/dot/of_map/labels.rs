//! The labels of maps and nodes, and the boxes that hold them.

use super::looks as theme;
use crate::map::{Map, MapKind, MapNode};
use crate::render::dot::escape::{markup, quoted};
use crate::text::width::{ems, shorten};
use graphviz_rust::dot_structures::Id;

/// So many groups stand on one line of the legend.
const LEGEND_NAMES: usize = 4;

/// A heading of more terminal cells than this is cut.
const LONGEST_LINE: usize = 200;

/// A node's label, and the box around it.
pub(super) struct NodeLabel {
    pub(super) label: Id,
    /// The size of the type, in points.
    pub(super) font: f32,
    /// In inches, as Graphviz wants it.
    pub(super) width: f32,
    /// In inches.
    pub(super) height: f32,
}

/// Title, subtitle and, where colours stand for groups, which is which. An
/// HTML-like label: every text in it is escaped by
/// [`markup`].
pub(super) fn heading(map: &Map) -> Id {
    let mut lines = vec![
        format!("<FONT POINT-SIZE=\"18\">{}</FONT>", short(&map.title)),
        format!(
            "<FONT POINT-SIZE=\"12\" COLOR=\"{}\">{}</FONT>",
            theme::FAINT,
            short(&map.subtitle)
        ),
    ];
    if map.kind == MapKind::Concepts {
        let names: Vec<String> = map
            .groups
            .iter()
            .enumerate()
            .map(|(index, group)| {
                let (colour, _) = theme::group(index);
                format!("<FONT COLOR=\"{colour}\">■</FONT> {}", short(&group.label))
            })
            .collect();
        lines.extend(
            names
                .chunks(LEGEND_NAMES)
                .map(|names| format!("<FONT POINT-SIZE=\"12\">{}</FONT>", names.join(" &#160; "))),
        );
    }
    // A thin empty line keeps lines of different sizes apart.
    let left = "<BR ALIGN=\"LEFT\"/>";
    let apart = format!("{left}<FONT POINT-SIZE=\"4\"> </FONT>{left}");
    Id::Html(format!("<{}{left}>", lines.join(&apart)))
}

/// The label of a node. A concept's type grows with its weight; an entry or a
/// chapter has its name in bold above what it is about.
pub(super) fn node(kind: MapKind, node: &MapNode) -> NodeLabel {
    match kind {
        MapKind::Concepts => concept(node),
        MapKind::Entries | MapKind::Chapters => card(node),
    }
}

fn concept(node: &MapNode) -> NodeLabel {
    let font = 12.0 + 8.0 * node.size;
    let widest = node.lines.iter().map(|line| ems(line)).fold(0.0, f64::max) as f32;
    NodeLabel {
        label: Id::Escaped(quoted(&node.lines.join("\n"))),
        font,
        width: inches(widest * font + 16.0),
        height: inches(node.lines.len() as f32 * font * 1.25 + 10.0),
    }
}

fn card(node: &MapNode) -> NodeLabel {
    const NAME: f32 = 13.0;
    const REST: f32 = 11.0;
    // Bold type is a little wider.
    const BOLD: f32 = 1.08;
    let size = |line: usize| if line == 0 { NAME } else { REST };
    let width = |(line, text): (usize, &String)| {
        let bold = if line == 0 { BOLD } else { 1.0 };
        ems(text) as f32 * size(line) * bold
    };
    let widest = node.lines.iter().enumerate().map(width).fold(0.0, f32::max);
    let height: f32 = (0..node.lines.len())
        .map(|line| size(line) * 1.25 + 2.0)
        .sum();
    let lines: Vec<String> = node
        .lines
        .iter()
        .enumerate()
        .map(|(line, text)| match line {
            0 => format!("<B>{}</B>", short(text)),
            _ => format!("<FONT POINT-SIZE=\"{REST}\">{}</FONT>", short(text)),
        })
        .map(|line| format!("<TR><TD>{line}</TD></TR>"))
        .collect();
    // A table, for the space between its rows.
    let table = "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">";
    NodeLabel {
        label: Id::Html(format!("<{table}{}</TABLE>>", lines.concat())),
        font: NAME,
        width: inches(widest + 18.0),
        height: inches(height + 10.0),
    }
}

/// A line of an HTML-like label.
fn short(text: &str) -> String {
    markup(&shorten(text, LONGEST_LINE))
}

fn inches(points: f32) -> f32 {
    points / 72.0
}
