//! Every command that is asked about a concept counts the narrower ones as `find` does,
//! and says so.

use crate::support::TestLibrary;
use serde_json::Value;

/// Metrics, named by themselves once and as a kind of theirs twice.
fn library() -> TestLibrary {
    TestLibrary::new()
        .file(
            "b/book.ron",
            r#"Book(id: "b", language: "en", title: "A book")"#,
        )
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "metrics", label: (ko: "측정값", en: "Measures")),
                Concept(id: "input", label: (ko: "투입값", en: "Inputs"), broader: ["metrics"]),
                Concept(id: "shelf", label: (ko: "선반", en: "Shelf")),
            ])"#,
        )
        .file(
            "b/days.ron",
            r#"Entries(entries: [
                Entry(id: "one", date: "2024-05-01", text: "Inputs come first, as inputs do."),
                Entry(id: "two", date: "2024-05-02", text: "Measures are read every day."),
                Entry(id: "three", date: "2024-05-03", text: "A shelf stands empty."),
                Entry(id: "four", date: "2024-05-04", text: "Inputs again, on a shelf."),
            ])"#,
        )
}

fn said(args: &[&str], language: &str) -> String {
    let args = [args, &["--lang", language]].concat();
    let printed = library().run(&args);
    assert_eq!(printed.status, 0, "{args:?} {}", printed.stderr);
    printed.stdout
}

#[test]
fn as_many_entries_as_find_finds() {
    let found = library().run(&["find", "metrics", "-l"]).stdout;
    assert_eq!(found, "one\ntwo\nfour\n");
    for (language, timeline, story, show) in [
        (
            "en",
            "3 of 4 entries · of these 2 through narrower ones: Inputs · 4 mentions · in one chapter",
            "3 entries · of these 2 through narrower ones: Inputs · 4 mentions",
            "through narrower ones, 2 entries: one (Inputs), four (Inputs)",
        ),
        (
            "ko",
            "기록 4편 가운데 3편 · 그중 2편은 하위 개념으로: 투입값 · 언급 4번 · 한 장에만 나옴",
            "기록 3편 · 그중 2편은 하위 개념으로: 투입값 · 언급 4번",
            "하위 개념으로, 기록 2편: one (투입값), four (투입값)",
        ),
    ] {
        for (args, line) in [
            (&["timeline", "metrics"][..], timeline),
            (&["summary", "--concept", "metrics"], story),
            (&["show", "metrics"], show),
        ] {
            let said = said(args, language);
            assert!(said.lines().any(|it| it.trim() == line), "{said}");
        }
    }
    // The first sentence is that of the narrower concept, and each step names it.
    let timeline = said(&["timeline", "metrics"], "en");
    assert!(
        timeline.contains("│ *Inputs* come first, as *inputs* do."),
        "{timeline}"
    );
    let story = said(&["summary", "--concept", "metrics"], "en");
    assert!(story.contains("one · first, ×2, Inputs"), "{story}");
}

#[test]
fn a_concept_may_be_asked_about_alone() {
    for args in [
        &["timeline", "metrics", "--no-narrower"][..],
        &["summary", "--concept", "metrics", "--no-narrower"],
    ] {
        let said = said(args, "en");
        assert!(
            !said.contains("narrower") && said.contains("1 mention"),
            "{said}"
        );
    }
    for args in [
        &["timeline", "--no-narrower"][..],
        &["summary", "--no-narrower"],
    ] {
        assert_eq!(library().run(args).status, 2, "{args:?}");
    }
    // Concepts side by side that nobody asked for count by themselves.
    let all = said(&["timeline"], "en");
    assert!(
        all.contains("Measures: two · 1 of 4 entries · 1 mention"),
        "{all}"
    );
}

#[test]
fn lists_and_tables_have_both_counts() {
    let listed = said(&["list", "concepts"], "en");
    let row = listed
        .lines()
        .find(|line| line.starts_with("Measures"))
        .unwrap();
    let cells: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(cells, ["Measures", "1", "3", "1", "metrics"]);
    assert!(
        listed.starts_with("concept   entries  with narrower  mentions"),
        "{listed}"
    );
    assert!(said(&["list", "concepts"], "ko").contains("하위까지"));
    let json = |args: &[&str]| -> Value {
        let args = [args, &["-f", "json"]].concat();
        serde_json::from_str(&library().run(&args).stdout).expect("JSON")
    };
    let listed = json(&["list", "concepts"]);
    let items = listed["items"].as_array().unwrap();
    let metrics = items.iter().find(|item| item["id"] == "metrics").unwrap();
    assert_eq!(
        (&metrics["entries"], &metrics["entries_with_narrower"]),
        (&1.into(), &3.into())
    );
    let point = json(&["timeline", "metrics"])["concepts"][0]["books"][0]["points"][0].clone();
    assert_eq!(point["through"], serde_json::json!(["input"]));
    let step = json(&["summary", "--concept", "metrics"])["books"][0]["steps"][1].clone();
    assert_eq!(step["through"], serde_json::json!([]));
    let csv = library().run(&["timeline", "metrics", "-f", "csv"]).stdout;
    assert!(
        csv.contains("metrics,Measures,b,one,2024-05-01,,,,2,no,input\n"),
        "{csv}"
    );
}

/// Where nothing is found, the cause is named: a filter, an option, or the notes.
#[test]
fn the_cause_of_finding_nothing_is_named() {
    let filtered =
        "no entry that passes the filters is about `metrics`; without filters, 3 entries are\n";
    let late = ["--since", "2025-01-01"];
    for args in [
        &["timeline", "metrics"][..],
        &["summary", "--concept", "metrics"],
    ] {
        let printed = library().run(&[args, &late].concat());
        assert_eq!(
            (printed.status, printed.stderr.as_str()),
            (1, filtered),
            "{args:?}"
        );
    }
    let library = library().file(
        "more.ron",
        r#"Vocabulary(concepts: [
            Concept(id: "goods", label: (ko: "물건", en: "Goods")),
            Concept(id: "furniture", label: (ko: "선반들", en: "Furniture")),
            Concept(id: "stool", label: (ko: "걸상", en: "Stool"), broader: ["furniture"]),
        ])"#,
    );
    let library = library.file("b/five.ron", r#"Entry(id: "five", text: "A stool.")"#);
    let said = |args: &[&str]| library.run(args).stderr;
    let alone = ["timeline", "furniture", "--no-narrower"];
    let through = "no entry is about `furniture` itself; without --no-narrower, 1 entry is\n";
    assert_eq!(said(&alone), through);
    assert_eq!(
        said(&["summary", "--concept", "goods"]),
        "no entry is about `goods`\n"
    );
    assert_eq!(
        said(&["summary", "--since", "2025-01-01"]),
        "no entry passes the filters\n"
    );
}
