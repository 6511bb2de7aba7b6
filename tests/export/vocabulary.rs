//! `bookgraph concept import`, and the vocabulary as SKOS.

use super::shared::{export, shared_library};
use crate::support::tools::opened;
use crate::support::{TestLibrary, files, open, project};
use bookgraph::model::Language;
use bookgraph::thesaurus::{THESAURI, detect};
use std::path::PathBuf;

fn sample(name: &str) -> PathBuf {
    project().join("tests/suite/export/vocabularies").join(name)
}

fn library() -> TestLibrary {
    TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            "// mine\nVocabulary(\n    concepts: [\n        Concept(id: \"aws\", label: (en: \"AWS\"), aliases: (en: [\"Amazon Web Services\"])), // kept\n    ],\n)\n",
        )
        .entry("one", "플라이휠이 돈다. The virtuous cycle.")
}

/// Each format gives its concepts, says what it leaves out, and changes nothing the
/// second time.
#[test]
fn vocabularies_are_added_once() {
    for (file, concepts, said) in [
        (
            "skos.ttl",
            &["flywheel", "growth-1"][..],
            &[
                "`AWS` is a name of `aws`, and was not given to `flywheel`",
                "`aws` is there and was not changed; the file also calls it `the platform`",
                "`http://example.org/t/4` has no name",
                "closeMatch> is nothing that a vocabulary here can keep (1 times)",
            ][..],
        ),
        ("skos.jsonld", &["flywheel", "growth"], &[]),
        (
            "annif.tsv",
            &["flywheel", "G-1"],
            &["line 5: `no uri here` is no `<uri>`"],
        ),
        (
            "vosviewer.txt",
            &["flywheel"],
            &["line 5: `chapter` is to be left out"],
        ),
        (
            "kh-coder.txt",
            &["플라이휠", "growth"],
            &["line 6: `( 성장 & ! 경제 )` is a condition, no name of `growth`"],
        ),
    ] {
        let library = library();
        let path = sample(file);
        let path = path.to_str().expect("UTF-8");
        let before = files(&library.root().join("notes"));
        let dry = library.run(&["concept", "import", path, "--dry-run"]);
        assert_eq!(dry.status, 0, "{file}: {}", dry.stderr);
        assert!(
            dry.stdout.contains("+ ") && dry.stdout.contains("dry run"),
            "{}",
            dry.stdout
        );
        assert_eq!(
            files(&library.root().join("notes")),
            before,
            "{file}: a dry run"
        );

        let printed = library.run(&["concept", "import", path]);
        assert_eq!(printed.status, 0, "{file}: {}", printed.stderr);
        assert!(
            printed.stdout.contains("1 entry is now tagged: one"),
            "{}",
            printed.stdout
        );
        for said in said {
            assert!(
                printed.stderr.contains(said),
                "{file}: {said} in {}",
                printed.stderr
            );
        }
        let vocabulary = library.open().library.vocabulary().clone();
        let ids: Vec<&str> = vocabulary
            .concepts()
            .iter()
            .map(|it| it.id.as_str())
            .collect();
        assert_eq!(ids, [&["aws"], concepts].concat(), "{file}");
        let names: Vec<String> = vocabulary.concepts()[1]
            .names()
            .map(|(_, name)| name.into_owned())
            .collect();
        let both = ["플라이휠", "선순환"];
        assert!(
            names.iter().any(|name| both.contains(&name.as_str())),
            "{file}: {names:?}"
        );
        let text = std::fs::read_to_string(library.root().join("notes/concepts.ron"));
        let text = text.expect("the vocabulary");
        assert!(
            text.starts_with("// mine\n") && text.contains("// kept"),
            "{text}"
        );

        let before = files(&library.root().join("notes"));
        let again = library.run(&["concept", "import", path]);
        assert!(again.stdout.contains("0 new,"), "{file}: {}", again.stdout);
        assert_eq!(
            files(&library.root().join("notes")),
            before,
            "{file}: a second time"
        );
    }
}

/// SKOS says more than names.
#[test]
fn skos_brings_definitions_and_relations() {
    let library = library();
    let path = sample("skos.ttl");
    library.run(&["concept", "import", path.to_str().expect("UTF-8")]);
    let opened = library.open();
    let vocabulary = opened.library.vocabulary();
    let of = |id: &str| vocabulary.get(vocabulary.find(id).expect("a concept"));
    let flywheel = of("flywheel");
    let meaning = flywheel.definition.get(Language::ENGLISH);
    assert_eq!(meaning, Some("Each turn helps the next."));
    assert_eq!(vocabulary.get(flywheel.broader[0]).id, "growth-1");
    assert_eq!(vocabulary.get(of("growth-1").related[0]).id, "aws");
    let korean: Vec<&str> = flywheel
        .aliases
        .iter()
        .filter(|alias| alias.language == Language::KOREAN)
        .map(|alias| alias.text.as_str())
        .collect();
    assert_eq!(korean, ["선순환"]);
}

/// A file that is of no format, or not of the one it is said to be, is told so.
#[test]
fn what_is_no_vocabulary_is_refused() {
    let library = library();
    let path = library.root().join("x.txt");
    for (text, args, message) in [
        ("just words\n", &[][..], "looks like no vocabulary"),
        (
            "@prefix x: <http://x/> .\nx:a x:b \"c .\n",
            &["--from", "skos"],
            "line 2",
        ),
        ("{\"@graph\": [", &["--from", "skos-json"], "line 1"),
    ] {
        std::fs::write(&path, text).expect("a file");
        let path = path.to_str().expect("UTF-8");
        let printed = library.run(&[&["concept", "import", path], args].concat());
        assert_eq!(printed.status, 2, "{}", printed.stdout);
        assert!(
            printed.stderr.contains(message),
            "{message} in {}",
            printed.stderr
        );
    }
}

#[test]
fn formats_are_told_by_name_and_first_line() {
    for (file, format) in [
        ("skos.ttl", "skos"),
        ("skos.jsonld", "skos-json"),
        ("annif.tsv", "annif"),
        ("vosviewer.txt", "vosviewer"),
        ("kh-coder.txt", "kh-coder"),
    ] {
        let text = std::fs::read_to_string(sample(file)).expect("a sample");
        assert_eq!(detect(file, &text).expect("a format").name(), format);
        assert!(THESAURI.iter().any(|it| it.name() == format));
    }
}

/// By rdflib: labels with their languages, relations, and the notes; and what is
/// exported as SKOS can be imported.
#[test]
fn turtle_is_read_by_rdflib() {
    let triples = |format: &str| -> Vec<[String; 4]> {
        let answer = opened(format, &export(format, &[]).path);
        serde_json::from_value(answer["triples"].clone()).expect("triples")
    };
    let core = |name: &str| format!("http://www.w3.org/2004/02/skos/core#{name}");
    let concept = |id: &str| format!("urn:x-bookgraph:concept:{id}");
    let skos = triples("skos");
    let has = |s: &str, p: &str, o: &str, tag: &str| {
        let wanted = [s.to_owned(), p.to_owned(), o.to_owned(), tag.to_owned()];
        skos.contains(&wanted)
    };
    assert!(has(
        &concept("input-metrics"),
        &core("prefLabel"),
        "인풋 지표",
        "ko"
    ));
    assert!(has(
        &concept("input-metrics"),
        &core("broader"),
        &concept("metrics"),
        ""
    ));
    assert!(has(
        &concept("metrics"),
        &core("narrower"),
        &concept("input-metrics"),
        ""
    ));
    assert!(has(&concept("여백"), &core("prefLabel"), "여백 📚", "ko"));
    let meaning = "What is <measured> & why; \"numbers\"";
    assert!(has(&concept("metrics"), &core("definition"), meaning, "en"));

    let opened = open(&shared_library().join("notes"));
    let rdf = triples("rdf");
    for entry in opened.library.entries() {
        let id = format!(
            "urn:x-bookgraph:entry:{}:{}",
            opened.library.book(entry.book).id,
            entry.id
        );
        let said = |property: &str| {
            let found = rdf.iter().find(|it| it[0] == id && it[1] == property);
            found.map(|it| it[2].clone())
        };
        assert_eq!(
            said("http://purl.org/dc/terms/title").as_ref(),
            Some(&entry.title)
        );
        assert_eq!(said("https://schema.org/text").as_ref(), Some(&entry.text));
    }
    let subjects = rdf
        .iter()
        .filter(|it| it[1] == "http://purl.org/dc/terms/subject")
        .count();
    assert_eq!(subjects, opened.tagging.all_tags().len());

    let made = export("skos", &[]);
    let library = TestLibrary::new().file("b/book.ron", r#"Book(id: "b", title: "A book")"#);
    let printed = library.run(&["concept", "import", made.path.to_str().expect("UTF-8")]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(
        printed.stdout.contains("7 new, 0 known"),
        "{}",
        printed.stdout
    );
}
