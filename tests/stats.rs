//! Coverage, pace, standings and growth.

use crate::support::{Opened, TestLibrary, diary};
use bookgraph::analyse::{Growth, Origins, Pace, Standings, Stats, coverage};
use bookgraph::model::EntryId;
use jiff::civil::date;

/// Three days and an undated entry of a book of 100 pages, whose second chapter
/// starts between p21 and p30.
fn library() -> TestLibrary {
    TestLibrary::new()
        .file(
            "b/book.ron",
            r#"Book(id: "b", language: "ko", title: (ko: "책", en: "A book"), edition: (pages: 100), outline: [
                Chapter(id: "1", number: 1, starts: Page(1), ends: Between(20, 29)),
                Chapter(id: "2", number: 2, starts: Between(21, 30), ends: Page(60)),
                Chapter(id: "3", number: 3),
            ])"#,
        )
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "tree", label: (ko: "나무", en: "Tree")),
                Concept(id: "leaf", label: (ko: "잎사귀", en: "Leaf")),
                Concept(id: "root", label: (ko: "뿌리", en: "Root")),
                Concept(id: "stone", label: (ko: "돌멩이", en: "Stone")),
            ])"#,
        )
        .file(
            "b/days.ron",
            r#"Entries(entries: [
                Entry(id: "a", date: "2024-03-01", pages: "1-10", tags: ["tree", "stone"], text: "나무와 잎사귀."),
                Entry(id: "b", date: "2024-03-02", pages: "6-20", text: "나무의 뿌리."),
                Entry(id: "c", date: "2024-03-06", pages: "41-50", text: "tree. trees."),
                Entry(id: "d", text: "아무 말도 없다."),
            ])"#,
        )
}

fn entries(opened: &Opened) -> Vec<EntryId> {
    opened.library.entry_ids().collect()
}

#[test]
fn coverage_knows_what_it_does_not_know() {
    let opened = library().open();
    let books = coverage(&opened.library, opened.graph.placement(), &entries(&opened));
    let [book] = &books[..] else {
        panic!("one book")
    };
    assert_eq!(
        (book.noted.count(), book.inside, book.pages),
        (30, 30, Some(100))
    );
    assert_eq!(book.share(), Some(0.3));
    assert_eq!(book.without_pages.len(), 1);
    let [one, two, three] = &book.chapters[..] else {
        panic!("three chapters")
    };
    // From p1 to somewhere between p20 and p29, of which p1–20 are noted.
    assert_eq!((one.noted, one.length), ([20, 20], [Some(20), Some(29)]));
    assert_eq!(one.share, Some([20.0 / 29.0, 1.0]));
    assert_eq!(one.missing, []);
    assert_eq!((two.noted, two.length), ([10, 10], [Some(31), Some(40)]));
    assert_eq!(two.share, Some([0.25, 10.0 / 31.0]));
    assert_eq!(two.missing.len(), 2);
    // It starts on p61, and ends with the book at the latest.
    assert_eq!((three.noted, three.share), ([0, 0], Some([0.0, 0.0])));
}

#[test]
fn days_streaks_and_pauses() {
    let opened = library().open();
    let pace = Pace::of(&opened.library, &opened.tagging, &entries(&opened));
    let counts: Vec<(u32, u32)> = pace
        .days
        .iter()
        .map(|day| (day.page_count(), day.new_page_count()))
        .collect();
    // On the second day, p6–10 are read again.
    assert_eq!(counts, [(10, 10), (15, 10), (10, 10)]);
    assert_eq!(
        (pace.calendar_days(), pace.page_count(), pace.undated.len()),
        (6, 35, 1)
    );
    let streak = pace.longest_streak().unwrap();
    assert_eq!((streak.days, streak.last), (2, date(2024, 3, 2)));
    let pause = pace.longest_pause().unwrap();
    assert_eq!((pause.days, pause.before), (3, date(2024, 3, 6)));
    assert_eq!(pace.days[0].characters, 7);
    let new: Vec<usize> = pace.days.iter().map(|day| day.new_concepts).collect();
    assert_eq!(new, [3, 1, 0]);
}

/// Hangul is counted by syllables, whatever its encoding, and spaces are not.
#[test]
fn characters_are_counted_as_read() {
    let decomposed = "\u{1102}\u{1161}\u{1106}\u{116e} \u{1103}\u{116e}\u{11af}\n";
    let library = TestLibrary::with_concepts(&[]).file(
        "b/a.ron",
        &format!("Entry(id: \"a\", date: \"2024-01-01\", text: {decomposed:?})"),
    );
    let opened = library.open();
    let pace = Pace::of(&opened.library, &opened.tagging, &entries(&opened));
    assert_eq!(pace.days[0].characters, 3);
}

#[test]
fn growth_and_origins() {
    let opened = library().open();
    let placement = opened.graph.placement();
    let all = entries(&opened);
    let growth = Growth::of(&opened.library, &opened.tagging, placement, &all);
    assert_eq!((growth.used, growth.known, growth.tags), (4, 4, 6));
    // leaf, root and stone come once: half of the six tags.
    assert_eq!((growth.once.len(), growth.unseen()), (3, 0.5));
    let brought: usize = growth.chapters.iter().map(|(_, new)| new).sum();
    assert_eq!(brought, growth.used);
    let origins = Origins::of(&opened.tagging, &all);
    assert_eq!((origins.authored, origins.matched, origins.both), (1, 4, 1));
    assert_eq!(origins.untagged.len(), 1);
}

#[test]
fn standings_of_the_diary() {
    let opened = diary();
    let all = entries(&opened);
    let standings = Standings::of(&opened.library, &opened.tagging, &all, 1.75);
    let id = |id: &str| opened.library.vocabulary().find(id).unwrap();
    assert_eq!(standings.hubs, [id("amazon")]);
    let mean: f64 = standings.concepts.iter().map(|it| it.rank).sum::<f64>() / 45.0;
    assert_eq!(standings.concepts.len(), 45);
    assert!((mean - 1.0).abs() < 1e-6, "{mean}");
    for standing in &standings.concepts {
        let about: Vec<EntryId> = opened
            .tagging
            .about(standing.concept)
            .map(|tag| tag.entry)
            .collect();
        assert_eq!(standing.entries, about);
        assert_eq!(
            standing.group.is_none(),
            standings.hubs.contains(&standing.concept)
        );
    }
    let grouped: usize = standings.groups.iter().map(Vec::len).sum();
    assert_eq!(grouped + standings.hubs.len(), 45);
    assert!(standings.pairs.is_sorted_by(|a, b| a.count >= b.count));
}

#[test]
fn figures_in_every_format() {
    let library = library();
    let text = library.run(&["stats", "coverage", "days"]).stdout;
    assert!(
        text.contains("p1–20, 41–50: 100쪽 가운데 30쪽 (30%)"),
        "{text}"
    );
    assert!(text.contains("쉰 적 1번, 가장 길게 3일"), "{text}");
    let english = library
        .run(&["stats", "days", "--lang", "en", "-f", "md"])
        .stdout;
    assert!(
        english.contains("| 2024-03-02 | b (p6–20) | 15 |"),
        "{english}"
    );
    assert!(
        english.contains("pauses: 1, the longest of 3 days"),
        "{english}"
    );
    let csv = library.run(&["stats", "-f", "csv"]).stdout;
    assert!(csv.contains("2024-03-02,b,6-20,15,10,6,1,4\n"), "{csv}");
    let coverage = library.run(&["stats", "coverage", "-f", "csv"]).stdout;
    assert!(
        coverage.contains("b,1,,2,20,20,20,29,0.690,1.000,\n"),
        "{coverage}"
    );
    for (args, status) in [
        (vec!["stats", "tags", "-f", "csv"], 2),
        (vec!["stats", "days", "growth", "-f", "csv"], 2),
        (vec!["stats", "--since", "2030-01-01"], 1),
    ] {
        assert_eq!(library.run(&args).status, status, "{args:?}");
    }
}

/// As many entries as notes of years take no time that grows out of hand: the
/// figures of a day are those of its own entries.
#[test]
fn many_days_add_up() {
    let entries: Vec<String> = (0..400)
        .map(|day| {
            let date = date(2020, 1, 1).saturating_add(jiff::Span::new().days(2 * day));
            let page = 1 + day * 3;
            format!(
                r#"Entry(id: "e{day}", date: "{date}", pages: "{page}-{}", text: "나무")"#,
                page + 2
            )
        })
        .collect();
    let library = TestLibrary::with_concepts(&[("tree", "나무", "Tree")]).file(
        "b/days.ron",
        &format!("Entries(entries: [{}])", entries.join(", ")),
    );
    let opened = library.open();
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    let stats = Stats::of(
        &opened.library,
        &opened.tagging,
        opened.graph.placement(),
        all,
        1.75,
    );
    assert_eq!((stats.pace.days.len(), stats.pace.pauses.len()), (400, 399));
    assert_eq!(stats.pace.page_count(), stats.coverage[0].noted.count());
    assert_eq!(stats.standings.concepts.len(), 1);
}
