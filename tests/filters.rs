//! Which entries pass a filter. `queries` has what conditions there are.

use crate::support::{Opened, TestLibrary, bookgraph, diary, project};
use bookgraph::model::PageRange;
use bookgraph::query::{ConceptNames, EntryFilter, Scope};
use jiff::civil::date;

fn entries(opened: &Opened, filter: &EntryFilter) -> Vec<String> {
    filter
        .select(&opened.library, &opened.tagging, opened.graph.placement())
        .into_iter()
        .map(|entry| opened.library.entry(entry).id.clone())
        .collect()
}

fn about(opened: &Opened, text: &str) -> Vec<String> {
    let names = ConceptNames::of(&opened.library);
    let scope = Scope::new(&opened.library, &names);
    let only = scope.condition(text);
    let only = only.unwrap_or_else(|error| panic!("{text}: {error}"));
    let filter = EntryFilter {
        only: Some(only),
        ..EntryFilter::default()
    };
    entries(opened, &filter)
}

#[test]
fn conditions_pick_the_entries_that_meet_them() {
    let library = TestLibrary::with_concepts(&[
        ("cloud", "클라우드", "Cloud computing"),
        ("apple", "애플", "Apple"),
        ("prfaq", "보도자료", "PR/FAQ"),
        ("this-and-that", "이것저것", "This and that"),
        ("lp", "음반", "LP(disc)"),
    ])
    .entry("1", "클라우드와 애플.")
    .entry("2", "클라우드는 PR/FAQ에서 왔다.")
    .entry("3", "애플의 LP(disc).")
    .entry("4", "This and that, 이것저것.");
    let opened = library.open();
    let table: [(&str, &[&str]); 21] = [
        ("클라우드", &["1", "2"]),
        ("cloud computing", &["1", "2"]),
        ("클라우드 and 애플", &["1"]),
        ("클라우드 & 애플", &["1"]),
        ("클라우드 그리고 애플", &["1"]),
        ("클라우드 OR 애플", &["1", "2", "3"]),
        ("클라우드 또는 애플", &["1", "2", "3"]),
        ("not 클라우드", &["3", "4"]),
        ("!클라우드", &["3", "4"]),
        ("클라우드 not 애플", &["2"]),
        ("클라우드 and not (애플 or apple)", &["2"]),
        ("애플 and 클라우드 or PR/FAQ", &["1", "2"]),
        ("애플 and (PR/FAQ or LP(disc))", &["3"]),
        ("((애플))", &["1", "3"]),
        ("(클라우드) 애플", &["1"]),
        ("not not 애플", &["1", "3"]),
        ("this and that", &["4"]),
        ("\"this and that\"", &["4"]),
        ("concept:\"This and That\" or 보도자료", &["2", "4"]),
        ("not (클라우드 or 애플 or 이것저것)", &[]),
        ("LP(disc)", &["3"]),
    ];
    for (text, expected) in table {
        assert_eq!(about(&opened, text), expected, "{text}");
    }
}

#[test]
fn pages_and_days_pick_entries() {
    let opened = diary();
    let pages = |first, last| EntryFilter {
        pages: PageRange::new(first, last),
        ..EntryFilter::default()
    };
    assert_eq!(entries(&opened, &pages(361, 362)), ["day-19", "day-20"]);
    assert_eq!(entries(&opened, &pages(1, 352)), [""; 0]);
    let days = EntryFilter {
        since: Some(date(2023, 10, 25)),
        until: Some(date(2023, 10, 25)),
        ..EntryFilter::default()
    };
    assert_eq!(entries(&opened, &days), ["day-27"]);
}

/// `--since` and `--until` take a month or a year, from its first day to its last.
#[test]
fn months_and_years_are_times() {
    let ids = |args: &[&str]| {
        let mut all = vec!["find", "-l", "아마존"];
        all.extend(args);
        bookgraph(&project(), &all).stdout
    };
    let all = ids(&[]);
    for same in [
        ["--since", "2023"],
        ["--since", "2023-10"],
        ["--until", "2023-10"],
        ["--until", "2023년 10월"],
        ["--until", "２０２３"],
    ] {
        assert_eq!(ids(&same), all, "{same:?}");
    }
    assert_eq!(ids(&["--since", "2023-11"]), "");
    assert_eq!(ids(&["--until", "2022"]), "");
    let refused = bookgraph(&project(), &["find", "아마존", "--since", "2023-13"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("2023-10 or 2023"),
        "{}",
        refused.stderr
    );
}
