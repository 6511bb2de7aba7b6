//! The answer to `review`.

use super::{AnswerSource, Document, Line};
use crate::analyse::{Review, ToReview};
use crate::model::EntryId;
use jiff::civil::Date;

/// So many shared concepts are named.
const SHARED: usize = 4;
/// So many of the entries read last are named.
const LAST: usize = 4;

/// What to read again, and why.
pub fn review(source: &AnswerSource<'_>, today: Date, review: &Review) -> Document {
    let mut document = Document::default();
    let korean = source.words.is_korean();
    let count = source.words.entries(review.entries.len());
    document.title(Line::plain(match korean {
        true => format!("{today}에 다시 읽을 {count}"),
        false => format!("to read again on {today}: {count}"),
    }));
    if !review.last.is_empty() {
        let from = review.last.len().saturating_sub(LAST);
        let last: Vec<String> = review.last[from..]
            .iter()
            .map(|&id| named(source, id))
            .collect();
        let read_last = source.pick("마지막으로 읽은 곳", "read last");
        document.text(Line::default().faint(format!("{read_last}: {}", last.join(", "))));
    }
    for (index, entry) in review.entries.iter().enumerate() {
        one(&mut document, source, index + 1, entry);
    }
    document
}

fn one(document: &mut Document, source: &AnswerSource<'_>, number: usize, entry: &ToReview) {
    let korean = source.words.is_korean();
    let id = format!(" · {} · {:.2}", source.entry_id(entry.entry), entry.score);
    document.item(
        Some(number),
        Line::plain(source.entry(entry.entry)).faint(id),
    );
    if let Some((read, shared)) = &entry.through {
        let read = source.entry_of_book(*read);
        let connected = source.pick("이어짐", "connected with");
        let line = Line::plain(match korean {
            true => format!("{connected}: {read}"),
            false => format!("{connected} {read}"),
        });
        let line = line.faint(format!(" · {:.2} · ", entry.connection));
        document.detail(match shared.is_empty() {
            true => line.and(source.pick("글이 비슷함", "by their wording")),
            false => line.and_line(source.some_labels(shared, SHARED)),
        });
    }
    if let Some(when) = when(source, entry) {
        document.detail(Line::plain(when));
    }
}

/// When an entry was read, and on which interval it came up.
fn when(source: &AnswerSource<'_>, entry: &ToReview) -> Option<String> {
    let date = source.library.brief(entry.entry).date?;
    let days = entry.days?;
    let interval = entry.interval?;
    let ago = match (source.words.is_korean(), days) {
        (true, _) => format!("{days}일 전"),
        (false, 1) => "yesterday".to_owned(),
        (false, _) => format!("{days} days ago"),
    };
    Some(match (source.words.is_korean(), days - interval) {
        (true, 0) => format!("{date}에 읽음, {ago}: 오늘이 {interval}일째"),
        (true, over) => {
            format!("{date}에 읽음, {ago}: 다시 읽을 날({interval}일째)이 {over}일 지남")
        }
        (false, 0) => format!("read on {date}, {ago}: day {interval} is today"),
        (false, 1) => format!("read on {date}, {ago}: a day past day {interval}"),
        (false, over) => format!("read on {date}, {ago}: {over} days past day {interval}"),
    })
}

fn named(source: &AnswerSource<'_>, entry: EntryId) -> String {
    let date = source.library.brief(entry).date;
    let date = date.map_or(String::new(), |date| format!(" · {date}"));
    format!("{} · {}{date}", source.entry(entry), source.entry_id(entry))
}
