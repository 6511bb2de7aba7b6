//! Maps for Mermaid, which GitHub and many editors of notes draw: nodes, groups
//! and links. It lays them out anew; marks that say nothing by themselves are
//! left out.

use super::theme::Theme;
use super::{harmless, positions};
use crate::map::scene::{Ink, Scene, SceneEdge, SceneNode};

/// Prints a scene as a flowchart in the colours of a theme.
pub fn print(scene: &Scene, theme: Theme) -> String {
    let mut chart = Chart {
        scene,
        theme,
        lines: vec![
            "---".to_owned(),
            format!("title: {}", yaml(&scene.title)),
            "---".to_owned(),
            concat!("%% bookgraph ", env!("CARGO_PKG_VERSION")).to_owned(),
        ],
    };
    chart
        .lines
        .extend(positions::line(scene).map(|line| format!("%% {line}")));
    chart.lines.push("flowchart LR".to_owned());
    chart.nodes();
    chart.edges();
    chart.colours();
    let lines = chart.lines.join("\n");
    format!("{lines}\n")
}

struct Chart<'a> {
    scene: &'a Scene,
    theme: Theme,
    lines: Vec<String>,
}

impl Chart<'_> {
    fn nodes(&mut self) {
        for (index, group) in self.scene.groups.iter().enumerate() {
            let members = self.members(Some(index));
            if members.is_empty() {
                continue;
            }
            let name = escaped(&group.name);
            self.lines.push(format!("  subgraph g{index}[\"{name}\"]"));
            self.lines.extend(
                members
                    .iter()
                    .map(|&member| format!("    {}", node(member, &self.scene.nodes[member]))),
            );
            self.lines.push("  end".to_owned());
        }
        let alone = self.members(None).into_iter();
        let alone = alone.map(|index| format!("  {}", node(index, &self.scene.nodes[index])));
        self.lines.extend(alone);
    }

    fn members(&self, group: Option<usize>) -> Vec<usize> {
        let nodes = self.scene.nodes.iter().enumerate();
        let members = nodes.filter(|(_, node)| node.group == group);
        members.map(|(index, _)| index).collect()
    }

    fn edges(&mut self) {
        let lines = self
            .scene
            .edges
            .iter()
            .map(|edge| format!("  {}", link(edge)));
        self.lines.extend(lines);
    }

    /// The colours of nodes and of the regions of groups.
    fn colours(&mut self) {
        let colour = |ink| self.theme.colour(ink);
        let (card, text, line) = (colour(Ink::Card), colour(Ink::Text), colour(Ink::Line));
        let mut lines = vec![format!(
            "  classDef default fill:{card},stroke:{line},color:{text}"
        )];
        for (index, group) in self.scene.groups.iter().enumerate() {
            let members = self.members(Some(index));
            if members.is_empty() {
                continue;
            }
            let (stroke, region) = (
                colour(Ink::Group(group.colour)),
                colour(Ink::Region(group.colour)),
            );
            let ids: Vec<String> = members.iter().map(|member| format!("n{member}")).collect();
            lines.extend([
                format!("  classDef group{index} fill:{card},stroke:{stroke},color:{text},stroke-width:2px"),
                format!("  class {} group{index}", ids.join(",")),
                format!("  style g{index} fill:{region},stroke:{region},color:{text}"),
            ]);
        }
        self.lines.extend(lines);
    }
}

fn node(index: usize, node: &SceneNode) -> String {
    format!("n{index}[\"{}\"]", escaped(&node.label))
}

/// Solid lines for the scene's solid lines and marks, dashes for its dashes, an
/// arrow where it points somewhere.
fn link(edge: &SceneEdge) -> String {
    let broken = edge
        .paint
        .stroke
        .is_some_and(|stroke| stroke.dash != Default::default());
    let line = match (broken, edge.relation.is_directed()) {
        (false, false) => "---",
        (false, true) => "-->",
        (true, false) => "-.-",
        (true, true) => "-.->",
    };
    let words: Vec<String> = edge.lines.iter().map(|line| escaped(&line.text)).collect();
    match words.join(" ") {
        words if words.trim().is_empty() => format!("n{} {line} n{}", edge.from, edge.to),
        words => format!("n{} {line}|\"{words}\"| n{}", edge.from, edge.to),
    }
}

/// A text in quotation marks. Whatever means something to Mermaid, to Markdown
/// or in HTML is written by its number.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        let harmless =
            !c.is_ascii_punctuation() || matches!(c, '.' | ',' | '/' | '(' | ')' | '!' | '?');
        match harmless {
            true => escaped.push(c),
            false => escaped.push_str(&format!("#{};", u32::from(c))),
        }
    }
    // A node without words would be an error.
    match escaped.trim().is_empty() {
        true => "#160;".to_owned(),
        false => escaped,
    }
}

/// A text in YAML, of which JSON is a part.
fn yaml(text: &str) -> String {
    serde_json::to_string(&harmless(text)).expect("a text can be written as JSON")
}
