//! Reading: nothing that can be read is lost, whatever stands beside it.

use crate::support::{TestLibrary, project};
use bookgraph::model::EntryId;
use bookgraph::notes;

/// The entries that survive in each case of `suite/diagnostics`: one bad note
/// never stops the book.
#[test]
fn everything_readable_is_kept() {
    for (case, expected) in [
        ("e310-not-utf8-cp949", vec!["ok"]),
        ("e330-nested-too-deep", vec!["good"]),
        ("e331-duplicate-field", vec!["a"]),
        ("e332-duplicate-id", vec!["day-1"]),
        ("e333-unknown-field", vec!["a"]),
        ("e334-lookalike", vec!["a"]),
        ("e335-syntax", vec!["comma", "comment", "first", "one"]),
        (
            "e336-bad-value",
            vec![
                "date", "fraction", "good", "huge", "infinite", "nan", "negative", "pages", "words",
            ],
        ),
        ("e340-newer-format", vec!["b"]),
        (
            "e341-wrong-type",
            vec![
                "cut", "day", "escape", "gist", "nameless", "pages", "tags", "title", "two",
                "wording",
            ],
        ),
        ("e342-missing-field", vec!["no-key"]),
        ("e343-no-book", vec!["named"]),
        ("e344-unknown-concept", vec!["a"]),
    ] {
        let folder = project()
            .join("tests/suite/diagnostics")
            .join(case)
            .join("notes");
        let mut ids: Vec<String> = notes::read(&folder)
            .library
            .entries()
            .map(|e| e.id.clone())
            .collect();
        ids.sort();
        assert_eq!(ids, expected, "{case}");
    }
}

#[test]
fn a_value_beside_a_wrong_one_is_kept() {
    let folder = project().join("tests/suite/diagnostics/e336-bad-value/notes");
    let library = notes::read(&folder).library;
    let good = library.entries().find(|entry| entry.id == "good").unwrap();
    assert_eq!(good.day, Some(3));
    assert_eq!(good.date.unwrap().to_string(), "2023-02-28");
    assert_eq!(good.pages.unwrap().to_string(), "12–15");
    let folder = project().join("tests/suite/diagnostics/e334-lookalike/notes");
    let library = notes::read(&folder).library;
    assert_eq!(library.entry(EntryId(0)).title, "굽은 따옴표 제목");
    assert_eq!(library.entry(EntryId(0)).day, Some(12));
}

#[test]
fn byte_order_marks_and_line_ends_do_not_matter() {
    let text = "Entry(\r\n    id: \"a\",\r\n    text: \"첫 줄\",\r\n)\r\n";
    let library = TestLibrary::with_concepts(&[]).file("b/a.ron", &format!("\u{FEFF}{text}"));
    let reading = library.read();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    assert_eq!(reading.library.entry(EntryId(0)).text, "첫 줄");
}

#[test]
fn an_entry_of_its_own_is_called_as_its_file() {
    let library =
        TestLibrary::with_concepts(&[]).file("b/첫 기록.ron", r#"Entry(text: "이름 없는 기록")"#);
    let reading = library.read();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    assert_eq!(reading.library.entry(EntryId(0)).id, "첫-기록");
}

#[test]
fn several_books_and_vocabularies_are_one_library() {
    let library = TestLibrary::new()
        .file("one/book.ron", r#"Book(id: "one", title: "First")"#)
        .file("two/book.ron", r#"Book(id: "two", title: "둘째")"#)
        .file(
            "one/deep/er/day-1.ron",
            r#"Entry(text: "AWS in the first")"#,
        )
        .file("two/day-1.ron", r#"Entry(text: "클라우드를 다룬 둘째 책")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [Concept(id: "aws", label: "AWS", broader: ["cloud"])])"#,
        )
        .file(
            "two/more.ron",
            r#"Vocabulary(concepts: [Concept(id: "cloud", label: (ko: "클라우드"))])"#,
        );
    let opened = library.open();
    assert_eq!(opened.library.books().len(), 2);
    assert_eq!(opened.library.find_entries("day-1").len(), 2);
    assert_eq!(opened.library.find_entries("two/day-1").len(), 1);
    let found = library.run(&["find", "클라우드"]);
    assert!(
        found.stdout.contains("AWS in the first") || found.stdout.contains("*AWS* in the first"),
        "{}",
        found.stdout
    );
}

#[test]
#[cfg(unix)]
fn unreadable_files_and_link_loops_are_named() {
    let library = TestLibrary::with_concepts(&[]).entry("good", "읽히는 기록");
    std::os::unix::fs::symlink("..", library.root().join("notes/b/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere.ron", library.root().join("notes/b/dangling.ron")).unwrap();
    let reading = library.read();
    let names: Vec<String> = reading
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(names.len(), 2, "{names:#?}");
    assert!(names[0].contains("dangling.ron: E324"), "{names:#?}");
    assert!(names[1].contains("loop: W321"), "{names:#?}");
    assert_eq!(reading.library.entries().len(), 1);
}

/// A file is taken away when the first one was read, which was there when files were
/// looked for.
#[test]
fn a_file_may_vanish_while_notes_are_read() {
    let mut library = TestLibrary::with_concepts(&[]);
    for number in 0..500 {
        library = library.entry(&format!("day-{number:03}"), "읽히는 기록");
    }
    let last = library.root().join("notes/b/day-499.ron");
    let reading = bookgraph::notes::read_with(&library.root().join("notes"), &|| {
        let _ = std::fs::remove_file(&last);
    });
    let problems: Vec<String> = reading
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    let gone = "notes/b/day-499.ron: E324 was there a moment ago and is gone";
    assert_eq!(problems, [gone]);
    assert_eq!(reading.library.entries().len(), 499);
}

/// Files made to be slow: many marks inside a text, many unknown names, many
/// brackets and comments. Quadratic work would not end here.
#[test]
fn crafted_files_are_read_to_the_end() {
    let marks = "\"a\"b".repeat(60_000);
    let unknown: Vec<String> = (0..2_000)
        .map(|number| format!("\"unknown-{number}\""))
        .collect();
    let library = TestLibrary::with_concepts(&[("aws", "클라우드", "AWS")])
        .file(
            "b/marks.ron",
            &format!("Entry(id: \"marks\", text: {marks})"),
        )
        .file(
            "b/tags.ron",
            &format!(
                "Entry(id: \"tags\", text: \"x\", tags: [{}])",
                unknown.join(", ")
            ),
        )
        .file("b/open.ron", &"(".repeat(200_000))
        .file("b/comments.ron", &"/*".repeat(100_000));
    let reading = library.read();
    assert!(reading.diagnostics.len() >= 2_000);
    assert_eq!(reading.library.entries().len(), 1);
}

/// A label written as an index writes it: what it stands for names the concept
/// in notes as it does on the command line.
#[test]
fn notes_and_commands_know_the_same_names() {
    let concepts = r#"Vocabulary(concepts: [
        Concept(id: "abi", label: (en: "ABI (application binary interface)")),
        Concept(id: "thought", label: (en: "thinking, reflective"), aliases: ["인자 (argument)"]),
        Concept(id: "ether", label: (en: "Ethereum (generally)")),
        Concept(id: "fork", label: (en: "Ethereum (its forks)")),
        Concept(id: "argument-2", label: (en: "argument")),
    ])"#;
    for (name, meant) in [
        ("ABI", Some("abi")),
        ("application binary interface", Some("abi")),
        ("reflective thinking", Some("thought")),
        ("인자", Some("thought")),
        // What somebody wrote comes before what a heading stands for.
        ("argument", Some("argument-2")),
        // It would stand for two, so that it stands for none.
        ("Ethereum", None),
    ] {
        let library = TestLibrary::new()
            .file("b/book.ron", r#"Book(id: "b", title: "책")"#)
            .file("concepts.ron", concepts)
            .file(
                "b/1.ron",
                &format!("Entry(id: \"1\", tags: [{name:?}], text: \"하루\")"),
            );
        let read = library.read().library;
        let tags = read.entry(EntryId(0)).tags.iter();
        let tags: Vec<&str> = tags
            .map(|tag| read.vocabulary().get(*tag).id.as_str())
            .collect();
        assert_eq!(tags, meant.as_slice(), "{name}");
        let Some(meant) = meant else { continue };
        let said = library.run(&["tag", "1", "--confirm", meant]).stdout;
        assert!(said.contains("already"), "{name}: {said}");
        assert_eq!(library.run(&["tag", "1", "--reset", meant]).status, 0);
        assert!(
            library.read().library.entry(EntryId(0)).tags.is_empty(),
            "{name}"
        );
    }
}

/// Notes without a day or pages are in the order of their numbers: 10 after 9.
#[test]
fn numbered_notes_are_read_in_the_order_of_their_numbers() {
    let names = ["n10", "n2", "기록-11", "기록-9", "n1"];
    let library = names
        .iter()
        .fold(TestLibrary::with_concepts(&[]), |library, name| {
            library.entry(name, "a text")
        });
    let reading = library.read();
    let ids: Vec<&str> = reading
        .library
        .entries()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(ids, ["n1", "n2", "n10", "기록-9", "기록-11"]);
}
