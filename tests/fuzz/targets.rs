//! What is fed with inputs: everything that reads what somebody else may have written.

#[path = "edits.rs"]
mod edits;

use super::mutate::Random;
use bookgraph::exchange::{self, EntryShape};
use bookgraph::import::{self, IMPORTERS, Importer, Input, Options};
use bookgraph::lint::{Notes, lint};
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::{Concept, Language, Library, LocalText, Vocabulary};
use bookgraph::notes::edit::{
    ConceptField, ConceptRef, Edit, EntryField, EntryRef, Redirect, Verdict,
};
use bookgraph::notes::{self, Changes, Reading};
use bookgraph::place::Placement;
use bookgraph::query::{ConceptNames, Corpus, Scope};
use bookgraph::render::theme::Theme;
use bookgraph::render::{dot, svg, terminal};
use bookgraph::source::SourceFile;
use bookgraph::tag::{Lexicon, Matcher, Tagging};
use bookgraph::thesaurus::THESAURI;
use std::path::{Path, PathBuf};

/// A target is made once and then fed.
pub(super) type Target = Box<dyn FnMut(&[u8])>;

/// Makes a target ready.
type Make = fn() -> Target;

/// All targets, by name.
pub(super) const TARGETS: [(&str, Make); 8] = [
    ("ron", ron_target),
    ("markdown", markdown_target),
    ("edit", edit_target),
    ("import", import_target),
    ("exchange", exchange_target),
    ("query", query_target),
    ("matcher", matcher_target),
    ("dot", dot_target),
];

/// The target of a name.
pub(super) fn make(name: &str) -> Target {
    let mut targets = TARGETS.iter();
    targets
        .find(|(target, _)| *target == name)
        .expect("a target")
        .1()
}

/// Files up to so many bytes are changed, too.
const CHANGED: usize = 16 * 1024;

const BOOK: &str = r#"Book(id: "b", language: "ko", title: "책", edition: (pages: 460), outline: [
    Chapter(id: "1", number: 1, starts: Page(7), ends: Page(30)), Chapter(id: "2", number: 2)])"#;
const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "world", label: (ko: "두 세계", en: "world"), exclude: ["두 세계사"]),
    Concept(id: "cloud", label: (ko: "클라우드", en: "AWS"), broader: ["world"],
        aliases: [(text: "결과 창출", inner_particles: true), (text: "AWS", case: true, unless: ["LAWS"])])])"#;
const ENTRY: &str =
    r#"Entry(date: "2023-10-17", pages: (7, 20), text: "두 세계는 AWS가 아니다. 2장에서는 …")"#;

/// A library in a folder, of which one file is the input.
fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("bookgraph-fuzz-{}", std::process::id()));
    let notes = folder.join("notes");
    std::fs::create_dir_all(notes.join("b")).expect("a folder");
    for (name, text) in [
        ("b/book.ron", BOOK),
        ("concepts.ron", CONCEPTS),
        ("b/day-1.ron", ENTRY),
    ] {
        std::fs::write(notes.join(name), text).expect("a file");
    }
    notes
}

/// Everything that a library can be asked, once.
fn ask(reading: &Reading) {
    let library = &reading.library;
    let (tagging, placement) = (Tagging::of(library), Placement::of(library));
    let found = lint(Notes {
        library,
        tagging: &tagging,
        placement: &placement,
    });
    assert!(found.iter().all(|finding| !finding.message.is_empty()));
    let problems = terminal::diagnostics(&reading.diagnostics, terminal::Styling::Plain);
    assert_eq!(problems.is_empty(), reading.diagnostics.is_empty());
}

fn ron_target() -> Target {
    notes_target("fuzzed.ron")
}

fn markdown_target() -> Target {
    notes_target("fuzzed.md")
}

/// A file of the library, read and changed.
fn notes_target(name: &'static str) -> Target {
    let notes = folder();
    Box::new(move |input| {
        std::fs::write(notes.join(name), input).expect("a file");
        let reading = notes::read(&notes);
        ask(&reading);
        // What is bounded in time and memory is reading: a change reads a file several times.
        if input.len() <= CHANGED {
            change(&reading, &notes, name);
        }
    })
}

/// Changes of all sorts in one file: each is made or refused, and what comes of them can be
/// read, without an error that was not there.
fn change(reading: &Reading, notes: &Path, name: &str) {
    let root = notes.parent().expect("a library");
    let file = format!("notes/{name}");
    let vocabulary = reading.library.vocabulary();
    let mut changes = Changes::of(root, reading);
    let Some(world) = vocabulary.find("world") else {
        return;
    };
    let world = ConceptRef::of(vocabulary, world);
    let mut edits = vec![
        Edit::PutRight,
        Edit::DropRepeats,
        Edit::Redirect(Redirect {
            from: world.clone(),
            into: Some(world.clone()),
            id: "globe".to_owned(),
            kept: Vec::new(),
            moved: None,
            link: None,
        }),
    ];
    let mut entries = reading.library.entries();
    if let Some(entry) = entries.find(|entry| entry.file == file) {
        let entry = EntryRef {
            id: entry.id.clone(),
            line: entry.line,
        };
        let fields = [
            EntryField::Title(Some("새 제목: one".to_owned())),
            EntryField::Pages(Some((3, 4))),
        ];
        edits.extend(fields.map(|field| Edit::SetEntry {
            entry: entry.clone(),
            field,
        }));
        edits.push(Edit::Judge {
            entry,
            concept: world,
            verdict: Verdict::Refuse,
        });
    }
    let concept = reading.concept_notes.iter().find(|(_, of)| **of == file);
    if let Some((id, _)) = concept {
        let fields = [
            ConceptField::Label(Language::ENGLISH, "A label".to_owned()),
            ConceptField::Words("더: *words*".to_owned()),
        ];
        edits.extend(fields.map(|field| Edit::SetConcept {
            concept: id.clone(),
            field,
        }));
    }
    let mut changed = false;
    for edit in &edits {
        changed |= changes.edit(&file, edit).unwrap_or_default();
    }
    if changed {
        let after = changes.preview();
        assert_eq!(after.files, reading.files);
    }
}

/// Changes of a file, in RON or Markdown, of any length; which, its bytes tell.
fn edit_target() -> Target {
    let notes = folder();
    Box::new(move |input| {
        let start = input.trim_ascii_start();
        let is_ron = start.starts_with(b"//") || start.first().is_some_and(u8::is_ascii_uppercase);
        let names = ["fuzzed.ron", "fuzzed.md"];
        let [name, other] = if is_ron { names } else { [names[1], names[0]] };
        // There may be none.
        drop(std::fs::remove_file(notes.join(other)));
        std::fs::write(notes.join(name), input).expect("a file");
        let seed = input.iter().fold(0, |seed: u64, byte| {
            seed.wrapping_mul(31).wrapping_add(u64::from(*byte))
        });
        edits::change(&notes, name, &mut Random::new(seed));
    })
}

/// Vocabularies of other programs, and libraries as JSON.
fn exchange_target() -> Target {
    Box::new(|input| {
        let text = String::from_utf8_lossy(input);
        for thesaurus in THESAURI {
            if let Ok(found) = thesaurus.read(&text) {
                assert!(found.concepts.iter().all(|it| !it.id.is_empty()));
            }
        }
        let file = SourceFile::new("library.json", text);
        if let Ok(library) = exchange::read(&file) {
            for entry in library.entries() {
                let shape = serde_json::to_string(&EntryShape::of(entry, &library));
                assert!(shape.is_ok_and(|shape| shape.len() > 2));
            }
        }
    })
}

fn import_target() -> Target {
    Box::new(|input| {
        if input.starts_with(b"SQLite format 3") {
            return import_database(input);
        }
        let Some(decoded) = import::decode(input) else {
            return;
        };
        // Each kind of file that one importer tells apart by its name.
        for name in ["list.txt", "metadata.epub.lua"] {
            let path = Path::new(name);
            let file = SourceFile::new(name, decoded.text.as_str());
            let input = Input { file: &file, path };
            for importer in IMPORTERS.iter().filter(|it| !it.opens_files()) {
                import_with(*importer, &input);
            }
        }
    })
}

/// A database, which is opened where it stands.
fn import_database(input: &[u8]) {
    let path = folder().with_file_name("AEAnnotation.sqlite");
    std::fs::write(&path, input).expect("a file");
    let file = SourceFile::new("AEAnnotation.sqlite", "");
    let input = Input {
        file: &file,
        path: &path,
    };
    for importer in IMPORTERS.iter().filter(|it| it.opens_files()) {
        import_with(*importer, &input);
    }
}

/// Imports; every note has a key.
fn import_with(importer: &dyn Importer, input: &Input<'_>) {
    let imported = importer.read(input, &Options::default());
    let mut notes = imported.books.iter().flat_map(|book| &book.notes);
    assert!(
        notes.all(|note| !note.key.is_empty()),
        "{}",
        importer.name()
    );
}

fn library() -> Library {
    notes::read(&folder()).library
}

fn query_target() -> Target {
    let library = library();
    let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
    Box::new(move |input| {
        let query = String::from_utf8_lossy(input);
        let names = ConceptNames::of(&library);
        if let Ok(condition) = Scope::new(&library, &names).condition(&query) {
            let corpus = Corpus::new(&library, &tagging, &placement);
            assert!(condition.entries(corpus).len() <= library.entries().len());
        }
    })
}

/// The first line is a name, the rest a text that may have it.
fn matcher_target() -> Target {
    Box::new(|input| {
        let input = String::from_utf8_lossy(input);
        let (name, text) = input.split_once('\n').unwrap_or((&input, &input));
        let concept = |id: &str, label: &str| Concept {
            id: id.to_owned(),
            label: LocalText::new(Language::KOREAN, label),
            ..Concept::default()
        };
        let vocabulary = Vocabulary::new(vec![concept("a", name), concept("b", "두 세계")]);
        let lexicon = Lexicon::of(&vocabulary);
        let mut matcher = Matcher::new(&lexicon);
        for reading in matcher.explain(text) {
            assert!(
                text.get(reading.span).is_some(),
                "a place between characters"
            );
        }
    })
}

/// Pieces of the input as labels of a map that the real `dot` draws.
fn dot_target() -> Target {
    let notes = folder();
    Box::new(move |input| {
        let input = String::from_utf8_lossy(input);
        let label = |index: usize, text: &str| {
            let text: String = text.chars().take(300).collect();
            format!("Concept(id: \"c{index}\", label: (ko: {text:?}), aliases: [\"이름{index}\"])")
        };
        let pieces: Vec<&str> = input.split('\n').take(12).collect();
        let concepts: Vec<String> = pieces
            .iter()
            .enumerate()
            .map(|(i, text)| label(i, text))
            .collect();
        let names: Vec<String> = (0..pieces.len()).map(|i| format!("이름{i}")).collect();
        let vocabulary = format!("Vocabulary(concepts: [{}])", concepts.join(","));
        std::fs::write(notes.join("concepts.ron"), vocabulary).expect("a file");
        let entry = format!("Entry(title: {:?}, text: {:?})", pieces[0], names.join(" "));
        std::fs::write(notes.join("b/day-1.ron"), entry).expect("a file");
        let library = notes::read(&notes).library;
        let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
        let options = MapOptions::default();
        let source = MapSource::new(&library, &tagging, &placement, &options);
        for scene in map::book(&source).iter().take(1) {
            let picture = svg::print(scene, &svg::SvgOptions::default());
            roxmltree::Document::parse(&picture).expect("XML");
            draw(&dot::print(scene, Theme::Light), &notes);
        }
    })
}

fn draw(text: &str, notes: &Path) {
    let path = notes.with_file_name("map.dot");
    std::fs::write(&path, text).expect("a file");
    // A server's `dot` reads no files.
    let drawn = std::process::Command::new("dot")
        .args(["-Tsvg", "-Gmaxiter=1"])
        .env("SERVER_NAME", "bookgraph")
        .arg(&path)
        .output()
        .expect("dot runs");
    let complaint = String::from_utf8_lossy(&drawn.stderr);
    assert!(drawn.status.success(), "dot: {complaint}");
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let drawn = String::from_utf8_lossy(&drawn.stdout);
    let drawn = roxmltree::Document::parse_with_options(&drawn, options).expect("XML of dot");
    let harmful = |name: &str| name == "script" || name == "image";
    assert!(
        !drawn
            .descendants()
            .any(|node| harmful(node.tag_name().name()))
    );
}
