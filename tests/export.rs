//! `bookgraph export`: one shared library through every exporter, and each export
//! opened by something that is not ours.

mod folder;
mod graphs;
mod library;
mod notes;
mod scale_out;
mod shared;
mod vocabulary;

use crate::support::{TestLibrary, bookgraph, project};
use bookgraph::export::{EXPORTERS, Form};
use shared::{export, shared_library};
use std::collections::BTreeSet;

/// Every exporter has a row in the documentation, with a command that works.
#[test]
fn every_exporter_is_documented_by_a_command_that_works() {
    let text = std::fs::read_to_string(project().join("docs/exporting.md")).expect("the document");
    let rows = text
        .lines()
        .filter(|line| line.contains("| `bookgraph export "));
    let mut named = BTreeSet::new();
    let folder = tempfile::tempdir().expect("a folder");
    let library = shared_library();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let name = cells[1].trim_matches('`');
        named.insert(name.to_owned());
        let command = cells
            .iter()
            .find(|cell| cell.starts_with("`bookgraph export "));
        let command = command.unwrap_or_else(|| panic!("{name} has no command: {row}"));
        let mut args: Vec<&str> = command.trim_matches('`').split(' ').skip(1).collect();
        assert!(args.contains(&name), "{command} is about another format");
        let library = library.to_str().expect("UTF-8");
        args.extend(["-C", library]);
        let printed = bookgraph(folder.path(), &args);
        assert_eq!(printed.status, 0, "{command}: {}", printed.stderr);
        let made = args[args.iter().position(|arg| *arg == "-o").expect("-o") + 1];
        assert!(
            folder.path().join(made).exists(),
            "{command} made no {made}"
        );
    }
    let all: BTreeSet<String> = EXPORTERS.iter().map(|it| it.name().to_owned()).collect();
    assert_eq!(named, all);
}

/// The same notes give the same bytes, from the notes and from their snapshot, on the
/// standard output and in a file.
#[test]
fn exports_are_the_same_every_time() {
    let text =
        "인풋 지표와 AWS를 읽었다. Input metrics and the cloud, again and again. ".repeat(400);
    let mut library = TestLibrary::with_concepts(&[
        ("aws", "아마존 웹 서비스", "AWS"),
        ("input", "인풋 지표", "input metrics"),
        ("cloud", "구름", "cloud"),
    ]);
    for entry in 0..12 {
        library = library.entry(&format!("e{entry}"), &text);
    }
    let snapshot = library.root().join(".bookgraph/snapshot");
    for exporter in EXPORTERS
        .iter()
        .filter(|it| matches!(it.form(), Form::One(_)))
    {
        let _ = std::fs::remove_file(&snapshot);
        let name = exporter.name();
        let from_notes = library.run(&["export", "-f", name]);
        assert!(
            snapshot.exists(),
            "the library is large enough for a snapshot"
        );
        let from_snapshot = library.run(&["export", "-f", name]);
        assert_eq!(from_notes.stdout, from_snapshot.stdout, "{name}");
        let to_a_dash = library.run(&["export", "-f", name, "-o", "-"]);
        assert_eq!(from_notes.stdout, to_a_dash.stdout, "{name}");
        assert!(!library.root().join("-").exists(), "no file of that name");
        let path = library.root().join("file");
        let printed = library.run(&["export", "-f", name, "-o", path.to_str().expect("UTF-8")]);
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        let file = std::fs::read_to_string(&path).expect("the file");
        assert_eq!(from_notes.stdout, file, "{name}");
    }
}

/// Filters leave only what goes with the entries that pass.
#[test]
fn filters_choose_entries_and_what_goes_with_them() {
    let whole = export("json-graph", &[]);
    let some = export("json-graph", &["--book", "en"]);
    let ids = |text: &[u8]| -> BTreeSet<String> {
        let graph: serde_json::Value = serde_json::from_slice(text).expect("JSON");
        let nodes = graph["nodes"].as_array().expect("nodes").iter();
        let id = |node: &serde_json::Value| node["id"].as_str().expect("an id").to_owned();
        nodes.map(id).collect()
    };
    let read = |made: &shared::Made| ids(&std::fs::read(&made.path).expect("the file"));
    let (whole, some) = (read(&whole), read(&some));
    assert!(some.is_subset(&whole));
    assert!(some.contains("entry:en:con") && !some.iter().any(|id| id.contains(":ko")));
    // `metrics` is broader than what the entries name; nothing of `en` names 여백.
    assert!(
        some.contains("concept:metrics") && !some.contains("concept:여백"),
        "{some:#?}"
    );
    let none = bookgraph(
        &shared_library(),
        &["export", "-f", "dot", "--since", "2030-01-01"],
    );
    assert_eq!((none.status, none.stdout.as_str()), (1, ""));
}
