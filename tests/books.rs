//! Several books in one library: every command speaks of all of them, and of one
//! when it is told to; ids are qualified where they would be ambiguous.

use crate::support::{Printed, TestLibrary, bookgraph, open, project, two_books};
use serde_json::Value;
use std::collections::BTreeSet;

/// Commands that are about no book: they make libraries, write the vocabulary,
/// which books share, or speak of the program itself.
const WITHOUT: &[&str] = &[
    "add",
    "alias",
    "chapter",
    "completions",
    "concept",
    "dismiss",
    "edit",
    // Of concepts; that of notes takes one.
    "import",
    "man",
    "merge",
    "redo",
    "remove",
    "rename",
    "reset",
    "schema",
    "undo",
    "watch",
];

fn run(args: &[&str]) -> Printed {
    let printed = bookgraph(&two_books(), args);
    let Printed { stdout, stderr, .. } = &printed;
    assert_eq!(printed.status, 0, "{args:?}\n{stdout}{stderr}");
    printed
}

fn json(args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["-f", "json"]).collect();
    serde_json::from_str(&run(&args).stdout).expect("JSON")
}

fn texts<'a>(items: &'a Value, field: &str) -> Vec<&'a str> {
    let items = items.as_array().expect("a list").iter();
    items
        .map(|item| item.pointer(field).and_then(Value::as_str).expect("a text"))
        .collect()
}

#[test]
fn the_library_has_no_problem_and_shares_concepts() {
    let opened = open(&two_books().join("notes"));
    assert_eq!(opened.library.books().len(), 2);
    assert!((10..=16).contains(&opened.library.entries().len()));
    let languages = opened.library.books().iter().map(|book| book.language);
    let languages: BTreeSet<_> = languages.collect();
    assert_eq!(languages.len(), 2);
}

fn without_book(command: &clap::Command, found: &mut Vec<String>) {
    for inner in command.get_subcommands() {
        without_book(inner, found);
        let takes = inner.get_arguments().any(|arg| arg.get_id() == "book");
        let takes = takes
            || inner
                .get_arguments()
                .any(|arg| arg.get_id() == "books" || arg.get_long() == Some("book"));
        if !takes {
            found.push(inner.get_name().to_owned());
        }
    }
}

#[test]
fn every_command_takes_a_book() {
    let mut found = Vec::new();
    without_book(&bookgraph::cli::command(), &mut found);
    found.retain(|name| !WITHOUT.contains(&name.as_str()));
    assert_eq!(found, [] as [String; 0]);
}

/// What each command says of all books and of one: words that must stand in
/// the answer, and words that must not.
#[test]
fn without_a_book_all_are_meant() {
    let of_clouds = ["A florist", "clouds"];
    let of_wheel = ["빵집", "wheel"];
    for (args, clouds, wheel) in [
        (vec!["check"], "clouds", "wheel"),
        (vec!["find", "flywheel"], "clouds/day-2", "wheel/day-4"),
        (vec!["summary"], "Small Shops", "바퀴를 미는"),
        (vec!["list", "entries"], "clouds/day-1", "wheel/day-1"),
        (vec!["list", "chapters"], "clouds/1", "wheel/1"),
        (vec!["list", "books"], "Whitlock", "한서윤"),
        (vec!["show", "day-1"], of_clouds[0], of_wheel[0]),
        (vec!["show", "1"], "Why Rent?", "첫 바퀴"),
        (vec!["show", "AWS"], "Large Clouds, ", "사람들, "),
        (vec!["tag"], "clouds/margin", "wheel/late-thought"),
        (vec!["tag", "--why"], "clouds/margin", "wheel/late-thought"),
        (vec!["concept", "suggest", "-n", "100"], "orders", "바퀴"),
        (vec!["map", "-f", "text"], "Six-page memo", "Fixed costs"),
    ] {
        let of = |more: &[&str]| {
            let args: Vec<&str> = args.iter().chain(more).copied().collect();
            let printed = bookgraph(&two_books(), &args);
            assert_eq!(printed.status, 0, "{args:?}\n{}", printed.stderr);
            printed.stdout
        };
        // The Korean book's words come in Korean when it alone is asked about.
        let all = of(&["--lang", "ko"]) + &of(&["--lang", "en"]);
        if args[0] != "check" {
            assert!(
                all.contains(clouds) && all.contains(wheel),
                "{args:?} {all}"
            );
        }
        let one = of(&["--book", "clouds"]);
        assert!(one.contains(clouds) || args[0] == "check", "{args:?} {one}");
        if args[0] != "map" {
            assert!(!one.contains(wheel), "{args:?} {one}");
        }
        let other = of(&["--book", "wheel"]);
        let known = other.contains(wheel) || args[0] == "map";
        assert!(known && !other.contains(clouds), "{args:?} {other}");
        let unknown: Vec<&str> = args.iter().copied().chain(["--book", "cluods"]).collect();
        let refused = bookgraph(&two_books(), &unknown);
        assert_eq!(refused.status, 2, "{args:?}");
        assert!(refused.stderr.contains("did you mean `clouds`?"));
    }
}

#[test]
fn shared_concepts_are_shown_as_such() {
    let english = run(&["show", "AWS", "--lang", "en"]).stdout;
    let line = "in 2 books: Small Shops, Large Clouds (2 entries ×3), \
                Those Who Push the Wheel (2 entries ×2)\n";
    assert!(english.contains(line), "{english}");
    assert!(english.contains("Small Shops, Large Clouds, 2 entries: day 1 (p1–14) ×2, "));
    let korean = run(&["show", "아마존 웹서비스", "--lang", "ko"]).stdout;
    assert!(
        korean.contains("책 2권에서: Small Shops, Large Clouds (기록 2편 ×3), 바퀴를 미는 사람들"),
        "{korean}"
    );
    // That it is shared is said of one book, too.
    let one = run(&["show", "AWS", "--book", "wheel", "--lang", "en"]).stdout;
    assert!(
        one.contains(line) && !one.contains("day 1 (p1–14)"),
        "{one}"
    );
    let memo = run(&["show", "memo"]).stdout;
    assert!(!memo.contains("books:"), "{memo}");

    let concepts = json(&["list", "concepts"]);
    let items = concepts["items"].as_array().unwrap().iter();
    let shared = items.filter(|item| item["books"].as_array().unwrap().len() == 2);
    let shared: Vec<&str> = shared.map(|item| item["id"].as_str().unwrap()).collect();
    for id in ["aws", "flywheel", "customer-obsession", "input-metrics"] {
        assert!(shared.contains(&id), "{id} {shared:?}");
    }
    assert!(!shared.contains(&"memo"));
    for item in concepts["items"].as_array().unwrap() {
        let books = item["books"].as_array().unwrap().iter();
        let entries: u64 = books.map(|book| book["entries"].as_u64().unwrap()).sum();
        assert_eq!(item["entries"].as_u64().unwrap(), entries, "{item}");
    }
    let table = run(&["list", "concepts", "--lang", "en"]).stdout;
    assert!(
        table.starts_with("concept              books  entries"),
        "{table}"
    );
    let one = run(&["list", "concepts", "--book", "wheel"]).stdout;
    assert!(
        !one.contains("책") && !one.contains("여섯 쪽 메모"),
        "{one}"
    );
}

#[test]
fn ids_are_qualified_where_they_are_ambiguous() {
    let entries = json(&["list", "entries"]);
    assert_eq!(texts(&entries["items"], "/book").len(), 12);
    for (args, there, not) in [
        (["show", "wheel/day-1"], "wheel/day-1", "clouds/day-1"),
        (["show", "wheel/1"], "첫 바퀴", "Why Rent?"),
        (["tag", "clouds/day-1"], "clouds/day-1", "wheel/day-1"),
    ] {
        let shown = run(&args).stdout;
        assert!(shown.contains(there) && !shown.contains(not), "{shown}");
    }
    let refused = bookgraph(&two_books(), &["tag", "day-1"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("clouds/day-1, wheel/day-1"));
    // A chapter's number is one of each book, and one of one of them with its id.
    let found = |chapter| {
        let found = json(&["find", "flywheel", "--chapter", chapter]);
        let ids = texts(&found["entries"], "/entry/book");
        ids.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found("1"), ["clouds", "wheel", "wheel"]);
    assert_eq!(found("wheel/1"), ["wheel", "wheel"]);
    assert_eq!(found("wheel/1..2"), ["wheel", "wheel", "wheel"]);
    assert_eq!(found("clouds/1,wheel/2"), ["clouds", "wheel"]);
    let map = run(&["map", "--chapter", "wheel/1", "-f", "text", "--lang", "en"]).stdout;
    assert!(map.contains("Flywheel") && !map.contains("Outage"), "{map}");
}

#[test]
fn books_are_listed_with_what_the_notes_have_of_them() {
    let books = json(&["list", "books"]);
    let wheel = &books["items"][1];
    assert_eq!(wheel["entries"], 6);
    assert_eq!(wheel["first_date"], "2024-03-04");
    assert_eq!(wheel["last_date"], "2024-03-11");
    let concepts = json(&["list", "concepts", "--book", "wheel"]);
    assert_eq!(wheel["concepts"], concepts["count"]);
    let table = run(&["list", "books", "--lang", "en"]).stdout;
    assert!(table.contains("2024-03-04 – 2024-03-11"), "{table}");
}

/// Problems are of the book whose folder or entries they are in.
#[test]
fn check_keeps_to_a_book() {
    let library = TestLibrary::new()
        .file("a/book.ron", r#"Book(id: "a", title: "A")"#)
        .file("b/book.ron", r#"Book(id: "b", title: "B")"#)
        .file("a/one.ron", r#"Entry(id: "one", text: "t", page: 3)"#)
        .file("ab/book.ron", r#"Book(id: "ab", title: "AB", titel: "")"#)
        .file(
            "late.ron",
            r#"Entry(id: "x", book: "b", text: "t", page: 3)"#,
        );
    for (book, files) in [
        ("a", vec!["notes/a/one.ron"]),
        ("b", vec!["notes/late.ron"]),
        ("ab", vec!["notes/ab/book.ron"]),
    ] {
        let printed = library.run(&["check", "--book", book, "-f", "short"]);
        assert_eq!(printed.status, 1, "{}", printed.stderr);
        let lines = printed.stdout.lines();
        let named: Vec<&str> = lines.map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(named, files);
    }
    let clean = bookgraph(&two_books(), &["check", "--book", "wheel"]);
    assert_eq!(
        clean.stdout,
        "wheel, 6 entries: no problems (1 observation with --all)\n"
    );
}

/// A title with commas is one title in a list, and of one that asks the mark of doubt stands apart.
#[test]
fn titles_with_marks_of_their_own() {
    let library = TestLibrary::with_concepts(&[("light", "불빛", "Light")])
        .file(
            "b/book.ron",
            r#"Book(id: "b", title: (ko: "책", en: "A book"), language: "en", outline: [
                Chapter(id: "why", title: (ko: "왜 쓰는가?", en: "Why write?"), starts: Page(1), ends: Page(9)),
                Chapter(id: "back", title: (ko: "감사, 주석, 찾아보기", en: "Acknowledgments, Notes, Index"), starts: Page(10), ends: Page(19)),
                Chapter(id: "end", title: (ko: "끝", en: "The end"), starts: Page(20), ends: Page(29)),
            ])"#,
        )
        .file("b/a.ron", r#"Entry(id: "a", pages: "2-4", text: "The light.")"#);
    let list = |lang| library.run(&["list", "entries", "--lang", lang]).stdout;
    assert!(list("ko").contains("왜 쓰는가? (?)"), "{}", list("ko"));
    assert!(list("en").contains("Why write? (?)"), "{}", list("en"));
    let gaps = |lang| library.run(&["summary", "--lang", lang]).stdout;
    let korean = "‘감사, 주석, 찾아보기’, 끝";
    assert!(gaps("ko").contains(korean), "{}", gaps("ko"));
    let english = "“Acknowledgments, Notes, Index”, The end";
    assert!(gaps("en").contains(english), "{}", gaps("en"));
}

/// A chapter is headed once, with the id that `show` takes.
#[test]
fn a_chapter_is_headed_once() {
    for (lang, heading) in [("ko", "9장 프라임 비디오"), ("en", "Chapter 9 Prime Video")] {
        let shown = bookgraph(&project(), &["show", "9", "--lang", lang]).stdout;
        assert_eq!(shown.matches(heading).count(), 1, "{shown}");
        assert!(
            shown
                .lines()
                .next()
                .is_some_and(|line| line.ends_with(" working-backwards/9"))
        );
        assert!(shown.contains("p362–401"), "{shown}");
    }
}

/// A book is known by its title and by words of it, in any language; words of several
/// titles are refused.
#[test]
fn books_by_words_of_their_titles() {
    let ids = |book: &str| bookgraph(&two_books(), &["list", "entries", "--book", book]);
    let clouds = ids("clouds").stdout;
    for name in ["Small Shops, Large Clouds", "small shops", "large cloud"] {
        assert_eq!(ids(name).stdout, clouds, "{name}: {}", ids(name).stderr);
    }
    let wheel = ids("wheel").stdout;
    for name in [
        "바퀴를 미는 사람들",
        "바퀴를 미는",
        "미는 사람",
        "those who",
    ] {
        assert_eq!(ids(name).stdout, wheel, "{name}: {}", ids(name).stderr);
    }
    let library = TestLibrary::with_concepts(&[]).file(
        "c/book.ron",
        r#"Book(id: "c", title: "Another book of maps")"#,
    );
    let several = library.run(&["list", "entries", "--only", "book:book"]);
    assert_eq!(several.status, 2);
    let message = "`book` stands in the titles of several books: b, c";
    assert!(several.stderr.contains(message), "{}", several.stderr);
    let inside = library
        .run(&["list", "entries", "--only", "book:ap"])
        .stderr;
    assert!(inside.contains("there is no book `ap`"), "{inside}");
}

/// `show` knows an entry by its day and date.
#[test]
fn entries_are_shown_by_day_and_date() {
    let show = |args: &[&str]| {
        let mut all = vec!["show", "--lang", "en"];
        all.extend(args);
        bookgraph(&project(), &all).stdout
    };
    let shown = show(&["day-24"]);
    for name in [
        "24",
        "24일차",
        "2023-10-22",
        "2023.10.22",
        "디지털노마드 24일차",
    ] {
        assert_eq!(show(&[name]), shown, "{name}");
    }
    assert_eq!(show(&["day", "24"]), shown);
    assert!(show(&["9"]).starts_with("Chapter 9 Prime Video"));
    // A chapter of that number comes first.
    let both = |name| {
        bookgraph(
            &two_books(),
            &["show", name, "--book", "clouds", "--lang", "en"],
        )
    };
    assert!(both("1").stdout.starts_with("Chapter 1 Why Rent? clouds/1"));
    assert_eq!(both("1").stderr, "`show day 1` is the entry of that day\n");
    assert!(
        both("day 1")
            .stdout
            .starts_with("Why rent at all clouds/day-1")
    );
}

/// `show` has Markdown and JSON, with the counts by book.
#[test]
fn what_is_shown_has_forms() {
    let shown: Value = json(&["show", "AWS", "--lang", "en"]);
    assert_eq!(shown["schema"], "bookgraph.show/1");
    let concept = &shown["concepts"][0];
    let books = concept["concept"]["books"].as_array().expect("books");
    let counts: Vec<_> = books
        .iter()
        .map(|book| (&book["book"], &book["entries"], &book["mentions"]))
        .collect();
    assert_eq!(
        counts,
        [
            (&"clouds".into(), &2.into(), &3.into()),
            (&"wheel".into(), &2.into(), &2.into()),
        ]
    );
    assert_eq!(concept["about"].as_array().map(Vec::len), Some(4));
    let english = run(&["show", "AWS", "-f", "md", "--lang", "en"]).stdout;
    assert!(english.starts_with("# Amazon Web Services"), "{english}");
    assert!(
        english.contains("\n- in 2 books: Small Shops, Large Clouds (2 entries ×3), "),
        "{english}"
    );
    let korean = run(&["show", "AWS", "-f", "md", "--lang", "ko"]).stdout;
    assert!(korean.contains("\n- 책 2권에서: "), "{korean}");
    let entry = json(&["show", "clouds/day-1"]);
    assert_eq!(entry["entries"][0]["entry"]["id"], "day-1");
    assert!(
        entry["entries"][0]["text"]
            .as_str()
            .is_some_and(|text| text.len() > 20)
    );
    let chapter = run(&["show", "clouds/1", "-f", "md", "--lang", "en"]).stdout;
    assert_eq!(chapter.matches("Why Rent").count(), 1, "{chapter}");
    assert!(chapter.contains("**Key sentences**"), "{chapter}");
    let day = bookgraph(&project(), &["show", "day-24", "-f", "md", "--lang", "ko"]).stdout;
    assert!(
        day.contains("\n- 개념: **") && day.contains("**아마존 웹서비스**는"),
        "{day}"
    );
}

/// What is known of the ends of a chapter is counted once, and written in one way.
#[test]
fn every_command_says_the_same_of_chapters_with_unknown_ends() {
    for (language, clouds, wheel) in [
        (
            "en",
            "33–61% of its 31–82 pages noted",
            "1–23 of its 2–124 pages noted",
        ),
        (
            "ko",
            "31–82쪽 가운데 33–61%를 적음",
            "2–124쪽 가운데 1–23쪽을 적음",
        ),
    ] {
        let of = |args: &[&str]| run(&[args, &["--lang", language]].concat()).stdout;
        let summary = of(&["summary"]);
        assert!(
            summary.contains(clouds) && summary.contains(wheel),
            "{summary}"
        );
        let stats = of(&["stats", "coverage"]);
        let row = |text: &str, name: &str| {
            let line = text.lines().find(|line| line.contains(name)).unwrap();
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert!(row(&stats, "When It Breaks").ends_with("4 19–38 31–82 33–61% p48–59"));
        let rented = match language {
            "ko" => "빌려 쓰는 기계",
            _ => "Rented Machines",
        };
        assert!(
            row(&stats, rented).ends_with("2 1–23 2–124 ? p97"),
            "{stats}"
        );
        let chapters = of(&["list", "chapters"]);
        assert!(
            row(&chapters, "clouds/2").ends_with("29 59–110 4"),
            "{chapters}"
        );
        assert!(
            row(&chapters, "wheel/3").ends_with("91–97 98–214 2"),
            "{chapters}"
        );
        let long = of(&["summary", "--length", "long"]);
        let gaps = of(&["gaps", "--kind", "chapters"]);
        let (breaks, epilogue) = match language {
            "ko" => (
                "p29에 시작, p59–110 사이에 끝",
                "p60–111 사이에 시작, p60–131 사이에 끝",
            ),
            _ => (
                "starts on p29, ends between p59 and p110",
                "starts between p60 and p111, ends between p60 and p131",
            ),
        };
        assert!(long.contains(breaks), "{long}");
        assert!(of(&["show", "clouds/2"]).contains(breaks));
        assert!(gaps.contains(epilogue), "{gaps}");
    }
    // JSON has the same bounds.
    let chapters = json(&["list", "chapters"]);
    let ends: Vec<&Value> = chapters["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|chapter| &chapter["ends"])
        .collect();
    let summary = json(&["summary"]);
    let stats = json(&["stats"]);
    let of_book = |answer: &Value| answer["books"][0]["chapters"][1].clone();
    assert_eq!(*ends[1], serde_json::json!([59, 110]));
    assert_eq!(of_book(&summary)["ends"], *ends[1]);
    assert_eq!(of_book(&stats)["ends"], *ends[1]);
    assert_eq!(of_book(&summary)["chapter_pages"], of_book(&stats)["pages"]);
    assert_eq!(of_book(&summary)["share_covered"], of_book(&stats)["share"]);
}

/// Where chapters and entries of several books are told together, their books are
/// named.
#[test]
fn chapters_and_entries_name_their_books() {
    for (language, chapters, once) in [
        (
            "en",
            "Small Shops, Large Clouds ch. 1, ch. 2; Those Who Push the Wheel ch. 1, ch. 2, ch. 3",
            "다 읽고 나서, Those Who Push the Wheel",
        ),
        (
            "ko",
            "Small Shops, Large Clouds 1장, 2장; 바퀴를 미는 사람들 1장, 2장, 3장",
            "다 읽고 나서, 바퀴를 미는 사람들",
        ),
    ] {
        let gaps = run(&["gaps", "--lang", language]).stdout;
        assert!(gaps.contains(chapters) && gaps.contains(once), "{gaps}");
    }
    let gaps = json(&["gaps", "--kind", "groups,pages"]);
    let chapters = &gaps["groups"]["items"][0]["chapters"];
    let expected = ["clouds/1", "clouds/2", "wheel/1", "wheel/2", "wheel/3"];
    assert_eq!(*chapters, serde_json::json!(expected));
    assert_eq!(
        gaps["pages"]["items"][0]["chapters"],
        serde_json::json!(["clouds/2"])
    );
}

/// The days above a timeline stand above their columns, as many as there is room for.
#[test]
fn days_stand_above_their_columns() {
    let timeline = run(&["timeline", "flywheel", "--lang", "en"]).stdout;
    let [head, wheel, clouds] = [2, 3, 4].map(|at| timeline.lines().nth(at).unwrap());
    let columns: Vec<(usize, &str)> = ["03-04", "03-06", "03-08", "03-11", "03-15", "p62"]
        .map(|label| (head.find(label).expect(label), label))
        .into();
    let of = |strip: &str, label: &str| {
        let (at, _) = columns.iter().find(|(_, it)| *it == label).unwrap();
        strip.chars().nth(*at).unwrap()
    };
    // The wheel was read on these days, and the clouds were not.
    for (label, wheels) in [("03-04", '▄'), ("03-08", '▄'), ("03-11", '·')] {
        assert_eq!(
            (of(wheel, label), of(clouds, label)),
            (wheels, '·'),
            "{timeline}"
        );
    }
    assert!(columns.is_sorted());
}

/// Of one chapter, too: the page at its seam is noted by an entry of the chapter before,
/// and the other chapters are not without entries.
#[test]
fn stats_and_summary_agree_on_a_chapter_asked_for() {
    let root = crate::support::project();
    for (language, row, heading) in [
        ("en", "4 32–48 32–48 100%", "all of it noted (32–48 pages)"),
        ("ko", "4 32–48 32–48 100%", "32–48쪽 모두 적음"),
    ] {
        let of = |args: &[&str]| {
            let args = [args, &["--chapter", "9", "--lang", language]].concat();
            bookgraph(&root, &args).stdout
        };
        let stats = of(&["stats", "coverage"]);
        let line = stats.lines().find(|line| line.contains("32–48")).unwrap();
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(line.ends_with(row), "{stats}");
        assert!(
            !stats.contains("without entries") && !stats.contains("기록이 없는 장"),
            "{stats}"
        );
        let summary = of(&["summary"]);
        assert!(summary.contains(heading), "{summary}");
    }
}
