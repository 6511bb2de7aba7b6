//! What a reader may do to this program, or a computer to its notes: `suite/faults` has
//! a folder for each fault, with a library, the steps to the fault, and what was said.
//! `suite/faults/README.md` lists all faults, and where those are tested that have no
//! folder. Whatever happens, files stay as they were.

mod fault;
mod stand;

use crate::support::project;
use fault::Fault;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn folder() -> PathBuf {
    project().join("tests/suite/faults")
}

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the cases");
    let paths = entries.map(|entry| entry.expect("a case").path());
    let mut cases: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

/// Every fault: the words, the statuses, and files that stay as they were.
#[test]
#[cfg(unix)]
fn every_fault_is_told_and_survived() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failed = Vec::new();
    for case in cases() {
        let said = Fault::read(&case).suffer();
        let expected = snapbox::Data::read_from(&case.join("said.txt"), None).raw();
        if let Err(difference) = assert.try_eq(Some(&case.display()), said.into(), expected) {
            failed.push(difference.to_string());
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// A wrong note is told and left alone: each folder of `suite/diagnostics` is as it was
/// after all commands that read.
#[test]
fn what_is_wrong_in_notes_stays() {
    let entries = std::fs::read_dir(project().join("tests/suite/diagnostics")).expect("cases");
    for case in entries.map(|entry| entry.expect("a case").path()) {
        let before = stand::of(&case);
        for args in [
            &["check", "--strict"][..],
            &["find", "세계"],
            &["list", "concepts"],
        ] {
            let printed = crate::support::bookgraph(&case, args);
            assert!(printed.status <= 2, "{}", case.display());
            assert!(!printed.stderr.contains("panicked"), "{}", printed.stderr);
        }
        assert_eq!(stand::of(&case), before, "{}", case.display());
    }
}

/// The table has every number once, and names nothing that is not there.
#[test]
fn the_table_of_faults_is_true() {
    let table = std::fs::read_to_string(folder().join("README.md")).expect("the table");
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        Some((cells.next()?.parse::<usize>().ok()?, cells.nth(1)?))
    });
    let rows: Vec<(usize, &str)> = rows.collect();
    let numbers: Vec<usize> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=66).collect::<Vec<_>>());
    let named: BTreeSet<&str> = rows
        .iter()
        .flat_map(|(_, place)| place.split('`').skip(1).step_by(2))
        .collect();
    for name in &named {
        let path = name.split_once("::").map_or(*name, |(path, _)| path);
        let found = project().join("tests").join(path);
        let holds = |function: &str| {
            let text = std::fs::read_to_string(&found).expect("a file");
            text.contains(&format!("fn {function}("))
        };
        let there = match name.split_once("::") {
            Some((_, function)) => found.is_file() && holds(function),
            None => found.exists(),
        };
        assert!(there, "{name} is not there");
    }
    for case in cases() {
        let name = format!(
            "suite/faults/{}",
            case.file_name().unwrap().to_string_lossy()
        );
        assert!(named.contains(name.as_str()), "{name} is not in the table");
    }
}
