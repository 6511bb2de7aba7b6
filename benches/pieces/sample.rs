//! The library that the pieces work on.

use crate::made_up;
use bookgraph::diagnostic::Severity;
use bookgraph::model::Library;
use bookgraph::notes;
use bookgraph::place::Placement;
use bookgraph::tag::Tagging;
use std::fmt::Write;
use std::fs;
use std::sync::LazyLock;

const ENTRIES: usize = 1_000;
const CONCEPTS: usize = 500;

/// A library that was read, tagged and placed.
pub(crate) struct Sample {
    pub(crate) library: Library,
    pub(crate) tagging: Tagging,
    pub(crate) placement: Placement,
    /// An entry's note, as its file has it.
    pub(crate) note: String,
}

/// Made when it is first asked for.
pub(crate) static SAMPLE: LazyLock<Sample> = LazyLock::new(Sample::new);

impl Sample {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for a library");
        let notes: Vec<String> = (0..).zip(made_up::notes(ENTRIES)).map(entry).collect();
        let entries = format!("Entries(format: 1, entries: [{}])", notes.join(","));
        for (name, text) in [
            ("concepts.ron", vocabulary()),
            ("book.ron", book()),
            ("entries.ron", entries),
        ] {
            fs::write(folder.path().join(name), text).expect("a file of a library");
        }
        let reading = notes::read(folder.path());
        let problem = reading
            .diagnostics
            .iter()
            .find(|it| it.severity() == Severity::Error);
        assert!(problem.is_none(), "{problem:?}");
        let library = reading.library;
        assert_eq!(library.entries().len(), ENTRIES);
        Self {
            tagging: Tagging::of(&library),
            placement: Placement::of(&library),
            library,
            note: notes[0].clone(),
        }
    }
}

/// Every tenth name that is made up is a single word, and so is found.
fn vocabulary() -> String {
    let mut text = "Vocabulary(format: 1, concepts: [".to_owned();
    let mut names: Vec<String> = made_up::aliases(20 * CONCEPTS)
        .into_iter()
        .step_by(10)
        .collect();
    names.sort();
    names.dedup();
    for (at, name) in names.iter().take(CONCEPTS).enumerate() {
        let _ = write!(text, "Concept(id: \"c{at}\", label: (ko: \"{name}\")),");
    }
    text + "])"
}

fn book() -> String {
    let chapter = |at: usize| {
        let (first, last) = (at * 100 + 1, at * 100 + 100);
        format!("Chapter(id: \"{at}\", starts: Page({first}), ends: Page({last}))")
    };
    let chapters: Vec<String> = (0..20).map(chapter).collect();
    let outline = chapters.join(",");
    format!("Book(format: 1, id: \"b\", title: (ko: \"책\"), outline: [{outline}])")
}

fn entry((at, text): (usize, String)) -> String {
    let (first, last) = (at * 2 + 1, at * 2 + 2);
    format!(
        "Entry(id: \"n{at}\", book: \"b\", title: \"{at}\", pages: ({first}, {last}), text: r\"{text}\")"
    )
}
