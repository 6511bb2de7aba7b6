//! Inputs of one piece, over and over, in which a loop in a loop shows: the time of twice
//! as much is to be about twice the time.

use super::run::{LONGEST, cpu_time};
use super::targets::make;
use std::time::Duration;

/// A target, what comes before, what is repeated, and what comes after.
type Family = (&'static str, &'static str, &'static str, &'static str);

const FAMILIES: [Family; 27] = [
    ("ron", "", "(", ""),
    ("ron", "", "[", ""),
    ("ron", "", "/*", ""),
    ("ron", "", "// x\n", ""),
    ("ron", "Entry(text: \"", "가\\n", "\")"),
    ("ron", "Entry(text: \"", "a\"b", "\")"),
    ("ron", "Entry(text: ", "r#\"", ""),
    ("ron", "Entry(", "x: 1, ", "text: \"a\")"),
    ("ron", "Entry(", "text: \"a\", ", ")"),
    ("ron", "Entries(entries: [", "0,", "])"),
    ("ron", "Entries(entries: [", "Entry(text: 3),", "])"),
    (
        "ron",
        "Entries(entries: [",
        "Entry(id: \"a\", text: \"세계\"),",
        "])",
    ),
    ("ron", "Entry(text: \"a\", tags: [", "\"없다\",", "])"),
    ("ron", "Vocabulary(concepts: [", "Concept(id: \"a\"),", "])"),
    ("ron", "Entry（", "“ ”，", "）"),
    ("ron", "", "\u{3000}", ""),
    ("import", "전체 글 1\n", "12/30- Day 3 (p44~31)\n", ""),
    ("import", "전체 글 1\n", "카테고리 없음 2023.12.30\n", ""),
    ("import", "", "\n", ""),
    ("query", "", "(", ""),
    ("query", "AWS", " OR AWS", ""),
    ("query", "", "NOT ", "AWS"),
    ("query", "\"", "가 ", "\""),
    ("matcher", "두 세계\n", "두 세계", ""),
    ("matcher", "aa\n", "a", ""),
    ("matcher", "세계\n", "세계에서는의 ", ""),
    ("matcher", "가\n", "가-", ""),
];

/// Twice as much may take so many times as long: caches and threads have their say.
const GROWTH: f64 = 3.2;
/// Less than this is not measured well.
const MEASURABLE: Duration = Duration::from_millis(40);
/// So many bytes, and twice as many.
const BYTES: usize = if cfg!(debug_assertions) { 24 } else { 96 } * 1024;

/// Measures all families; gives those that grow too fast.
pub(super) fn measure() -> Vec<String> {
    let mut wrong = Vec::new();
    for (target, before, piece, after) in FAMILIES {
        let mut read = make(target);
        let mut time = |bytes: usize| {
            let pieces = piece.repeat(bytes / piece.len());
            let input = format!("{before}{pieces}{after}");
            let once = |_| {
                let started = cpu_time();
                read(input.as_bytes());
                cpu_time() - started
            };
            (0..3).map(once).min().expect("three times")
        };
        let (half, whole) = (time(BYTES), time(2 * BYTES));
        let growth = whole.as_secs_f64() / half.as_secs_f64().max(1e-6);
        if (whole > MEASURABLE && growth > GROWTH) || whole > LONGEST {
            wrong.push(format!(
                "{target} {before}{piece}…{after}: {half:?}, {whole:?}"
            ));
        }
    }
    wrong
}
