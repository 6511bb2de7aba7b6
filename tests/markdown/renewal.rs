//! A vault that changed is read as it would be read afresh.

use super::Vault;
use std::fs;
use std::time::{Duration, SystemTime};

/// A vault that is worth a snapshot: notes of one book with links and chapters.
fn large() -> Vault {
    let mut vault = Vault::empty("v").file(
        "concepts.ron",
        "Vocabulary(concepts: [Concept(id: \"flywheel\", label: (ko: \"플라이휠\", en: \"Flywheel\"))])",
    );
    for note in 0..40 {
        let text = format!(
            "---\nchapter: {}\n---\n# 노트 {note}\n\n{}\n플라이휠은 [[note-{}]]에 있다.\n",
            note / 10 + 1,
            "오늘은 고객에 대해 읽었다. ".repeat(200),
            (note + 1) % 40,
        );
        vault = vault.file(&format!("a/note-{note}.md"), text);
    }
    settle(&vault);
    vault
}

/// Makes all files old, so that their times tell of changes.
fn settle(vault: &Vault) {
    let day = SystemTime::now() - Duration::from_secs(86_400);
    for entry in fs::read_dir(vault.root().join("a")).unwrap() {
        let file = fs::File::options()
            .write(true)
            .open(entry.unwrap().path())
            .unwrap();
        file.set_modified(day).unwrap();
    }
}

fn asked(vault: &Vault) -> String {
    let questions: [&[&str]; 5] = [
        &["list", "entries", "-f", "json"],
        &["list", "chapters", "-f", "json"],
        &["find", "flywheel", "-f", "json"],
        &["show", "note-3", "-f", "json"],
        &["map", "--kind", "entries", "-f", "json"],
    ];
    questions
        .map(|question| vault.run(question).stdout)
        .concat()
}

#[test]
fn a_change_gives_what_reading_all_gives() {
    type Change<'a> = &'a dyn Fn(&Vault);
    let changes: [(&str, Change<'_>); 8] = [
        ("a word", &|it| {
            edit(it, "a/note-3.md", "고객에", "플라이휠에");
        }),
        ("a link", &|it| {
            edit(it, "a/note-3.md", "[[note-4]]", "[[note-9]]");
        }),
        ("a link to nothing", &|it| {
            edit(it, "a/note-3.md", "[[note-4]]", "[[gone]]");
        }),
        ("a chapter", &|it| {
            edit(it, "a/note-3.md", "chapter: 1", "chapter: 7장 새 장");
        }),
        ("a title", &|it| {
            edit(it, "a/note-3.md", "# 노트 3", "# Note 3");
        }),
        ("a note gone", &|it| {
            fs::remove_file(it.root().join("a/note-4.md")).unwrap();
        }),
        ("a name twice", &|it| {
            fs::create_dir(it.root().join("b")).unwrap();
            fs::write(it.root().join("b/note-3.md"), "또 하나").unwrap();
        }),
        ("a concept note", &|it| {
            fs::write(
                it.root().join("고객.md"),
                "---\nkind: concept\n---\n사는 사람",
            )
            .unwrap();
        }),
    ];
    for (what, change) in changes {
        check(large(), what, change);
    }
}

/// Notes of one name in several folders go by their paths, as long as there are several.
#[test]
fn notes_of_one_name_are_told_apart_as_before() {
    type Change<'a> = &'a dyn Fn(&Vault);
    let changes: [(&str, Change<'_>); 5] = [
        ("a word in one", &|it| {
            edit(it, "a/note-3.md", "고객에", "플라이휠에");
        }),
        ("a word in the other", &|it| {
            edit(it, "b/note-3.md", "다른", "플라이휠의");
        }),
        ("one gone", &|it| {
            fs::remove_file(it.root().join("b/note-3.md")).unwrap();
        }),
        ("one more", &|it| {
            fs::create_dir(it.root().join("c")).unwrap();
            fs::write(it.root().join("c/note-3.md"), "셋째").unwrap();
        }),
        ("one moved", &|it| {
            fs::create_dir(it.root().join("c")).unwrap();
            fs::rename(it.root().join("b/note-3.md"), it.root().join("c/note-3.md")).unwrap();
        }),
    ];
    for (what, change) in changes {
        let vault = large().file("b/note-3.md", "# 같은 이름\n\n다른 글과 [[note-5]]");
        check(vault, what, change);
    }
}

/// Makes a change in a vault with a snapshot, and compares with a look at all of it.
fn check(vault: Vault, what: &str, change: &dyn Fn(&Vault)) {
    asked(&vault);
    let snapshot = vault.root().join(".bookgraph/snapshot");
    assert!(snapshot.is_file(), "it is worth one");
    change(&vault);
    let renewed = asked(&vault);
    fs::remove_file(snapshot).unwrap();
    assert_eq!(renewed, asked(&vault), "{what}");
}

fn edit(vault: &Vault, file: &str, from: &str, to: &str) {
    let path = vault.root().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}
