//! What `-f json` prints is what the schemas say, and `docs/json.md` explains.

use crate::support::{bookgraph, project};
use bookgraph::render::json::{AnswerSchema, SCHEMAS};
use serde_json::Value;
use std::collections::BTreeSet;

/// A command for every schema, and the folder to run it in. The libraries are such
/// that no list of the answers stays empty.
const EXAMPLES: &[(&str, &str, &[&str])] = &[
    (
        "bookgraph.find/1",
        ".",
        &[
            "find",
            "AWS",
            "애플",
            "--any",
            "--explain",
            "--context",
            "1",
        ],
    ),
    (
        "bookgraph.found/1",
        ".",
        &["find", "인풋 지표", "-f", "jsonl", "-n", "1"],
    ),
    (
        "bookgraph.search/1",
        ".",
        &["search", "디지털 고객", "--any"],
    ),
    (
        "bookgraph.said/1",
        ".",
        &["search", "디지털", "-f", "jsonl", "-n", "1"],
    ),
    (
        "bookgraph.summary/1",
        "tests/suite/transcripts/summaries.in",
        &["summary"],
    ),
    (
        "bookgraph.story/1",
        "tests/suite/transcripts/summaries.in",
        &["summary", "--concept", "light"],
    ),
    (
        "bookgraph.tag/1",
        "tests/suite/transcripts/tags.in",
        &["tag"],
    ),
    (
        "bookgraph.tag-why/1",
        "tests/suite/transcripts/tags.in",
        &["tag", "--why"],
    ),
    (
        "bookgraph.tag-changes/1",
        ".",
        &[
            "tag",
            "--diff",
            "tests/suite/edit/concept-after-the-last/before.ron",
        ],
    ),
    (
        "bookgraph.suggest/1",
        "tests/suite/transcripts/suggestions.in",
        &["concept", "suggest"],
    ),
    ("bookgraph.entries/1", ".", &["list", "entries"]),
    ("bookgraph.concepts/1", ".", &["list", "concepts"]),
    ("bookgraph.chapters/1", ".", &["list", "chapters"]),
    ("bookgraph.books/1", ".", &["list", "books"]),
    ("bookgraph.queries/1", ".", &["list", "queries"]),
    ("bookgraph.scene/1", ".", &["map"]),
    ("bookgraph.stats/1", ".", &["stats"]),
    ("bookgraph.index/1", ".", &["index"]),
    (
        "bookgraph.timeline/1",
        ".",
        &["timeline", "인풋 지표", "구독"],
    ),
    ("bookgraph.path/1", ".", &["path", "넷플릭스", "AWS"]),
    ("bookgraph.gaps/1", ".", &["gaps"]),
    ("bookgraph.similar/1", ".", &["similar", "day-24"]),
    (
        "bookgraph.review/1",
        ".",
        &["review", "--date", "2023-10-27"],
    ),
    ("bookgraph.show/1", ".", &["show", "AWS"]),
    (
        "bookgraph.check/1",
        "tests/suite/diagnostics/e332-duplicate-id",
        &["check"],
    ),
    (
        "bookgraph.library/1",
        "tests/suite/export/library",
        &["export", "-f", "bookgraph-json"],
    ),
];

/// `docs/schemas/` holds every schema as the program prints it, and nothing else.
/// `SNAPSHOTS=overwrite cargo test` writes it anew.
#[test]
fn the_schemas_in_docs_are_those_of_the_program() {
    let folder = project().join("docs/schemas");
    let file = |schema: &AnswerSchema| format!("{}.json", schema.stem());
    for schema in SCHEMAS {
        let path = folder.join(file(schema));
        let shown = bookgraph(&project(), &["schema", schema.name]);
        assert_eq!(shown.stdout, schema.print());
        if std::env::var("SNAPSHOTS").is_ok_and(|what| what == "overwrite") {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(&path, schema.print()).expect("a file");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, schema.print(), "{} is stale", path.display());
    }
    let kept = std::fs::read_dir(&folder).expect("the folder");
    let kept: BTreeSet<String> = kept
        .map(|entry| entry.expect("an entry").file_name().into_string().unwrap())
        .collect();
    let made: BTreeSet<String> = SCHEMAS.iter().map(file).collect();
    assert_eq!(kept, made);
}

/// Real answers are as their schemas say; every schema has an example.
#[test]
fn answers_are_as_their_schemas_say() {
    let named: BTreeSet<&str> = EXAMPLES.iter().map(|example| example.0).collect();
    let known: BTreeSet<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
    assert_eq!(named, known);
    for (name, folder, args) in EXAMPLES {
        let answer = answer(folder, args);
        assert_eq!(answer["schema"], *name, "{args:?}");
        let schema = SCHEMAS.iter().find(|schema| schema.name == *name).unwrap();
        let schema: Value = serde_json::from_str(&schema.print()).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let wrong: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{args:?}: {wrong:#?}");
    }
}

/// `docs/json.md` has a section on every schema, which names all its fields.
#[test]
fn every_field_is_documented() {
    let page = std::fs::read_to_string(project().join("docs/json.md")).expect("the page");
    let shared = page.split("\n## Shared").nth(1).expect("shared shapes");
    for schema in SCHEMAS {
        let section = page
            .split("\n## ")
            .find(|section| section.starts_with(&format!("`{}`", schema.name)))
            .unwrap_or_else(|| panic!("docs/json.md has no section on {}", schema.name));
        let printed: Value = serde_json::from_str(&schema.print()).expect("JSON");
        let mut fields = BTreeSet::new();
        properties(&printed, &mut fields);
        assert!(fields.len() > 4);
        for field in fields {
            let quoted = format!("`{field}`");
            assert!(
                section.contains(&quoted) || shared.contains(&quoted),
                "{}: {quoted} is not documented",
                schema.name
            );
        }
    }
}

/// The relations of edges are words that `docs/json.md` explains.
#[test]
fn every_relation_of_a_map_is_documented() {
    let page = std::fs::read_to_string(project().join("docs/json.md")).expect("the page");
    let section = page.split("\n## `bookgraph.scene/1`").nth(1);
    let section = section.and_then(|rest| rest.split("\n## ").next()).unwrap();
    let printed = bookgraph::render::json::scene(&crate::support::sampler::sampler());
    let scene: Value = serde_json::from_str(&printed).expect("JSON");
    let edges = scene["edges"].as_array().unwrap();
    assert!(edges.len() > 4);
    for edge in edges {
        let relation = edge["relation"].as_str().unwrap();
        assert!(section.contains(&format!("`{relation}`")), "`{relation}`");
    }
}

fn answer(folder: &str, args: &[&str]) -> Value {
    let mut args = args.to_vec();
    if !args.contains(&"-f") {
        args.extend(["-f", "json"]);
    }
    let printed = bookgraph(&project().join(folder), &args);
    serde_json::from_str(&printed.stdout)
        .unwrap_or_else(|error| panic!("{args:?} prints no JSON: {error}\n{}", printed.stderr))
}

/// The names of all fields that a schema speaks of.
fn properties(schema: &Value, fields: &mut BTreeSet<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(Value::Object(named)) = parts.get("properties") {
                fields.extend(named.keys().cloned());
            }
            parts.values().for_each(|part| properties(part, fields));
        }
        Value::Array(parts) => parts.iter().for_each(|part| properties(part, fields)),
        _ => {}
    }
}
