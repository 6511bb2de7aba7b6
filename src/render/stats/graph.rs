//! Nodes and edges of the graph.

use super::{Section, Source};
use crate::graph::{BookGraph, EdgeKind};

pub(super) fn section(source: &Source<'_>, graph: &BookGraph) -> Section {
    let words = source.words;
    let mut section = source.section("그래프 (라이브러리 전체)", "Graph (of the whole library)");
    let (nodes, edges) = (graph.graph().node_count(), graph.graph().edge_count());
    section.lines.push(match words.is_korean() {
        true => format!("점 {nodes}개, 선 {edges}개"),
        false => format!("{nodes} nodes, {edges} edges"),
    });
    section.table = source.table(&[("선", "edge"), ("수#", "count#")]);
    let mut counts = [0_usize; KINDS.len()];
    for (_, _, edge) in graph.edges() {
        counts[kind(edge.kind)] += 1;
    }
    for (index, ((korean, english), count)) in KINDS.iter().zip(counts).enumerate() {
        // Notes that are no Markdown have no links.
        if count == 0 && index == kind(EdgeKind::LinksTo) {
            continue;
        }
        let name = words.pick(korean, english).to_owned();
        section.table.rows.push(vec![name, count.to_string()]);
    }
    section
}

const KINDS: [(&str, &str); 9] = [
    ("속함", "part of"),
    ("다음", "next"),
    ("태그", "tagged"),
    ("가리킴", "refers to"),
    ("상위 개념", "broader"),
    ("관련", "related"),
    ("함께 언급", "named together"),
    ("개념 공유", "shares concepts"),
    ("링크", "links to"),
];

fn kind(kind: EdgeKind) -> usize {
    match kind {
        EdgeKind::PartOf => 0,
        EdgeKind::Next => 1,
        EdgeKind::Tagged => 2,
        EdgeKind::RefersTo => 3,
        EdgeKind::Broader => 4,
        EdgeKind::Related => 5,
        EdgeKind::CoMention { .. } => 6,
        EdgeKind::Shares { .. } => 7,
        EdgeKind::LinksTo => 8,
    }
}
