//! Two books read in turns: the reading of both is one course, by date.

use crate::support::TestLibrary;
use bookgraph::analyse::{Growth, review};
use jiff::civil::date;

/// Book `b` is begun before `a`, whose id comes first.
fn library() -> TestLibrary {
    let entry = |id: &str, day: &str, page: &str, text: &str| {
        format!("Entry(id: {id:?}, {day} pages: {page:?}, text: {text:?}),")
    };
    let first = |id: &str| {
        let outline = "[Chapter(id: \"1\", number: 1, starts: Page(1), ends: Page(90))]";
        format!("Book(id: {id:?}, title: {id:?}, language: \"en\", outline: {outline})")
    };
    TestLibrary::new()
        .file("a/book.ron", &first("a"))
        .file("b/book.ron", &first("b"))
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "tree", label: (ko: "나무", en: "Tree")),
                Concept(id: "leaf", label: (ko: "잎사귀", en: "Leaf")),
                Concept(id: "stone", label: (ko: "돌멩이", en: "Stone")),
            ])"#,
        )
        .file(
            "a/days.ron",
            &[
                "Entries(entries: [".to_owned(),
                entry("a2", "date: \"2024-01-02\",", "1-9", "Trees and stones."),
                entry("a4", "date: \"2024-01-04\",", "10-19", "A tree."),
                entry("a-late", "", "20-29", "Leaves of a tree."),
                "])".to_owned(),
            ]
            .concat(),
        )
        .file(
            "b/days.ron",
            &[
                "Entries(entries: [".to_owned(),
                entry("b1", "date: \"2024-01-01\",", "1-9", "A tree stands."),
                entry("b3", "date: \"2024-01-03\",", "10-19", "A leaf, a stone."),
                entry("b5", "date: \"2024-01-05\",", "20-29", "A tree falls."),
                entry("b-late", "", "30-39", "A tree again."),
                "])".to_owned(),
            ]
            .concat(),
        )
}

#[test]
fn positions_go_by_date_and_then_by_book() {
    let library = library().open().library;
    let mut order: Vec<_> = library.entry_ids().collect();
    order.sort_by_key(|&entry| library.reading_position(entry));
    let ids: Vec<&str> = order
        .iter()
        .map(|&it| library.entry(it).id.as_str())
        .collect();
    assert_eq!(ids, ["b1", "a2", "b3", "a4", "b5", "a-late", "b-late"]);
    let positions: Vec<usize> = order
        .iter()
        .map(|&it| library.reading_position(it))
        .collect();
    assert_eq!(positions, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn growth_is_that_of_one_reading() {
    let opened = library().open();
    let all: Vec<_> = opened.library.entry_ids().collect();
    let placement = opened.graph.placement();
    let growth = Growth::of(&opened.library, &opened.tagging, placement, &all);
    let new: Vec<(&str, usize)> = growth
        .new
        .iter()
        .map(|(entry, new)| (opened.library.entry(*entry).id.as_str(), new.len()))
        .collect();
    assert_eq!(new[..4], [("b1", 1), ("a2", 1), ("b3", 1), ("a4", 0)]);
    let chapters: Vec<(&str, usize)> = growth
        .chapters
        .iter()
        .map(|(chapter, new)| {
            let book = chapter.map(|id| opened.library.book(id.book).id.as_str());
            (book.unwrap_or_default(), *new)
        })
        .collect();
    assert_eq!(chapters, [("b", 2), ("a", 1)]);
}

#[test]
fn first_and_last_are_those_of_all_books() {
    let library = library();
    let table = library.run(&["stats", "concepts", "-f", "csv"]).stdout;
    let tree = table
        .lines()
        .find(|line| line.starts_with("tree,"))
        .unwrap();
    assert!(tree.contains("b/b1,b/b-late"), "{table}");
    let stone = table
        .lines()
        .find(|line| line.starts_with("stone,"))
        .unwrap();
    assert!(stone.contains("a/a2,b/b3"), "{table}");
    let said = library.run(&["stats", "concepts", "--lang", "ko"]).stdout;
    let tree = said.lines().find(|line| line.contains("나무")).unwrap();
    assert!(tree.contains("b b1 (p1–9)"), "{said}");
}

#[test]
fn found_texts_are_sorted_as_they_were_read() {
    let library = library();
    for word in ["tree", "leaf"] {
        let printed = library.run(&["search", word, "--sort", "reading", "-l"]);
        let expected = match word {
            "tree" => "b/b1\na/a2\na/a4\nb/b5\na/a-late\nb/b-late\n",
            _ => "b/b3\n",
        };
        assert_eq!(printed.stdout, expected);
    }
    // What is found is told by book.
    let found = library.run(&["find", "tree", "-l"]).stdout;
    assert_eq!(found, "a/a2\na/a4\na/a-late\nb/b1\nb/b5\nb/b-late\n");
}

#[test]
fn a_timeline_tells_the_book_begun_first_before_the_others() {
    let library = library();
    for (language, title) in [
        ("en", "Timeline: b, a · 7"),
        ("ko", "개념의 흐름: b, a · 기록 7편"),
    ] {
        let told = library
            .run(&["timeline", "tree", "--lang", language])
            .stdout;
        assert!(told.starts_with(title), "{told}");
        let [b, a] = ["b1 (p1–9)", "a2 (p1–9)"].map(|entry| told.find(entry).unwrap());
        assert!(b < a, "{told}");
    }
    // Without a name, concepts go by when they came up.
    let told = library.run(&["timeline", "--lang", "en"]).stdout;
    let [stone, leaf] = ["Stone · b", "Leaf · b"].map(|label| told.find(label).unwrap());
    assert!(stone < leaf, "{told}");
}

#[test]
fn what_is_as_good_to_review_goes_by_date() {
    let opened = library().open();
    let all: Vec<_> = opened.library.entry_ids().collect();
    let review = review(&opened.library, &opened.tagging, &all, date(2024, 1, 5), 10);
    let last: Vec<&str> = review
        .last
        .iter()
        .map(|&it| opened.library.entry(it).id.as_str())
        .collect();
    assert_eq!(last, ["b5"]);
    let ranked: Vec<(f64, usize)> = review
        .entries
        .iter()
        .map(|it| (-it.score, opened.library.reading_position(it.entry)))
        .collect();
    assert!(ranked.is_sorted(), "{ranked:?}");
}
