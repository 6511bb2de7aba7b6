//! The tables as Parquet, and the SQL that counts the graph from them.

use super::shared::{Made, export, graph, shared_library};
use crate::support::tools::{opened, python};
use crate::support::{TestLibrary, open, project};
use bookgraph::graph::{BookGraph, EdgeKind, Node};
use bookgraph::model::Library;
use serde_json::Value;

/// DuckDB and Arrow read the same rows, and they are those of the library.
#[test]
fn tables_are_read_by_duckdb_and_arrow() {
    let made = export("parquet", &[]);
    let tables = opened("parquet", &made.path);
    let rows = |table: &str| tables[table]["rows"].as_array().expect("rows").clone();
    let library = open(&shared_library().join("notes"));
    let (nodes, edges) = graph();
    let of = |kind: &str| nodes.iter().filter(|node| node.1 == kind).count();
    for (table, kind) in [
        ("books", "book"),
        ("chapters", "chapter"),
        ("entries", "entry"),
        ("concepts", "concept"),
    ] {
        assert_eq!(rows(table).len(), of(kind), "{table}");
    }
    let tagged = edges.iter().filter(|edge| edge.2 == "tagged").count();
    assert_eq!(rows("tags").len(), tagged);
    assert_eq!(rows("links").len(), edges.len() - tagged);
    let entries = library.library.entry_ids();
    let mentions: usize = entries
        .map(|entry| library.tagging.mentions(entry).len())
        .sum();
    assert_eq!(rows("mentions").len(), mentions);
    let hostile = rows("entries")
        .into_iter()
        .find(|row| row[0] == "entry:ko:day-2");
    let hostile = hostile.expect("the entry");
    assert_eq!(hostile[3], "줄\n바꿈\t그리고 \u{1}끝\u{85}");
    assert_eq!(hostile[4], "2023-10-02");
    let undated = rows("entries")
        .into_iter()
        .find(|row| row[0] == "entry:en:links");
    assert_eq!(undated.expect("the entry")[4], Value::Null);
}

/// Counts, weights and links by SQL are those of the program: on DuckDB and on Spark,
/// for the shared library and for one that has hubs, crowds and long entries.
#[test]
fn sql_counts_what_the_program_counts() {
    let crowded = crowded();
    let folder = tempfile::tempdir().expect("a folder");
    let tables = folder.path().join("tables");
    let output = tables.to_str().expect("UTF-8");
    let printed = crowded.run(&["export", "-f", "parquet", "-o", output]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    let made: Made = export("parquet", &[]);
    let libraries = [shared_library().join("notes"), crowded.root().join("notes")];
    let wanted = libraries.map(|notes| {
        let opened = open(&notes);
        let rows = [
            co_mentions(&opened.library, &opened.graph),
            entry_links(&opened.library, &opened.graph),
        ];
        assert!(rows.iter().all(|rows| rows.len() > 10));
        rows
    });
    for engine in ["duckdb", "spark"] {
        let scripts = project().join("sql");
        let paths = [&scripts, &made.path, &tables].map(|path| path.to_str().expect("UTF-8"));
        let answers = python("count.py", &[&[engine], &paths[..]].concat());
        for (at, wanted) in wanted.iter().enumerate() {
            compare(engine, &answers[at], wanted);
        }
    }
}

/// Two ids and numbers: count, expected and weight of a pair, or a similarity.
type Row = ([String; 2], Vec<f64>);

fn compare(engine: &str, answer: &Value, [pairs, links]: &[Vec<Row>; 2]) {
    let counts = rows(&answer["co_mention_counts"], 3);
    let only_count = pairs
        .iter()
        .map(|(ends, numbers)| (ends.clone(), numbers[..1].to_vec()));
    same(engine, &counts, &only_count.collect::<Vec<_>>());
    same(engine, &rows(&answer["co_mention_weights"], 5), pairs);
    same(engine, &rows(&answer["entry_links"], 3), links);
}

/// The first columns of rows, sorted.
fn rows(answer: &Value, columns: usize) -> Vec<Row> {
    let row = |row: &Value| {
        let text = |at: usize| row[at].as_str().expect("an id").to_owned();
        let numbers = (2..columns).map(|at| row[at].as_f64().expect("a number"));
        ([text(0), text(1)], numbers.collect())
    };
    let mut rows: Vec<Row> = answer.as_array().expect("rows").iter().map(row).collect();
    rows.sort_by(|x, y| x.0.cmp(&y.0));
    rows
}

fn same(engine: &str, found: &[Row], wanted: &[Row]) {
    let ends =
        |rows: &[Row]| -> Vec<[String; 2]> { rows.iter().map(|row| row.0.clone()).collect() };
    assert_eq!(ends(found), ends(wanted), "{engine}");
    for (found, wanted) in found.iter().zip(wanted) {
        for (x, y) in found.1.iter().zip(&wanted.1) {
            // The program keeps single precision, and similarities are rounded.
            assert!(
                (x - y).abs() <= 2e-6 * y.abs().max(1.0),
                "{engine}: {found:?} {wanted:?}"
            );
        }
    }
}

fn co_mentions(library: &Library, graph: &BookGraph) -> Vec<Row> {
    let pairs = graph
        .edges()
        .filter_map(|(from, to, edge)| match edge.kind {
            EdgeKind::CoMention { count, expected } => {
                let numbers = [count, expected, edge.weight].map(f64::from).to_vec();
                Some(([name(library, from), name(library, to)], numbers))
            }
            _ => None,
        });
    let mut pairs: Vec<Row> = pairs.collect();
    pairs.sort_by(|x, y| x.0.cmp(&y.0));
    pairs
}

fn entry_links(library: &Library, graph: &BookGraph) -> Vec<Row> {
    let links = graph
        .edges()
        .filter_map(|(from, to, edge)| match edge.kind {
            EdgeKind::Shares { .. } => Some((
                [name(library, from), name(library, to)],
                vec![f64::from(edge.weight)],
            )),
            _ => None,
        });
    let mut links: Vec<Row> = links.collect();
    links.sort_by(|x, y| x.0.cmp(&y.0));
    links
}

fn name(library: &Library, node: Node) -> String {
    match node {
        Node::Concept(id) => format!("concept:{}", library.vocabulary().get(id).id),
        Node::Entry(id) => {
            let entry = library.entry(id);
            format!("entry:{}:{}", library.book(entry.book).id, entry.id)
        }
        _ => unreachable!("pairs are of concepts, and links of entries"),
    }
}

/// A library with a concept on more than a hundred entries, an entry that is about
/// more than twelve concepts, and a sentence that names more than 64.
fn crowded() -> TestLibrary {
    let names: Vec<(String, String, String)> = (0..80)
        .map(|at| {
            let letter = |by: usize| char::from(b'a' + ((at / by) % 26) as u8);
            let english = format!("zq{}{}x", letter(26), letter(1));
            let korean = char::from_u32(0xAC00 + 28 * at as u32).expect("a syllable");
            (format!("c{at}"), format!("{korean}뷁개념"), english)
        })
        .collect();
    let concepts: Vec<(&str, &str, &str)> = names
        .iter()
        .map(|(id, korean, english)| (id.as_str(), korean.as_str(), english.as_str()))
        .collect();
    let mut library = TestLibrary::with_concepts(&concepts);
    // A linear congruential generator (D. Knuth's MMIX): the same library each time.
    let mut state = 1_u64;
    let mut next = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for entry in 0..160 {
        let mut text = String::new();
        for sentence in 0..1 + next(4) {
            for _ in 0..1 + next(3) {
                // Squared, so that some are frequent.
                let concept = next(80) * next(80) / 80;
                let (_, korean, english) = &names[concept];
                text.push_str(if (entry + sentence) % 2 == 0 {
                    korean
                } else {
                    english
                });
                text.push(' ');
            }
            text.push_str("그리고 말이다. ");
        }
        if entry % 4 != 3 {
            text.push_str(&format!("{} 또한 있다. ", names[0].1));
        }
        library = library.entry(&format!("e{entry:03}"), &text);
    }
    let all: Vec<&str> = names
        .iter()
        .map(|(_, _, english)| english.as_str())
        .collect();
    let many: Vec<&str> = all.iter().copied().take(20).collect();
    library
        .entry("crowd", &format!("{}.", all[..70].join(", ")))
        .entry("many", &format!("{}.", many.join(". ")))
}
