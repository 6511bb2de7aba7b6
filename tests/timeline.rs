//! Concepts along the reading.

use crate::support::{Opened, TestLibrary, diary};
use bookgraph::analyse::{Course, Family, Strand, strands};
use bookgraph::model::EntryId;

/// Two books, read side by side, about two things.
fn two_books() -> TestLibrary {
    let mut library = TestLibrary::new()
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "cloud", label: (ko: "구름", en: "Cloud")),
                Concept(id: "rain", label: (ko: "빗방울", en: "Rain")),
                Concept(id: "sun", label: (ko: "햇빛", en: "Sun")),
            ])"#,
        )
        .file(
            "sky/book.ron",
            r#"Book(id: "sky", language: "ko", title: (ko: "하늘", en: "Sky"))"#,
        )
        .file(
            "sea/book.ron",
            r#"Book(id: "sea", language: "en", title: (ko: "바다", en: "Sea"))"#,
        );
    let sky = [
        (1, "구름이 많다. 구름과 구름."),
        (2, "아무것도 없다."),
        (3, "빗방울이다."),
        (5, "아무것도 없다."),
        (9, "구름이 돌아왔다. 구름이다."),
    ];
    for (day, text) in sky {
        let entry = format!(
            r#"Entry(id: "s{day}", date: "2024-05-{day:02}", pages: "{}-{}", text: "{text}")"#,
            day * 10,
            day * 10 + 4
        );
        library = library.file(&format!("sky/s{day}.ron"), &entry);
    }
    for (day, text) in [(2, "Clouds over the sea."), (9, "Rain."), (10, "Nothing.")] {
        let entry = format!(r#"Entry(id: "w{day}", date: "2024-05-{day:02}", text: "{text}")"#);
        library = library.file(&format!("sea/w{day}.ron"), &entry);
    }
    library
}

fn strands_of(opened: &Opened, ids: &[&str]) -> Vec<Strand> {
    let entries: Vec<EntryId> = opened.library.entry_ids().collect();
    let families: Vec<Family> = ids
        .iter()
        .map(|id| Family::alone(opened.library.vocabulary().find(id).unwrap()))
        .collect();
    let placement = opened.graph.placement();
    strands(
        &opened.library,
        &opened.tagging,
        placement,
        &entries,
        &families,
    )
}

#[test]
fn silences_and_returns() {
    let opened = two_books().open();
    let found = strands_of(&opened, &["cloud", "sun"]);
    // The book begun first comes first; nothing is about the sun.
    let [sky, sea] = &found[..] else {
        panic!("{found:#?}")
    };
    assert_eq!((sea.read, sea.points.len(), sea.silences.len()), (3, 1, 0));
    let named: Vec<u32> = sky.points.iter().map(|point| point.mentions).collect();
    assert_eq!((sky.read, named), (5, vec![3, 2]));
    assert_eq!(sky.course, Course::Local);
    let [silence] = sky.silences[..] else {
        panic!("{:#?}", sky.silences)
    };
    assert_eq!(
        (silence.entries, silence.days, silence.pages),
        (3, Some(8), Some(75))
    );
    let id = |entry: EntryId| opened.library.entry(entry).id.as_str();
    assert_eq!((id(silence.after), id(silence.before)), ("s1", "s9"));
}

#[test]
fn the_diary_bursts_where_subscription_is_the_subject() {
    let opened = diary();
    let [subscription, metrics] = &strands_of(&opened, &["subscription", "input-metrics"])[..]
    else {
        panic!("two strands")
    };
    let id = |entry: EntryId| opened.library.entry(entry).id.as_str();
    let bursts: Vec<(&str, &str)> = subscription
        .bursts
        .iter()
        .map(|burst| (id(burst.first), id(burst.last)))
        .collect();
    assert_eq!(bursts, [("day-23", "day-23")]);
    assert!(metrics.bursts.is_empty(), "{:?}", metrics.bursts);
    let silences: Vec<(&str, &str)> = metrics
        .silences
        .iter()
        .map(|silence| (id(silence.after), id(silence.before)))
        .collect();
    assert_eq!(silences, [("day-19", "day-22"), ("day-22", "day-27")]);
    assert_eq!(metrics.points.len(), 4);
}

/// In several books, columns are days, and labels of two cells a syllable keep the
/// strips in line.
#[test]
fn strips_stand_side_by_side() {
    let library = two_books();
    let text = library
        .run(&["timeline", "cloud", "rain", "--lang", "ko"])
        .stdout;
    let lines: Vec<&str> = text.lines().skip(2).take(5).collect();
    assert_eq!(
        lines,
        [
            "               05-01 05-02 05-03 05-05 05-09 05-10",
            "구름 · 하늘    ██    ·     ·     ·     ▆▆    ·",
            "구름 · 바다    ·     ▃▃    ·     ·     ·     ·",
            "빗방울 · 하늘  ·     ·     ▃▃    ·     ·     ·",
            "빗방울 · 바다  ·     ·     ·     ·     ▃▃    ·",
        ],
        "{text}"
    );
    let english = library
        .run(&["timeline", "cloud", "--book", "sky", "--lang", "en"])
        .stdout;
    assert!(
        english.contains("silence: after s1, back in s9 (3 entries, 75 pages, after 8 days)"),
        "{english}"
    );
    assert!(english.contains("│ *구름*이 많다."), "{english}");
    let csv = library.run(&["timeline", "rain", "-f", "csv"]).stdout;
    assert!(
        csv.ends_with("rain,Rain,sea,w9,2024-05-09,,,,1,no,\n"),
        "{csv}"
    );
    // A concept of the vocabulary that no entry is about is no mistake, and no find.
    let sun = library.run(&["timeline", "sun"]);
    assert_eq!(
        (sun.status, sun.stderr.as_str()),
        (1, "no entry is about `sun`\n")
    );
}

/// More entries than columns share them, and none is lost.
#[test]
fn many_entries_share_columns() {
    let entries: Vec<String> = (0..500)
        .map(|day| {
            let text = if day % 100 == 99 { "나무" } else { "없음" };
            format!(r#"Entry(id: "e{day}", day: {}, text: "{text}")"#, day + 1)
        })
        .collect();
    let library = TestLibrary::with_concepts(&[("tree", "나무", "Tree")]).file(
        "b/days.ron",
        &format!("Entries(entries: [{}])", entries.join(", ")),
    );
    let text = library.run(&["timeline", "나무", "--lang", "ko"]).stdout;
    let strip = text.lines().nth(3).unwrap();
    assert_eq!(strip.matches('█').count(), 5, "{text}");
    assert_eq!(
        strip.chars().filter(|c| "█·".contains(*c)).count(),
        60,
        "{text}"
    );
    let head = text.lines().nth(2).unwrap();
    assert!(
        head.trim_start().starts_with('1') && head.ends_with("500"),
        "{head}"
    );
}
