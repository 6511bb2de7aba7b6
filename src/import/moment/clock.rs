//! The time of day in a text.

use jiff::civil::Time;

/// Before or after noon, wherever the mark stands.
const MORNING: [&str; 5] = ["오전", "上午", "午前", "凌晨", "早上"];
const AFTERNOON: [&str; 4] = ["오후", "下午", "午後", "晚上"];

/// A time of day, and the offset from UTC where it stands there.
pub(super) struct Clock {
    pub(super) time: Time,
    pub(super) offset: String,
}

/// Finds the time of day; gives it and the text around it.
pub(super) fn take_clock(text: &str) -> (Option<Clock>, String) {
    let found = text
        .char_indices()
        .filter(|&(at, c)| {
            c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_digit())
        })
        .find_map(|(at, _)| Some((at, clock_digits(&text[at..])?)));
    let Some((at, (mut hour, minute, second, length))) = found else {
        return (None, text.to_owned());
    };
    let (before, after) = (&text[..at], &text[at + length..]);
    let lower = after.trim_start().to_lowercase();
    let english = |mark: &str| lower.starts_with(mark);
    let afternoon =
        AFTERNOON.iter().any(|mark| before.contains(mark)) || english("pm") || english("p.m");
    let morning =
        MORNING.iter().any(|mark| before.contains(mark)) || english("am") || english("a.m");
    match (afternoon, morning) {
        (true, false) if hour < 12 => hour += 12,
        (false, true) if hour == 12 => hour = 0,
        _ => {}
    }
    let clock = Time::new(hour, minute, second, 0).ok().map(|time| Clock {
        time,
        offset: offset(after),
    });
    (clock, format!("{before} {after}"))
}

/// `9:12`, `09:12:34`, `09时11分28秒`, `9시 12분`: hour, minute, second, and how long
/// it is.
fn clock_digits(text: &str) -> Option<(i8, i8, i8, usize)> {
    let (hour, rest) = two_digits(text)?;
    let rest = rest.strip_prefix([':', '时', '時', '시'])?.trim_start();
    let (minute, rest) = two_digits(rest)?;
    let (second, rest) = match rest.strip_prefix([':', '分', '분']) {
        Some(rest) => match two_digits(rest.trim_start()) {
            Some((second, rest)) => (second, rest),
            None => (0, rest),
        },
        None => (0, rest),
    };
    let rest = rest.strip_prefix(['秒', '초']).unwrap_or(rest);
    // Fractions of a second.
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    Some((hour, minute, second, text.len() - rest.len()))
}

fn two_digits(text: &str) -> Option<(i8, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    (1..=2)
        .contains(&end)
        .then(|| Some((text[..end].parse().ok()?, &text[end..])))?
}

/// `Z`, `+09:00` or `+0900` after a time, `GMT+08:00` too.
fn offset(after: &str) -> String {
    let after = after.trim_start();
    let after = after
        .strip_prefix("GMT")
        .or(after.strip_prefix("UTC"))
        .unwrap_or(after);
    if after.starts_with('Z') {
        return "Z".to_owned();
    }
    if !after.starts_with(['+', '-']) {
        return String::new();
    }
    let digits: String = after[1..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ':')
        .filter(char::is_ascii_digit)
        .collect();
    match digits.len() {
        4 => format!("{}{}:{}", &after[..1], &digits[..2], &digits[2..]),
        2 => format!("{}{digits}:00", &after[..1]),
        _ => String::new(),
    }
}
