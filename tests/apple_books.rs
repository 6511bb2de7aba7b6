//! Importing from the files of Apple Books, made here as the program makes them.

use crate::support::{TestLibrary, files};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// The two files, with the annotations still in the log that is written first.
pub(crate) fn put(folder: &Path) -> PathBuf {
    let annotations = folder.join("AEAnnotation/AEAnnotation_v10312011_1727_local.sqlite");
    let books = folder.join("BKLibrary/BKLibrary-1-091020131601.sqlite");
    for file in [&annotations, &books] {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
    }
    let library = Connection::open(&books).unwrap();
    library
        .execute_batch(
            "CREATE TABLE ZBKLIBRARYASSET (Z_PK INTEGER PRIMARY KEY, ZASSETID VARCHAR, ZTITLE VARCHAR, ZAUTHOR VARCHAR);
             INSERT INTO ZBKLIBRARYASSET VALUES (1, 'A1', '월든', '헨리 데이비드 소로');",
        )
        .unwrap();
    let database = Connection::open(&annotations).unwrap();
    database
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE ZAEANNOTATION (Z_PK INTEGER PRIMARY KEY, ZANNOTATIONUUID VARCHAR, ZANNOTATIONASSETID VARCHAR,
                ZANNOTATIONSELECTEDTEXT VARCHAR, ZANNOTATIONREPRESENTATIVETEXT VARCHAR, ZANNOTATIONNOTE VARCHAR,
                ZANNOTATIONSTYLE INTEGER, ZANNOTATIONISUNDERLINE INTEGER, ZANNOTATIONTYPE INTEGER, ZANNOTATIONDELETED INTEGER,
                ZANNOTATIONCREATIONDATE TIMESTAMP, ZANNOTATIONMODIFICATIONDATE TIMESTAMP, ZPLLOCATIONRANGESTART INTEGER,
                ZANNOTATIONLOCATION VARCHAR, ZFUTUREPROOFING5 VARCHAR);
             INSERT INTO ZAEANNOTATION VALUES
               (1, 'U1', 'A1', '나는 숲으로 갔다.', NULL, '나도.', 3, 0, 2, 0, 726000000.5, 726000000.5, 10, 'epubcfi(/6/8!/4/2)', '2장'),
               (2, 'U2', 'A1', 'Simplify.', NULL, NULL, 0, 1, 2, 0, 726000100, 726000100, 20, 'epubcfi(/6/8!/4/4)', NULL),
               (3, 'U3', 'A1', NULL, NULL, NULL, 0, 0, 3, 0, 726000200, 726000200, 30, NULL, NULL),
               (4, 'U4', 'A1', '지운 것', NULL, NULL, 3, 0, 2, 1, 726000300, 726000300, 40, NULL, NULL);",
        )
        .unwrap();
    // As a program that still runs leaves it: what is new is in the log alone.
    std::mem::forget(database);
    annotations
}

#[test]
fn annotations_come_in_from_the_log_and_nothing_of_it_changes() {
    let library = TestLibrary::new();
    let folder = library.root().join("Documents");
    let file = put(&folder);
    let before = files(&folder);
    assert!(
        before
            .iter()
            .any(|(path, _)| path.to_string_lossy().ends_with("-wal"))
    );
    let first = library.run(&["import", "apple-books", folder.to_str().unwrap()]);
    assert_eq!(first.status, 0, "{}", first.stderr);
    assert!(
        first.stdout.contains("월든 → 월든 (a new book)"),
        "{}",
        first.stdout
    );
    assert!(
        first
            .stdout
            .contains("skipped 1: it is where reading stopped"),
        "{}",
        first.stdout
    );
    assert!(
        first.stdout.ends_with("2 new, 0 unchanged, 2 skipped\n"),
        "{}",
        first.stdout
    );
    assert_eq!(
        files(&folder),
        before,
        "the files of a program that runs stay as they are"
    );

    let again = library.run(&["import", "apple-books", file.to_str().unwrap()]);
    assert!(
        again.stdout.ends_with("0 new, 2 unchanged, 2 skipped\n"),
        "{}",
        again.stdout
    );
    let read = library.read().library;
    let entry = read
        .entries()
        .find(|entry| entry.text.contains("나도"))
        .unwrap();
    assert_eq!(entry.text, "> 나는 숲으로 갔다.\n\n나도.");
    assert_eq!(entry.date.unwrap().to_string(), "2024-01-03");
    let source = entry.source.as_ref().unwrap();
    assert_eq!(
        (source.color.as_deref(), source.chapter.as_deref()),
        (Some("yellow"), Some("2장"))
    );
}

#[test]
fn what_is_no_database_of_annotations_is_told() {
    let library = TestLibrary::new();
    let file = library.root().join("AEAnnotation.sqlite");
    fs::write(&file, b"SQLite format 3\0 and nothing more").unwrap();
    let printed = library.run(&["import", "apple-books", file.to_str().unwrap()]);
    assert_eq!(printed.status, 1);
    let said = "these are no annotations of Apple Books: ";
    assert!(printed.stderr.contains(said), "{}", printed.stderr);
    assert!(
        printed.stdout.ends_with("0 new, 0 unchanged\n"),
        "{}",
        printed.stdout
    );
}
