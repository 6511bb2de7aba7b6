//! A day and a time as sources write them, in any of the languages of e-readers.
//!
//! What is written counts: nothing is moved to another time zone, and a date that can
//! be read in two ways (`05/06/2021`) is none.

use crate::text::date::parse_date;
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp};

/// A day, and the time of it where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day, as it stands there.
    pub(super) date: Date,
    /// Day, time and offset from UTC, as far as they stand there:
    /// `2020-09-29T23:58:05+09:00`.
    pub(super) time: Option<String>,
}

/// The names of the months, in the languages that write them out.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "enero", "janvier", "januar", "janeiro", "gennaio", "januari"],
    &["february", "feb", "febrero", "février", "februar", "fevereiro", "febbraio", "februari"],
    &["march", "mar", "marzo", "mars", "märz", "março", "maart"],
    &["april", "apr", "abril", "avril", "aprile"],
    &["may", "mayo", "mai", "maio", "maggio", "mei"],
    &["june", "jun", "junio", "juin", "juni", "junho", "giugno"],
    &["july", "jul", "julio", "juillet", "juli", "julho", "luglio"],
    &["august", "aug", "agosto", "août", "augustus"],
    &["september", "sep", "sept", "septiembre", "septembre", "setembro", "settembre"],
    &["october", "oct", "octubre", "octobre", "oktober", "outubro", "ottobre"],
    &["november", "nov", "noviembre", "novembre", "novembro"],
    &["december", "dec", "diciembre", "décembre", "dezember", "dezembro", "dicembre"],
];

/// Before or after noon, wherever the mark stands.
const MORNING: [&str; 5] = ["오전", "上午", "午前", "凌晨", "早上"];
const AFTERNOON: [&str; 4] = ["오후", "下午", "午後", "晚上"];

/// Reads a day and a time: year, month and day as numbers in this order, or a month
/// by its name.
pub(super) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    let (clock, rest) = take_clock(text);
    let date = by_numbers(&rest).or_else(|| by_name(&rest))?;
    let time = clock.map(|clock| {
        let seconds = clock.time.strftime("%H:%M:%S");
        format!("{date}T{seconds}{}", clock.offset)
    });
    Some(Moment { date, time })
}

/// Seconds since 1970, which say no time zone: the day and the time in UTC.
pub(super) fn of_seconds(seconds: f64) -> Option<Moment> {
    let since = SignedDuration::try_from_secs_f64(seconds).ok()?;
    let at = Timestamp::from_duration(since).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    Some(Moment {
        date: at.date(),
        time: Some(format!("{}Z", at.datetime().strftime("%Y-%m-%dT%H:%M:%S"))),
    })
}

/// A time of day, and the offset from UTC where it stands there.
struct Clock {
    time: Time,
    offset: String,
}

/// Finds the time of day; gives it and the text around it.
fn take_clock(text: &str) -> (Option<Clock>, String) {
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
    let afternoon = AFTERNOON.iter().any(|mark| before.contains(mark))
        || english("pm")
        || english("p.m");
    let morning = MORNING.iter().any(|mark| before.contains(mark))
        || english("am")
        || english("a.m");
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
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (1..=2).contains(&end).then(|| Some((text[..end].parse().ok()?, &text[end..])))?
}

/// `Z`, `+09:00` or `+0900` after a time, `GMT+08:00` too.
fn offset(after: &str) -> String {
    let after = after.trim_start();
    let after = after.strip_prefix("GMT").or(after.strip_prefix("UTC")).unwrap_or(after);
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

/// Year, month and day as numbers, wherever they start.
fn by_numbers(text: &str) -> Option<Date> {
    let starts = text.char_indices().filter(|&(at, c)| {
        c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_digit())
    });
    starts.map(|(at, _)| text[at..].replace('日', " ").replace(['月', '年'], "-")).find_map(|text| {
        // A weekday may follow without a space.
        let end = text.find(|c: char| !(c.is_ascii_digit() || " -./년월일".contains(c)));
        parse_date(&text[..end.unwrap_or(text.len())])
    })
}

/// A month by its name, the day and the year around it: `18 February 2018`, `June
/// 11, 2025`. A year of two digits counts when the weekday beside it is right.
fn by_name(text: &str) -> Option<Date> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let month = words.iter().find_map(|word| {
        MONTHS.iter().position(|names| names.contains(&word.as_str()))
    })?;
    let numbers: Vec<&str> = words
        .iter()
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_lowercase()))
        .filter(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let (day, year) = match numbers.as_slice() {
        [day, year, ..] if day.len() <= 2 => (day.parse().ok()?, *year),
        _ => return None,
    };
    let short = year.len() == 2;
    let year: i16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i16>().ok()?,
        _ => return None,
    };
    let date = Date::new(year, month as i8 + 1, day).ok()?;
    (!short || words.iter().any(|word| is_weekday(word, date.weekday()))).then_some(date)
}

fn is_weekday(word: &str, day: Weekday) -> bool {
    let name = match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    };
    word == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_in_the_languages_of_readers() {
        for (text, expected) in [
            ("Added on Sunday, 18 February 2018 22:30:47", "2018-02-18T22:30:47"),
            ("Added on Wednesday, June 11, 2025 8:54:23 PM", "2025-06-11T20:54:23"),
            ("Added on Monday, May 15, 2017, 11:09 PM", "2017-05-15T23:09:00"),
            ("Added on 2013年8月5日 星期一 上午09时11分28秒 GMT+08:00", "2013-08-05T09:11:28+08:00"),
            ("Added on Monday, 3 December 12 19:51:33 Greenwich Mean Time", "2012-12-03T19:51:33"),
            ("Añadido el sábado, 12 de octubre de 2019 0:37:31", "2019-10-12T00:37:31"),
            ("Ajouté le mercredi 16 août 2017 02:14:10", "2017-08-16T02:14:10"),
            ("Hinzugefügt am Montag, 20. Mai 2019 17:14:46", "2019-05-20T17:14:46"),
            ("Adicionado: sexta-feira, 29 de novembro de 2019 18:00:13", "2019-11-29T18:00:13"),
            ("Aggiunto in data lunedì 8 marzo 2021 22:52:57", "2021-03-08T22:52:57"),
            ("添加于 2023年2月14日星期二 上午5:15:57", "2023-02-14T05:15:57"),
            ("添加于 2023年2月9日星期四 下午6:36:38", "2023-02-09T18:36:38"),
            ("作成日： 2021年1月20日水曜日 午後 9:12:34", "2021-01-20T21:12:34"),
            ("추가됨: 2023년 10월 26일 목요일 오후 9:12:34", "2023-10-26T21:12:34"),
            ("추가됨 2024년 1월 1일 금요일 오전 12:30:45", "2024-01-01T00:30:45"),
            ("Tue, 29 Sep 2020 23:58:05 +0900", "2020-09-29T23:58:05+09:00"),
            ("Mon Sep 21 22:31:45 KST 2020", "2020-09-21T22:31:45"),
            ("2026-07-17 14:00:25+00:00", "2026-07-17T14:00:25+00:00"),
            ("2026-08-21T02:35:27.954Z", "2026-08-21T02:35:27Z"),
            ("01 March 2022 05:19:00 PM", "2022-03-01T17:19:00"),
        ] {
            let moment = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(moment.time.as_deref(), Some(expected), "{text}");
            assert!(expected.starts_with(&moment.date.to_string()), "{text}");
        }
        assert_eq!(read("2026/09/12").unwrap().time, None);
        for text in ["05/06/2021", "Added on Tuesday, 3 December 12 19:51:33", "9:12:34", "어제", "31 February 2020"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(of_seconds(1_759_775_083.0).unwrap().time.unwrap(), "2025-10-06T18:24:43Z");
    }
}
