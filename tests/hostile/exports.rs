//! Hostile titles through every export, opened by the program that the format is for.

use super::{library, readers, titles};
use crate::support::tools::opened;
use bookgraph::export::{EXPORTERS, Form};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The formats that hold the whole graph: all have the same labels.
const GRAPHS: [&str; 8] = [
    "json-graph",
    "graphml",
    "gexf",
    "cytoscape",
    "csv",
    "dot",
    "cypher",
    "neo4j",
];

#[test]
fn every_export_is_opened_and_gives_the_words_back() {
    let library = library(&titles());
    let folder = tempfile::tempdir().expect("a folder");
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let of_graphs = EXPORTERS.iter().filter(|it| GRAPHS.contains(&it.name()));
    assert_eq!(of_graphs.count(), GRAPHS.len());
    let first = |name: &str| {
        GRAPHS
            .iter()
            .position(|it| *it == name)
            .unwrap_or(usize::MAX)
    };
    let mut exporters: Vec<_> = EXPORTERS.iter().collect();
    exporters.sort_by_key(|it| first(it.name()));
    for exporter in exporters {
        let name = exporter.name();
        let path = match exporter.form() {
            Form::One(_) => folder.path().join(format!("{name}.{}", exporter.ending())),
            Form::Many(_) => folder.path().join(name),
        };
        let output = path.to_str().expect("UTF-8");
        let printed = library.run(&["export", "-f", name, "-o", output]);
        assert!(printed.status <= 1, "{name}: {}", printed.stderr);
        readers::words(&printed.stderr, name);
        if name == "bookgraph-json" {
            comes_back(&path);
            continue;
        }
        let answer = opened(name, &path);
        if !GRAPHS.contains(&name) {
            let all = readers::skeleton(&answer.to_string());
            assert!(all.contains("boom()"), "{name}: {all:.200}");
            continue;
        }
        let mut labels = labels(&answer["nodes"]);
        if name == "neo4j" {
            // The shell of sqlite, which reads it here, ends a text at a NUL.
            let cut = |label: String| match label.starts_with("nulesc") {
                true => "nul".to_owned(),
                false => label,
            };
            labels = labels.into_iter().map(cut).collect();
            wanted = wanted.into_iter().map(cut).collect();
        }
        match wanted.is_empty() {
            true => wanted = labels,
            false => assert_eq!(labels, wanted, "{name}"),
        }
    }
    assert!(
        wanted.len() > 100,
        "every title is there, and every concept"
    );
}

/// The labels of nodes, as far as every format can hold them.
fn labels(nodes: &Value) -> BTreeSet<String> {
    let nodes = nodes.as_array().expect("nodes").iter();
    let label = |node: &Value| {
        let label = node[2].as_str().expect("a label");
        let letters = |c: &char| c.is_alphanumeric();
        label.chars().filter(letters).take(60).collect()
    };
    nodes.map(label).collect()
}

/// A library that is imported again has the titles that it had.
fn comes_back(path: &Path) {
    let other = crate::support::TestLibrary::new();
    let file = path.to_str().expect("UTF-8");
    let printed = other.run(&["import", "bookgraph-json", file]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    let listed = other.run(&["list", "entries", "-f", "json"]);
    assert_eq!(readers::texts(&listed.stdout, "title"), titles());
}
