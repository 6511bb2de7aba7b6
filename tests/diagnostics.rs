//! Every problem the reader can find: a folder in `suite/diagnostics` is a
//! small library with that problem, and `check.txt` is what the user sees.

use crate::support::{bookgraph, project};
use bookgraph::diagnostic::Code;
use std::path::PathBuf;

fn cases() -> Vec<PathBuf> {
    let folder = project().join("tests/suite/diagnostics");
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    cases.sort();
    cases
}

#[test]
fn what_the_user_sees() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failed = Vec::new();
    for case in cases() {
        let printed = bookgraph(&case, &["check"]);
        assert_eq!(
            printed.status,
            1,
            "{}: findings are status 1",
            case.display()
        );
        assert_eq!(printed.stderr, "", "{}", case.display());
        let expected = snapbox::Data::read_from(&case.join("check.txt"), None).raw();
        if let Err(difference) =
            assert.try_eq(Some(&case.display()), printed.stdout.into(), expected)
        {
            failed.push(difference.to_string());
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_code_has_a_case_and_a_page() {
    let page = std::fs::read_to_string(project().join("docs/diagnostics.md")).expect("the page");
    let names: Vec<String> = cases()
        .iter()
        .map(|case| {
            case.file_name()
                .expect("a name")
                .to_string_lossy()
                .to_uppercase()
        })
        .collect();
    // Made by the file system and by imports; their tests stand elsewhere.
    let elsewhere = [Code::Unreadable, Code::TooLarge, Code::NotUnderstood];
    for code in Code::ALL {
        let name = code.name();
        assert!(
            elsewhere.contains(&code) || names.iter().any(|case| case.starts_with(name)),
            "{name} has no case in tests/suite/diagnostics"
        );
        assert!(
            page.contains(&format!("## {name}")),
            "{name} is not in docs/diagnostics.md"
        );
    }
}

#[test]
fn places_count_characters_and_stand_in_every_form() {
    let case = project().join("tests/suite/diagnostics/e334-lookalike");
    let short = bookgraph(&case, &["check", "-f", "short"]).stdout;
    assert!(short.starts_with("notes/b/a.ron:1:6: E334 "), "{short}");
    let json = bookgraph(&case, &["check", "-f", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["schema"], "bookgraph.check/1");
    assert_eq!(json["problems"][0]["column"], 6);
}
