//! The engines of the installed Graphviz, on the same boxes and edges.

use crate::row::Row;
use crate::sample::Sample;
use bookgraph::map::Point;
use bookgraph::map::layout::{LayoutGraph, Quality};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Pixels of an inch.
const INCH: f64 = 72.0;

/// A name, an engine, and the attributes of the graph.
const ENGINES: [(&str, &str, &str); 5] = [
    ("sfdp", "sfdp", "overlap=prism"),
    ("neato", "neato", "overlap=prism"),
    ("neato subset", "neato", "overlap=prism model=subset"),
    ("fdp", "fdp", "overlap=prism"),
    ("dot", "dot", ""),
];

/// A graph as each engine draws it.
pub(crate) fn rows(sample: &Sample) -> Result<Vec<Row>, String> {
    let drawn = ENGINES.iter().map(|&(name, engine, attributes)| {
        let input = input(&sample.graph, attributes);
        let start = Instant::now();
        let plain = run(engine, &input)?;
        let seconds = start.elapsed().as_secs_f64();
        let centers = centers(&plain, sample.graph.boxes.len())
            .ok_or_else(|| format!("{engine} left out a box"))?;
        Ok(Row {
            graph: sample.name.clone(),
            method: name.to_owned(),
            nodes: sample.graph.boxes.len(),
            edges: sample.graph.edges.len(),
            quality: Quality::of(&sample.graph, &centers),
            seconds,
        })
    });
    drawn.collect()
}

fn input(graph: &LayoutGraph, attributes: &str) -> String {
    let mut text =
        format!("graph {{\ngraph [{attributes}];\nnode [shape=box fixedsize=true label=\"\"];\n");
    for (index, size) in graph.boxes.iter().enumerate() {
        let (width, height) = (size.width / INCH, size.height / INCH);
        let _ = writeln!(text, "n{index} [width={width:.5} height={height:.5}];");
    }
    for edge in &graph.edges {
        let _ = writeln!(text, "n{} -- n{};", edge.a, edge.b);
    }
    text + "}\n"
}

fn run(engine: &str, input: &str) -> Result<String, String> {
    let error = |error: std::io::Error| format!("{engine}: {error}");
    let mut child = Command::new(engine)
        .arg("-Tplain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(error)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(error)?;
    }
    let output = child.wait_with_output().map_err(error)?;
    String::from_utf8(output.stdout).map_err(|error| format!("{engine}: {error}"))
}

/// The lines `node n7 x y width height …`, in inches.
fn centers(plain: &str, nodes: usize) -> Option<Vec<Point>> {
    let mut centers = vec![None; nodes];
    for line in plain.lines() {
        let mut words = line.split(' ');
        if words.next() != Some("node") {
            continue;
        }
        let index: usize = words.next()?.strip_prefix('n')?.parse().ok()?;
        let x: f64 = words.next()?.parse().ok()?;
        let y: f64 = words.next()?.parse().ok()?;
        *centers.get_mut(index)? = Some(Point::new(x * INCH, y * INCH));
    }
    centers.into_iter().collect()
}
