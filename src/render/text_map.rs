//! Maps in words: every node and edge of the picture as a line of text, for
//! readers who hear rather than see, and for comparing two maps.

use super::{harmless, told};
use crate::map::Words;
use crate::map::scene::{Scene, SceneEdge, SceneNode, SceneRelation};
use crate::text::width::{cells, pad};

/// Names up to so many cells stand in a column; what follows a longer one comes
/// right after it.
const COLUMN: usize = 36;

/// The names of subjects, in the order in which nodes of no group are told.
const SUBJECTS: [&str; 4] = ["group", "chapter", "entry", "concept"];

/// The order in which edges are told.
const RELATIONS: [SceneRelation; 7] = [
    SceneRelation::Together,
    SceneRelation::Across,
    SceneRelation::Names,
    SceneRelation::AlsoIn,
    SceneRelation::Shares,
    SceneRelation::LinksTo,
    SceneRelation::RefersTo,
];

/// Prints a scene: its groups with their members and the facts about them, the
/// nodes of no group, and the edges by what they say.
pub fn print(scene: &Scene) -> String {
    let words = Words::new(scene.language);
    let mut text = format!(
        "{}\n{}\n",
        harmless(&scene.title),
        harmless(&scene.subtitle)
    );
    for finding in &scene.findings {
        text.push_str(&harmless(finding));
        text.push('\n');
    }
    for (index, group) in scene.groups.iter().enumerate() {
        let heading = format!(
            "{} {}: {}",
            words.pick("묶음", "Group"),
            index + 1,
            group.name
        );
        let members = scene.nodes.iter().filter(|node| node.group == Some(index));
        section(
            &mut text,
            &heading,
            members.map(|member| node(scene, member)),
        );
    }
    for subject in SUBJECTS {
        let alone = scene.nodes.iter();
        let alone = alone.filter(|node| node.group.is_none() && node.subject.name() == subject);
        let lines = alone.map(|alone| node(scene, alone));
        section(&mut text, nodes_heading(words, subject), lines);
    }
    for relation in RELATIONS {
        // The most important first, unlike in the picture, where it lies on top.
        let edges = scene
            .edges
            .iter()
            .rev()
            .filter(|edge| edge.relation == relation);
        let lines = edges.map(|line| edge(scene, line));
        section(&mut text, edges_heading(words, relation), lines);
    }
    text
}

/// A name and what is said of it.
struct Line {
    name: String,
    rest: Vec<String>,
}

fn node(scene: &Scene, node: &SceneNode) -> Line {
    let mut rest = node.facts.clone();
    rest.extend(told::places(scene, &node.quotes));
    let name = node.label.clone();
    Line { name, rest }
}

fn edge(scene: &Scene, edge: &SceneEdge) -> Line {
    Line {
        name: edge.label.clone(),
        rest: told::places(scene, &edge.quotes).into_iter().collect(),
    }
}

/// A heading and aligned lines; nothing where there are no lines.
fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = Line>) {
    let clean = lines.map(|line| {
        let rest: Vec<String> = line.rest.iter().map(|rest| harmless(rest)).collect();
        (harmless(&line.name), rest.join(" · "))
    });
    let lines: Vec<(String, String)> = clean.collect();
    if lines.is_empty() {
        return;
    }
    let widths = lines.iter().map(|(name, _)| cells(name));
    let column = widths.filter(|&width| width <= COLUMN).max().unwrap_or(0);
    text.push_str(&format!("\n{}\n", harmless(heading)));
    for (name, rest) in lines {
        let line = format!("  {}  {rest}", pad(&name, column));
        text.push_str(&format!("{}\n", line.trim_end()));
    }
}

fn nodes_heading(words: Words, subject: &str) -> &'static str {
    match subject {
        "group" => words.pick("묶음", "Groups"),
        "chapter" => words.pick("장", "Chapters"),
        "entry" => words.pick("기록", "Entries"),
        _ => words.pick("개념", "Concepts"),
    }
}

fn edges_heading(words: Words, relation: SceneRelation) -> &'static str {
    match relation {
        SceneRelation::Together => words.pick("묶음 안의 연결", "Links within groups"),
        SceneRelation::Across => words.pick("묶음 사이의 연결", "Links between groups"),
        SceneRelation::Names => words.pick("기록에 나오는 개념", "Concepts in entries"),
        SceneRelation::AlsoIn => {
            words.pick("다른 장에도 나오는 개념", "Concepts in other chapters")
        }
        SceneRelation::Shares => words.pick("함께 읽을 기록", "Entries that share concepts"),
        SceneRelation::LinksTo => words.pick("이어 놓은 기록", "Entries linked by their reader"),
        SceneRelation::RefersTo => words.pick("장을 가리키는 기록", "References to chapters"),
    }
}
