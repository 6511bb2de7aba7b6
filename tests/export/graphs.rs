//! The formats that hold the whole graph.

use super::shared::{EdgeRow, NodeRow, export, graph};
use crate::support::tools::opened;
use serde_json::Value;

/// How a label comes out where not every character can stand.
type Shown = fn(&str) -> String;

fn as_it_is(label: &str) -> String {
    label.to_owned()
}

/// XML 1.0 has no control characters below U+0020 but tab and line breaks.
fn in_xml(label: &str) -> String {
    let shown = |c| match c {
        '\n' | '\t' | '\r' => c,
        '\0'..='\u{1F}' => '\u{FFFD}',
        c => c,
    };
    label.chars().map(shown).collect()
}

fn in_dot(label: &str) -> String {
    let shown = |c: char| match c {
        '\t' => ' ',
        '\n' => '\n',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    label.chars().map(shown).collect()
}

/// A spreadsheet must not take it for a formula.
fn in_a_spreadsheet(label: &str) -> String {
    match label.starts_with(['=', '+', '-', '@', '＝']) {
        true => format!("'{label}"),
        false => label.to_owned(),
    }
}

/// Every node and every edge arrives, with its id, label and weight.
#[test]
fn every_graph_format_holds_the_whole_graph() {
    let (nodes, edges) = graph();
    assert!(
        nodes.len() > 20 && edges.len() > 60,
        "the library is worth a test"
    );
    let formats: [(&str, Shown); 8] = [
        ("graphml", in_xml),
        ("gexf", in_xml),
        ("json-graph", as_it_is),
        ("cytoscape", as_it_is),
        ("csv", in_a_spreadsheet),
        ("dot", in_dot),
        ("cypher", as_it_is),
        ("neo4j", as_it_is),
    ];
    for (format, shown) in formats {
        let answer = opened(format, &export(format, &[]).path);
        let mut found: Vec<NodeRow> = read(&answer["nodes"]);
        found.sort();
        let wanted = nodes.iter().cloned();
        let wanted: Vec<NodeRow> = wanted
            .map(|(id, kind, it)| (id, kind, shown(&it)))
            .collect();
        assert_eq!(found, wanted, "{format}");
        let mut found: Vec<EdgeRow> = read(&answer["edges"]);
        found.sort_by(|x, y| x.partial_cmp(y).expect("weights are numbers"));
        assert_eq!(found.len(), edges.len(), "{format}");
        for (found, wanted) in found.iter().zip(&edges) {
            let ends = |edge: &EdgeRow| [edge.0.clone(), edge.1.clone(), edge.2.clone()];
            assert_eq!(ends(found), ends(wanted), "{format}");
            assert!(
                (found.3 - wanted.3).abs() < 1e-6,
                "{format}: {found:?} {wanted:?}"
            );
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> Vec<T> {
    serde_json::from_value(value.clone()).expect("rows")
}

/// Gephi's timeline: an entry on its day, a concept on the days of its entries.
#[test]
fn gexf_knows_when_things_were_read() {
    let answer = opened("gexf", &export("gexf", &[]).path);
    let spells = &answer["spells"];
    let day = |day: &str| serde_json::json!([[day, day]]);
    assert_eq!(spells["entry:ko:formula"], day("2023-10-04"));
    assert_eq!(
        spells["entry:en:links"],
        Value::Null,
        "an entry without a day"
    );
    let runs = serde_json::json!([
        ["2023-10-01", "2023-10-02"],
        ["2023-10-04", "2023-10-04"],
        ["2024-01-05", "2024-01-05"]
    ]);
    assert_eq!(spells["concept:aws"], runs);
    assert_eq!(spells["book:ko"], Value::Null);
}

/// No cell of the tables for spreadsheets starts like a formula.
#[test]
fn no_cell_is_a_formula() {
    let answer = opened("csv", &export("csv", &[]).path);
    let cells: Vec<String> = serde_json::from_value(answer["cells"].clone()).expect("cells");
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let formulas: Vec<&String> = cells
        .iter()
        .filter(|cell| cell.starts_with(starts))
        .collect();
    assert!(formulas.is_empty(), "{formulas:?}");
    assert!(
        cells
            .iter()
            .any(|cell| cell == "'+인풋 지표, 여백, AWS가 한 문장에 있다.")
    );
}

/// Texts come back from a graph database as they were written.
#[test]
fn cypher_keeps_texts() {
    let answer = opened("cypher", &export("cypher", &[]).path);
    assert_eq!(
        answer["texts"]["entry:ko:day-2"],
        "AWS에서 인풋 지표를 본다.\nPR/FAQ를 쓴다.\u{8} 2장에서는 AWS와 PR/FAQ를 다룬다."
    );
    let quoted = answer["texts"]["entry:en:quotes"].as_str().expect("a text");
    assert!(
        quoted.contains("'single', back\\slash, tab\there"),
        "{quoted}"
    );
}

/// The headings by which `neo4j-admin database import` knows ids, labels and types.
#[test]
fn neo4j_headings_have_types() {
    let answer = opened("neo4j", &export("neo4j", &[]).path);
    let [nodes, links] = [0, 1].map(|at| -> Vec<String> { read(&answer["headings"][at]) });
    for heading in [
        "id:ID",
        ":LABEL",
        "date:date",
        "first_page:int",
        "aliases:string[]",
    ] {
        assert!(nodes.iter().any(|it| it == heading), "{heading}");
    }
    for heading in [":START_ID", ":END_ID", ":TYPE", "weight:double"] {
        assert!(links.iter().any(|it| it == heading), "{heading}");
    }
}

/// Mermaid's own parser finds the concepts by their labels, and their links.
#[test]
fn mermaid_is_read_by_mermaid() {
    let answer = opened("mermaid", &export("mermaid", &[]).path);
    let nodes: Vec<(String, String)> = read(&answer["nodes"]);
    let (all, edges) = graph();
    // What is linked to nothing is not drawn.
    let concepts = all
        .into_iter()
        .filter(|node| node.1 == "concept" && node.0 != "concept:unused");
    let mut wanted: Vec<String> = concepts.map(|(_, _, label)| label).collect();
    let mut labels: Vec<String> = nodes.iter().map(|(_, label)| label.clone()).collect();
    wanted.sort();
    labels.sort();
    assert_eq!(labels, wanted);
    let drawn: Vec<[String; 4]> = read(&answer["edges"]);
    let of = |kind: &str| edges.iter().filter(|edge| edge.2 == kind).count();
    let arrows = drawn.iter().filter(|edge| edge[3] == "arrow_point").count();
    let dotted = drawn.iter().filter(|edge| edge[2] == "dotted").count();
    assert_eq!((arrows, dotted), (of("broader"), of("related")));
    assert!(drawn.len() > arrows + dotted && drawn.len() <= 500);
}
