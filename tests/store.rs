//! The snapshot: it says what the notes say, or it is made anew.

use crate::support::{Printed, TestLibrary, bookgraph, build_snapshot, project};
use bookgraph::analyse::Random;
use bookgraph::model::{Entry, Library};
use bookgraph::notes::{self, Ground};
use bookgraph::place::Placement;
use bookgraph::store::{self, Opening, Warning};
use bookgraph::tag::Tagging;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use xxhash_rust::xxh3::xxh3_64;

/// Everything that a snapshot holds, as text.
fn told(library: &Library, tagging: &Tagging, placement: &Placement) -> String {
    let entries = library.entry_ids().map(|id| {
        let chapters: Vec<_> = placement.chapters(library, id).collect();
        // What is short is asked for first, since it is not read anew with the entry at hand.
        let brief = format!("{:#?}", library.brief(id));
        let entry = library.entry(id);
        format!(
            "{brief}\n{entry:#?}\n{:#?}\n{:#?}\n{chapters:?} {:?} {:?}\n",
            tagging.tags(id),
            tagging.behind(id),
            placement.basis(id),
            placement.references(id),
        )
    });
    let entries: String = entries.collect();
    format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{entries}",
        library.books(),
        library.vocabulary().concepts(),
        library.vocabulary().dismissed(),
        library.queries(),
    )
}

/// Everything that the snapshot of a library holds, as text.
fn stored(library: &TestLibrary) -> String {
    let Opening::Open(snapshot) = store::open(&snapshot(library)) else {
        panic!("no snapshot");
    };
    let (library, tagging, placement, _) = snapshot.load().unwrap();
    told(&library, &tagging, &placement)
}

fn libraries() -> Vec<PathBuf> {
    let suite = project().join("tests/suite/libraries");
    let folders = fs::read_dir(suite).unwrap().map(|it| it.unwrap().path());
    let mut all: Vec<PathBuf> = folders.filter(|it| it.join("notes").is_dir()).collect();
    all.push(project());
    all.sort();
    all
}

#[test]
fn a_snapshot_says_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("snapshot");
    for root in libraries() {
        let notes = root.join("notes");
        let library = notes::read(&notes).library;
        let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
        let warning = Some(Warning {
            first: root.display().to_string(),
            problems: 3,
            files: vec!["notes/책.ron".to_owned()],
            of_books: true,
            of_names: false,
        });
        // However many files are read at once.
        for bytes in [0, 1 << 20] {
            build_snapshot(&notes, &path, bytes, &[], warning.clone());
            let Opening::Open(snapshot) = store::open(&path) else {
                panic!("{} does not open", root.display());
            };
            let (again, tags, places, warned) = snapshot.load().unwrap();
            assert_eq!(warned, warning);
            assert_eq!(
                told(&again, &tags, &places),
                told(&library, &tagging, &placement),
                "{}",
                root.display()
            );
        }
    }
}

/// Files are read some at a time; what comes of them is the same.
#[test]
fn a_snapshot_has_the_same_bytes_however_many_files_are_read_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let library = of_blocks();
    let bytes = |at_once: u64| {
        let path = folder.path().join("snapshot");
        build_snapshot(&library.root().join("notes"), &path, at_once, &[], None);
        fs::read(path).unwrap()
    };
    let all = bytes(u64::MAX);
    for at_once in [0, 1_000, 200_000] {
        assert!(bytes(at_once) == all, "{at_once}");
    }
}

/// An id that is taken, a link to nothing and a book that notes imply are told of whatever
/// is in memory; and so are entries the same, of Markdown too, whether their notes are read
/// once or twice.
#[test]
fn what_is_read_is_the_same_however_many_files_are_read_at_once() {
    let suites = ["diagnostics", "vaults"].map(|suite| project().join("tests/suite").join(suite));
    let folders = suites
        .into_iter()
        .flat_map(|suite| fs::read_dir(suite).unwrap());
    let folders = folders.map(|it| it.unwrap().path());
    let (mut with_problems, mut with_entries) = (0, 0);
    let notes_of = |folder: PathBuf| match folder.join("notes") {
        notes if notes.is_dir() => notes,
        _ => folder,
    };
    for notes in folders.map(notes_of).filter(|it| it.is_dir()) {
        let told = |bytes: u64| {
            let ground = Ground::all(&notes, &|| {}).at_once(bytes);
            let mut entries = Vec::new();
            let read = ground.entries(None, &mut |some, _| {
                entries.extend(some.into_iter().map(|it| it.entry));
            });
            let library = ground.library().with_entries(entries);
            let reading = ground.close(read, &library);
            (format!("{:#?}", reading.diagnostics), entries_of(&library))
        };
        let all = told(u64::MAX);
        assert_eq!(told(0), all, "{}", notes.display());
        let once = notes::read(&notes);
        assert_eq!(all.0, format!("{:#?}", once.diagnostics));
        assert_eq!(all.1, entries_of(&once.library), "{}", notes.display());
        with_problems += usize::from(all.0 != "[]");
        with_entries += usize::from(all.1 != "[]");
    }
    assert!(with_problems > 20, "{with_problems}");
    assert!(with_entries > 20, "{with_entries}");
}

fn entries_of(library: &Library) -> String {
    let entries: Vec<&Entry> = library.entries().collect();
    format!("{entries:#?}")
}

/// Whoever changes what is stored, or what is found in notes, makes older snapshots
/// wrong.
#[test]
fn what_is_stored_changes_with_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("snapshot");
    let notes = crate::support::two_books().join("notes");
    build_snapshot(&notes, &path, 1 << 20, &[], None);
    assert_eq!(
        xxh3_64(&fs::read(&path).unwrap()),
        12_557_654_392_199_310_454,
        "raise FORMAT in src/store/layout.rs, and put the new number here"
    );
}

/// A library large enough for a snapshot: a long Korean and a long English entry, and
/// a short one.
fn large() -> TestLibrary {
    let library = TestLibrary::with_concepts(&[("flywheel", "플라이휠", "flywheel")])
        .entry("ko", &"오늘은 고객에 대해 읽었다. ".repeat(5_000))
        .entry("en", &"Nothing but customers today. ".repeat(5_000))
        .entry("short", "플라이휠이 돈다.");
    settle(&library);
    library
}

/// Makes all files old.
fn settle(library: &TestLibrary) {
    let day = SystemTime::now() - Duration::from_secs(86_400);
    for name in ["ko", "en", "short", "book"] {
        let path = library.root().join(format!("notes/b/{name}.ron"));
        if let Ok(file) = File::options().write(true).open(path) {
            file.set_modified(day).unwrap();
        }
    }
}

fn snapshot(library: &TestLibrary) -> PathBuf {
    library.root().join(".bookgraph/snapshot")
}

fn ask(library: &TestLibrary, more: &[&str]) -> Printed {
    library.run(&[&["find", "flywheel", "--sort", "reading"], more].concat())
}

/// The answer of a library that has no snapshot.
fn afresh(library: &TestLibrary) -> Printed {
    let copy = TestLibrary::new();
    copy_folder(&library.root().join("notes"), &copy.root().join("notes"));
    ask(&copy, &[])
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn same(library: &TestLibrary, what: &str) {
    let (now, then) = (ask(library, &[]), afresh(library));
    assert_eq!(now.stdout, then.stdout, "{what}");
    assert_eq!(now.stderr, then.stderr, "{what}");
    assert_eq!(now.status, then.status, "{what}");
}

#[test]
fn every_change_of_the_notes_is_seen() {
    let library = large();
    let notes = library.root().join("notes");
    let short = notes.join("b/short.ron");
    let written = |text: &str| fs::write(&short, text).unwrap();
    let changes: [(&str, &dyn Fn()); 9] = [
        ("nothing", &|| {}),
        ("the same length", &|| {
            written(r#"Entry(id: "short", text: "플라이휠은 돈다.")"#);
        }),
        ("at once again, the same length", &|| {
            written(r#"Entry(id: "short", text: "바퀴하나가 돈다.")"#);
        }),
        ("touched", &|| settle(&library)),
        ("a new file", &|| {
            let text = r#"Entry(id: "new", text: "The flywheel again.")"#;
            fs::write(notes.join("b/new.ron"), text).unwrap();
        }),
        ("renamed", &|| {
            fs::rename(notes.join("b/new.ron"), notes.join("b/newer.ron")).unwrap();
        }),
        ("another name of the concept", &|| {
            let text = r#"Vocabulary(concepts: [Concept(id: "flywheel", label: (ko: "고객"))])"#;
            fs::write(notes.join("concepts.ron"), text).unwrap();
        }),
        ("a mistake", &|| written("Entry(id: ")),
        ("gone", &|| fs::remove_file(&short).unwrap()),
    ];
    same(&library, "first");
    assert!(snapshot(&library).is_file());
    for (what, change) in changes {
        change();
        same(&library, what);
        same(&library, &format!("{what}, asked again"));
    }
}

/// Only what changed is read again; whatever changes, and in whatever order, the answer
/// is that of a library read from nothing.
#[test]
fn changes_add_up() {
    const TEXTS: [&str; 4] = [
        "플라이휠은 돈다. 9장에서는 바퀴를 다룬다.",
        "The flywheel turns, and the input metric moves it.",
        "인풋 지표만 본다.",
        "Nothing of note.",
    ];
    let library = large();
    let more = r#"Vocabulary(concepts: [Concept(id: "input-metric", label: (ko: "인풋 지표", en: "input metric"))])"#;
    let library = library.file("more.ron", more);
    let notes = library.root().join("notes/b");
    let vocabularies = [
        more,
        r#"Vocabulary(concepts: [Concept(id: "input-metric", label: (ko: "인풋 지표"), exclude: ["인풋 지표만"])])"#,
        r#"Vocabulary(concepts: [Concept(id: "wheel", label: (ko: "바퀴")), Concept(id: "input-metric", label: (ko: "지표", en: "input metric"))])"#,
        r#"Vocabulary(concepts: [Concept(id: "wheel", label: (ko: "바퀴", en: "flywheel")), Concept(id: "it", label: (en: "IT"))])"#,
    ];
    let mut random = Random::new(7);
    for step in 0..24 {
        if random.below(3) == 0 {
            let vocabulary = vocabularies[random.below(4)];
            fs::write(library.root().join("notes/more.ron"), vocabulary).unwrap();
        }
        for _ in 0..=random.below(2) {
            let name = ["a", "b", "c", "d"][random.below(4)];
            let path = notes.join(format!("{name}.ron"));
            let id = ["one", "two", "three"][random.below(3)];
            let text = TEXTS[random.below(4)];
            let day = 1 + random.below(9);
            let entry = format!(r#"id: "{id}", date: "2024-01-0{day}", text: "{text}""#);
            match random.below(8) {
                0 => drop(fs::remove_file(path)),
                1 => fs::write(
                    path,
                    format!("Entries(entries: [({entry}), (text: \"?\", id: \"x-{name}\")])"),
                )
                .unwrap(),
                2 => fs::write(path, format!("Entry({entry}, tags: [\"input-metric\"])")).unwrap(),
                3 => fs::write(path, "// nothing yet").unwrap(),
                _ => fs::write(path, format!("Entry({entry})")).unwrap(),
            }
        }
        let copy = TestLibrary::new();
        copy_folder(&library.root().join("notes"), &copy.root().join("notes"));
        for args in [
            &["list", "entries", "-f", "json"][..],
            &["find", "flywheel or input-metric", "-f", "json"],
            &["tag", "-f", "json"],
            &["stats", "-f", "json"],
        ] {
            let (now, afresh) = (library.run(args), copy.run(args));
            assert_eq!(now.stdout, afresh.stdout, "step {step}, {args:?}");
            assert_eq!(now.stderr, afresh.stderr, "step {step}, {args:?}");
        }
        assert_eq!(stored(&library), stored(&copy), "step {step}");
    }
}

#[test]
fn without_a_look_at_the_notes_the_answer_is_the_old_one() {
    let library = large();
    let before = ask(&library, &[]);
    let library = library.entry("short", "Nothing.");
    assert_eq!(ask(&library, &["--no-refresh"]).stdout, before.stdout);
    assert_ne!(ask(&library, &[]).stdout, before.stdout);
    // Without a snapshot there is nothing else to answer from.
    fs::remove_file(snapshot(&library)).unwrap();
    assert_eq!(
        ask(&library, &["--no-refresh"]).stdout,
        ask(&library, &[]).stdout
    );
}

#[test]
fn few_notes_leave_nothing_behind() {
    let library = TestLibrary::with_concepts(&[("flywheel", "플라이휠", "flywheel")])
        .entry("short", "플라이휠이 돈다.");
    ask(&library, &[]);
    assert!(!library.root().join(".bookgraph").exists());
}

#[test]
fn a_damaged_snapshot_is_made_anew() {
    let library = large();
    let answer = ask(&library, &[]).stdout;
    let path = snapshot(&library);
    let whole = fs::read(&path).unwrap();
    let sure = |what: &str, said: bool| {
        let printed = ask(&library, &[]);
        assert_eq!(printed.stdout, answer, "{what}");
        let told = printed.stderr.contains("made anew");
        assert_eq!(told, said, "{what}: {}", printed.stderr);
    };
    let replace = |bytes: &[u8]| fs::write(&path, bytes).unwrap();
    for (what, bytes) in [
        ("empty", &b""[..]),
        ("foreign", b"bookgraph was here"),
        ("cut", &whole[..whole.len() / 2]),
        ("cut by one byte", &whole[..whole.len() - 1]),
        ("longer", &[&whole[..], b"!"].concat()),
    ] {
        replace(bytes);
        sure(what, true);
        sure(&format!("{what}, asked again"), false);
    }
    fs::remove_file(&path).unwrap();
    sure("gone", false);
    // Any byte: the answer is right, or the reader is told that it is not whole.
    for at in (0..whole.len()).step_by(whole.len() / 40).chain(0..24) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        replace(&bytes);
        let printed = ask(&library, &[]);
        if printed.status == 0 {
            assert_eq!(printed.stdout, answer, "byte {at}");
        } else {
            assert!(
                printed.stderr.contains("not whole"),
                "byte {at}: {}",
                printed.stderr
            );
            assert!(answer.starts_with(&printed.stdout), "byte {at}");
            sure(&format!("after byte {at}"), false);
        }
    }
    let last = whole.len() - 1;
    let mut bytes = whole;
    bytes[last] ^= 0x10;
    replace(&bytes);
    let of_entry = bookgraph(library.root(), &["show", "short"]);
    assert!(of_entry.stdout.contains("플라이휠"), "{}", of_entry.stderr);
    assert!(of_entry.stderr.contains("made anew"), "{}", of_entry.stderr);
}

/// A large library of more than one block of folded texts.
fn of_blocks() -> TestLibrary {
    let more = |library: TestLibrary, number: usize| {
        let text = format!("{number}번째 바퀴와 R&D. The {number}th wheel");
        library.entry(&format!("n{number}"), &text)
    };
    (0..300).fold(large(), more)
}

#[test]
fn full_text_is_found_in_a_snapshot_as_in_notes() {
    let library = of_blocks();
    ask(&library, &[]);
    assert!(snapshot(&library).is_file());
    for args in [
        &["search", "고객에 대해", "-f", "json"][..],
        &["search", "customer", "-c"],
        &["search", "wheels -7번째", "-f", "csv"],
        &["search", "R 299번째 --any", "-l"],
        &["search", "299*", "-f", "md"],
        // An entry without a title goes by its id, which is no word of it;
        &["search", "n299"],
        // the query language looks for it, too.
        &["find", "\"n299\""],
        &["find", "\"바퀴\" -\"7번째\"", "-c"],
        &["find", "flywheel", "--sort", "relevance", "-f", "json"],
        &["search", "nowhere"],
    ] {
        let copy = TestLibrary::new();
        copy_folder(&library.root().join("notes"), &copy.root().join("notes"));
        let (stored, read) = (library.run(args), copy.run(args));
        assert_eq!(stored.stdout, read.stdout, "{args:?}");
        assert_eq!(stored.stderr, read.stderr, "{args:?}");
        assert_eq!(stored.status, read.status, "{args:?}");
    }
}

#[test]
fn damaged_folded_texts_are_noticed() {
    let library = of_blocks();
    let count = || library.run(&["search", "고객 --any wheel", "-c"]);
    let answer = count().stdout;
    let path = snapshot(&library);
    let whole = fs::read(&path).unwrap();
    let mut noticed = 0;
    for at in (0..whole.len()).step_by(whole.len() / 20) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        fs::write(&path, bytes).unwrap();
        let printed = count();
        assert_eq!(printed.stdout, answer, "byte {at}: {}", printed.stderr);
        noticed += usize::from(printed.stderr.contains("made anew"));
    }
    // The rest is in entries, which are not read to be counted.
    assert!((3..18).contains(&noticed), "{noticed}");
}

/// Of a file with many entries, and of folded texts, what did not change is taken over.
#[test]
fn a_file_of_many_entries_changes_entry_by_entry() {
    let texts =
        |number: usize| format!("{number}번째 바퀴와 R&D. The {number}th wheel, ㎒s와 플라이휠이");
    let mut entries: Vec<(usize, String)> = (0..600).map(|at| (at, texts(at))).collect();
    let library = large();
    let path = library.root().join("notes/b/many.ron");
    let write = |entries: &[(usize, String)]| {
        let entry = |(id, text): &(usize, String)| {
            // One has a problem, which stays when others change.
            let tags = if *id == 7 { ", tags: [\"nobody\"]" } else { "" };
            format!("(id: \"m{id}\", text: {text:?}{tags})")
        };
        let entries: Vec<String> = entries.iter().map(entry).collect();
        fs::write(&path, format!("Entries(entries: [{}])", entries.join(", "))).unwrap();
    };
    write(&entries);
    ask(&library, &[]);
    type Change<'a> = &'a dyn Fn(&mut Vec<(usize, String)>);
    let changes: [(&str, Change<'_>); 9] = [
        ("one more at the end", &|entries| {
            entries.push((600, "끝의 flywheel".to_owned()));
        }),
        ("one changed", &|entries| {
            entries[300].1 = "다른 고객의 wheel".to_owned();
        }),
        ("one less at the beginning", &|entries| {
            drop(entries.remove(0));
        }),
        ("two with one id", &|entries| entries[5].0 = entries[4].0),
        ("told apart again", &|entries| entries[5].0 = 1_000),
        ("one there twice", &|entries| {
            entries.insert(9, entries[8].clone());
        }),
        ("once again", &|entries| drop(entries.remove(8))),
        ("a new one with the id of one that stays", &|entries| {
            entries.insert(2, (entries[20].0, "먼저 온 wheel".to_owned()));
        }),
        ("gone again", &|entries| drop(entries.remove(2))),
    ];
    for (what, change) in changes {
        change(&mut entries);
        write(&entries);
        same(&library, what);
        for args in [
            &["search", "wheels -7번째", "-f", "csv"][..],
            &["search", "299번째 R&D MHz 끝의 --any", "-f", "json"],
            &["tag", "-f", "json"],
        ] {
            let copy = TestLibrary::new();
            copy_folder(&library.root().join("notes"), &copy.root().join("notes"));
            let (renewed, read) = (library.run(args), copy.run(args));
            assert_eq!(renewed.stdout, read.stdout, "{what}, {args:?}");
            assert_eq!(renewed.stderr, read.stderr, "{what}, {args:?}");
        }
        let copy = TestLibrary::new();
        copy_folder(&library.root().join("notes"), &copy.root().join("notes"));
        ask(&copy, &[]);
        assert_eq!(stored(&library), stored(&copy), "{what}");
    }
}
