//! The answer to `find`: its forms, its order, its evidence.

use crate::support::{TestLibrary, bookgraph, project};
use serde_json::Value;

/// Two books that share a vocabulary.
fn two_books() -> TestLibrary {
    let concepts = r#"Vocabulary(concepts: [
        Concept(id: "lighthouse", label: (ko: "등대", en: "Lighthouse"), aliases: (en: ["beacon"])),
        Concept(id: "tower", label: (ko: "탑", en: "Tower"), aliases: (ko: ["망루"])),
        Concept(id: "keeper", label: (ko: "등대지기", en: "Keeper"), broader: ["lighthouse"]),
        Concept(id: "fog", label: (ko: "안개", en: "Fog"), related: ["lighthouse"]),
    ])"#;
    TestLibrary::new()
        .file("concepts.ron", concepts)
        .file("coast/book.ron", r#"Book(id: "coast", title: (en: "The Coast"), language: "en", outline: [Chapter(id: "1", number: 1, title: (en: "Rocks"))])"#)
        .file("hafen/book.ron", r#"Book(id: "hafen", title: (ko: "항구", en: "Harbour"), language: "ko")"#)
        .file(
            "coast/notes.ron",
            r#"Entries(entries: [
                Entry(id: "a", date: "2024-01-01", text: "One. The beacon burns. Fog came in. The keeper sleeps. Two. Three.", chapters: ["1"]),
                Entry(id: "b", date: "2024-01-02", text: "Only fog here. Nothing else, but for a lighthousekeeping word."),
                Entry(id: "c", date: "2024-01-03", text: "A keeper alone."),
            ])"#,
        )
        .file(
            "hafen/notes.ron",
            r#"Entries(entries: [
                Entry(id: "a", date: "2024-02-01", text: "등대가 안개 속에 서 있다."),
                Entry(id: "d", date: "2024-02-02", text: "안개뿐이다.", tags: ["lighthouse"]),
            ])"#,
        )
}

fn json(library: &TestLibrary, args: &[&str]) -> Value {
    let mut all = vec!["find", "-f", "json"];
    all.extend(args);
    let printed = library.run(&all);
    serde_json::from_str(&printed.stdout)
        .unwrap_or_else(|error| panic!("{args:?}: {error}\n{}{}", printed.stdout, printed.stderr))
}

/// The values at a path of each item of a list.
fn each(list: &Value, path: &str) -> Vec<String> {
    let items = list.as_array().expect("a list").iter();
    let value = |item: &Value| match item.pointer(path).expect(path) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    items.map(value).collect()
}

#[test]
fn entries_of_several_books_stand_below_their_titles() {
    let library = two_books();
    let text = library.run(&["find", "lighthouse", "--lang", "en"]).stdout;
    let at = |piece: &str| {
        text.find(piece)
            .unwrap_or_else(|| panic!("{piece}:\n{text}"))
    };
    assert!(at("Lighthouse (등대): 4 entries") < at("\nThe Coast · 2 entries\n"));
    assert!(at("· coast/a") < at("· coast/c"));
    assert!(at("· coast/c") < at("\nHarbour (항구) · 2 entries\n"));
    assert!(at("\nHarbour (항구) · 2 entries\n") < at("· hafen/a"));
    assert!(
        text.contains("Keeper ×1 (named in the text, narrower than Lighthouse)"),
        "{text}"
    );
    assert!(
        text.contains("Lighthouse ×1 (named in the text): beacon"),
        "{text}"
    );
    assert!(text.contains("also in these entries: Fog ×3"), "{text}");
    let korean = library.run(&["find", "등대", "--lang", "ko"]).stdout;
    assert!(korean.contains("\n항구 (Harbour) · 기록 2편\n"), "{korean}");
    assert!(korean.contains("‘등대’의 하위 개념"), "{korean}");
    let one = library
        .run(&["find", "등대", "--book", "hafen", "-l"])
        .stdout;
    assert_eq!(one, "hafen/a\nhafen/d\n");
    let markdown = library
        .run(&["find", "등대", "-f", "md", "--lang", "ko"])
        .stdout;
    assert!(
        markdown.contains("\n## 항구 (Harbour)\n\n### "),
        "{markdown}"
    );
}

#[test]
fn forms_for_scripts() {
    let library = two_books();
    assert_eq!(library.run(&["find", "lighthouse", "-c"]).stdout, "4\n");
    assert_eq!(library.run(&["find", "tower", "-c"]).stdout, "0\n");
    assert_eq!(library.run(&["find", "tower", "-c"]).status, 1);
    let null = library
        .run(&["find", "lighthouse", "-l0", "-n", "2"])
        .stdout;
    assert_eq!(null, "coast/a\0coast/c\0");
    let lines = library.run(&["find", "lighthouse", "-f", "jsonl"]).stdout;
    let ids: Vec<String> = lines
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).expect("JSON")["found"]["entry"]["id"].to_string()
        })
        .collect();
    assert_eq!(ids, ["\"a\"", "\"c\"", "\"a\"", "\"d\""]);
    let table = library.run(&["find", "lighthouse", "-f", "csv"]).stdout;
    let mut rows = csv_rows(&table);
    assert_eq!(rows.len(), 5);
    let first = rows.remove(1);
    assert_eq!(&first[..4], ["coast", "a", "a", "2024-01-01"]);
    assert_eq!(first[11], "The beacon burns. / The keeper sleeps.");
    assert_eq!(
        library
            .run(&["find", "tower", "-f", "csv"])
            .stdout
            .lines()
            .count(),
        1
    );
    for refused in [
        vec!["find", "fog", "-c", "-l"],
        vec!["find", "fog", "-0"],
        vec!["find", "fog", "--explain", "-f", "csv"],
        vec!["find", "fog", "--context", "1", "-l"],
        vec!["find", "fog", "-f", "html"],
    ] {
        assert_eq!(library.run(&refused).status, 2, "{refused:?}");
    }
}

fn csv_rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let rows = reader.records();
    rows.map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

/// Sentences around those found are shown once each.
#[test]
fn context() {
    let library = two_books();
    let answer = json(&library, &["lighthouse", "chapter:1", "--context", "1"]);
    let passages = &answer["entries"][0]["passages"];
    assert_eq!(
        each(passages, "/sentence"),
        ["The beacon burns.", "The keeper sleeps."]
    );
    assert_eq!(each(passages, "/before"), ["[\"One.\"]", "[]"]);
    assert_eq!(
        each(passages, "/after"),
        ["[\"Fog came in.\"]", "[\"Two.\"]"]
    );
    let text = library
        .run(&["find", "beacon", "--no-narrower", "--context", "9"])
        .stdout;
    let lines: Vec<&str> = text.lines().filter(|line| line.contains('│')).collect();
    assert_eq!(lines.len(), 7, "{text}");
    assert_eq!(lines[1], "  │ The *beacon* burns.");
}

#[test]
fn what_comes_close_is_explained() {
    let library = two_books();
    let answer = json(&library, &["fog", "-lighthouse", "--explain"]);
    assert_eq!(each(&answer["entries"], "/entry/id"), ["b"]);
    assert_eq!(
        each(&answer["entries"][0]["met"], "/by"),
        ["tags", "nothing"]
    );
    assert_eq!(each(&answer["near"], "/entry/id"), ["a", "a", "d"]);
    assert_eq!(
        each(&answer["near"], "/lacks"),
        ["not Lighthouse"; 3].map(str::to_owned)
    );
    let answer = json(
        &library,
        &["exact:lighthouse", "--explain", "--book", "coast"],
    );
    assert_eq!(each(&answer["entries"], "/entry/id"), ["a"]);
    assert_eq!(each(&answer["near"], "/entry/id"), ["b"]);
    let place = &answer["near"][0]["places"][0];
    assert_eq!(place["counts_for"], "rejected");
    assert_eq!(place["written"], "lighthouse");
    let text = library.run(&[
        "find",
        "fog near:0 beacon OR 등대 안개",
        "--explain",
        "--lang",
        "ko",
    ]);
    assert!(
        text.stdout.contains("✓ 등대: 본문에서 찾음 ×1"),
        "{}",
        text.stdout
    );
    let none = library.run(&["find", "tower", "fog", "--explain", "--lang", "en"]);
    assert_eq!(none.status, 1);
    assert!(none.stdout.contains("✗ lacks: Tower"), "{}", none.stdout);
}

/// Of what has to be near each other only the sentences that stand so near are shown,
/// and how far apart they stand is said of what was found and of what was not.
#[test]
fn what_is_near_is_shown_and_measured() {
    let library = TestLibrary::with_concepts(&[("fog", "안개", "Fog"), ("lamp", "등대", "Lamp")])
        .entry(
            "a",
            "Fog is grey. The lamp burns in fog. Two. Three. Four. The lamp went out.",
        )
        .entry("b", "Fog came. One. Two. The lamp burns.")
        .entry("c", "Only fog.");
    let near = |query| {
        let answer = json(&library, &[query, "--lang", "en"]);
        let passages = answer["entries"][0]["passages"].clone();
        each(&passages, "/sentence")
    };
    assert_eq!(near("fog near:0 lamp"), ["The lamp burns in fog."]);
    assert_eq!(
        near("fog near:1 lamp"),
        ["Fog is grey.", "The lamp burns in fog."]
    );
    assert_eq!(near("fog near:0 \"burns\""), ["The lamp burns in fog."]);
    assert_eq!(near("(fog near:0 lamp) lamp").len(), 2);
    let explain = |query, lang| {
        library
            .run(&["find", query, "--explain", "--lang", lang])
            .stdout
    };
    let english = explain("fog near:1 lamp", "en");
    for said in [
        "✓ Fog near:1 Lamp: in one sentence",
        "✗ lacks: Fog near:1 Lamp — 3 sentences apart",
        "✗ lacks: Fog near:1 Lamp — not both are named",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let korean = explain("안개 near:2 등대", "ko");
    for said in [
        "✗ 없는 것: 안개 near:2 등대 — 3문장 떨어져 나옴",
        "✗ 없는 것: 안개 near:2 등대 — 둘 다 나오지는 않음",
    ] {
        assert!(korean.contains(said), "{said}: {korean}");
    }
    let apart = &json(&library, &["fog near:1 lamp", "--explain"])["near"];
    assert_eq!(each(apart, "/apart"), ["3", "null"]);
    let all = explain("fog", "en");
    assert!(!all.contains("near, but"), "{all}");
}

/// What a narrower concept is to the one asked for is said once in a line.
#[test]
fn a_narrower_label_is_said_once() {
    let concepts = r#"Vocabulary(concepts: [
        Concept(id: "light", label: (ko: "빛", en: "Light")),
        Concept(id: "lamp", label: (ko: "등불", en: "Lamp"), broader: ["light"]),
        Concept(id: "star", label: (ko: "별빛", en: "Starlight"), broader: ["light"]),
    ])"#;
    let library = TestLibrary::new()
        .file("concepts.ron", concepts)
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .entry("a", "등불과 별빛.");
    let line = |args: &[&str], mark: &str| {
        let printed = library.run(args).stdout;
        let line = printed.lines().find(|line| line.contains(mark));
        line.unwrap_or_else(|| panic!("{printed}")).to_owned()
    };
    assert_eq!(
        line(&["find", "light", "--lang", "en"], "Lamp ×1"),
        "  Lamp ×1 (named in the text, narrower than Light): 등불 · Starlight ×1 (named in the text, narrower): 별빛"
    );
    assert_eq!(
        line(&["find", "빛", "--lang", "ko"], "등불 ×1"),
        "  등불 ×1 (본문에서 찾음, ‘빛’의 하위 개념) · 별빛 ×1 (본문에서 찾음, 하위 개념)"
    );
    assert_eq!(
        line(&["find", "빛", "--lang", "ko", "--explain"], "✓"),
        "  ✓ 빛: 등불 ×1 (본문에서 찾음, 하위 개념) · 별빛 ×1 (본문에서 찾음, 하위 개념)"
    );
    let markdown = line(&["find", "light", "--lang", "en", "-f", "md"], "Lamp ×1");
    assert_eq!(markdown.matches("than Light").count(), 1, "{markdown}");
}

/// Terminals that know links get one to the line of each entry; nobody else does.
#[test]
fn links_lead_to_the_line() {
    let folder = project();
    let url = bookgraph::render::file_url(&folder.join("a b/나.ron"), 3);
    assert!(
        url.starts_with("file:///") && url.ends_with("/a%20b/%EB%82%98.ron#3"),
        "{url}"
    );
    let piped = bookgraph(&folder, &["find", "AWS", "--color", "always"]).stdout;
    assert!(!piped.contains("\u{1b}]8"), "{piped:?}");
}

/// Names that are unknown are told with those that are like them, as before; with
/// `--any` the others are looked for all the same.
#[test]
fn unknown_names() {
    let library = two_books();
    let printed = library.run(&["find", "lighthous"]);
    assert_eq!(printed.status, 1);
    assert!(printed.stderr.contains("did you mean") && printed.stdout.is_empty());
    let printed = library.run(&["find", "nonsense", "fog", "--any", "-l"]);
    assert_eq!(printed.status, 0);
    assert_eq!(printed.stdout.lines().count(), 4);
    assert!(printed.stderr.contains("no concept is called `nonsense`"));
    let printed = library.run(&["list", "entries", "--only", "fog nonsense"]);
    assert_eq!(printed.status, 2);
    assert!(printed.stderr.contains("^^^^^^^^"), "{}", printed.stderr);
}

/// `--sort relevance` puts the entry first that says most of a concept; for the same
/// entries.
#[test]
fn the_best_entries_first() {
    let library = two_books();
    let ids = |args: &[&str]| {
        let printed = library.run(args).stdout;
        printed.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let reading = ids(&["find", "fog", "-l"]);
    let mut best = ids(&["find", "안개", "-l", "--sort", "relevance"]);
    assert_eq!(reading, ["coast/a", "coast/b", "hafen/a", "hafen/d"]);
    assert_ne!(best, reading);
    best.sort();
    assert_eq!(best, reading);
    let none = library.run(&["find", "chapter:1", "--sort", "relevance"]);
    assert_eq!(none.status, 2);
}

/// `--sure` leaves out the tags that may be doubted, and the entries that have no others.
#[test]
fn sure_entries_have_tags_that_are_sure() {
    let library =
        TestLibrary::with_concepts(&[("fog", "안개", "Fog"), ("sea", "바다 냄새", "Sea")])
            .entry("1", "안개, 안개, 안개.")
            .entry(
                "2",
                "긴 하루였다. 바다냄새가 난다. 잔디를 깎고 책을 읽었다. 저녁에는 비가 왔다.",
            );
    let all = json(&library, &["안개", "바다냄새", "--any"]);
    let sure = json(&library, &["안개", "바다냄새", "--any", "--sure"]);
    let is_sure = |found: &&Value| {
        let tags = found["tags"].as_array().expect("tags");
        tags.iter().any(|tag| tag["sure"] == true)
    };
    let expected = all["entries"].as_array().expect("entries").iter();
    let expected: Vec<&Value> = expected.filter(is_sure).collect();
    assert_eq!(each(&all["entries"], "/entry/id"), ["1", "2"]);
    assert_eq!(sure["count"], expected.len());
    assert!(
        each(&sure["entries"], "/tags/0/sure")
            .iter()
            .all(|sure| sure == "true")
    );
}

/// When all parts together find nothing, what each finds is said.
#[test]
fn parts_that_find_nothing_together_are_counted_alone() {
    let library = two_books();
    let nothing = |args: &[&str]| {
        let mut all = vec!["find"];
        all.extend(args);
        let printed = library.run(&all);
        assert_eq!(printed.status, 1, "{args:?}");
        printed.stderr
    };
    let said = nothing(&["exact:keeper", "탑", "--lang", "en"]);
    assert!(
        said.contains("each alone: exact:Keeper 2, Tower 0; --any finds 2"),
        "{said}"
    );
    let said = nothing(&["등대지기", "탑", "안개", "--book", "hafen", "--lang", "ko"]);
    assert!(
        said.contains("each alone: 등대지기 0, 탑 0, 안개 2; --any finds 2"),
        "{said}"
    );
    let said = nothing(&["탑", "chapter:1", "-안개", "--lang", "ko"]);
    assert!(said.contains("each alone: 탑 0, chapter:1 3\n"), "{said}");
    assert!(!nothing(&["탑"]).contains("alone"));
    assert!(!nothing(&["탑", "nonsense"]).contains("alone"));
}

/// First letters are understood, and `browse` is named.
#[test]
fn first_letters_hint_at_browse() {
    let printed = bookgraph(&project(), &["find", "ㅇㅍㅈㅍ", "--lang", "ko"]);
    assert_eq!(printed.status, 1);
    let hint = "did you mean 인풋 지표 (기록 4편), 아웃풋 지표 (기록 0편)? `bookgraph browse`";
    assert!(printed.stderr.contains(hint), "{}", printed.stderr);
    let nobody = bookgraph(&project(), &["find", "ㅋㅋㅋㅋ"]).stderr;
    assert!(nobody.contains("`bookgraph browse` finds"), "{nobody}");
}

/// `search` has the forms of `find` for scripts.
#[test]
fn forms_of_search_for_scripts() {
    let library = two_books();
    let search = |args: &[&str]| {
        let mut all = vec!["search", "fog", "안개", "--any", "--sort", "reading"];
        all.extend(args);
        library.run(&all).stdout
    };
    assert_eq!(search(&["-l0"]), "coast/a\0coast/b\0hafen/a\0hafen/d\0");
    assert_eq!(search(&["-c", "-n", "1"]), "4\n");
    let lines = search(&["-f", "jsonl", "-n", "1"]);
    let line: Value = serde_json::from_str(&lines).expect("JSON");
    assert_eq!(line["schema"], "bookgraph.said/1");
    assert_eq!(line["said"]["passages"][0]["sentence"], "Fog came in.");
    let rows = csv_rows(&search(&["-f", "csv"]));
    assert_eq!(rows.len(), 5);
    assert_eq!(&rows[1][..4], ["coast", "a", "a", "2024-01-01"]);
    assert_eq!(
        &rows[3][9..],
        ["등대가 안개 속에 서 있다.", "notes/hafen/notes.ron:2"]
    );
    assert_eq!(library.run(&["search", "fog", "-0"]).status, 2);
}

/// An entry that no word was looked for in is told by its gist.
#[test]
fn entries_without_words_to_show_have_their_gist() {
    let find = |lang: &str, format| {
        let args = ["find", "chapter:9", "--lang", lang, "-f", format];
        bookgraph(&project(), &args).stdout
    };
    let gist = "Unbox failed; rights management had to be solved";
    assert!(
        find("en", "text").contains(&format!("\n  · {gist}")),
        "{}",
        find("en", "text")
    );
    assert!(
        find("en", "md").contains(&format!("\n{gist}")),
        "{}",
        find("en", "md")
    );
    let korean = find("ko", "text");
    assert_eq!(korean.matches("\n  │ ").count(), 4, "{korean}");
    // Where there are tags and sentences, they speak.
    let both = bookgraph(&project(), &["find", "chapter:9", "애플"]).stdout;
    assert_eq!(both.matches("\n  │ ").count(), 3, "{both}");
}
