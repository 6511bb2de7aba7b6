//! The day in a text.

use crate::text::date::parse_date;
use jiff::civil::{Date, Weekday};

/// The names of the months, in the languages that write them out.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "enero", "janvier", "januar", "janeiro", "gennaio", "januari",
    ],
    &[
        "february",
        "feb",
        "febrero",
        "février",
        "februar",
        "fevereiro",
        "febbraio",
        "februari",
    ],
    &["march", "mar", "marzo", "mars", "märz", "março", "maart"],
    &["april", "apr", "abril", "avril", "aprile"],
    &["may", "mayo", "mai", "maio", "maggio", "mei"],
    &["june", "jun", "junio", "juin", "juni", "junho", "giugno"],
    &["july", "jul", "julio", "juillet", "juli", "julho", "luglio"],
    &["august", "aug", "agosto", "août", "augustus"],
    &[
        "september",
        "sep",
        "sept",
        "septiembre",
        "septembre",
        "setembro",
        "settembre",
    ],
    &[
        "october", "oct", "octubre", "octobre", "oktober", "outubro", "ottobre",
    ],
    &["november", "nov", "noviembre", "novembre", "novembro"],
    &[
        "december",
        "dec",
        "diciembre",
        "décembre",
        "dezember",
        "dezembro",
        "dicembre",
    ],
];

/// Year, month and day as numbers, wherever they start.
pub(super) fn by_numbers(text: &str) -> Option<Date> {
    let starts = text.char_indices().filter(|&(at, c)| {
        c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_digit())
    });
    starts
        .map(|(at, _)| text[at..].replace('日', " ").replace(['月', '年'], "-"))
        .find_map(|text| {
            // A weekday may follow without a space.
            let end = text.find(|c: char| !(c.is_ascii_digit() || " -./년월일".contains(c)));
            parse_date(&text[..end.unwrap_or(text.len())])
        })
}

/// A month by its name, the day and the year around it: `18 February 2018`, `June
/// 11, 2025`. A year of two digits counts when the weekday beside it is right.
pub(super) fn by_name(text: &str) -> Option<Date> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let month = words.iter().find_map(|word| {
        MONTHS
            .iter()
            .position(|names| names.contains(&word.as_str()))
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
