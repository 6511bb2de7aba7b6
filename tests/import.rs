//! Importing a blog's list of posts.

use crate::support::{Printed, TestLibrary, files, project};
use bookgraph::model::EntryId;
use std::path::PathBuf;

fn listing(name: &str) -> PathBuf {
    project().join("tests/suite/import").join(name)
}

fn import(library: &TestLibrary, file: &str, more: &[&str]) -> Printed {
    let file = listing(file);
    let mut args = vec![
        "import",
        "blog-list",
        file.to_str().unwrap(),
        "--book",
        "walden",
    ];
    args.extend(more);
    library.run(&args)
}

#[test]
fn a_list_becomes_entries_once() {
    let library = TestLibrary::new();
    let dry = import(&library, "blog-list.txt", &["--dry-run"]);
    assert!(
        dry.stdout
            .ends_with("4 new, 0 unchanged (dry run: nothing was written)\n"),
        "{}",
        dry.stdout
    );
    assert!(files(library.root()).is_empty());

    let first = import(&library, "blog-list.txt", &[]);
    assert_eq!(
        (first.status, first.stdout.lines().last().unwrap()),
        (0, "4 new, 0 unchanged")
    );
    let written = files(library.root());
    let again = import(&library, "blog-list.txt", &[]);
    assert_eq!(
        (again.status, again.stdout.as_str()),
        (0, "0 new, 4 unchanged\n")
    );
    assert_eq!(files(library.root()), written);

    let opened = library.open();
    let rows: Vec<String> = opened
        .library
        .entry_ids()
        .map(|id| {
            let entry = opened.library.entry(id);
            let chapters: Vec<&str> = opened
                .graph
                .placement()
                .chapters(&opened.library, id)
                .map(|c| opened.library.chapter(c).id.as_str())
                .collect();
            let pages = entry
                .pages
                .map(|pages| pages.to_string())
                .unwrap_or_default();
            format!(
                "{} {} [{pages}] {} {}",
                entry.id,
                entry.date.unwrap(),
                chapters.join("+"),
                entry.truncated
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            "day-3 2023-12-30 [31–44] 1 true",
            "day-4 2023-12-31 [45–58] 2 true",
            "day-5 2024-01-02 [59] 2 false",
            "2024-01-03 2024-01-03 [] 2 true",
        ]
    );
    assert_eq!(opened.library.entry(EntryId(0)).title, "함께 읽기 3일차");
}

/// The reader's own edits stay; a source that has changed is told, not taken.
#[test]
fn what_the_reader_changed_is_never_touched() {
    let library = TestLibrary::new();
    import(&library, "blog-list.txt", &[]);
    let path = library.root().join("notes/walden/entries/day-3.ron");
    let edited = std::fs::read_to_string(&path)
        .unwrap()
        .replace("콩밭", "나의 콩밭");
    std::fs::write(&path, &edited).unwrap();
    assert_eq!(
        import(&library, "blog-list.txt", &[]).stdout,
        "0 new, 4 unchanged\n"
    );

    let changed = import(&library, "blog-list-changed.txt", &[]);
    assert!(
        changed.stdout.contains("conflict  day-3"),
        "{}",
        changed.stdout
    );
    assert!(
        changed.stdout.ends_with(
            "0 new, 3 unchanged, 1 edited both here and at the source (kept; see --resolve)\n"
        ),
        "{}",
        changed.stdout
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn old_korean_encodings_are_read_and_named() {
    let text = std::fs::read_to_string(listing("blog-list.txt")).unwrap();
    let (cp949, _, _) = encoding_rs::EUC_KR.encode(&text);
    let library = TestLibrary::new();
    let path = library.root().join("cp949.txt");
    std::fs::write(&path, cp949).unwrap();
    let printed = library.run(&[
        "import",
        "blog-list",
        path.to_str().unwrap(),
        "--book",
        "walden",
    ]);
    assert!(
        printed.stderr.contains("read as CP949 (guessed)"),
        "{}",
        printed.stderr
    );
    assert!(
        printed.stdout.ends_with("4 new, 0 unchanged\n"),
        "{}",
        printed.stdout
    );

    std::fs::write(&path, b"\xFF\x80\x80\x80").unwrap();
    let refused = library.run(&[
        "import",
        "blog-list",
        path.to_str().unwrap(),
        "--book",
        "other",
    ]);
    assert_eq!(refused.status, 2);
    assert!(!library.root().join("notes/other").exists());
}

#[test]
fn what_is_not_understood_is_told_and_kept() {
    let library = TestLibrary::new();
    let printed = import(&library, "blog-list-odd.txt", &[]);
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let seen = format!(
        "{}{}",
        printed
            .stderr
            .replace(&listing("").display().to_string(), ""),
        printed.stdout
    );
    assert.eq(
        seen,
        snapbox::Data::read_from(&listing("blog-list-odd.expected"), None).raw(),
    );
    assert_eq!(printed.status, 1, "there are findings");
    let texts: Vec<String> = library
        .open()
        .library
        .entries()
        .map(|entry| entry.text.clone())
        .collect();
    assert!(
        texts.iter().any(|text| text.contains("날짜 줄이 없는")),
        "{texts:?}"
    );
}

/// Entries that were imported into a book with an outline get its chapters.
#[test]
fn a_library_in_the_making_has_a_map() {
    let library = TestLibrary::new();
    import(&library, "blog-list.txt", &[]);
    let map = library.run(&["map"]);
    assert_eq!(map.status, 0);
    assert!(map.stderr.contains("no concepts yet"), "{}", map.stderr);
    assert!(map.stdout.contains("3일차"), "{}", map.stdout);
    let words = library.run(&["map", "-q", "-f", "text"]);
    for expected in ["3일차", "p31–44", "2장"] {
        assert!(
            words.stdout.contains(expected),
            "{expected}: {}",
            words.stdout
        );
    }
}

/// A text that is no list of posts, and a slip in a book's name, change nothing.
#[test]
fn nothing_is_imported_by_mistake() {
    let library = TestLibrary::new();
    let memo = library.root().join("memo.txt");
    std::fs::write(&memo, "그냥 메모\n둘째 줄\n").unwrap();
    let printed = library.run(&[
        "import",
        "blog-list",
        memo.to_str().unwrap(),
        "--book",
        "walden",
    ]);
    assert_eq!(printed.status, 1);
    assert!(
        printed.stderr.contains("no list of posts"),
        "{}",
        printed.stderr
    );
    assert!(files(&library.root().join("notes")).is_empty());

    import(&library, "blog-list.txt", &[]);
    let list = listing("blog-list.txt");
    let slip = library.run(&[
        "import",
        "blog-list",
        list.to_str().unwrap(),
        "--book",
        "waldn",
    ]);
    assert_eq!(slip.status, 2);
    assert!(
        slip.stderr.contains("did you mean `walden`?"),
        "{}",
        slip.stderr
    );
    assert_eq!(library.read().library.books().len(), 1);
}

/// What cannot be read may be what was imported before: nothing is imported
/// over damage, and nothing half.
#[test]
fn nothing_is_imported_into_a_damaged_library() {
    let library = TestLibrary::new();
    import(&library, "blog-list.txt", &[]);
    let broken = library.root().join("notes/walden/entries/day-4.ron");
    std::fs::write(&broken, "Entry(id: \"day-4\", text: ").unwrap();
    let before = files(library.root());
    let printed = import(&library, "blog-list-changed.txt", &[]);
    assert_eq!(printed.status, 2);
    assert!(
        printed.stderr.contains("nothing was imported"),
        "{}",
        printed.stderr
    );
    assert_eq!(files(library.root()), before);
}
