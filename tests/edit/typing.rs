//! Entries that are written in an editor, at a terminal.

use super::BOOK;
use crate::support::TestLibrary;
use crate::support::terminal::PseudoTerminal;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "pond", label: (ko: "호수", en: "Pond"), aliases: [(text: "물가", weak: true)]),
])"#;

fn library() -> TestLibrary {
    TestLibrary::new()
        .file("b/book.ron", BOOK)
        .file("concepts.ron", CONCEPTS)
        .file(
            "b/spring.ron",
            "Entry(\n    id: \"spring\",\n    text: \"봄\",\n)\n",
        )
}

/// An editor that does this with the file; the last argument.
fn editor(folder: &Path, does: &str) -> String {
    let path = folder.join("editor.sh");
    fs::write(&path, format!("#!/bin/sh\nfor file; do :; done\n{does}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

fn run(library: &TestLibrary, args: &str, editor: &str) -> PseudoTerminal {
    let script = format!("\"$BOOKGRAPH\" {args}");
    let environment = [("EDITOR", editor), ("VISUAL", "")];
    PseudoTerminal::run(library.root(), (100, 30), &script, &environment)
}

fn drafts(library: &TestLibrary) -> usize {
    let folder = fs::read_dir(library.root().join(".bookgraph")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with("draft-"))
        .count()
}

#[test]
fn an_entry_is_written_in_an_editor_and_asked_about() {
    let library = library();
    let writes = "printf '봄 산책\\n\\n물가를 걸었다.\\n' > \"$file\"";
    let editor = editor(library.root(), writes);
    let mut terminal = run(&library, "add --date 2024-03-05", &editor);
    terminal.wait_for("[y/N]");
    terminal.press("네\r");
    assert_eq!(terminal.end(), 0);
    let entry = fs::read_to_string(library.root().join("notes/b/entries/2024-03-05.ron")).unwrap();
    for piece in [
        "title: \"봄 산책\"",
        "text: \"물가를 걸었다.\"",
        "tags: [\"pond\"]",
    ] {
        assert!(entry.contains(piece), "{entry}");
    }
    assert_eq!(drafts(&library), 0);
}

/// What was written is not lost when it cannot be added.
#[test]
fn what_was_written_is_kept_when_it_cannot_be_added() {
    let library = library();
    let editor = editor(library.root(), "printf '힘들여 쓴 글' > \"$file\"");
    let terminal = run(&library, "add --chapter 77", &editor);
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&library), 1);
    let terminal = run(&library, "add", "false");
    assert_eq!(terminal.end(), 2);
}

#[test]
fn nothing_is_added_when_nothing_is_written() {
    let library = library();
    let terminal = run(&library, "add", "true");
    assert_eq!(terminal.end(), 1);
    assert_eq!(drafts(&library), 0);
    assert!(!library.root().join("notes/b/entries").exists());
}

/// The file is opened, and a mistake in it is said; it stays as it was saved.
#[test]
fn a_mistake_made_in_the_editor_is_said() {
    let library = library();
    let breaks = "sed -i 's/\"spring\",/\"spring\"/; s/\"봄\"/\"봄/' \"$file\"";
    let editor = editor(library.root(), breaks);
    let terminal = run(&library, "edit spring; echo ended", &editor);
    terminal.wait_for("ended");
    let text = terminal.text();
    assert!(
        text.contains("spring.ron:3") && text.contains("put these right"),
        "{text}"
    );
    let terminal = run(&library, "edit pond", "true");
    assert_eq!(terminal.end(), 1);
}
