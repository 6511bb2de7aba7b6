//! Finding names: `suite/tagging/*.txt` are tables of sentences in which the
//! mentions are marked, `[like this](concept)`.

use crate::support::{TestLibrary, diary, project};
use bookgraph::tag::{Field, Matcher, Standing};

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
    let lexicon = opened.tagging.lexicon();
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
