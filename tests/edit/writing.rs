//! A file of a library, and whoever else may be at it.

use super::{BOOK, CONCEPTS, ENTRY, library};
use crate::support::{TestLibrary, command, files, printed};
use bookgraph::notes::edit::Edit;
use std::fs;
use std::process::Stdio;

const ALIAS: [&str; 4] = ["concept", "alias", "pond", "월든"];

fn small() -> TestLibrary {
    library(&CONCEPTS.replace("Vocabulary(", "Vocabulary( // 개념\n"))
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let library = small();
    let link = library.root().join("notes/concepts.ron");
    let target = library.root().join("concepts-elsewhere.txt");
    fs::rename(&link, &target).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&target, &link).unwrap();
    let printed = library.run(&ALIAS);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    let mode = fs::metadata(&target).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(fs::read_to_string(&target).unwrap().contains("월든"));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let library = small();
    let file = library.root().join("notes/concepts.ron");
    let before = fs::read_to_string(&file).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let printed = library.run(&ALIAS);
    assert_eq!(printed.status, 2, "{}", printed.stdout);
    assert!(printed.stderr.contains("nothing was changed"));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
}

/// One file that cannot be written stops them all, whichever it is.
#[cfg(unix)]
#[test]
fn several_files_are_written_together_or_not_at_all() {
    use std::os::unix::fs::PermissionsExt;
    for stuck in ["1", "2"] {
        let library = TestLibrary::with_concepts(&[("pond", "호수", "Pond")])
            .entry("1", "하루")
            .entry("2", "이틀");
        let file = library.root().join(format!("notes/b/{stuck}.ron"));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        let before = files(&library.root().join("notes"));
        let printed = library.run(&["tag", "1", "2", "--confirm", "pond"]);
        assert_eq!(printed.status, 2, "{}", printed.stdout);
        assert!(printed.stderr.contains("nothing was changed"), "{stuck}");
        assert_eq!(files(&library.root().join("notes")), before, "{stuck}");
    }
}

/// Of many writers at once, each finds what the others wrote.
#[test]
fn writers_wait_for_each_other() {
    let library = small();
    let names: Vec<String> = (0..12).map(|n| format!("월든 호수 {n}번")).collect();
    let running: Vec<_> = names
        .iter()
        .map(|name| {
            let args = ["concept", "alias", "pond", name];
            command(library.root(), &args)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it runs")
        })
        .collect();
    for child in running {
        let output = child.wait_with_output().unwrap();
        assert_eq!(printed(&output).status, 0);
    }
    let reading = library.read();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    let aliases = &reading.library.vocabulary().concepts()[0].aliases;
    for name in &names {
        assert!(aliases.iter().any(|alias| alias.text == *name), "{name}");
    }
    let left: Vec<_> = files(library.root())
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|end| end == "tmp"))
        .collect();
    assert!(left.is_empty());
}

/// What somebody saved in between is not lost.
#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    use bookgraph::notes::{Changes, LibraryLock};
    let library = small();
    let file = library.root().join("notes/concepts.ron");
    let other = library.root().join("notes/a.ron");
    fs::write(&other, "Vocabulary(concepts: [])").unwrap();
    let mut changes = Changes::of(library.root(), &library.read());
    assert!(
        changes
            .edit("notes/a.ron", &Edit::Dismiss("어제".to_owned()))
            .unwrap()
    );
    let edit = Edit::Dismiss("오늘".to_owned());
    assert!(changes.edit("notes/concepts.ron", &edit).unwrap());
    let saved = format!(
        "{}\n// 편집기에서 저장함\n",
        fs::read_to_string(&file).unwrap()
    );
    fs::write(&file, &saved).unwrap();
    let lock = LibraryLock::take(library.root(), || {}).unwrap();
    let error = changes.write(&lock).unwrap_err();
    assert!(error.to_string().contains("changed since it was read"));
    assert_eq!(fs::read_to_string(&file).unwrap(), saved);
    // And the other file with it: all or nothing.
    assert!(!fs::read_to_string(&other).unwrap().contains("어제"));
}

/// Nor is it lost when it was saved after the library was read and before the
/// file was opened for the edit; or made then.
#[test]
fn a_file_that_changed_since_the_library_was_read_is_left_alone() {
    use bookgraph::notes::Changes;
    let library = small();
    let mut changes = Changes::of(library.root(), &library.read());
    let edit = Edit::Dismiss("오늘".to_owned());
    for (name, saved) in [
        ("concepts.ron", "Vocabulary(concepts: [])"),
        ("late.ron", "Vocabulary(concepts: [])"),
    ] {
        let path = library.root().join("notes").join(name);
        fs::write(path, saved).unwrap();
        let error = changes.edit(&format!("notes/{name}"), &edit).unwrap_err();
        assert!(error.to_string().contains("changed since it was read"));
    }
    let mut changes = Changes::of(library.root(), &library.read());
    assert!(changes.edit("notes/concepts.ron", &edit).unwrap());
}

#[test]
fn a_first_concept_makes_the_first_vocabulary() {
    let library = TestLibrary::new()
        .file("b/book.ron", BOOK)
        .file("b/spring.ron", ENTRY);
    let args = [
        "concept", "add", "호수", "--id", "pond", "--alias", "Walden",
    ];
    let printed = library.run(&args);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(printed.stdout.contains(
        "1 entry is now tagged: spring
"
    ));
    let reading = library.read();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    assert_eq!(reading.vocabularies, ["notes/concepts.ron"]);
}

/// A new concept goes to the last vocabulary, a name to its concept's.
#[test]
fn of_several_vocabularies_the_right_one_changes() {
    let last = r#"Vocabulary(concepts: [Concept(id: "path", label: (ko: "오솔길"))])"#;
    let library = small().file("z.ron", last);
    assert_eq!(library.run(&ALIAS).status, 0);
    assert_eq!(library.run(&["concept", "add", "얼음"]).status, 0);
    let read = |name: &str| fs::read_to_string(library.root().join("notes").join(name));
    assert!(read("concepts.ron").unwrap().contains("월든"));
    assert!(read("z.ron").unwrap().contains("얼음"));
}
