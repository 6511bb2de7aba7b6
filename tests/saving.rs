//! Disks that fail: whatever step of a save does, every file is as it was or as it
//! should be, whole, and all files of one change are on the same side.

mod disk;
mod full;
mod holder;

use crate::support::{TestLibrary, files};
use bookgraph::model::ConceptId;
use bookgraph::notes::edit::{ConceptRef, Edit, EntryRef, NewConcept, Verdict};
use bookgraph::notes::{Changes, Disk, History, LibraryLock, PATIENCE, SaveError, Writer};
use disk::{FailingDisk, Manner};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A change that a command may make.
#[derive(Clone, Copy, Debug)]
enum Work {
    /// One piece of one file.
    One,
    /// A piece each of three files.
    Several,
    /// New files in a new folder, and a change of one that is there.
    Import,
    /// What was done is taken back; files go away.
    Undo,
    /// What was taken back is made again; files come back.
    Redo,
}

const ALL: [Work; 5] = [
    Work::One,
    Work::Several,
    Work::Import,
    Work::Undo,
    Work::Redo,
];

fn library() -> TestLibrary {
    TestLibrary::with_concepts(&[("pond", "호수", "Pond"), ("bean", "콩밭", "Bean field")])
        .entry("1", "호숫가의 아침")
        .entry("2", "Beans in a row")
}

fn writer() -> Writer {
    Writer {
        command: "bookgraph test".to_owned(),
        patience: PATIENCE,
    }
}

fn lock(library: &TestLibrary) -> LibraryLock {
    LibraryLock::take_as(&writer(), library.root(), |_| {}).expect("the lock")
}

/// Makes ready what a change starts from.
fn prepare(work: Work) -> TestLibrary {
    let library = library();
    if matches!(work, Work::Undo | Work::Redo) {
        let lock = lock(&library);
        changes(&library, Work::Import).write(&lock).unwrap();
        if matches!(work, Work::Redo) {
            let history = History::of(library.root()).unwrap();
            history.turn(history.last().unwrap(), &lock).unwrap();
        }
    }
    library
}

fn changes(library: &TestLibrary, work: Work) -> Changes {
    let reading = library.read();
    let mut changes = Changes::of(library.root(), &reading);
    let new = |id: &str| NewConcept {
        id: id.to_owned(),
        label: [("ko", "오두막")]
            .map(|(language, text)| {
                let language = bookgraph::model::Language::parse(language).unwrap();
                (language, text.to_owned())
            })
            .into_iter()
            .collect(),
        aliases: Vec::new(),
        ..NewConcept::default()
    };
    let vocabulary = "notes/concepts.ron";
    changes
        .edit(vocabulary, &Edit::AddConcept(new("hut")))
        .unwrap();
    let concept = ConceptRef::of(reading.library.vocabulary(), ConceptId::from(0));
    match work {
        Work::Several => {
            for id in ["1", "2"] {
                let entry = EntryRef {
                    id: id.to_owned(),
                    line: 1,
                };
                let edit = Edit::Judge {
                    entry,
                    concept: concept.clone(),
                    verdict: Verdict::Confirm,
                };
                changes.edit(&format!("notes/b/{id}.ron"), &edit).unwrap();
            }
        }
        Work::Import => {
            for id in ["가", "나"] {
                let text = format!("Entry(id: {id:?}, text: \"새로 들여온 글\")\n");
                let file = format!("notes/b/entries/{id}.ron");
                changes.create(&file, &text).unwrap();
            }
        }
        _ => {}
    }
    changes
}

fn work(library: &TestLibrary, work: Work, disk: &dyn Disk) -> Result<(), SaveError> {
    let lock = lock(library);
    if !matches!(work, Work::Undo | Work::Redo) {
        return changes(library, work).write_on(&lock, disk);
    }
    let history = History::of(library.root())?;
    let step = match work {
        Work::Undo => history.last(),
        _ => history.next(),
    };
    history.turn_on(step.expect("a step"), &lock, disk)
}

type Notes = BTreeMap<PathBuf, String>;

fn notes(root: &Path) -> Notes {
    let files = files(&root.join("notes")).into_iter();
    files
        .map(|(path, bytes)| {
            let name = path.strip_prefix(root).unwrap().to_path_buf();
            (name, String::from_utf8(bytes).unwrap())
        })
        .collect()
}

/// The notes before and after the work, and in how many steps it is done.
fn both(which: Work) -> (Notes, Notes, usize) {
    let library = prepare(which);
    let before = notes(library.root());
    let disk = FailingDisk::sound();
    work(&library, which, &disk).unwrap();
    (before, notes(library.root()), disk.steps())
}

/// That nothing is left but notes and the history.
fn assert_clean(root: &Path, told: &str) {
    let left: Vec<PathBuf> = files(root).into_iter().map(|(path, _)| path).collect();
    let stray = |path: &&PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".tmp") || name.ends_with("pending.json")
    };
    assert_eq!(left.iter().find(stray), None, "{told}");
}

/// Every step of every change fails once: what is said is true, and nothing is left.
#[test]
fn a_step_that_fails_leaves_all_or_nothing() {
    let mut injected = 0;
    for which in ALL {
        let (before, after, steps) = both(which);
        for manner in [Manner::Once, Manner::Halfway] {
            for step in 0..steps {
                let told = format!("{which:?}, step {step} of {steps}, {manner:?}");
                let library = prepare(which);
                let disk = FailingDisk::at(step, manner);
                let done = work(&library, which, &disk);
                let found = notes(library.root());
                let wanted = match &done {
                    Ok(()) => &after,
                    Err(error) => {
                        let said = error.to_string();
                        assert!(said.contains("nothing was changed"), "{told}: {said}");
                        &before
                    }
                };
                let stray = |path: &&PathBuf| path.to_string_lossy().ends_with(".tmp");
                let kept: Notes = found
                    .iter()
                    .filter(|(path, _)| !stray(path))
                    .map(|(path, text)| (path.clone(), text.clone()))
                    .collect();
                assert!(kept == *wanted, "{told}: {done:?}\n{found:#?}");
                drop(lock(&library));
                assert!(
                    notes(library.root()) == *wanted,
                    "{told}: after the next run"
                );
                assert_clean(library.root(), &told);
                injected += 1;
            }
        }
    }
    assert!(injected > 300, "{injected} faults");
}

/// The disk is gone from a step on, as when the power fails: the next run makes one of
/// the two, and says so.
#[test]
fn a_disk_that_dies_leaves_what_the_next_run_puts_right() {
    let mut injected = 0;
    for which in ALL {
        let (before, after, steps) = both(which);
        for step in 0..steps {
            let told = format!("{which:?}, dead from step {step} of {steps}");
            let library = prepare(which);
            let disk = FailingDisk::at(step, Manner::Dead);
            let done = work(&library, which, &disk);
            let settled = notes(library.root());
            let tidied = lock(&library).tidied().clone();
            let found = notes(library.root());
            let right = match &done {
                Ok(()) => found == after,
                Err(SaveError::Unfinished { .. }) => found == before || found == after,
                Err(_) => found == before,
            };
            assert!(right, "{told}: {done:?}\n{found:#?}");
            // What is put right is said.
            assert!(
                found == settled || !tidied.lines().is_empty(),
                "{told}: silent"
            );
            assert_clean(library.root(), &told);
            injected += 1;
        }
    }
    assert!(injected > 150, "{injected} faults");
}

/// And when the disk dies again while that is put right, at any step of it.
#[test]
fn putting_right_can_be_interrupted_too() {
    let mut injected = 0;
    for which in [Work::Import, Work::Undo] {
        let (before, after, steps) = both(which);
        for step in (0..steps).step_by(3) {
            for again in 0.. {
                let library = prepare(which);
                let _ = work(&library, which, &FailingDisk::at(step, Manner::Dead));
                let disk = FailingDisk::at(again, Manner::Dead);
                let first = LibraryLock::take_on(&disk, &writer(), library.root(), |_| {});
                drop(first);
                drop(lock(&library));
                let found = notes(library.root());
                let told = format!("{which:?}, dead from {step}, and again from {again}");
                assert!(found == before || found == after, "{told}\n{found:#?}");
                assert_clean(library.root(), &told);
                injected += 1;
                if !disk.has_failed() {
                    break;
                }
            }
        }
    }
    assert!(injected > 200, "{injected} faults");
}

/// A file that somebody saves after a crash is never overwritten, whichever side its
/// text is from.
#[test]
fn what_is_saved_after_a_crash_stays() {
    let (_, _, steps) = both(Work::Several);
    for step in 0..steps {
        for name in ["notes/b/1.ron", "notes/concepts.ron"] {
            let library = prepare(Work::Several);
            let _ = work(
                &library,
                Work::Several,
                &FailingDisk::at(step, Manner::Dead),
            );
            let path = library.root().join(name);
            let saved = format!("{}\n// 저장함\n", std::fs::read_to_string(&path).unwrap());
            std::fs::write(&path, &saved).unwrap();
            drop(lock(&library));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), saved, "{step}");
            assert_clean(library.root(), name);
        }
    }
}
