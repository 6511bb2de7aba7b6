//! bookgraph's own JSON, out and in again.

use super::shared::{export, shared_library};
use crate::support::{TestLibrary, bookgraph, files};
use bookgraph::exchange;
use bookgraph::source::SourceFile;
use serde_json::Value;
use std::path::Path;

fn import(library: &TestLibrary, file: &Path, args: &[&str]) -> crate::support::Printed {
    let file = file.to_str().expect("UTF-8");
    library.run(&[&["import", "bookgraph-json", file], args].concat())
}

/// What is exported, imported into an empty library and exported again is the same
/// bytes; importing it again changes nothing.
#[test]
fn a_library_comes_back_byte_for_byte() {
    for folder in [
        shared_library(),
        crate::support::project(),
        crate::support::two_books(),
    ] {
        let out = tempfile::tempdir().expect("a folder");
        let first = out.path().join("first.json");
        let printed = bookgraph(
            &folder,
            &[
                "export",
                "-f",
                "bookgraph-json",
                "-o",
                first.to_str().expect("UTF-8"),
            ],
        );
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        let copy = TestLibrary::new();
        let dry = import(&copy, &first, &["--dry-run"]);
        assert_eq!(dry.status, 0, "{}", dry.stderr);
        assert!(dry.stdout.contains("dry run"), "{}", dry.stdout);
        assert!(files(copy.root()).is_empty(), "a dry run writes nothing");
        let printed = import(&copy, &first, &[]);
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        let again = copy.run(&["export", "-f", "bookgraph-json"]);
        assert_eq!(
            again.stdout,
            std::fs::read_to_string(&first).expect("the file")
        );
        let checked = copy.run(&["check"]);
        assert_eq!(
            checked.status,
            bookgraph(&folder, &["check"]).status,
            "{}",
            checked.stderr
        );
        let before = files(&copy.root().join("notes"));
        let printed = import(&copy, &first, &[]);
        assert!(
            printed
                .stdout
                .starts_with("new: 0 books, 0 concepts, 0 entries;"),
            "{}",
            printed.stdout
        );
        assert_eq!(files(&copy.root().join("notes")), before);
    }
}

/// What a library has by the same id stays, and is named; what is new is added beside.
#[test]
fn what_is_there_is_kept() {
    let made = export("bookgraph-json", &[]);
    let library = TestLibrary::new()
        .file("mine/book.ron", r#"Book(id: "ko", title: "내 책", outline: [Chapter(id: "1"), Chapter(id: "2", number: 2), Chapter(id: "intro")])"#)
        .file("mine/day.ron", r#"Entry(id: "day-1", text: "내 글")"#)
        .file("words.ron", "// mine\nVocabulary(concepts: [\n    Concept(id: \"aws\", label: \"AWS\"), // kept\n])\n");
    let printed = import(&library, &made.path, &[]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    for kept in [
        "  the book ko\n",
        "  the entry ko/day-1\n",
        "  the concept aws\n",
    ] {
        assert!(printed.stdout.contains(kept), "{}", printed.stdout);
    }
    let read = |name: &str| {
        std::fs::read_to_string(library.root().join("notes").join(name)).expect("the file")
    };
    assert_eq!(read("mine/day.ron"), r#"Entry(id: "day-1", text: "내 글")"#);
    let words = read("words.ron");
    assert!(
        words.starts_with("// mine\n") && words.contains("// kept") && words.contains("\"pr-faq\"")
    );
    assert!(library.root().join("notes/mine/entries/day-2.ron").exists());
    assert!(library.root().join("notes/en/entries/con.ron").exists());
    assert_eq!(library.open().library.entries().len(), 12);
}

/// A file that is not whole is not taken in part.
#[test]
fn what_is_wrong_is_said_with_its_place() {
    let made = export("bookgraph-json", &[]);
    let text = std::fs::read_to_string(&made.path).expect("the file");
    let change = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    for (text, message) in [
        (
            change("bookgraph.library/1", "bookgraph.library/9"),
            "is `bookgraph.library/9`",
        ),
        (
            change("\"date\":\"2023-10-02\"", "\"date\":\"the second\""),
            "`the second` is no date",
        ),
        (
            change("\"tags\":[\"two.worlds\"]", "\"tags\":[\"gone\"]"),
            "entries[6].tags: there is no concept `gone`",
        ),
        (
            change("\"id\":\"day-2\"", "\"id\":\"day-1\""),
            "the id `ko/day-1` comes twice",
        ),
        (
            change("\"id\":\"day-2\"", "\"id\":\"../x\""),
            "entries[6].id: `../x` cannot be an id",
        ),
        (
            change("\"truncated\":true", "\"truncated\":true,\"new\":1"),
            "unknown field `new`",
        ),
        (change("\"queries\":[", "\"queries\":["), "EOF"),
    ] {
        let text = match message {
            "EOF" => text
                .trim_end()
                .trim_end_matches(['}', ']', '\n'])
                .to_owned(),
            _ => text,
        };
        let file = SourceFile::new("x.json", text);
        let error = exchange::read(&file).expect_err("it is wrong").to_string();
        assert!(
            error.starts_with("x.json") && error.contains(message),
            "{error}"
        );
    }
    let library = TestLibrary::new();
    let broken = library.root().join("broken.json");
    let start: String = text.chars().take(200).collect();
    std::fs::write(&broken, start).expect("a file");
    let printed = import(&library, &broken, &[]);
    assert_eq!(printed.status, 2, "{}", printed.stdout);
    assert!(files(&library.root().join("notes")).is_empty());
}

/// The file is what its schema says.
#[test]
fn the_schema_describes_it() {
    let schema = bookgraph(&shared_library(), &["schema", "bookgraph.library/1"]);
    assert_eq!(schema.status, 0, "{}", schema.stderr);
    let schema: Value = serde_json::from_str(&schema.stdout).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let text = std::fs::read(export("bookgraph-json", &[]).path).expect("the file");
    let library: Value = serde_json::from_slice(&text).expect("JSON");
    let errors: Vec<String> = validator
        .iter_errors(&library)
        .map(|it| it.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "bookgraph.library/1" })));
}
