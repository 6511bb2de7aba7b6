//! A day and a time as sources write them, in any of the languages of e-readers.
//!
//! What is written counts: nothing is moved to another time zone, and a date that can
//! be read in two ways (`05/06/2021`) is none.

mod clock;
mod day;

use clock::take_clock;
use day::{by_name, by_numbers};
use jiff::civil::Date;
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
    let at = Timestamp::from_duration(since)
        .ok()?
        .to_zoned(jiff::tz::TimeZone::UTC);
    Some(Moment {
        date: at.date(),
        time: Some(format!("{}Z", at.datetime().strftime("%Y-%m-%dT%H:%M:%S"))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_in_the_languages_of_readers() {
        for (text, expected) in [
            (
                "Added on Sunday, 18 February 2018 22:30:47",
                "2018-02-18T22:30:47",
            ),
            (
                "Added on Wednesday, June 11, 2025 8:54:23 PM",
                "2025-06-11T20:54:23",
            ),
            (
                "Added on Monday, May 15, 2017, 11:09 PM",
                "2017-05-15T23:09:00",
            ),
            (
                "Added on 2013年8月5日 星期一 上午09时11分28秒 GMT+08:00",
                "2013-08-05T09:11:28+08:00",
            ),
            (
                "Added on Monday, 3 December 12 19:51:33 Greenwich Mean Time",
                "2012-12-03T19:51:33",
            ),
            (
                "Añadido el sábado, 12 de octubre de 2019 0:37:31",
                "2019-10-12T00:37:31",
            ),
            (
                "Ajouté le mercredi 16 août 2017 02:14:10",
                "2017-08-16T02:14:10",
            ),
            (
                "Hinzugefügt am Montag, 20. Mai 2019 17:14:46",
                "2019-05-20T17:14:46",
            ),
            (
                "Adicionado: sexta-feira, 29 de novembro de 2019 18:00:13",
                "2019-11-29T18:00:13",
            ),
            (
                "Aggiunto in data lunedì 8 marzo 2021 22:52:57",
                "2021-03-08T22:52:57",
            ),
            (
                "添加于 2023年2月14日星期二 上午5:15:57",
                "2023-02-14T05:15:57",
            ),
            (
                "添加于 2023年2月9日星期四 下午6:36:38",
                "2023-02-09T18:36:38",
            ),
            (
                "作成日： 2021年1月20日水曜日 午後 9:12:34",
                "2021-01-20T21:12:34",
            ),
            (
                "추가됨: 2023년 10월 26일 목요일 오후 9:12:34",
                "2023-10-26T21:12:34",
            ),
            (
                "추가됨 2024년 1월 1일 금요일 오전 12:30:45",
                "2024-01-01T00:30:45",
            ),
            (
                "Tue, 29 Sep 2020 23:58:05 +0900",
                "2020-09-29T23:58:05+09:00",
            ),
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
        for text in [
            "05/06/2021",
            "Added on Tuesday, 3 December 12 19:51:33",
            "9:12:34",
            "어제",
            "31 February 2020",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            of_seconds(1_759_775_083.0).unwrap().time.unwrap(),
            "2025-10-06T18:24:43Z"
        );
    }
}
