//! What is said of vaults, and that they stay as they are.

use super::Vault;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What is asked of each vault.
const QUESTIONS: [(&str, &[&str]); 4] = [
    (
        "obsidian",
        &[
            "init --concepts 개념",
            "check --all",
            "list books",
            "list entries",
            "list concepts",
            "find 지표",
            "search 구조",
            "show 1일차",
            "show 왜?",
            "show 인풋-지표",
            "index",
            "summary",
        ],
    ),
    (
        "logseq",
        &[
            "init",
            "check --all",
            "list books",
            "list entries",
            "list concepts",
            "find flywheel",
            "show 2024_01_05",
            "show working-backwards-notes",
        ],
    ),
    (
        "zk",
        &[
            "init",
            "check --all",
            "list entries",
            "show the-wheel",
            "search leader",
        ],
    ),
    (
        "plain",
        &[
            "check --all",
            "list books",
            "list entries",
            "show 고객",
            "show 2024-02-01",
            "init",
        ],
    ),
];

fn said(vault: &Vault, questions: &[&str]) -> String {
    let mut said = String::new();
    for question in questions {
        let args: Vec<&str> = question.split(' ').collect();
        let printed = vault.run(&args);
        said.push_str(&format!(
            "$ bookgraph {question}\n{}{}",
            printed.stderr, printed.stdout
        ));
        said.push_str(
            if printed.stdout.ends_with('\n') || printed.stdout.is_empty() {
                "\n"
            } else {
                "\n\n"
            },
        );
    }
    said
}

#[test]
fn what_is_said_of_vaults() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    for (name, questions) in QUESTIONS {
        let said = said(&Vault::copy(name), questions);
        let path = crate::support::project().join(format!("tests/suite/vaults/{name}.txt"));
        assert.eq(said, snapbox::Data::read_from(&path, None).raw());
    }
}

/// The bytes and the times of all files.
fn state(folder: &Path, all: &mut BTreeMap<PathBuf, (Vec<u8>, SystemTime)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => state(&path, all),
            false => {
                let modified = fs::metadata(&path).unwrap().modified().unwrap();
                all.insert(path.clone(), (fs::read(&path).unwrap(), modified));
            }
        }
    }
}

#[test]
fn nothing_in_a_vault_changes() {
    let more = [
        "map --kind entries -f json",
        "map -o map.svg",
        "stats",
        "timeline 지표",
        "gaps",
        "review",
        "similar 1일차",
        "concept suggest",
        "tag --why 1일차",
        "find 지표 -f json --no-refresh",
    ];
    for (name, questions) in QUESTIONS {
        let vault = Vault::copy(name);
        let mut before = BTreeMap::new();
        state(&vault.root(), &mut before);
        said(&vault, questions);
        said(&vault, &more);
        let mut after = BTreeMap::new();
        state(&vault.root(), &mut after);
        let ours = ["bookgraph.ron", "map.svg"].map(|name| vault.root().join(name));
        after.retain(|path, _| {
            !ours.contains(path) && !path.starts_with(vault.root().join(".bookgraph"))
        });
        assert_eq!(before, after, "{name}");
    }
}

#[test]
fn links_are_edges_of_maps_and_answers() {
    let vault = Vault::copy("obsidian");
    let shown = vault.json(&["show", "2일차"]);
    let links = &shown["entries"][0]["links_to"];
    assert_eq!(links, &serde_json::json!(["obsidian/1일차"]));
    let shown = vault.json(&["show", "1일차"]);
    let from = &shown["entries"][0]["linked_from"];
    assert_eq!(from, &serde_json::json!(["obsidian/2일차"]));
    let map = vault.json(&["map", "--kind", "entries"]);
    let relations = map["edges"].as_array().unwrap().iter();
    let linked = relations.filter(|edge| edge["relation"] == "links-to");
    assert!(linked.count() >= 1, "{map:#}");
}

#[test]
fn a_library_in_a_vault_is_found_from_below() {
    let vault = Vault::copy("plain");
    let inside = vault.root().join("book");
    let printed = crate::support::bookgraph(&inside, &["list", "entries"]);
    assert_eq!(printed.status, 2, "nobody said that it is a library");
    assert_eq!(vault.run(&["init"]).status, 0);
    let printed = crate::support::bookgraph(&inside, &["list", "entries"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(printed.stdout.contains("고객"), "{}", printed.stdout);
}
