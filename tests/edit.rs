//! Decisions written into notes. A folder in `suite/edit` has a file before
//! and after a command, and what the command says; the file is the library's
//! vocabulary, or a file of entries. The last file of a case may be missing:
//! then the command changes nothing.

mod libraries;
mod properties;
#[cfg(unix)]
mod typing;
mod writing;

use crate::support::{TestLibrary, files, project};
use std::fs;
use std::path::{Path, PathBuf};

const BOOK: &str = r#"Book(id: "b", title: "숲속의 생활")"#;
const OTHER_BOOK: &str = r#"Book(id: "c", title: "다른 책")"#;
const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "pond", label: (ko: "호수", en: "Pond")),
    Concept(id: "bean-field", label: (ko: "콩밭", en: "Bean field")),
    Concept(id: "hut", label: (ko: "오두막", en: "Hut"), aliases: ["통나무집"]),
])"#;
const ENTRY: &str =
    r#"Entry(id: "spring", text: "얼음이 녹은 호수와 갈아 놓은 콩밭 사이를 걸었다.")"#;

/// Where the file of a case stands in its library.
fn place(before: &str) -> &'static str {
    match before.contains("Vocabulary") {
        true => "concepts.ron",
        false => "b/notes.ron",
    }
}

fn library(before: &str) -> TestLibrary {
    let library = TestLibrary::new()
        .file("b/book.ron", BOOK)
        .file("c/book.ron", OTHER_BOOK);
    let place = place(before);
    let library = match place {
        "concepts.ron" => library.file("b/spring.ron", ENTRY),
        _ => library.file("concepts.ron", CONCEPTS),
    };
    library.file(place, before)
}

/// The words of a command line; `"…"` is one word.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, piece) in line.split('"').enumerate() {
        match index % 2 {
            0 => words.extend(piece.split_whitespace().map(str::to_owned)),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir(project().join("tests/suite/edit"))
        .expect("the cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    cases.sort();
    cases
}

/// Runs a case; gives what was said and the bytes of the file afterwards.
fn run(case: &Path) -> (String, String, String) {
    let before = fs::read_to_string(case.join("before.ron")).expect("before.ron");
    let said = fs::read_to_string(case.join("edit.txt")).expect("edit.txt");
    let line = said.lines().next().unwrap_or_default().to_owned();
    let library = library(&before);
    let args = words(line.strip_prefix("$ bookgraph ").expect("a command"));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let printed = library.run(&args);
    assert!(!printed.stderr.contains("panicked"), "{}", case.display());
    let said = format!(
        "{line}\n{}{}? {}\n",
        printed.stdout, printed.stderr, printed.status
    );
    let file = library.root().join("notes").join(place(&before));
    let after = fs::read_to_string(file).expect("the file");
    (before, said, after)
}

#[test]
fn every_layout_stays_as_it_is() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut wrong = Vec::new();
    for case in cases() {
        let (before, said, after) = run(&case);
        let file = case.join("after.ron");
        if overwrite {
            fs::write(case.join("edit.txt"), said).expect("edit.txt");
            match after == before {
                true => drop(fs::remove_file(file)),
                false => fs::write(file, after).expect("after.ron"),
            }
            continue;
        }
        let wanted = fs::read_to_string(file).unwrap_or(before);
        if after != wanted || said != fs::read_to_string(case.join("edit.txt")).unwrap() {
            wrong.push(format!("{}\n{said}\n{after}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What was confirmed or refused and then taken back leaves no trace.
#[test]
fn what_is_taken_back_leaves_no_trace() {
    for case in cases() {
        let before = fs::read_to_string(case.join("before.ron")).expect("before.ron");
        if place(&before) == "concepts.ron" || before.contains("refused") {
            continue;
        }
        for flag in ["--confirm", "--refuse"] {
            let library = library(&before);
            let file = library.root().join("notes/b/notes.ron");
            // An entry that has the concept already would lose it.
            if before.contains("hut") || before.contains("오두막") {
                continue;
            }
            if library.run(&["tag", "b/walk", flag, "hut"]).status == 0 {
                assert_ne!(
                    fs::read_to_string(&file).unwrap(),
                    before,
                    "{}",
                    case.display()
                );
                library.run(&["tag", "b/walk", "--reset", "hut"]);
            }
            assert_eq!(
                fs::read_to_string(&file).unwrap(),
                before,
                "{}",
                case.display()
            );
        }
    }
}

#[test]
fn a_refused_concept_gives_no_tag_and_no_mention() {
    let entry = ENTRY.replace("text:", "refused: [\"pond\"], text:");
    let opened = TestLibrary::new()
        .file("b/book.ron", BOOK)
        .file("concepts.ron", CONCEPTS)
        .file("b/spring.ron", &entry)
        .open();
    let entry = opened.library.entry_ids().next().unwrap();
    let id = |id| opened.library.vocabulary().find(id).unwrap();
    assert!(opened.tagging.tag(entry, id("pond")).is_none());
    assert!(opened.tagging.tag(entry, id("bean-field")).is_some());
    let mentioned = |mention: &bookgraph::tag::Mention| mention.concept == id("pond");
    assert!(!opened.tagging.mentions(entry).iter().any(mentioned));
}

#[test]
fn another_vocabulary_is_tried_without_a_trace() {
    let library = library(CONCEPTS).file("b/spring.ron", ENTRY);
    let other = library.root().join("other.txt");
    let text = r#"Vocabulary(concepts: [
        Concept(id: "pond", label: "호수"),
        Concept(id: "ice", label: "얼음"),
        Concept(id: "ice", label: "살얼음"),
    ])"#;
    fs::write(&other, text).unwrap();
    let before = files(library.root());
    let printed = library.run(&["tag", "--diff", "other.txt", "--lang", "en"]);
    // A concept that is lost to an error would be told as tags that are lost.
    assert_eq!((printed.status, printed.stdout.as_str()), (2, ""));
    assert!(printed.stderr.contains("E332") && printed.stderr.contains("other.txt"));
    fs::write(
        &other,
        text.replace(
            r#"(id: "ice", label: "살얼음")"#,
            r#"(id: "thin-ice", label: "살얼음")"#,
        ),
    )
    .unwrap();
    let printed = library.run(&["tag", "--diff", "other.txt", "--lang", "en"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert_eq!(printed.stdout, "b/spring: + 얼음  − Bean field\n");
    fs::write(&other, text).unwrap();
    let same = library.run(&["tag", "--diff", "notes/concepts.ron"]);
    assert_eq!(same.status, 1, "{}", same.stdout);
    assert_eq!(
        library.run(&["tag", "--diff", "notes/b/book.ron"]).status,
        2
    );
    assert_eq!(files(library.root()), before);
}
