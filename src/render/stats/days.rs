//! The log of reading, day by day.

use super::{Section, Source, pages};
use crate::analyse::{DayOfReading, Pace};
use crate::map::Words;

/// The last so many days are shown.
const DAYS: usize = 31;
/// The longest bar, in columns.
const BAR: f64 = 20.0;

pub(super) fn section(source: &Source<'_>) -> Section {
    let words = source.words;
    let pace = &source.stats.pace;
    let mut section = source.section("읽은 날", "Days");
    section.lines = lines(pace, words);
    if !pace.undated.is_empty() {
        let what = source.entries(&pace.undated, 6);
        let said = words.pick("날짜가 없는 기록", "entries without a day");
        section.lines.push(format!("{said}: {what}"));
    }
    section.table = source.table(&[
        ("날짜", "date"),
        ("기록", "entries"),
        ("쪽#", "pages#"),
        ("글자#", "characters#"),
        ("새 개념#", "new concepts#"),
        ("모두#", "in all#"),
        ("", ""),
    ]);
    let shown = source.limit(DAYS).min(pace.days.len());
    let days = &pace.days[pace.days.len() - shown..];
    let most = days.iter().map(DayOfReading::page_count).max().unwrap_or(0);
    section.table.rows = days.iter().map(|day| row(source, day, most)).collect();
    let earlier = pace.days.len() - shown;
    section
        .notes
        .extend((earlier > 0).then(|| match words.is_korean() {
            true => format!("그 앞에 {earlier}일: -n {}", pace.days.len()),
            false => format!("{earlier} days before these: -n {}", pace.days.len()),
        }));
    section
}

/// Pages a day, streaks, pauses.
fn lines(pace: &Pace, words: Words) -> Vec<String> {
    let days = pace.days.len();
    let (Some((first, last)), true) = (pace.span(), days > 0) else {
        return vec![
            words
                .pick("날짜를 적은 기록이 없음", "no entry says its day")
                .to_owned(),
        ];
    };
    let all = pace.calendar_days();
    let pages = f64::from(pace.page_count());
    let (read, calendar) = (pages / days as f64, pages / f64::from(all));
    let korean = words.is_korean();
    let mut lines = vec![match korean {
        true => format!("{first} – {last}: {all}일 가운데 {days}일"),
        false => format!("{first} – {last}: {days} of {all} days"),
    }];
    if pages > 0.0 {
        lines.push(match (days as u32 == all, korean) {
            (true, true) => format!("하루 {read:.1}쪽"),
            (true, false) => format!("{read:.1} pages a day"),
            (false, true) => format!("읽은 날 하루 {read:.1}쪽, 쉰 날까지 치면 {calendar:.1}쪽"),
            (false, false) => {
                format!("{read:.1} pages a day of reading, {calendar:.1} with the days between")
            }
        });
    }
    lines.extend(
        pace.longest_streak()
            .filter(|streak| streak.days > 1)
            .map(|streak| {
                let (first, last, days) = (streak.first, streak.last, streak.days);
                match korean {
                    true => format!("가장 길게 이어 읽은 날: {days}일 ({first} – {last})"),
                    false => format!("longest streak: {days} days ({first} – {last})"),
                }
            }),
    );
    lines.extend(pace.longest_pause().map(|pause| {
        let (after, before, days) = (pause.after, pause.before, pause.days);
        let times = pace.pauses.len();
        match korean {
            true => format!("쉰 적 {times}번, 가장 길게 {days}일 ({after} 다음, {before} 전)"),
            false => format!(
                "pauses: {times}, the longest of {days} day{} (after {after}, before {before})",
                if days == 1 { "" } else { "s" }
            ),
        }
    }));
    lines
}

fn row(source: &Source<'_>, day: &DayOfReading, most: u32) -> Vec<String> {
    let words = source.words;
    let names = match day.entries[..] {
        [entry] if source.library.brief(entry).pages.is_some() => source.entry(entry),
        _ => {
            let read: Vec<String> = day.pages.iter().map(|it| pages(&it.pages, words)).collect();
            let entries = source.entries(&day.entries, 2);
            match read.is_empty() || day.entries.len() <= 2 {
                true => entries,
                false => format!("{entries} ({})", read.join(", ")),
            }
        }
    };
    let count = day.page_count();
    vec![
        day.date.to_string(),
        names,
        count.to_string(),
        day.characters.to_string(),
        day.new_concepts.to_string(),
        day.concepts.to_string(),
        bar(count, most),
    ]
}

/// A bar of blocks; a day with any page has at least half of one.
fn bar(count: u32, most: u32) -> String {
    if count == 0 {
        return String::new();
    }
    let halves = (2.0 * BAR * f64::from(count) / f64::from(most))
        .round()
        .max(1.0) as usize;
    let half = if halves % 2 == 1 { "▌" } else { "" };
    format!("{}{half}", "█".repeat(halves / 2))
}
