//! What all importers have in common: books, days, encodings, patches in place.

use crate::support::{Printed, TestLibrary, project};
use bookgraph::model::Source;
use std::fs;
use std::path::PathBuf;

fn sample(name: &str) -> PathBuf {
    project().join("tests/suite/import").join(name)
}

fn run(library: &TestLibrary, args: &[&str]) -> Printed {
    library.run(&[&["import"], args].concat())
}

const CLIPPINGS: &str = "cases/kindle-clippings/input.txt";

/// A feed with the whole of a post of which the list has the beginning.
const WHOLE: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item>
<title>12/30- 함께 읽기 3일차 (p31~44)</title><guid>https://b.example/3</guid><link>https://b.example/3</link>
<pubDate>Sat, 30 Dec 2023 22:10:00 +0900</pubDate><description>&lt;p&gt;1장에서는 왜 숲으로 갔는지를 말한다. 그리고 더 많은 것을.&lt;/p&gt;</description>
</item></channel></rss>"#;

#[test]
fn the_whole_of_a_post_takes_the_place_of_its_beginning() {
    let library = TestLibrary::new();
    let list = sample("blog-list.txt").display().to_string();
    run(&library, &["blog-list", &list, "--book", "walden"]);
    let feed = library.root().join("rss.xml");
    fs::write(&feed, WHOLE).unwrap();
    let feed = feed.display().to_string();
    let merged = run(&library, &["feed", &feed, "--book", "walden"]);
    assert!(
        merged.stdout.ends_with("0 new, 0 unchanged, 1 updated\n"),
        "{}",
        merged.stdout
    );
    let read = library.read().library;
    let entry = read.entries().find(|entry| entry.id == "day-3").unwrap();
    assert!(
        entry.text.ends_with("그리고 더 많은 것을.") && !entry.truncated,
        "{entry:?}"
    );
    for (kind, file, expected) in [
        ("feed", &feed, "0 new, 1 unchanged\n"),
        ("blog-list", &list, "0 new, 4 unchanged\n"),
    ] {
        let again = run(&library, &[kind, file, "--book", "walden"]);
        assert_eq!(again.stdout, expected, "{kind}");
    }
}

#[test]
fn only_what_is_new_enough() {
    let library = TestLibrary::new();
    let list = sample("blog-list.txt").display().to_string();
    let args = [
        "blog-list",
        &list,
        "--book",
        "walden",
        "--since",
        "2024-01-01",
    ];
    let printed = run(&library, &args);
    assert!(
        printed
            .stdout
            .contains("skipped 2: it is older than --since ("),
        "{}",
        printed.stdout
    );
    assert!(
        printed.stdout.ends_with("2 new, 0 unchanged, 2 skipped\n"),
        "{}",
        printed.stdout
    );
    let wrong = run(
        &library,
        &["blog-list", &list, "--book", "walden", "--since", "soon"],
    );
    assert_eq!(wrong.status, 2);
}

#[test]
fn one_book_of_several() {
    let library = TestLibrary::new();
    let file = sample(CLIPPINGS).display().to_string();
    let one = run(&library, &["kindle-clippings", &file, "--book", "월든"]);
    assert_eq!(one.status, 0, "{}", one.stderr);
    let books: Vec<String> = library
        .read()
        .library
        .books()
        .iter()
        .map(|book| book.id.clone())
        .collect();
    assert_eq!(books, ["월든"]);
    let none = run(&library, &["kindle-clippings", &file, "--book", "emma"]);
    assert_eq!(none.status, 2);
    assert!(
        none.stderr.contains("The Effective Manager; "),
        "{}",
        none.stderr
    );

    // Two books that may be meant, and the one that is.
    let library = TestLibrary::new()
        .file("a/book.ron", r#"Book(id: "a", title: "월든")"#)
        .file("b/book.ron", r#"Book(id: "b", title: "월든")"#);
    let both = run(&library, &["kindle-clippings", &file]);
    assert_eq!(both.status, 2);
    assert!(
        both.stderr.contains("may be any of the books a, b"),
        "{}",
        both.stderr
    );
    let untold = run(
        &library,
        &["blog-list", &sample("blog-list.txt").display().to_string()],
    );
    assert!(untold.stderr.contains("--book"), "{}", untold.stderr);
}

#[test]
fn other_encodings_and_a_whole_folder() {
    let library = TestLibrary::new();
    let text = fs::read_to_string(sample(CLIPPINGS)).unwrap();
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = library.root().join("kindle/documents");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("My Clippings.txt"), bytes).unwrap();
    fs::write(folder.join("other.txt"), "no clippings").unwrap();
    let folder = library.root().join("kindle").display().to_string();
    let printed = run(&library, &["kindle-clippings", &folder]);
    assert!(
        printed.stderr.contains("read as UTF-16LE"),
        "{}",
        printed.stderr
    );
    assert!(
        printed.stdout.contains("10 new, 0 unchanged"),
        "{}",
        printed.stdout
    );
    let none = run(&library, &["hypothesis", &folder]);
    assert_eq!(none.status, 2);
    assert!(
        none.stderr.contains("is of the kind hypothesis"),
        "{}",
        none.stderr
    );
}

/// An entry that stands among others is patched where it stands: line endings, order
/// and comments stay, and the one that the reader edited is not touched.
#[test]
fn entries_are_patched_in_place() {
    let heading = "월든 (헨리 데이비드 소로)";
    let entry = |at: &str, text: &str, was: &str| {
        let digest = Source::digest_of(None, was);
        format!(
            "        // {at}\n        Entry(id: \"e{at}\", text: \"{text}\", voice: Quotation, // mine\n            source: (kind: \"kindle-clippings\", key: \"{heading} highlight loc {at}\", digest: \"{digest}\")),\n"
        )
    };
    let (old, kept) = ("나는 숲으로 갔다.", "내가 고친 글");
    let entries = [entry("597", old, old), entry("803", kept, "La plupart")].concat();
    let text = format!("Entries(\n    entries: [\n{entries}    ],\n)\n").replace('\n', "\r\n");
    let library = TestLibrary::new()
        .file("w/book.ron", r#"Book(id: "w", title: "Life in the woods")"#)
        .file("w/all.ron", &text);
    let file = sample(CLIPPINGS).display().to_string();
    let printed = run(&library, &["kindle-clippings", &file, "--book", "월든"]);
    assert!(
        printed
            .stdout
            .contains("월든 → w (it has notes from there)"),
        "{}{}",
        printed.stdout,
        printed.stderr
    );
    assert!(
        printed.stdout.contains("updated") && printed.stdout.contains("e597"),
        "{}",
        printed.stdout
    );
    let after = fs::read_to_string(library.root().join("notes/w/all.ron")).unwrap();
    let new = "나는 의도적으로 살고 싶어서 숲으로 갔다.";
    let expected = text.replacen(old, new, 1).replacen(
        &Source::digest_of(None, old),
        &Source::digest_of(None, new),
        1,
    );
    assert_eq!(after, expected);

    let theirs = run(
        &library,
        &[
            "kindle-clippings",
            &file,
            "--book",
            "월든",
            "--resolve",
            "theirs",
        ],
    );
    assert!(
        theirs.stdout.contains("1 taken from the source"),
        "{}",
        theirs.stdout
    );
    let after = fs::read_to_string(library.root().join("notes/w/all.ron")).unwrap();
    assert!(
        !after.contains(kept) && after.contains("// mine\r\n"),
        "{after}"
    );
    assert!(after.matches('\n').count() == after.matches("\r\n").count());
}

/// Summaries and answers know whose words they have.
#[test]
fn a_quotation_is_no_thought_of_the_reader() {
    let library = TestLibrary::new()
        .file("w/book.ron", r#"Book(id: "w", title: "월든", outline: [Chapter(id: "1", number: 1, title: "경제")])"#)
        .file("concepts.ron", r#"Vocabulary(concepts: [Concept(id: "woods", label: (ko: "숲속"))])"#)
        .file("w/q.ron", "Entry(id: \"q\", chapters: [1], voice: Quotation, text: \"나는 숲속이 좋다고 생각했다.\")")
        .file("w/b.ron", "Entry(id: \"b\", chapters: [1], voice: Both, text: \"> 나는 숲속에서 길을 잃었다고 느꼈다.\n\n숲속이 부럽다고 나는 생각했다.\")");
    let shown = library.run(&["show", "q", "--lang", "en"]);
    assert!(shown.stdout.contains("quotation"), "{}", shown.stdout);
    let json = library.run(&["find", "숲속", "-f", "json"]);
    for voice in ["\"voice\": \"quotation\"", "\"voice\": \"both\""] {
        assert!(json.stdout.contains(voice), "{}", json.stdout);
    }
    let summary = library.run(&["summary", "--lang", "en"]);
    assert!(!summary.stdout.contains("> 나는"), "{}", summary.stdout);
    let at = |words: &str| {
        summary
            .stdout
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {}", summary.stdout))
    };
    assert!(at("길을 잃었다고") > 0 && at("부럽다고") > 0);
}
