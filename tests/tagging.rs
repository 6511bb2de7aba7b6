//! Finding names: `suite/tagging/*.txt` are tables of sentences in which the
//! mentions are marked, `[like this](concept)`.

use crate::support::{TestLibrary, diary, project};
use bookgraph::diagnostic::Code;
use bookgraph::tag::{Field, Lexicon, Matcher, Standing};

/// A line of a table: the sentence without its marks, and the mentions.
fn parse(line: &str) -> (String, Vec<(String, String)>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once("⟦") {
        let (inside, after) = marked.split_once('⟧').expect("a closing ⟧");
        let (surface, concept) = inside.rsplit_once('|').expect("⟦surface|concept⟧");
        text.push_str(before);
        text.push_str(surface);
        mentions.push((surface.to_owned(), concept.to_owned()));
        rest = after;
    }
    text.push_str(rest);
    (text.replace("\\n", "\n"), mentions)
}

#[test]
fn every_marked_mention_and_no_other() {
    let opened = diary();
    let lexicon = opened.tagging.lexicon(opened.library.vocabulary());
    let mut matcher = Matcher::new(lexicon);
    let (mut lines, mut wrong) = (0, Vec::new());
    for (path, bytes) in crate::support::files(&project().join("tests/suite/tagging")) {
        let table = String::from_utf8(bytes).unwrap();
        for (number, line) in table
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        {
            let (text, expected) = parse(line);
            let mut found = Vec::new();
            matcher.find(&text, |hit| {
                if hit.standing != Standing::Tagged {
                    return;
                }
                let concept = lexicon.name(hit.name).concept;
                found.push((
                    text[hit.span].to_owned(),
                    opened.library.vocabulary().get(concept).id.clone(),
                ));
            });
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(s, c)| (s.replace("\\n", "\n"), c))
                .collect();
            lines += 1;
            if found != expected {
                wrong.push(format!(
                    "{}:{}: found {found:?}",
                    path.display(),
                    number + 1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(lines >= 40, "{lines}");
}

/// Names in NFD, as macOS writes them, are found at their place in the
/// original text.
#[test]
fn decomposed_hangul_is_found_where_it_stands() {
    use unicode_normalization::UnicodeNormalization;
    let text: String = "오늘은 플라이휠을 배웠다".nfd().collect();
    let library =
        TestLibrary::with_concepts(&[("flywheel", "플라이휠", "Flywheel")]).entry("a", &text);
    let opened = library.open();
    let entry = opened.library.entry_ids().next().unwrap();
    let mentions = opened.tagging.mentions(entry);
    assert_eq!(mentions.len(), 1);
    let found =
        &opened.library.entry(entry).text[mentions[0].start as usize..mentions[0].end as usize];
    assert_eq!(found.nfc().collect::<String>(), "플라이휠");
}

#[test]
fn exclusions_of_a_concept_and_of_a_single_alias() {
    let library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "lp", label: (en: "Leadership principle"), aliases: (en: [
                    (text: "LP", case: true, exclude: ["LP 음반"]),
                ])),
                Concept(id: "amazon", label: (ko: "아마존"), exclude: ["아마존 강"]),
            ])"#,
        )
        .entry(
            "1",
            "LP 음반을 듣고 LP를 읽었다. 아마존 강의 물, 아마존 강점, lp.",
        );
    let opened = library.open();
    let entry = opened.library.entry_ids().next().unwrap();
    let text = &opened.library.entry(entry).text;
    let found: Vec<&str> = opened
        .tagging
        .mentions(entry)
        .iter()
        .filter(|mention| mention.field == Field::Text)
        .map(|mention| &text[mention.start as usize..])
        .collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("LP를") && found[1].starts_with("아마존 강점"));
}

#[test]
fn a_weak_alias_tags_nothing_and_is_found_all_the_same() {
    let library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [Concept(id: "deck", label: (ko: "WBR 데크"), aliases: (ko: [(text: "데크", weak: true)]))])"#,
        )
        .entry("1", "나무 데크를 깔았다.")
        .file("b/2.ron", r#"Entry(id: "2", tags: ["데크"], text: "지표 이야기")"#);
    let opened = library.open();
    assert_eq!(opened.tagging.all_tags().len(), 1);
    let found = library.run(&["find", "데크"]);
    assert!(
        found.stdout.contains("· 2\n") && !found.stdout.contains("나무"),
        "{}",
        found.stdout
    );
}

/// The end of another word before a space is no beginning of a name.
#[test]
fn a_name_does_not_start_inside_a_word() {
    let library = TestLibrary::with_concepts(&[("cognitive", "인지 혁명", "Cognitive revolution")])
        .entry(
            "1",
            "무엇인지 혁명은 모른다. 그래도 인지 혁명이라니까, 인지혁명이잖아.",
        );
    let opened = library.open();
    let entry = opened.library.entry_ids().next().unwrap();
    let text = &opened.library.entry(entry).text;
    let starts: Vec<usize> = opened
        .tagging
        .mentions(entry)
        .iter()
        .map(|m| m.start as usize)
        .collect();
    let expected: Vec<usize> = [" 인지 혁명이라니까", " 인지혁명이잖아"]
        .iter()
        .map(|name| text.find(name).unwrap() + 1)
        .collect();
    assert_eq!(starts, expected);
}

/// "사피엔스 3일차" says which book it is, not what the entry is about.
#[test]
fn the_books_own_title_in_a_title_says_nothing() {
    let library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "사피엔스")"#)
        .file("concepts.ron", r#"Vocabulary(concepts: [Concept(id: "sapiens", label: (ko: "사피엔스")), Concept(id: "fire", label: (ko: "불의 발견"))])"#)
        .file("b/1.ron", r#"Entry(id: "1", title: "사피엔스 1일차: 불의 발견", text: "밤이 길었다.")"#)
        .file("b/2.ron", r#"Entry(id: "2", title: "사피엔스 2일차", text: "사피엔스라는 이름을 처음 알았다.")"#);
    let opened = library.open();
    let tags: Vec<(String, String)> = opened
        .tagging
        .all_tags()
        .iter()
        .map(|tag| {
            (
                opened.library.entry(tag.entry).id.clone(),
                opened.library.vocabulary().get(tag.concept).id.clone(),
            )
        })
        .collect();
    let expected = [("1", "fire"), ("2", "sapiens")];
    assert_eq!(
        tags,
        expected.map(|(entry, concept)| (entry.to_owned(), concept.to_owned()))
    );
}

/// `suite/tagging-options/cases.txt`: a vocabulary of one name with options, and what
/// becomes of every place that reads like it.
#[test]
fn options_of_a_name_and_why_each_place_counts_or_not() {
    let path = project().join("tests/suite/tagging-options/cases.txt");
    let cases = std::fs::read_to_string(path).unwrap();
    let (mut lexicon, mut seen, mut wrong) = (None, 0, Vec::new());
    for line in cases
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(names) = line.strip_prefix("> ") {
            lexicon = Some(lexicon_of(names));
            continue;
        }
        let (text, expected) = line.split_once(" => ").expect("TEXT => READINGS");
        let text = &text.replace("\\n", "\n");
        let lexicon = lexicon.as_ref().expect("names before texts");
        let readings: Vec<String> = Matcher::new(lexicon)
            .explain(text)
            .iter()
            .map(|reading| {
                let verdict = match &reading.verdict {
                    Ok((standing, _)) => format!("{standing:?}"),
                    Err(rejection) => format!("{rejection:?}"),
                };
                let span = text[reading.span.clone()].replace('\n', "\\n");
                format!("{span} {verdict}")
            })
            .collect();
        seen += 1;
        if readings.join(", ") != expected {
            wrong.push(format!("{text} => {}", readings.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen >= 30, "{seen}");
}

/// A lexicon of aliases in RON, each of its own concept.
fn lexicon_of(aliases: &str) -> Lexicon {
    let concepts: Vec<String> = aliases
        .split(" | ")
        .enumerate()
        .map(|(index, alias)| format!("Concept(id: \"c{index}\", aliases: [{alias}])"))
        .collect();
    let vocabulary = format!("Vocabulary(concepts: [{}])", concepts.join(", "));
    let library = TestLibrary::new().file("concepts.ron", &vocabulary);
    let reading = library.read();
    // Two concepts of one name are doubtful, and what one of the cases is about.
    let mut problems = reading.diagnostics.iter();
    let problem = problems.find(|problem| problem.code != Code::AmbiguousAlias);
    assert!(problem.is_none(), "{problem:?}");
    Lexicon::of(reading.library.vocabulary())
}

/// The more an entry names a concept, and the fewer others do, the more it is
/// about it; a tag of the reader settles it.
#[test]
fn salience_tells_about_from_in_passing() {
    let mut library = TestLibrary::with_concepts(&[
        ("flywheel", "플라이휠", "Flywheel"),
        ("amazon", "아마존", "Amazon"),
    ])
    .entry(
        "01",
        "플라이휠이 돈다. 플라이휠은 멈추지 않는다. 아마존이 그랬다.",
    )
    .file(
        "b/02.ron",
        r#"Entry(id: "02", tags: ["아마존"], text: "회의 기록")"#,
    );
    for index in 3..60 {
        let text = "아마존을 다시 떠올렸다. 플라이휠 없이도 구독, 배송, 회의를 말한다.";
        let text = if index < 55 {
            "아마존을 떠올렸다."
        } else {
            text
        };
        library = library.entry(&format!("{index:02}"), text);
    }
    let opened = library.open();
    let tag = |entry: usize, concept: &str| {
        let entry = opened.library.entry_ids().nth(entry - 1).unwrap();
        let concept = opened.library.vocabulary().find(concept).unwrap();
        *opened.tagging.tag(entry, concept).unwrap()
    };
    assert!(tag(1, "flywheel").salience > 0.5 && !tag(1, "flywheel").is_passing());
    assert!(tag(1, "flywheel").salience > tag(58, "flywheel").salience);
    assert!(tag(58, "amazon").is_passing() && tag(40, "amazon").is_passing());
    assert_eq!(tag(2, "amazon").salience, 1.0);
    let found = library.run(&["find", "아마존", "-f", "json"]);
    let found: serde_json::Value = serde_json::from_str(&found.stdout).unwrap();
    let passing: Vec<bool> = found["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["tags"][0]["in_passing"].as_bool().unwrap())
        .collect();
    assert!(passing.is_sorted() && passing.len() == 59 && !passing[0]);
    let text = library.run(&["find", "아마존"]).stdout;
    assert!(
        text.contains("\nnamed in passing: 58 entries\n"),
        "{text:.600}"
    );
}

/// What a search for whole words finds is sure, and so is what the reader tagged
/// or what is likelier than not; an inflected name in passing is found, and not sure.
#[test]
fn sure_tags_are_word_for_word_or_likely() {
    let mut library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "flywheel", label: (ko: "플라이휠", en: "Flywheel"),
                    aliases: (en: ["fly wheels"])),
                Concept(id: "ui", label: (en: "user interface (UI)")),
                Concept(id: "other", label: (ko: "구독", en: "Subscription")),
            ])"#,
        )
        .file(
            "b/01.ron",
            r#"Entry(id: "01", tags: ["플라이휠"], text: "회의 기록")"#,
        );
    let passing = [
        ("02", "그 플라이휠, 구독", true),
        ("03", "그 플라이휠은, 구독", false),
        ("04", "a flywheel, a subscription", true),
        ("05", "two flywheels, a subscription", false),
        ("06", "two Fly\nWheels, a subscription", true),
        ("07", "플라이\n휠이 도는 구독", false),
        ("08", "the user interface (UI), a subscription", true),
        ("09", "a user-interface, a subscription", false),
    ];
    for (id, text, _) in passing {
        library = library.entry(id, text);
    }
    for index in 10..60 {
        library = library.entry(&index.to_string(), "플라이휠은 구독, the user-interface.");
    }
    let opened = library.open();
    for (id, text, sure) in passing {
        let entry = opened.library.entry_ids();
        let mut entry = entry.filter(|&entry| opened.library.entry(entry).id == id);
        let entry = entry.next().unwrap();
        let mut tags = opened.tagging.tags(entry).iter();
        let tag = tags.find(|tag| opened.library.vocabulary().get(tag.concept).id != "other");
        let tag = tag.unwrap();
        assert!(tag.is_passing(), "{text}: {}", tag.salience);
        assert_eq!(tag.sure, sure, "{text}");
    }
    let found = library.run(&["find", "flywheel", "--sure", "-f", "json"]);
    let found: serde_json::Value = serde_json::from_str(&found.stdout).unwrap();
    let found = found["entries"].as_array().unwrap().iter();
    let ids: Vec<&str> = found.map(|e| e["entry"]["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["01", "02", "04", "06"]);
}

/// Accents, plurals without `s`, and titles without their commas.
#[test]
fn spellings_that_name_the_same() {
    let mut library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "it", label: (en: "Café society"), aliases: (en: [
                    "child labour", "Spokesman", "Hypothesis", "criterion", "mouse", "index",
                    "Thinking, Fast and Slow", (text: "Éclair", case: true),
                ])),
            ])"#,
        );
    let cases = [
        ("the cafe society", Some("cafe society")),
        ("the cafe\u{301} societies", Some("cafe\u{301} societies")),
        ("CAFÉ SOCIETY", Some("CAFÉ SOCIETY")),
        ("two hypotheses here", Some("hypotheses")),
        ("the criteria say", Some("criteria")),
        ("three mice run", Some("mice")),
        ("Indices rise", Some("Indices")),
        ("children labour", Some("children labour")),
        (
            "I read Thinking Fast and Slow.",
            Some("Thinking Fast and Slow"),
        ),
        (
            "I read Thinking, Fast and Slow.",
            Some("Thinking, Fast and Slow"),
        ),
        ("an Eclair", None),
        ("an Éclair", Some("Éclair")),
        ("fast and slow thinking", None),
        ("micelle, indicesx, criteriax", None),
    ];
    for (index, (text, _)) in cases.iter().enumerate() {
        library = library.entry(&format!("{index:02}"), text);
    }
    let opened = library.open();
    for (entry, (_, found)) in opened.library.entry_ids().zip(cases) {
        let text = &opened.library.entry(entry).text;
        let mentions = opened.tagging.mentions(entry).iter();
        let spans: Vec<&str> = mentions
            .map(|mention| &text[mention.start as usize..mention.end as usize])
            .collect();
        assert_eq!(spans, Vec::from_iter(found), "{text}");
    }
}

/// Eight times the text takes some eight times as long, whatever is in it; were
/// it quadratic, it would take sixty-four times.
#[test]
fn hostile_texts_take_linear_time() {
    let long: Vec<String> = (2..14).map(|n| format!("{:?}", "가".repeat(n))).collect();
    let names = format!(
        "{} | (text: \"결과 창출\", inner_particles: true, unless: [\"결과\", \"창\"], exclude: [\"결과 창출 결과 창출\"])",
        long.join(" | ")
    );
    let lexicon = lexicon_of(&names);
    let particles = "은는이가을를의에에게서에서로으로부터까지도만마저조차처럼보다".repeat(20);
    for piece in [
        "가".to_owned(),
        "결과 창출 ".to_owned(),
        "결과를 창출하기가 ".to_owned(),
        format!("결과 창출{particles}"),
        "가 나. ".to_owned(),
        "a@".to_owned(),
        "www.".to_owned(),
        "\u{1100}\u{1161}\u{301}".to_owned(),
        "👩\u{200D}".to_owned(),
        "\u{600}".to_owned(),
        "‘\"'".to_owned(),
    ] {
        let text = |bytes: usize| piece.repeat(bytes / piece.len() + 1);
        let mut matcher = Matcher::new(&lexicon);
        let mut time = |text: &str| {
            let start = std::time::Instant::now();
            let mut hits = 0;
            matcher.find(text, |_| hits += 1);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (text(12_000), text(96_000));
        let (mut least, mut most) = (f64::INFINITY, f64::INFINITY);
        // Other work on the machine only ever makes a turn longer.
        let linear = (0..40).any(|turn| {
            least = least.min(time(&short));
            most = most.min(time(&long));
            turn > 2 && most < 32.0 * least
        });
        assert!(linear, "{piece:.20}: {least} s, then {most} s");
    }
}
