//! Where exports are written, and what they never touch.

use super::shared::shared_library;
use crate::support::{TestLibrary, bookgraph, files};
use std::fs;

/// A folder is taken when it is empty or an export's own; exporting again writes the
/// same, takes away what is gone, and refuses to lose what somebody wrote.
#[test]
fn a_folder_is_only_written_by_exports() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = TestLibrary::with_concepts(&[("aws", "구름", "AWS")])
        .entry("one", "AWS")
        .entry("two", "AWS");
    let path = folder.path().join("vault");
    let output = path.to_str().expect("UTF-8");
    let run = |format: &str| library.run(&["export", "-f", format, "-o", output]);
    fs::create_dir(&path).expect("an empty folder");
    assert_eq!(run("obsidian").status, 0);
    let first = files(&path);
    assert_eq!(run("obsidian").status, 0);
    assert_eq!(files(&path), first, "exported again");

    let other = run("csv");
    assert_eq!(other.status, 2);
    assert!(
        other.stderr.contains("no export in this format made"),
        "{}",
        other.stderr
    );

    fs::remove_file(library.root().join("notes/b/two.ron")).expect("an entry is gone");
    fs::write(path.join("mine.md"), "mine").expect("a file of the reader's");
    assert_eq!(run("obsidian").status, 0);
    assert!(!path.join("Entries/two.md").exists() && path.join("Entries/one.md").exists());
    assert_eq!(
        fs::read_to_string(path.join("mine.md")).expect("kept"),
        "mine"
    );

    fs::write(path.join("Entries/one.md"), "rewritten by hand").expect("an edit");
    let before = files(&path);
    let refused = run("obsidian");
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("was changed since"),
        "{}",
        refused.stderr
    );
    assert_eq!(files(&path), before, "nothing was touched");
}

#[test]
fn a_folder_of_others_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("x"), "x").expect("a file");
    let output = folder.path().to_str().expect("UTF-8");
    let printed = bookgraph(&shared_library(), &["export", "-f", "logseq", "-o", output]);
    assert_eq!(printed.status, 2);
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn nothing_is_written_where_notes_are() {
    let library = TestLibrary::with_concepts(&[]).entry("one", "text");
    let before = files(&library.root().join("notes"));
    for args in [
        ["export", "-f", "csv", "-o", "notes/new"],
        ["export", "-f", "obsidian", "-o", "notes/new/deep"],
        ["export", "-f", "dot", "-o", "notes/all.dot"],
        ["export", "-f", "dot", "-o", "all.ron"],
        ["export", "-f", "bookgraph-json", "-o", "notes/b/book.ron"],
    ] {
        let printed = library.run(&args);
        assert_eq!(printed.status, 2, "{args:?}");
        assert!(
            printed.stderr.contains("is a place for notes"),
            "{}",
            printed.stderr
        );
    }
    assert_eq!(files(&library.root().join("notes")), before);
    // Several files cannot be printed.
    let printed = library.run(&["export", "-f", "csv"]);
    assert_eq!((printed.status, printed.stdout.as_str()), (2, ""));
}
