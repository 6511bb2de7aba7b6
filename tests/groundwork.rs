//! What maps of a library with a snapshot begin with is kept beside it: maps are the same
//! with and without, and what does not follow from the notes any more is not used.

use crate::support::{Printed, TestLibrary};
use bookgraph::analyse::Weighed;
use bookgraph::graph::Evidence;
use bookgraph::map::Groundwork;
use bookgraph::model::ConceptId;
use bookgraph::store::{self, Opening};
use std::fs;
use std::path::PathBuf;
use xxhash_rust::xxh3::xxh3_64;

/// So many concepts do not fit in one picture.
const CONCEPTS: usize = 80;
const FAMILY: usize = 10;

/// The Korean and the English name of a concept.
fn names(concept: usize) -> (String, String) {
    let syllable = |at: usize| char::from_u32(0xAC00 + at as u32 * 28).unwrap();
    let letter = |at: usize| char::from(b'a' + at as u8);
    let korean = ['뷁', syllable(concept / 10), syllable(concept % 10)];
    let english = ['z', letter(concept / 10), 'x', letter(concept % 10), 'k'];
    (korean.iter().collect(), english.iter().collect())
}

/// A sentence that names two concepts of a family, or of two, in Korean or in English.
fn sentence(entry: usize, at: usize) -> String {
    let family = entry % (CONCEPTS / FAMILY) * FAMILY;
    let concept = |step: usize| family + (entry / 8 * 3 + at * step) % FAMILY;
    // Now and then families meet.
    let next = if at == 5 { FAMILY } else { 0 };
    let (one, other) = (names(concept(1)), names((concept(3) + next) % CONCEPTS));
    match at % 2 {
        0 => format!("{}은 {}와 함께 온다. ", one.0, other.0),
        _ => format!("The {} comes with a {}. ", one.1, other.1),
    }
}

/// A library that is large enough for a snapshot and for an overview.
fn library() -> TestLibrary {
    let names: Vec<(String, String, String)> = (0..CONCEPTS)
        .map(|concept| {
            let (korean, english) = names(concept);
            (format!("c{concept}"), korean, english)
        })
        .collect();
    let concepts: Vec<(&str, &str, &str)> = names
        .iter()
        .map(|(id, korean, english)| (&id[..], &korean[..], &english[..]))
        .collect();
    let filler = "오늘은 아무 일도 없었다. Nothing happened today. ".repeat(50);
    (0..96).fold(TestLibrary::with_concepts(&concepts), |library, entry| {
        let text: String = (0..6).map(|at| sentence(entry, at)).collect();
        library.entry(&format!("n{entry:02}"), &(text + &filler))
    })
}

fn kept(library: &TestLibrary) -> PathBuf {
    library.root().join(".bookgraph/groups")
}

fn map(library: &TestLibrary) -> Printed {
    library.run(&["map", "-f", "dot"])
}

/// The snapshot's digest, by which what is kept is known.
fn digest(library: &TestLibrary) -> u64 {
    let Opening::Open(snapshot) = store::open(&library.root().join(".bookgraph/snapshot")) else {
        panic!("no snapshot");
    };
    snapshot.digest_of_tags()
}

/// What a [`Groundwork`] is written as.
type Written = (
    Vec<Weighed>,
    Vec<ConceptId>,
    Vec<usize>,
    Vec<((usize, usize), f32, usize, Vec<Evidence>)>,
);

/// Keeps other groups than there are: one of all concepts.
fn falsify(library: &TestLibrary) {
    let of = digest(library);
    let (concepts, hubs, groups, _): Written = store::kept(&kept(library), of).unwrap();
    let one = vec![0; groups.len()];
    let none: Written = (concepts, hubs, one, Vec::new());
    store::keep(&kept(library), of, &none).unwrap();
}

#[test]
fn maps_are_the_same_with_and_without_what_is_kept() {
    let library = library();
    let questions: [&[&str]; 11] = [
        &["map", "-f", "dot"],
        &["map", "-f", "json"],
        &["map", "--group", "2", "-f", "dot"],
        &["map", "--hide", "c3", "-f", "dot"],
        &["map", "--top", "70", "-f", "dot"],
        &["map", "--only", "c1 or c12 or c25", "-f", "json"],
        &["map", "--around", "c5", "--depth", "2", "-f", "dot"],
        &["map", "--edges-per-node", "2.5", "-f", "dot"],
        &["map", "--shrinkage", "4", "-f", "json"],
        &["map", "--kind", "timeline", "-f", "dot"],
        &["find", "group:1", "--sort", "reading"],
    ];
    for question in questions {
        let _ = fs::remove_file(kept(&library));
        let first = library.run(question);
        assert_eq!(first.status, 0, "{question:?}: {}", first.stderr);
        let again = library.run(question);
        assert_eq!(first.stdout, again.stdout, "{question:?}");
        assert_eq!(first.stderr, again.stderr, "{question:?}");
        // Whatever other maps left there.
        map(&library);
        assert!(kept(&library).is_file());
        assert_eq!(first.stdout, library.run(question).stdout, "{question:?}");
    }
}

#[test]
fn what_is_kept_is_used_as_long_as_the_tags_stay() {
    let library = library();
    let right = map(&library).stdout;
    falsify(&library);
    let wrong = map(&library).stdout;
    assert_ne!(right, wrong);
    assert_eq!(
        wrong,
        library.run(&["--no-refresh", "map", "-f", "dot"]).stdout
    );
    // Files that were only touched leave it; another text does not.
    let note = library.root().join("notes/b/n05.ron");
    let text = fs::read_to_string(&note).unwrap();
    fs::write(&note, &text).unwrap();
    assert_eq!(map(&library).stdout, wrong);
    let (one, other) = (names(3).0, names(40).0);
    let more = format!("{one}은 {other}와 함께 온다. ");
    fs::write(&note, text.replace("text: \"", &format!("text: \"{more}"))).unwrap();
    let changed = map(&library).stdout;
    fs::remove_file(kept(&library)).unwrap();
    assert_eq!(map(&library).stdout, changed);
    fs::write(&note, text).unwrap();
    assert_eq!(map(&library).stdout, right);
}

#[test]
fn what_is_damaged_or_foreign_is_made_anew() {
    let library = library();
    let right = map(&library);
    let bytes = fs::read(kept(&library)).unwrap();
    let of = digest(&library);
    let flipped = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1;
        bytes
    };
    let files = [
        ("nothing", Vec::new()),
        ("text", b"not a file of ours".to_vec()),
        ("the half of it", bytes[..bytes.len() / 2].to_vec()),
        ("more", [&bytes[..], b"!"].concat()),
        ("another format", flipped(16)),
        ("another program", flipped(20)),
        ("of something else", flipped(28)),
        ("another checksum", flipped(36)),
        ("another value", flipped(bytes.len() - 1)),
    ];
    for (what, file) in files {
        fs::write(kept(&library), file).unwrap();
        let answer = map(&library);
        assert_eq!(answer.stdout, right.stdout, "{what}");
        assert_eq!(answer.stderr, right.stderr, "{what}");
        assert!(fs::read(kept(&library)).unwrap() == bytes, "{what}");
    }
    // Whole, but not of this library: there are not so many concepts and entries.
    let (concepts, hubs, groups, bonds): Written = store::kept(&kept(&library), of).unwrap();
    let mut far = bonds.clone();
    far[0].3[0].entry.0 = 96;
    let foreign: [Written; 4] = [
        (
            concepts.clone(),
            vec![ConceptId(80)],
            groups.clone(),
            bonds.clone(),
        ),
        (
            concepts.clone(),
            hubs.clone(),
            groups[1..].to_vec(),
            bonds.clone(),
        ),
        (
            concepts.clone(),
            hubs.clone(),
            vec![99; groups.len()],
            bonds,
        ),
        (concepts, hubs, groups, far),
    ];
    for written in foreign {
        store::keep(&kept(&library), of, &written).unwrap();
        assert_eq!(map(&library).stdout, right.stdout);
    }
    // A place that cannot be written is no trouble.
    fs::remove_file(kept(&library)).unwrap();
    fs::create_dir(kept(&library)).unwrap();
    let answer = map(&library);
    assert_eq!((answer.stdout, answer.stderr), (right.stdout, right.stderr));
    assert!(kept(&library).is_dir());
    let folder = fs::read_dir(library.root().join(".bookgraph")).unwrap();
    let temporary = |name: &str| name.starts_with(".tmp");
    let names = folder.map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| temporary(name)).count(), 0);
}

/// Whoever changes how groups are found makes what was kept wrong.
#[test]
fn what_is_kept_changes_with_its_format() {
    let library = library();
    map(&library);
    let made = Groundwork::of(&library.open().library, &library.open().tagging);
    let path = library.root().join("made");
    store::keep(&path, digest(&library), &made).unwrap();
    let bytes = fs::read(kept(&library)).unwrap();
    assert!(fs::read(path).unwrap() == bytes);
    assert_eq!(
        xxh3_64(&bytes),
        4_631_767_911_261_858_207,
        "raise FORMAT in src/store/kept.rs, and put the new number here"
    );
}
