//! Entries like one, and what to read again.

use crate::support::{Opened, TestLibrary, bookgraph, diary, project};
use bookgraph::analyse::{Review, ToReview, due, review, similar_entries};
use bookgraph::model::EntryId;
use bookgraph::query::entries_called;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Entries of two books about forests, rivers and bread.
fn forests() -> Opened {
    let entry = |id: &str, date: &str, text: &str| {
        format!("Entry(id: {id:?}, title: \"노트 {id}\", date: {date:?}, text: {text:?})")
    };
    let copied = "수풀을 지나 강물까지 걸었다. 아침 안개가 걷히자 멀리 다리가 보였고, 건너편 \
        마을에서 종소리가 들려왔다. 오늘은 여기까지 읽고 내일은 다음 장을 읽기로 한다.";
    TestLibrary::with_concepts(&[
        ("forest", "수풀", "forest"),
        ("river", "강물", "river"),
        ("bread", "호밀빵", "rye bread"),
    ])
    .file("c/book.ron", r#"Book(id: "c", title: "Another")"#)
    .file(
        "b/1.ron",
        &entry("1", "2024-01-01", "수풀은 깊었다. 강물은 맑았다."),
    )
    .file(
        "b/2.ron",
        &entry("2", "2024-01-03", "호밀빵을 구웠다. 소금을 조금 넣었다."),
    )
    .file("b/3.ron", &entry("3", "2024-01-05", copied))
    .file(
        "c/4.ron",
        &entry(
            "4",
            "2024-01-04",
            "The river was clear. A forest stood behind it.",
        ),
    )
    .file(
        "c/5.ron",
        &entry("5", "2024-01-08", &format!("{copied} 끝.")),
    )
    .open()
}

fn entry(opened: &Opened, id: &str) -> EntryId {
    opened.library.find_entries(id)[0]
}

fn ids(opened: &Opened, entries: impl IntoIterator<Item = EntryId>) -> Vec<&str> {
    let id = |entry| opened.library.entry(entry).id.as_str();
    entries.into_iter().map(id).collect()
}

#[test]
fn what_is_shared_and_how_it_is_worded_make_entries_alike() {
    let opened = forests();
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    let similar = |id, n| {
        similar_entries(
            &opened.library,
            &opened.tagging,
            entry(&opened, id),
            &all,
            n,
        )
    };
    let found = similar("3", 9);
    // The copy first, then those about the same, in another language too; not the
    // bread, which shares nothing.
    assert_eq!(
        ids(&opened, found.iter().map(|it| it.entry)),
        ["5", "1", "4"]
    );
    assert!(found[0].is_copy && !found[1].is_copy);
    assert!(found[0].by_text > 0.9 && found[2].by_text < 0.1);
    assert!(found[2].by_concepts > 0.9);
    let concepts = |id: &str| opened.library.vocabulary().find(id).expect("a concept");
    let mut shared = found[1].shared.clone();
    shared.sort_unstable();
    assert_eq!(shared, [concepts("forest"), concepts("river")]);
    // A sentence of either, the one asked about first.
    let [here, there] = found[2].sentences.expect("sentences");
    assert_eq!(
        (here, there),
        (
            0,
            if found[2].shared[0] == concepts("river") {
                0
            } else {
                1
            }
        )
    );
    for it in &found {
        assert!((it.likeness - (it.by_concepts + it.by_text) / 2.0).abs() < 1e-12);
    }
    assert!(similar("2", 9).iter().all(|it| it.shared.is_empty()));
    assert_eq!(similar("3", 1).len(), 1);
}

/// What ten entries are like does not depend on which others are asked for.
#[test]
fn likeness_is_the_same_both_ways() {
    let opened = diary();
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    for &a in &all {
        for found in similar_entries(&opened.library, &opened.tagging, a, &all, 99) {
            let alone = [found.entry, a];
            let mut alone: Vec<EntryId> = alone.into();
            alone.sort_unstable();
            let back = similar_entries(&opened.library, &opened.tagging, found.entry, &alone, 1);
            assert_eq!(back[0].entry, a);
            assert!((back[0].likeness - found.likeness).abs() < 1e-6);
            assert!(!found.is_copy);
        }
    }
}

#[test]
fn entries_go_by_many_names() {
    let opened = diary();
    for name in [
        "day-24",
        "working-backwards/day-24",
        "24",
        "24일차",
        "day 24",
        "Day 24",
        "2023-10-22",
        "2023.10.22",
        "디지털노마드24일차",
        "２４",
    ] {
        let found = entries_called(&opened.library, name);
        assert_eq!(ids(&opened, found), ["day-24"], "{name}");
    }
    assert!(entries_called(&opened.library, "…").is_empty());
    assert!(entries_called(&opened.library, "30").is_empty());
    let forests = forests();
    assert_eq!(entries_called(&forests.library, "노트 4").len(), 1);
}

fn on(opened: &Opened, today: Date, count: usize) -> Review {
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    review(&opened.library, &opened.tagging, &all, today, count)
}

#[test]
fn what_is_read_again_hangs_together_with_what_was_read_last() {
    let opened = forests();
    let answer = on(&opened, date(2024, 1, 8), 9);
    assert_eq!(ids(&opened, answer.last.clone()), ["5"]);
    let of = |id: &str| {
        let found = answer
            .entries
            .iter()
            .find(|it| it.entry == entry(&opened, id));
        found.expect("an entry to read again").clone()
    };
    // Read three days ago and the nearest: nothing comes before it.
    assert_eq!(answer.entries[0], of("3"));
    assert_eq!(
        (of("3").days, of("3").interval, of("3").due),
        (Some(3), Some(3), 1.0)
    );
    assert!((answer.entries[0].score - 1.0).abs() < 1e-9);
    // A week ago: its day, too; the bread is two days past its third.
    assert_eq!((of("1").interval, of("1").due), (Some(7), 1.0));
    assert_eq!(
        (of("2").days, of("2").interval, of("2").due),
        (Some(5), Some(3), 0.5)
    );
    assert_eq!(
        of("1").through.expect("a connection").0,
        entry(&opened, "5")
    );
    // What is read later does not exist yet.
    let earlier = on(&opened, date(2024, 1, 4), 9);
    assert_eq!(ids(&opened, earlier.last), ["4"]);
    let again = earlier.entries.iter().map(|it| it.entry);
    let mut again = ids(&opened, again);
    again.sort_unstable();
    assert_eq!(again, ["1", "2"]);
    assert!(on(&opened, date(2023, 1, 1), 9).entries.is_empty());
}

#[test]
fn entries_without_a_date_are_connected_and_never_due() {
    let opened = TestLibrary::with_concepts(&[("forest", "수풀", "forest")])
        .entry("1", "수풀은 깊었다.")
        .entry("2", "수풀은 고요했다.")
        .open();
    let answer = on(&opened, date(2024, 1, 1), 9);
    assert_eq!(ids(&opened, answer.last), ["2"]);
    let [
        ToReview {
            days, due, score, ..
        },
    ] = answer.entries[..]
    else {
        panic!("one entry")
    };
    assert_eq!((days, due), (None, 0.0));
    assert!((score - 0.5).abs() < 1e-9);
}

#[test]
fn days_come_round_at_growing_distances() {
    let full: Vec<i64> = (0..400).filter(|&days| due(days) == 1.0).collect();
    assert_eq!(full, [1, 3, 7, 14, 30, 90, 180, 270, 360]);
    assert_eq!((due(-1), due(0)), (0.0, 0.0));
}

proptest! {
    /// The same notes and day give the same answer; scores are in order, and no
    /// entry is read again that was read last or will be read later.
    #[test]
    fn a_review_depends_on_notes_and_day_alone(offset in -40_i32..900, count in 0_usize..12) {
        let opened = diary();
        let today = date(2023, 10, 26).saturating_add(jiff::Span::new().days(offset));
        let answer = on(&opened, today, count);
        prop_assert_eq!(&answer.entries, &on(&diary(), today, count).entries);
        prop_assert!(answer.entries.len() <= count && answer.of < 10);
        prop_assert!(answer.entries.windows(2).all(|pair| pair[0].score >= pair[1].score));
        for it in &answer.entries {
            let read = opened.library.entry(it.entry).date.expect("a date");
            prop_assert!(read < today && !answer.last.contains(&it.entry));
            prop_assert!((0.0..=1.0).contains(&it.score) && (0.0..=1.0).contains(&it.due));
        }
    }
}

/// Without `--date`, the day is the clock's.
#[test]
fn today_is_the_day_of_the_clock() {
    let printed = bookgraph(&project(), &["review", "-f", "json"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    let answer: serde_json::Value = serde_json::from_str(&printed.stdout).expect("JSON");
    let told: Date = answer["date"]
        .as_str()
        .expect("a date")
        .parse()
        .expect("a date");
    let here = jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    assert!(told.until(here).expect("days").get_days().abs() <= 1);
}

/// When an entry is overdue, it is said since when, in either language.
#[test]
fn what_is_overdue_is_told_in_days() {
    let review = |lang| {
        bookgraph(
            &project(),
            &["review", "--date", "2026-12-01", "--lang", lang],
        )
        .stdout
    };
    let (korean, english) = (review("ko"), review("en"));
    assert!(
        korean.contains("다시 읽을 날(") && korean.contains("일 지남"),
        "{korean}"
    );
    assert!(english.contains("past day "), "{english}");
}
