//! Layout beside the engines of Graphviz.

use crate::measure::cpu_of;
use crate::programs::Programs;
use bookgraph::analyse::Random;
use bookgraph::map::Size;
use bookgraph::map::layout::{LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use std::fmt::Write;
use std::fs;

const BOXES: usize = 200;
const EDGES_PER_BOX: usize = 2;

/// Our CPU time by that of an engine, whose whole process counts; `None` if it isn't
/// there.
pub(crate) fn ratio(programs: &Programs, engine: &str) -> Result<Option<f64>, String> {
    if !programs.graphviz.contains(&engine) {
        return Ok(None);
    }
    let graph = graph();
    let (ours, _) = cpu_of(|| lay_out(&graph, &[], &LayoutOptions::default()))?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("boxes.dot");
    fs::write(&file, dot(&graph)).map_err(|error| error.to_string())?;
    let theirs = crate::measure::measure(
        &programs.itself,
        &crate::programs::Invocation::new(
            engine.as_ref(),
            ["-Tsvg".to_owned(), file.display().to_string()],
        ),
    )?;
    Ok(Some(ours / theirs.cpu))
}

/// Boxes in groups of eight, each linked with two before it, mostly of its group.
fn graph() -> LayoutGraph {
    let mut random = Random::new(1);
    let mut edges = Vec::new();
    for b in 1..BOXES {
        for _ in 0..EDGES_PER_BOX {
            let near = b - 1 - random.below(b.min(8));
            let a = if random.unit() < 0.8 {
                near
            } else {
                random.below(b)
            };
            edges.push(LayoutEdge { a, b, weight: 1.0 });
        }
    }
    LayoutGraph {
        boxes: (0..BOXES)
            .map(|_| Size::new(60.0 + 60.0 * random.unit(), 28.0))
            .collect(),
        edges,
        groups: (0..BOXES).map(|at| at / 8).collect(),
    }
}

fn dot(graph: &LayoutGraph) -> String {
    let mut text = "graph {\nnode [shape=box, fixedsize=true]\n".to_owned();
    for (at, size) in graph.boxes.iter().enumerate() {
        let (width, height) = (size.width / 72.0, size.height / 72.0);
        let _ = writeln!(text, "n{at} [width={width:.3}, height={height:.3}]");
    }
    for edge in &graph.edges {
        let _ = writeln!(text, "n{} -- n{}", edge.a, edge.b);
    }
    text + "}\n"
}
