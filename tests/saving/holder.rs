//! Two writers: the second waits, and says who holds the lock.

use super::{library, lock};
use std::time::Instant;

#[test]
fn who_holds_the_lock_is_named() {
    let library = library();
    let held = lock(&library);
    let start = Instant::now();
    let args = ["--wait", "1", "concept", "alias", "pond", "월든"];
    let printed = library.run(&args);
    let waited = start.elapsed().as_secs_f64();
    assert!((1.0..20.0).contains(&waited), "{waited}");
    assert_eq!(printed.status, 2, "{}", printed.stdout);
    let process = format!("`bookgraph test` (process {}, since ", std::process::id());
    for said in [
        &process,
        "waiting for another",
        "nothing was changed",
        "--wait 60",
    ] {
        assert!(printed.stderr.contains(said), "{said}: {}", printed.stderr);
    }
    // Reading and trying need no lock.
    assert_eq!(library.run(&["list", "concepts"]).status, 0);
    let dry = [&args[2..], &["--dry-run"]].concat();
    assert_eq!(library.run(&dry).status, 0);
    for writer in [
        vec!["init"],
        vec!["import", "blog-list", "none.txt", "--book", "b"],
        vec!["undo"],
        vec!["check", "--fix"],
        vec!["add", "--text", "글"],
    ] {
        let args = [&["--wait", "0"], &writer[..]].concat();
        let printed = library.run(&args);
        assert!(
            printed.stderr.contains(&process),
            "{writer:?}: {}",
            printed.stderr
        );
    }
    drop(held);
    assert_eq!(library.run(&args).status, 0);
}

/// What a killed writer left is removed by the next one, and said in one line.
#[test]
fn what_was_left_is_swept_and_said() {
    let library = library();
    let notes = library.root().join("notes/b");
    std::fs::write(notes.join(".bookgraph-1-0.tmp"), "Entry(id: \"x\"").unwrap();
    std::fs::write(notes.join(".bookgraph-1-1.tmp"), "").unwrap();
    assert!(library.read().diagnostics.is_empty());
    let printed = library.run(&["concept", "alias", "pond", "월든"]);
    let lines: Vec<&str> = printed.stderr.lines().collect();
    assert_eq!(lines, ["removed 2 unfinished temporary files"]);
    assert_eq!(std::fs::read_dir(notes).unwrap().count(), 3);
}
