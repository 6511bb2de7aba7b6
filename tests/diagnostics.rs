//! Every problem the reader can find: a folder in `suite/diagnostics` is a
//! small library with that problem, and `check.txt` is what the user sees.

use crate::support::{TestLibrary, bookgraph, project};
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
        let name = case.file_name().expect("a name").to_string_lossy();
        let command: &[&str] = match name.starts_with('i') {
            // Observations are shown when they are asked for.
            true => &["check", "--strict"],
            false => &["check"],
        };
        let printed = bookgraph(&case, command);
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
    // Made by imports and by what no repository can hold; `faults.rs` has these.
    let elsewhere = [
        Code::Unreadable,
        Code::TooLarge,
        Code::NotUnderstood,
        Code::LinkNotFollowed,
        Code::NameNotUnicode,
        Code::FileTwins,
        Code::TooMany,
    ];
    for code in Code::ALL {
        let name = code.name();
        assert!(
            elsewhere.contains(&code) || names.iter().any(|case| case.starts_with(name)),
            "{name} has no case in tests/suite/diagnostics"
        );
        assert!(
            page.contains(&format!("## {name} {}\n", code.title())),
            "{name} is not in docs/diagnostics.md"
        );
    }
}

/// With the schema that OASIS publishes.
#[test]
fn sarif_is_what_its_schema_says() {
    let schema = project().join("tests/suite/sarif/sarif-schema-2.1.0.json");
    let schema = std::fs::read_to_string(schema).expect("the schema");
    let mut schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    // A pattern of a field that we don't write, with a bracket too many for a strict
    // reader of patterns.
    for of in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{of}/properties/language"));
        let language = language.and_then(|it| it.as_object_mut()).expect("a field");
        language.remove("pattern").expect("the pattern");
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let mut results = 0;
    for case in cases() {
        let sarif = bookgraph(&case, &["check", "--strict", "-f", "sarif"]).stdout;
        let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
        let wrong: Vec<String> = validator
            .iter_errors(&sarif)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", case.display());
        let found = sarif["runs"][0]["results"].as_array().expect("results");
        results += found.len();
        let json = bookgraph(&case, &["check", "--strict", "-f", "json"]).stdout;
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let problems = json["problems"].as_array().expect("problems");
        assert_eq!(found.len(), problems.len(), "{}", case.display());
        for (result, problem) in found.iter().zip(problems) {
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(result["ruleId"], problem["code"]);
            assert_eq!(place["region"]["startLine"], problem["line"]);
            assert_eq!(place["region"]["startColumn"], problem["column"]);
        }
    }
    assert!(results > 60, "only {results} results");
    let broken = serde_json::json!({"version": "2.1.0", "runs": [{"results": []}]});
    assert!(!validator.is_valid(&broken), "the schema refuses nothing");
}

/// A copy of a case, in which a reader allows what it reports.
#[test]
fn what_is_allowed_is_not_reported() {
    let outline = r#"Book(id: "b", title: "책", outline: [Chapter(id: "1", starts: Page(7), ends: Page(9))])"#;
    let entry = r#"Entry(pages: (2, 3), tags: ["세계"], refused: ["세계"], text: "비가 왔다..")"#;
    let library = |comment: &str| {
        TestLibrary::with_concepts(&[("world", "세계", "world")])
            .file("b/book.ron", outline)
            .file("b/day-1.ron", &format!("{comment}\n{entry}"))
    };
    let all = library("").run(&["check", "--all", "-f", "short"]).stdout;
    for code in ["W347", "W372", "I381"] {
        assert!(all.contains(code), "{all}");
    }
    let commented = library("// bookgraph: allow w347, W372");
    assert_eq!(commented.run(&["check"]).status, 0);
    let rest = commented.run(&["check", "--strict", "-f", "short"]);
    assert_eq!(rest.status, 1);
    assert!(rest.stdout.contains("I381") && rest.stdout.lines().count() == 1);
    assert_eq!(commented.run(&["find", "세계"]).stderr, "");
    let set = library("").file("library.ron", r#"Library(allow: ["W347", "W372", "I381"])"#);
    let set = set.run(&["check", "--strict"]);
    assert_eq!((set.status, set.stderr.as_str()), (0, ""), "{}", set.stdout);
    let chosen = |args: &[&str]| {
        let command = [&["check", "-f", "short"], args].concat();
        let printed = library("").run(&command);
        (printed.status, printed.stdout.lines().count())
    };
    assert_eq!(chosen(&["--only", "I381"]), (0, 1));
    assert_eq!(chosen(&["--only", "i381,W372"]), (1, 2));
    assert_eq!(chosen(&["--except", "W347", "--except", "W372"]), (0, 0));
    assert_eq!(library("").run(&["check", "--only", "E000"]).status, 2);
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
