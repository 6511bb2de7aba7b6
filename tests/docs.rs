//! What the documents say is true.

use crate::support::{TestLibrary, bookgraph, command, project};
use bookgraph::notes;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

fn document(name: &str) -> String {
    std::fs::read_to_string(project().join(name)).expect("the document")
}

/// The code blocks of a Markdown text with one info string.
fn blocks(text: &str, info: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        match &mut open {
            Some(_) if line.starts_with("```") => blocks.extend(open.take()),
            Some(block) => block.push_str(&format!("{line}\n")),
            None if line == format!("```{info}") => open = Some(String::new()),
            None => {}
        }
    }
    blocks
}

/// Every example of the format's tutorial is a file that the reader takes.
/// They are put into one folder each, beside a book and the concepts and
/// chapters that the examples speak of.
#[test]
fn every_example_of_the_format_is_valid() {
    let text = document("docs/file-format.md");
    let examples = blocks(&text, "ron");
    assert!(examples.len() >= 15, "{}", examples.len());
    for example in examples {
        let is = |root: &str| {
            example
                .trim_start_matches(|c: char| c != '\n' && !c.is_alphabetic())
                .contains(root)
        };
        let mut library = TestLibrary::new().file("b/example.ron", &example);
        if !is("Book(") {
            library = library.file("b/book.ron", BOOK);
        }
        if !is("Vocabulary(") {
            library = library.file("concepts.ron", CONCEPTS);
        }
        let problems: Vec<String> = library
            .read()
            .diagnostics
            .iter()
            .filter(|problem| !["E344", "E345", "E343"].contains(&problem.code.name()))
            .map(ToString::to_string)
            .collect();
        assert!(problems.is_empty(), "{problems:#?}\n{example}");
    }
}

const BOOK: &str = r#"Book(id: "b", title: "A book")"#;
const CONCEPTS: &str = r#"Vocabulary(concepts: [])"#;

/// Every command of the README's table does its work.
#[test]
fn the_commands_of_the_table_run() {
    let folder = tempfile::tempdir().unwrap();
    let text = document("README.md");
    let rows = text.lines().filter_map(|line| line.strip_suffix("` |"));
    let commands: Vec<&str> = rows
        .filter_map(|row| Some(row.rsplit_once("| `bookgraph ")?.1))
        .collect();
    assert!(commands.len() >= 12, "{commands:?}");
    for command in commands {
        let args = shell_words::split(command).unwrap();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let root = project();
        let library = ["-C", root.to_str().unwrap()];
        let args = [&library, &args[..]].concat();
        if command.starts_with("watch ") {
            watches(folder.path(), &args);
            continue;
        }
        let printed = bookgraph(folder.path(), &args);
        assert_eq!(printed.status, 0, "{command}: {}", printed.stderr);
        let troubled = ["warning", "error"]
            .iter()
            .any(|it| printed.stderr.contains(it));
        assert!(!troubled, "{command}: {}", printed.stderr);
    }
    assert!(folder.path().join("map.html").is_file());
}

/// What waits for changes does its work once, and waits.
fn watches(folder: &Path, args: &[&str]) {
    let mut watching = command(folder, args)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let errors = BufReader::new(watching.stderr.take().unwrap());
    let said = errors.lines().map_while(Result::ok);
    let waits = said.take_while(|line| !line.starts_with("error"));
    let waits = waits.filter(|line| line.starts_with("watching "));
    assert_eq!(waits.take(1).count(), 1);
    watching.kill().unwrap();
    watching.wait().unwrap();
}

/// The two commands at the top of the README: the first runs (without cargo
/// around it), the second is the script that CI runs.
#[test]
fn the_two_commands_of_the_readme() {
    let readme = document("README.md");
    let commands: Vec<String> = blocks(&readme, "sh")
        .iter()
        .flat_map(|b| b.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let run = commands
        .iter()
        .find_map(|line| line.strip_prefix("cargo run --release -- "))
        .expect("the first command");
    let folder = tempfile::tempdir().unwrap();
    let drawn = folder.path().join("map.html");
    let args: Vec<&str> = run
        .split_whitespace()
        .map(|word| {
            if word.ends_with(".html") {
                drawn.to_str().unwrap()
            } else {
                word
            }
        })
        .collect();
    let printed = bookgraph(&project(), &args);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(
        std::fs::read_to_string(&drawn)
            .unwrap()
            .contains("Working Backwards")
    );

    assert!(
        commands.iter().any(|line| line == "scripts/test"),
        "{commands:?}"
    );
    let ci = document(".ci/run");
    assert!(
        ci.contains("scripts/test"),
        "CI runs the README's test command"
    );
}

#[test]
fn every_picture_and_link_of_the_documents_is_there() {
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/tour.md",
        "docs/file-format.md",
        "docs/diagnostics.md",
        "docs/markdown.md",
        "docs/json.md",
        "docs/exporting.md",
        "docs/scale-out.md",
    ] {
        let text = document(name);
        let folder = project().join(name).parent().unwrap().to_path_buf();
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', '#', ' ']).next().unwrap();
            if target.is_empty() || target.starts_with("http") {
                continue;
            }
            assert!(
                folder.join(target).exists(),
                "{name} links to {target}, which is not there"
            );
        }
    }
}

/// The words that stand for what a place counts for, why, and on what grounds
/// are in `docs/json.md`.
#[test]
fn the_words_of_tag_why_are_documented() {
    let page = document("docs/json.md");
    let section = page.split("\n## `bookgraph.tag-why/1`").nth(1);
    let section = section.and_then(|rest| rest.split("\n## ").next()).unwrap();
    let folder = project().join("tests/suite/transcripts/tags.in");
    let printed = bookgraph(&folder, &["tag", "--why", "-f", "json"]);
    let value: serde_json::Value = serde_json::from_str(&printed.stdout).expect("JSON");
    let mut words = Vec::new();
    let entries = value["entries"].as_array().unwrap().iter();
    for entry in entries.clone() {
        for place in entry["places"].as_array().unwrap() {
            let grounds = &place["grounds"];
            let said = [&place["field"], &place["counts_for"], &place["reason"]];
            words.extend(said.into_iter().chain([
                &grounds["spacing"],
                &grounds["head"],
                &grounds["tail"],
            ]));
        }
        let tags = entry["tags"].as_array().unwrap().iter();
        let terms = tags.flat_map(|tag| tag["terms"].as_array().unwrap());
        words.extend(terms.map(|term| &term["feature"]));
    }
    let words: std::collections::BTreeSet<&str> = words
        .into_iter()
        .filter_map(serde_json::Value::as_str)
        .collect();
    assert!(words.len() >= 25, "{words:?}");
    for word in words {
        assert!(
            section.contains(&format!("`{word}`")),
            "`{word}` is not documented"
        );
    }
}

/// The seed library and the file that `bookgraph init` makes are read without
/// a problem.
#[test]
fn what_init_makes_is_valid() {
    let folder = tempfile::tempdir().unwrap();
    let printed = bookgraph(
        folder.path(),
        &[
            "init", "--book", "월든", "--id", "walden", "--author", "소로",
        ],
    );
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    let reading = notes::read(&folder.path().join("notes"));
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    assert_eq!(reading.library.books()[0].id, "walden");
    let again = bookgraph(folder.path(), &["init", "--book", "월든", "--id", "walden"]);
    assert!(again.stderr.contains("kept"), "{}", again.stderr);
}
