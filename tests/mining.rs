//! Finding names for new concepts: `suite/mining/*.txt` are notes with what
//! should be suggested for them.

use crate::support::{Opened, TestLibrary, files, project};
use bookgraph::mine::{self, Note, Options, Reason, Suggestion};
use std::fmt::Write;

/// A case of a table: known concepts, names turned down, notes, and the first
/// suggestions.
#[derive(Default)]
struct Case {
    known: Vec<String>,
    dismissed: Vec<String>,
    notes: Vec<(String, String)>,
    expected: Vec<String>,
}

/// Cases stand apart by `=>` lines; `#` starts a remark.
fn cases(table: &str) -> Vec<Case> {
    let mut cases = vec![Case::default()];
    let list = |text: &str| text.split('|').map(|name| name.trim().to_owned()).collect();
    for line in table.lines() {
        let case = cases.last_mut().expect("a case");
        if let Some(known) = line.strip_prefix("known: ") {
            case.known = list(known);
        } else if let Some(dismissed) = line.strip_prefix("dismissed: ") {
            case.dismissed = list(dismissed);
        } else if let Some(note) = line.strip_prefix("note: ") {
            let (title, text) = note.split_once(" :: ").unwrap_or(("", note));
            let text = text.replace("\\n", "\n");
            case.notes.push((title.to_owned(), text));
        } else if let Some(expected) = line.strip_prefix("=>") {
            case.expected = list(expected);
            case.expected.retain(|name| !name.is_empty());
            cases.push(Case::default());
        } else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}");
        }
    }
    cases.pop();
    cases
}

fn library(known: &[String], notes: &[(String, String)]) -> Opened {
    let mut concepts = String::new();
    for (index, name) in known.iter().enumerate() {
        writeln!(concepts, "Concept(id: \"k{index}\", label: {name:?}),").unwrap();
    }
    let mut library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            &format!("Vocabulary(concepts: [{concepts}])"),
        );
    for (index, (title, text)) in notes.iter().enumerate() {
        let entry = format!("Entry(id: \"{index:03}\", title: {title:?}, text: {text:?})");
        library = library.file(&format!("b/{index:03}.ron"), &entry);
    }
    library.open()
}

fn suggest(opened: &Opened, options: &Options) -> Vec<Suggestion> {
    mine::suggest(&opened.library, &opened.tagging, options)
}

/// A suggestion as the tables write it: `name ~ known name`.
fn written(opened: &Opened, suggestion: &Suggestion) -> String {
    let name = &suggestion.name;
    match &suggestion.like {
        Some(like) => format!(
            "{name} ~ {}",
            opened
                .tagging
                .lexicon(opened.library.vocabulary())
                .name(like.name)
                .text
        ),
        None => name.clone(),
    }
}

#[test]
fn notes_and_what_is_suggested() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, bytes) in files(&project().join("tests/suite/mining")) {
        for case in cases(&String::from_utf8(bytes).unwrap()) {
            let opened = library(&case.known, &case.notes);
            let options = Options {
                dismissed: case.dismissed.clone(),
                ..Options::default()
            };
            let found: Vec<String> = suggest(&opened, &options)
                .iter()
                .map(|suggestion| written(&opened, suggestion))
                .collect();
            count += 1;
            if found != case.expected {
                let found = found.join(" | ");
                wrong.push(format!("{}: {:?}\n=> {found}", path.display(), case.notes));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 20, "{count}");
}

#[test]
fn a_suggestion_carries_its_evidence() {
    let notes = [
        ("", "‘학습 곡선’이라는 말을 배웠다. 학습 곡선은 가파르다."),
        ("학습 곡선", "학습 곡선을 그렸다."),
    ];
    let notes = notes.map(|(title, text)| (title.to_owned(), text.to_owned()));
    let opened = library(&[], &notes);
    let suggestions = suggest(&opened, &Options::default());
    let found = &suggestions[0];
    assert_eq!(found.name, "학습 곡선");
    assert_eq!((found.occurrences, found.entries.len()), (4, 2));
    assert_eq!(found.particles, ["은", "을"]);
    assert!(found.quoted && !found.acronym && found.titles == 1);
    assert_eq!(found.examples.len(), 2);
    for example in &found.examples {
        let entry = opened.library.entry(example.entry);
        let text = [&entry.title, &entry.text];
        assert!(
            text.iter()
                .any(|text| text.get(example.span.clone()) == Some("학습 곡선"))
        );
    }
    let rest = &suggestions[1..];
    assert!(
        rest.iter()
            .all(|other| other.score.total <= found.score.total)
    );
}

#[test]
fn other_names_say_of_what_and_why() {
    let known = ["싱글 스레드 리더".to_owned(), "Input metrics".to_owned()];
    let texts = [
        "싱글 쓰레드 리더를 뽑았다.",
        "싱글 스레드 리더(STL)는 하나만 한다.",
        "인풋 지표(input metrics)를 잰다.",
    ];
    let opened = library(&known, &texts.map(|text| (String::new(), text.to_owned())));
    let suggestions = suggest(&opened, &Options::default());
    let like = |name: &str| {
        let found = suggestions.iter().find(|found| found.name == name);
        found.and_then(|found| found.like.clone()).expect(name)
    };
    assert!(matches!(like("싱글 쓰레드 리더").reason, Reason::Spelling(alike) if alike > 0.85));
    assert_eq!(like("STL").reason, Reason::Parenthesis(1));
    assert_eq!(like("인풋 지표").reason, Reason::Parenthesis(1));
    assert_ne!(like("STL").concept, like("인풋 지표").concept);
}

/// Page headings and the names of series are in the titles, not in the book.
#[test]
fn what_titles_repeat_is_no_concept() {
    let notes: Vec<(String, String)> = (1..=8)
        .map(|day| (format!("느린 독서 모임 {day}일차"), String::new()))
        .collect();
    assert!(suggest(&library(&[], &notes), &Options::default()).is_empty());
}

#[test]
fn plain_notes_may_say_what_they_name_already() {
    let text = "flywheel effects, unit economics";
    let note = Note {
        text,
        known_in_text: std::iter::once(0..16).collect(),
        ..Note::default()
    };
    let found = mine::suggest_from(&[note], &Options::default());
    let names: Vec<&str> = found.iter().map(|found| found.name.as_str()).collect();
    assert!(names.contains(&"unit economics"));
    assert!(
        !names.iter().any(|name| name.contains("flywheel")),
        "{names:?}"
    );
}
