//! Whether a text explains a name where it uses it: "a flywheel is …", "called a
//! flywheel", "플라이휠이란", ‘플라이휠’.

/// What leads up to a name that is introduced, without the article.
const BEFORE: [&str; 11] = [
    "called",
    "known as",
    "termed",
    "named",
    "referred to as",
    "refers to",
    "defined as",
    "term",
    "definition of",
    "meaning of",
    "concept of",
];

/// What follows an English name that is explained.
const AFTER: [&str; 15] = [
    " is ",
    " are ",
    " was ",
    " were ",
    " means ",
    " mean ",
    " refers to ",
    " refer to ",
    " describes ",
    " occurs ",
    " involves ",
    " consists ",
    " (",
    ", or ",
    ", which ",
];

/// What follows a Korean one.
const AFTER_KOREAN: [&str; 7] = ["란 ", "이란 ", "란?", "이란?", "는 ", "은 ", "(은)는 "];
const SAID_SO: [&str; 2] = ["라고", "이라고"];

/// Longer than what leads up to a name, in characters.
const REACH: usize = 40;

/// Whether a name between these two pieces of text is explained there, or set off
/// as a term by quotation marks.
pub fn is_explained(before: &str, after: &str) -> bool {
    let opening = ['“', '"', '‘', '\'', '(', '「', '『', '《', '〈', '*'];
    let closing = ['”', '"', '’', '\'', ')', '」', '』', '》', '〉', '*'];
    let opened = before.ends_with(opening);
    let closed = after.starts_with(closing);
    let after = after.strip_prefix(closing).unwrap_or(after);
    (opened && closed)
        || AFTER
            .iter()
            .chain(&AFTER_KOREAN)
            .chain(&SAID_SO)
            .any(|cue| after.starts_with(cue))
        || is_led_up_to(before)
}

fn is_led_up_to(before: &str) -> bool {
    let reach = before.char_indices().rev().take(REACH);
    let start = reach.last().map_or(0, |(at, _)| at);
    let lower = before[start..].to_lowercase();
    let lower = lower
        .trim_end_matches(['“', '"', '‘', '\'', '*'])
        .trim_end();
    let articles = [" a", " an", " the"];
    let lower = articles
        .iter()
        .find_map(|article| lower.strip_suffix(article))
        .unwrap_or(lower);
    BEFORE.iter().any(|cue| {
        let rest = lower.strip_suffix(cue);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_their_surroundings() {
        for (text, expected) in [
            ("A [flywheel] is a wheel that goes on.", true),
            ("It is called a [flywheel].", true),
            ("the term “[flywheel]” again", true),
            ("so-called [flywheel]", true),
            ("He recalled the [flywheel].", false),
            ("They turned the [flywheel] on.", false),
            ("[플라이휠]이란 무엇인가", true),
            ("[지표]란 무엇인가", true),
            ("‘[플라이휠]’을 돌린다", true),
            ("[플라이휠]은 바퀴다", true),
            ("[플라이휠]을 돌린다", false),
            ("[플라이휠]이라고 부른다", true),
            ("[플라이휠]만 돈다", false),
        ] {
            let (before, rest) = text.split_once('[').unwrap();
            let (_, after) = rest.split_once(']').unwrap();
            assert_eq!(is_explained(before, after), expected, "{text}");
        }
    }
}
