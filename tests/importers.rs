//! Every kind of source: what becomes of it, again and again.
//!
//! A folder in `tests/suite/import/cases` has the command (`args`), a file of the kind
//! with its quirks (`input`), the same after a change at the source (`changed`), and one
//! that is wrong (`broken`). What users see of each is in `*.expected`; `SNAPSHOTS=overwrite`
//! writes it.

use crate::support::{Printed, TestLibrary, files, project};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "life", label: (ko: "의도적인 삶", en: "Deliberate living")),
    Concept(id: "woods", label: (ko: "숲속", en: "The woods")),
])"#;

/// A kind of source.
struct Case {
    folder: PathBuf,
}

impl Case {
    fn all() -> Vec<Self> {
        let folder = project().join("tests/suite/import/cases");
        let mut folders: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|item| item.unwrap().path())
            .collect();
        folders.sort();
        folders.into_iter().map(|folder| Self { folder }).collect()
    }

    fn name(&self) -> String {
        self.folder
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }

    /// The file whose name has a word in it.
    fn file(&self, word: &str) -> PathBuf {
        let mut found = fs::read_dir(&self.folder)
            .unwrap()
            .map(|item| item.unwrap().path());
        let is_it = |path: &PathBuf| {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            stem.ends_with(word) && path.extension().is_some_and(|end| end != "expected")
        };
        found
            .find(is_it)
            .unwrap_or_else(|| panic!("{}: no {word}", self.name()))
    }

    /// Runs the command on one of the files.
    fn import(&self, library: &TestLibrary, word: &str, more: &[&str]) -> Printed {
        let args = fs::read_to_string(self.folder.join("args")).unwrap();
        let file = self.file(word).display().to_string();
        let mut args = shell_words::split(&args).unwrap();
        for arg in &mut args {
            *arg = arg.replace("{file}", &file);
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        library.run(&[&["import"], &args[..], more].concat())
    }

    fn expect(&self, name: &str, seen: String) {
        let folder = format!("{}/", self.folder.display());
        let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
        let expected =
            snapbox::Data::read_from(&self.folder.join(format!("{name}.expected")), None);
        assert.eq(seen.replace(&folder, ""), expected.raw());
    }
}

fn library() -> TestLibrary {
    TestLibrary::new().file("concepts.ron", CONCEPTS).file(
        "walden/book.ron",
        r#"Book(id: "walden", title: "Walden", language: "ko")"#,
    )
}

fn seen(printed: &Printed) -> String {
    format!(
        "{}{}(exit status {})\n",
        printed.stderr, printed.stdout, printed.status
    )
}

/// The notes of a library as one text.
fn notes(library: &TestLibrary) -> String {
    let root = library.root().join("notes");
    let mut text = String::new();
    for (path, bytes) in files(&root) {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        if name != "concepts.ron" && name != "walden/book.ron" {
            text.push_str(&format!(
                "// {name}\n{}\n",
                String::from_utf8(bytes).unwrap()
            ));
        }
    }
    text
}

fn entries(library: &TestLibrary) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = files(&library.root().join("notes")).into_iter();
    all.filter(|(path, _)| path.components().any(|part| part.as_os_str() == "entries"))
        .collect()
}

#[test]
fn a_file_becomes_notes_once() {
    for case in Case::all() {
        let library = library();
        let dry = case.import(&library, "input", &["--dry-run"]);
        assert!(
            dry.stdout.contains("+++ b/notes/"),
            "{}: {}",
            case.name(),
            dry.stderr
        );
        assert!(
            entries(&library).is_empty(),
            "{}: a dry run writes nothing",
            case.name()
        );

        case.expect("report", seen(&case.import(&library, "input", &[])));
        case.expect("notes", notes(&library));
        library.open();

        let before = files(&library.root().join("notes"));
        let again = case.import(&library, "input", &[]);
        assert!(
            again.stdout.contains("0 new, "),
            "{}: {}",
            case.name(),
            again.stdout
        );
        assert!(
            !again.stdout.contains("updated"),
            "{}: {}",
            case.name(),
            again.stdout
        );
        assert_eq!(
            files(&library.root().join("notes")),
            before,
            "{}",
            case.name()
        );
    }
}

/// What has changed at the source comes in where the reader has changed nothing, and
/// nowhere else; comments stay.
#[test]
fn changes_at_the_source_and_changes_of_the_reader() {
    for case in Case::all() {
        let library = library();
        case.import(&library, "input", &[]);
        for (path, bytes) in entries(&library) {
            let text = String::from_utf8(bytes).unwrap();
            fs::write(path, format!("// 내 말\n{text}")).unwrap();
        }
        let changed = case.import(&library, "changed", &["--dry-run"]);
        case.expect("changed", seen(&changed));
        case.import(&library, "changed", &[]);
        let all = notes(&library);
        let made = all.matches("Entry(").count() - all.matches("// 내 말\n").count();
        let new = changed.stdout.matches("\nnew ").count();
        assert_eq!(made, new, "{}: comments are kept", case.name());
        library.open();
        let again = case.import(&library, "changed", &[]);
        let quiet = again.stdout.contains("0 new, ") && !again.stdout.contains("updated");
        assert!(quiet, "{}: {}", case.name(), again.stdout);

        reader_wins(&case);
    }
}

/// Entries that the reader has edited stay as they are until the reader decides.
fn reader_wins(case: &Case) {
    let library = library();
    case.import(&library, "input", &[]);
    edit_all(&library);
    let before = entries(&library);
    let kept = case.import(&library, "changed", &[]);
    assert!(
        kept.stdout.contains("edited both here and at the source"),
        "{}: {}",
        case.name(),
        kept.stdout
    );
    assert_eq!(kept.status, 1, "{}", case.name());
    for (path, bytes) in &before {
        assert_eq!(&fs::read(path).unwrap(), bytes, "{}", case.name());
    }
    let mine = case.import(&library, "changed", &["--resolve", "mine"]);
    assert!(
        mine.stdout.contains("kept as they are here"),
        "{}: {}",
        case.name(),
        mine.stdout
    );
    let settled = case.import(&library, "changed", &[]);
    assert!(
        !settled.stdout.contains("edited both"),
        "{}: {}",
        case.name(),
        settled.stdout
    );
    let edited = library.read().library;
    let mut texts = edited.entries().map(|entry| entry.text.as_str());
    assert!(
        texts.any(|text| text.starts_with("(고침)")),
        "{}",
        case.name()
    );
}

fn edit_all(library: &TestLibrary) {
    for (path, bytes) in entries(library) {
        let text = String::from_utf8(bytes).unwrap();
        let at = text.find("    text: ").unwrap();
        let quote = at + text[at..].find('"').unwrap() + 1;
        fs::write(path, format!("{}(고침) {}", &text[..quote], &text[quote..])).unwrap();
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for case in Case::all() {
        let library = library();
        let printed = case.import(&library, "broken", &[]);
        assert_eq!(printed.status, 1, "{}: {}", case.name(), printed.stderr);
        let text = format!("{}\n{}", seen(&printed), notes(&library));
        case.expect("broken", text);
    }
}

/// Each file is recognised as what it is.
#[test]
fn kinds_are_recognised() {
    let mut seen = String::new();
    let folder = project().join("tests/suite/import");
    for case in Case::all() {
        let printed = library().run(&[
            "import",
            "--detect",
            &case.file("input").display().to_string(),
        ]);
        let args = fs::read_to_string(case.folder.join("args")).unwrap();
        let kind = args.split(' ').next().unwrap();
        assert!(
            printed.stdout.contains(&format!(": {kind} (")),
            "{}: {}",
            case.name(),
            printed.stdout
        );
        seen.push_str(
            &printed
                .stdout
                .replace(&format!("{}/cases/", folder.display()), ""),
        );
    }
    let list = folder.join("blog-list.txt").display().to_string();
    let memo = folder.join("blog-list-odd.expected").display().to_string();
    let printed = library().run(&["import", "--detect", &list, &memo]);
    assert_eq!(printed.status, 1, "one of them is of no kind");
    seen.push_str(
        &printed
            .stdout
            .replace(&format!("{}/", folder.display()), ""),
    );
    let exported = library();
    let to = exported.root().join("library.json");
    let to = to.to_str().unwrap();
    exported.run(&["export", "-f", "bookgraph-json", "-o", to]);
    let printed = exported.run(&["import", "--detect", to]);
    assert!(
        printed.stdout.contains(": bookgraph-json (certain"),
        "{}",
        printed.stdout
    );
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    assert.eq(
        seen,
        snapbox::Data::read_from(&folder.join("detected.expected"), None).raw(),
    );
}

/// The page about importers has a row for each, with a command that works.
#[test]
fn every_importer_has_a_row_and_a_command() {
    let page = fs::read_to_string(project().join("docs/importing.md")).unwrap();
    for importer in bookgraph::import::IMPORTERS {
        let rows = page
            .lines()
            .filter(|line| line.starts_with(&format!("| `{}` |", importer.name())));
        let commands: Vec<&str> = rows
            .filter_map(|row| row.split("`bookgraph ").nth(1)?.split('`').next())
            .collect();
        assert!(!commands.is_empty(), "{} has no row", importer.name());
        for command in commands {
            let library = library();
            put_samples(library.root());
            let args = shell_words::split(command).unwrap();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let printed = library.run(&args);
            assert!(
                printed.stdout.contains(" new, "),
                "{command}: {}",
                printed.stderr
            );
            assert!(
                !printed.stdout.contains("\n0 new"),
                "{command}: {}",
                printed.stdout
            );
        }
    }
}

/// The sample files, under the names that the page uses.
fn put_samples(root: &Path) {
    let suite = project().join("tests/suite/import");
    fs::copy(suite.join("blog-list.txt"), root.join("posts.txt")).unwrap();
    for (name, case) in [
        ("rss.xml", "feed-tistory"),
        ("My Clippings.txt", "kindle-clippings"),
        ("Piranesi - Notebook.html", "kindle-notebook"),
        ("readwise-data.csv", "readwise-csv"),
        ("readwise.json", "readwise-json"),
        ("koreader.json", "koreader-json"),
        ("koreader.md", "koreader-markdown"),
        ("Walden.sdr/metadata.epub.lua", "koreader-lua"),
        ("hypothesis.json", "hypothesis"),
        ("walden.calibre_annotation_collection", "calibre"),
        ("goodreads_library_export.csv", "goodreads"),
        ("pages/hls__walden.md", "logseq-pdf"),
        ("notes.csv", "table"),
    ] {
        let case = Case {
            folder: suite.join("cases").join(case),
        };
        let target = root.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(case.file("input"), target).unwrap();
    }
    super::apple_books::put(&root.join("Documents"));
}
