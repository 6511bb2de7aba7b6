//! Dates as people write them in notes: `2023.10.26`, `2023년 10월 26일`, `10/26`.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

/// A month and a day without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// Reads a whole date: year, month, day in this order, with any usual
/// separator (`-`, `.`, `/`, `년 월 일`, spaces), digits possibly full-width.
/// Text may follow after a space (a time, a weekday). `None` when there is no
/// date or it is not in the calendar (February 30).
pub fn parse_date(text: &str) -> Option<Date> {
    let folded: String = text.nfkc().collect();
    let (year, rest) = leading_number(folded.trim())?;
    let (month, rest) = leading_number(separator(rest)?)?;
    let (day, rest) = leading_number(separator(rest)?)?;
    let rest = rest.strip_prefix('일').unwrap_or(rest);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    if !(rest.is_empty() || rest.starts_with([' ', 'T', '('])) || !(1000..=9999).contains(&year) {
        return None;
    }
    civil(year, month, day)
}

/// Finds the first whole date in a line, such as the one at the end of
/// `카테고리 없음 2023.10.26`, with the byte where it starts.
pub fn find_date(line: &str) -> Option<(Date, usize)> {
    let mut previous_is_digit = false;
    for (at, c) in line.char_indices() {
        let is_digit = c.is_ascii_digit() || ('０'..='９').contains(&c);
        if is_digit && !previous_is_digit {
            // Dates are short: looking at the next 24 characters keeps long
            // lines linear.
            let window: String = line[at..].chars().take(24).collect();
            if let Some(date) = parse_date(&window) {
                return Some((date, at));
            }
        }
        previous_is_digit = is_digit;
    }
    None
}

/// Reads a month and a day at the start of a text: `10/26-`, `10월 26일`,
/// `10.26`; gives them and the rest.
pub fn leading_month_day(text: &str) -> Option<(MonthDay, &str)> {
    let (month, rest) = leading_number(text.trim_start())?;
    let rest = rest.trim_start();
    let rest = rest
        .strip_prefix('월')
        .or_else(|| rest.strip_prefix(['/', '.', '-']))?;
    let (day, rest) = leading_number(rest.trim_start())?;
    let rest = rest.strip_prefix('일').unwrap_or(rest);
    // A leap year, so that February 29 passes; the year comes later.
    civil(2024, month, day)?;
    let month_day = MonthDay {
        month: month.try_into().ok()?,
        day: day.try_into().ok()?,
    };
    Some((month_day, rest))
}

fn civil(year: u32, month: u32, day: u32) -> Option<Date> {
    let (year, month, day) = (year.try_into(), month.try_into(), day.try_into());
    Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
}

fn separator(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix(['-', '.', '/', '년', '월']).or_else(|| {
        text.starts_with(|c: char| c.is_ascii_digit())
            .then_some(text)
    })?;
    Some(rest.trim_start())
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_dates() {
        for (text, expected) in [
            ("2023-10-26", Some(date(2023, 10, 26))),
            ("2023.10.26", Some(date(2023, 10, 26))),
            ("2023. 10. 26.", Some(date(2023, 10, 26))),
            ("2023년 10월 26일 목요일", Some(date(2023, 10, 26))),
            ("２０２３．１０．２６", Some(date(2023, 10, 26))),
            ("2023/1/2 오후 9:12", Some(date(2023, 1, 2))),
            ("2023-02-30", None),
            ("2023-13-01", None),
            ("23.10.26", None),
            ("99999-01-01", None),
            ("2023.10", None),
            ("2023.10.265", None),
        ] {
            assert_eq!(parse_date(text), expected, "{text}");
        }
        let line = "카테고리 없음 2023.10.26";
        let (found, at) = find_date(line).unwrap();
        assert_eq!((found, &line[..at]), (date(2023, 10, 26), "카테고리 없음 "));
        assert_eq!(find_date("전체 글 28"), None);
    }

    #[test]
    fn months_and_days() {
        let read = |text| leading_month_day(text).map(|(d, rest)| (d.month, d.day, rest));
        assert_eq!(read("10/26- 디지털"), Some((10, 26, "- 디지털")));
        assert_eq!(read("10월 26일 28일차"), Some((10, 26, " 28일차")));
        assert_eq!(read("2/29 x"), Some((2, 29, " x")));
        assert_eq!(read("13/1 x"), None);
        assert_eq!(read("day 10"), None);
    }
}
