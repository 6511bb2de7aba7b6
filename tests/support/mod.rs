//! The builder for temporary libraries, and what several tests need.

pub(crate) mod chromium;
pub(crate) mod maps;
pub(crate) mod room;
pub(crate) mod sampler;
pub(crate) mod scenes;
#[cfg(unix)]
pub(crate) mod terminal;
pub(crate) mod tools;

use bookgraph::graph::BookGraph;
use bookgraph::model::Library;
use bookgraph::notes::{self, Ground, Reading};
use bookgraph::place::Placement;
use bookgraph::source::Stamp;
use bookgraph::store::{self, Builder, NewEntry, Warning};
use bookgraph::tag::Tagging;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A library in a temporary folder; gone when dropped.
pub(crate) struct TestLibrary {
    folder: tempfile::TempDir,
}

/// A library that was read, tagged and linked.
pub(crate) struct Opened {
    pub(crate) library: Library,
    pub(crate) tagging: Tagging,
    pub(crate) graph: BookGraph,
}

/// What the program printed.
pub(crate) struct Printed {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: i32,
}

impl TestLibrary {
    /// An empty folder with an empty `notes/`.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("notes")).expect("a folder for notes");
        Self { folder }
    }

    /// A library with one book, `b`, and a concept for each `(id, ko, en)`.
    pub(crate) fn with_concepts(concepts: &[(&str, &str, &str)]) -> Self {
        let concepts: Vec<String> = concepts
            .iter()
            .map(|(id, ko, en)| format!("Concept(id: {id:?}, label: (ko: {ko:?}, en: {en:?}))"))
            .collect();
        Self::new()
            .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
            .file(
                "concepts.ron",
                &format!("Vocabulary(concepts: [{}])", concepts.join(", ")),
            )
    }

    /// Adds a file below `notes/`.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join("notes").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders for a file");
        fs::write(path, text).expect("a file");
        self
    }

    /// Adds an entry of book `b` with a text.
    pub(crate) fn entry(self, id: &str, text: &str) -> Self {
        let entry = format!("Entry(id: {id:?}, text: {text:?})");
        self.file(&format!("b/{id}.ron"), &entry)
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn read(&self) -> Reading {
        notes::read(&self.root().join("notes"))
    }

    /// Reads it; there must be no problem.
    pub(crate) fn open(&self) -> Opened {
        open(&self.root().join("notes"))
    }

    /// Runs the program on it.
    pub(crate) fn run(&self, args: &[&str]) -> Printed {
        bookgraph(self.root(), args)
    }
}

/// Reads, tags and links the notes in a folder, which must have no problem.
pub(crate) fn open(notes: &Path) -> Opened {
    let Reading {
        library,
        diagnostics,
        ..
    } = notes::read(notes);
    let problems: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let tagging = Tagging::of(&library);
    let graph = BookGraph::build(&library, &tagging, Placement::of(&library));
    Opened {
        library,
        tagging,
        graph,
    }
}

/// The library of this project.
pub(crate) fn diary() -> Opened {
    open(&project().join("notes"))
}

/// The folder of this project.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A library of two books, a Korean and an English one, which share concepts
/// under different names.
pub(crate) fn two_books() -> PathBuf {
    project().join("tests/suite/libraries/two-books")
}

/// Runs the program in a folder.
pub(crate) fn bookgraph(folder: &Path, args: &[&str]) -> Printed {
    let output = command(folder, args).output().expect("bookgraph runs");
    printed(&output)
}

/// The program, not yet running.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bookgraph"));
    command
        .current_dir(folder)
        .env_remove("BOOKGRAPH_LIBRARY")
        .env("NO_COLOR", "1")
        .args(args);
    command
}

pub(crate) fn printed(output: &Output) -> Printed {
    Printed {
        stdout: String::from_utf8(output.stdout.clone()).expect("UTF-8 output"),
        stderr: String::from_utf8(output.stderr.clone()).expect("UTF-8 messages"),
        status: output.status.code().expect("an exit status, not a signal"),
    }
}

/// Whether Graphviz is there. Where `BOOKGRAPH_TEST_EVERYTHING` is set, it
/// must be; elsewhere its tests are skipped, and the skipping is named.
pub(crate) fn has_graphviz(test: &str) -> bool {
    let found = Command::new("dot")
        .arg("-V")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !found {
        assert!(
            std::env::var_os("BOOKGRAPH_TEST_EVERYTHING").is_none(),
            "Graphviz's dot is not installed"
        );
        // Past the test runner, which hides what passing tests print.
        let _ = writeln!(
            std::io::stderr(),
            "skipped {test}: it needs the program `dot` of Graphviz"
        );
    }
    found
}

/// Draws a DOT text with the real `dot`; an error is the test's failure.
pub(crate) fn real_dot(dot: &str, format: &str) -> String {
    graphviz("dot", dot, format)
}

/// Draws a DOT text with a program of Graphviz; an error is the test's failure.
pub(crate) fn graphviz(program: &str, dot: &str, format: &str) -> String {
    let mut child = Command::new(program)
        .arg(format!("-T{format}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dot runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let dot = dot.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(dot.as_bytes()));
    let output = child.wait_with_output().expect("dot ends");
    writer.join().expect("the writer ends").expect("dot reads");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} failed: {complaints}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// All files below a folder, as paths and bytes, sorted.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.clone(), fs::read(path).expect("a file")));
            }
        }
    }
    found.sort();
    found
}

/// Makes a snapshot of notes as the program does, of files of so many bytes at a time.
pub(crate) fn build_snapshot(
    notes: &Path,
    path: &Path,
    at_once: u64,
    files: &[Stamp],
    warning: Option<Warning>,
) {
    let ground = Ground::all(notes, &|| {}).at_once(at_once);
    let file = store::beside(path).unwrap();
    let mut builder = Builder::new(file, &ground.library()).unwrap();
    ground.entries(None, &mut |entries, _| {
        let new = entries.into_iter().map(|read| NewEntry {
            entry: read.entry,
            written: read.written,
            known: None,
        });
        builder.add(new).unwrap();
    });
    let ordered = builder.order(ground.library()).unwrap();
    ordered.write(path, files, warning).unwrap();
}
