//! Layout beside the engines of Graphviz.

use crate::hops::Sampled;
use crate::measure::{cpu_of, measure};
use crate::programs::{Invocation, Programs};
use bookgraph::analyse::Random;
use bookgraph::map::layout::{LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use bookgraph::map::{Point, Size};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// A map that can still be looked at as a whole, and the largest there is.
const BOXES: usize = 200;
const MOST_BOXES: usize = 5_000;
const EDGES_PER_BOX: usize = 2;
/// Each engine runs as often, in turn with ours.
const RUNS: usize = 3;

/// Our CPU time for 200 boxes by that of an engine, whose whole process counts; `None` if it
/// isn't there.
pub(crate) fn ratio(programs: &Programs, engine: &str) -> Result<Option<f64>, String> {
    time(programs, engine, BOXES)
}

/// The same for 5,000 boxes and `sfdp`.
pub(crate) fn time_of_many(programs: &Programs) -> Result<Option<f64>, String> {
    time(programs, "sfdp", MOST_BOXES)
}

/// The stress of our drawing of 5,000 boxes, none of which is on another, by that of `sfdp`'s,
/// which lets boxes overlap.
pub(crate) fn stress_of_many(programs: &Programs) -> Result<Option<f64>, String> {
    if !programs.graphviz.contains(&"sfdp") {
        return Ok(None);
    }
    let graph = graph(MOST_BOXES);
    let sampled = Sampled::of(&graph);
    let ours = lay_out(&graph, &[], &LayoutOptions::default()).centers;
    let input = Input::new(&graph)?;
    let theirs = drawn("sfdp", &input.file, graph.boxes.len())?;
    Ok(Some(sampled.stress(&ours) / sampled.stress(&theirs)))
}

fn time(programs: &Programs, engine: &str, boxes: usize) -> Result<Option<f64>, String> {
    if !programs.graphviz.contains(&engine) {
        return Ok(None);
    }
    let graph = graph(boxes);
    let input = Input::new(&graph)?;
    let arguments = ["-Tsvg".to_owned(), input.file.display().to_string()];
    let engine = Invocation::new(engine.as_ref(), arguments);
    let mut ratios = Vec::new();
    for _ in 0..RUNS {
        let (ours, _) = cpu_of(|| lay_out(&graph, &[], &LayoutOptions::default()))?;
        ratios.push(ours / measure(&programs.itself, &engine)?.cpu);
    }
    ratios.sort_by(f64::total_cmp);
    Ok(Some(ratios[RUNS / 2]))
}

/// Boxes in groups of eight, each linked with two before it, mostly of its group.
fn graph(boxes: usize) -> LayoutGraph {
    let mut random = Random::new(1);
    let mut edges = Vec::new();
    for b in 1..boxes {
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
        boxes: (0..boxes)
            .map(|_| Size::new(60.0 + 60.0 * random.unit(), 28.0))
            .collect(),
        edges,
        groups: (0..boxes).map(|at| at / 8).collect(),
    }
}

/// A graph in a file for Graphviz, there as long as this is.
struct Input {
    _folder: tempfile::TempDir,
    file: PathBuf,
}

impl Input {
    fn new(graph: &LayoutGraph) -> Result<Self, String> {
        let said = |error: io::Error| error.to_string();
        let folder = tempfile::tempdir().map_err(said)?;
        let file = folder.path().join("boxes.dot");
        fs::write(&file, dot(graph)).map_err(said)?;
        Ok(Self {
            _folder: folder,
            file,
        })
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

/// Where an engine puts the boxes.
fn drawn(engine: &str, file: &Path, boxes: usize) -> Result<Vec<Point>, String> {
    let mut command = Command::new(engine);
    let output = command.arg("-Tplain").arg(file).output();
    let output = output.map_err(|error| format!("{engine}: {error}"))?;
    let plain = String::from_utf8_lossy(&output.stdout);
    let mut centers = vec![None; boxes];
    for line in plain.lines() {
        // `node n7 x y width height …`, in inches.
        let words: Vec<&str> = line.split(' ').collect();
        if let ["node", name, x, y, ..] = words[..] {
            let number = name.strip_prefix('n').and_then(|name| name.parse().ok());
            let place = x.parse().ok().zip(y.parse().ok());
            let (number, (x, y)): (usize, (f64, f64)) = number
                .zip(place)
                .ok_or_else(|| format!("{engine}: {line}"))?;
            *centers
                .get_mut(number)
                .ok_or_else(|| format!("{engine}: {line}"))? = Some(Point::new(x, y));
        }
    }
    let all: Option<Vec<Point>> = centers.into_iter().collect();
    all.ok_or_else(|| format!("{engine} left out a box"))
}
