//! Chapters that a text names: `9장에서는 …`, `6장에서 살펴봤듯이`, `as we saw
//! in chapter 6`.
//!
//! Whether a text says "this chapter" or points to another one is told by the
//! words around the number: a topic particle or a present statement speaks of
//! the chapter being read, a look back (살펴봤듯이, 언급했던, as we saw) of
//! another one. Everything else is left open.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a mention of a chapter says about where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// "Chapter N is about …": the chapter being read.
    Own,
    /// "As we saw in chapter N": another chapter.
    Other,
    /// Nothing to tell it by.
    Open,
}

/// A mention of a numbered chapter in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterMention {
    /// The chapter's number.
    pub number: u32,
    /// Byte range of the mention, such as `6장에서`.
    pub span: Range<usize>,
    /// What it says about where the reader is.
    pub stance: Stance,
}

/// Nouns that are counted in 장 (sheets): `사진 3장` is no chapter.
const COUNTED_IN_SHEETS: [&str; 12] = [
    "사진",
    "그림",
    "종이",
    "카드",
    "슬라이드",
    "티켓",
    "표",
    "이미지",
    "앨범",
    "음반",
    "메모지",
    "지폐",
];

/// Words before a count of chapters or sheets a day: `하루에 2장은`.
const COUNTING: [&str; 8] = [
    "하루에",
    "하루",
    "매일",
    "날마다",
    "A4",
    "적어도",
    "겨우",
    "모두",
];

/// Words before a chapter that is not the one being read.
const POINTING_AT: [&str; 9] = [
    "앞서",
    "앞의",
    "지난",
    "이전",
    "다음",
    "지난번",
    "저번",
    "뒤의",
    "나중",
];

/// Verbs after `N장을` that say it was read.
const READING: [&str; 8] = ["읽", "마쳤", "마치", "끝냈", "끝마", "시작", "펼", "다 읽"];

/// What follows 장 when it is a chapter and not a count.
const KOREAN_TAILS: [&str; 10] = [
    "에서는",
    "에선",
    "에서",
    "에는",
    "에도",
    "은",
    "의",
    "을",
    "에",
    "부터",
];

/// Words after `N장에서` that look back at another chapter.
const KOREAN_LOOKING_BACK: [&str; 22] = [
    "살펴",
    "언급",
    "말했",
    "말한",
    "설명했",
    "설명한",
    "다뤘",
    "다룬",
    "봤",
    "본 ",
    "보았",
    "소개했",
    "소개한",
    "나온",
    "나왔",
    "배운",
    "배웠",
    "읽은",
    "읽었",
    "이야기했",
    "이야기한",
    "얘기",
];

/// English words before `chapter N` that look back or point elsewhere.
const ENGLISH_POINTING: [&str; 12] = [
    "saw in",
    "seen in",
    "from",
    "see",
    "mentioned in",
    "discussed in",
    "described in",
    "back in",
    "cf.",
    "introduced in",
    "covered in",
    "explained in",
];

/// The chapters that a text names, in order.
pub fn chapter_mentions(text: &str) -> Vec<ChapterMention> {
    // Without an early end, many bytes are looked at at once.
    let has_digit = |found, byte: u8| found | byte.is_ascii_digit();
    if !text.bytes().fold(false, has_digit) {
        return Vec::new();
    }
    let mut mentions = korean(text);
    mentions.extend(english(text));
    mentions.sort_by_key(|mention| mention.span.start);
    mentions
}

fn korean(text: &str) -> Vec<ChapterMention> {
    let mut mentions = Vec::new();
    for (at, sign) in text.match_indices('장') {
        let before = text[..at].trim_end_matches(' ');
        let Some((number, start)) = trailing_number(before) else {
            continue;
        };
        let head = text[..start].trim_end();
        let ordinal = head.ends_with('제');
        let counted = COUNTED_IN_SHEETS.iter().chain(&COUNTING).any(|noun| {
            head.ends_with(noun) || strip_particle(head).is_some_and(|head| head.ends_with(noun))
        });
        let after = &text[at + sign.len()..];
        let tail = KOREAN_TAILS.iter().find(|tail| after.starts_with(**tail));
        let refers = after.trim_start().starts_with(['참', '마'])
            || after.starts_with(['.', ',', ')', '（', '(']);
        if counted || (tail.is_none() && !ordinal && !refers) {
            continue;
        }
        let end = at + sign.len() + tail.map_or(0, |tail| tail.len());
        mentions.push(ChapterMention {
            number,
            span: start - if ordinal { '제'.len_utf8() } else { 0 }..end,
            stance: korean_stance(head, tail.copied(), &text[end..]),
        });
    }
    mentions
}

fn korean_stance(head: &str, tail: Option<&str>, after: &str) -> Stance {
    let near: String = after.chars().take(12).collect();
    let looks_back = KOREAN_LOOKING_BACK.iter().any(|word| near.contains(word));
    let pointed_at = POINTING_AT.iter().any(|word| head.ends_with(word));
    match tail {
        _ if pointed_at => Stance::Other,
        Some("에서") if looks_back => Stance::Other,
        Some("에서는" | "에선" | "은") => Stance::Own,
        Some("을")
            if READING
                .iter()
                .any(|verb| after.trim_start().starts_with(verb)) =>
        {
            Stance::Own
        }
        _ => Stance::Open,
    }
}

/// A Korean subject or object particle, for `사진을 3장`.
fn strip_particle(head: &str) -> Option<&str> {
    head.strip_suffix(['을', '를', '이', '가', '은', '는'])
}

fn english(text: &str) -> Vec<ChapterMention> {
    let mut mentions = Vec::new();
    let mut lower = None;
    for at in memchr::memchr2_iter(b'c', b'C', text.as_bytes()) {
        let Some((number, length)) = english_chapter(&text.as_bytes()[at..]) else {
            continue;
        };
        let end = at + length;
        let starts_word = !text[..at].ends_with(char::is_alphanumeric);
        let ends_word = !text[end..].starts_with(char::is_alphanumeric);
        if !starts_word || !ends_word {
            continue;
        }
        let lower = lower.get_or_insert_with(|| text.to_ascii_lowercase());
        mentions.push(ChapterMention {
            number,
            span: at..end,
            stance: english_stance(lower[..at].trim_end(), &lower[end..]),
        });
    }
    mentions
}

/// The number of the chapter that a text begins with, and how long the mention is.
fn english_chapter(bytes: &[u8]) -> Option<(u32, usize)> {
    let begins = |head: &&str| {
        let start = bytes.get(..head.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(head.as_bytes()))
    };
    let head = ["chapter ", "chap. ", "ch. ", "ch."]
        .into_iter()
        .find(begins)?;
    let rest = &bytes[head.len()..];
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
    (1..1000)
        .contains(&number)
        .then_some((number, head.len() + digits))
}

fn english_stance(before: &str, after: &str) -> Stance {
    let points = ENGLISH_POINTING.iter().any(|words| {
        before.ends_with(words)
            && !before[..before.len() - words.len()].ends_with(char::is_alphanumeric)
    });
    let next = after
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let states = [
        "is",
        "explains",
        "describes",
        "covers",
        "tells",
        "shows",
        "looks",
        "begins",
        "starts",
        "opens",
        "deals",
    ];
    let starts_sentence = |text: &str| text.is_empty() || text.ends_with(['.', '!', '?', '\n']);
    let sentence_start = starts_sentence(before);
    // "In chapter 3, the sea."
    let inside = before.strip_suffix("in").map(str::trim_end);
    let opens = after.starts_with(',') && inside.is_some_and(starts_sentence);
    if points {
        Stance::Other
    } else if opens || (sentence_start && states.contains(&next)) {
        Stance::Own
    } else {
        Stance::Open
    }
}

fn trailing_number(text: &str) -> Option<(u32, usize)> {
    let digits: usize = text.chars().rev().take_while(char::is_ascii_digit).count();
    let start = text.len() - digits;
    let number = text[start..].parse().ok()?;
    (number > 0 && number < 1000).then_some((number, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stances(text: &str) -> Vec<(u32, Stance, &str)> {
        chapter_mentions(text)
            .into_iter()
            .map(|m| (m.number, m.stance, &text[m.span]))
            .collect()
    }

    #[test]
    fn korean_own_and_other_chapters() {
        use Stance::{Open, Other, Own};
        for (text, expected) in [
            ("9장에서는 실패를 설명한다", vec![(9, Own, "9장에서는")]),
            ("제10장은 길다", vec![(10, Own, "제10장은")]),
            ("6장에서 살펴봤듯이 바퀴는", vec![(6, Other, "6장에서")]),
            ("7장에서 언급했던 가치", vec![(7, Other, "7장에서")]),
            ("앞서 3장에서는 그랬다", vec![(3, Other, "3장에서는")]),
            ("2장의 채용이 떠오른다", vec![(2, Open, "2장의")]),
            ("(4장 참고)", vec![(4, Open, "4장")]),
            ("오늘은 2장을 읽었다", vec![(2, Own, "2장을")]),
            ("다음 4장에서는 산을 다룬다", vec![(4, Other, "4장에서는")]),
            (
                "하루에 2장은 읽고 싶다. A4 3장은 썼다. 하루 5장은 무리다",
                vec![],
            ),
            ("사진 3장은 없다. 종이를 2장에", vec![]),
            ("매장을 순회하고 시장에서 3장", vec![]),
        ] {
            assert_eq!(stances(text), expected, "{text}");
        }
    }

    #[test]
    fn english_own_and_other_chapters() {
        use Stance::{Open, Other, Own};
        assert_eq!(stances("In chapter 3, the sea."), [(3, Own, "chapter 3")]);
        assert_eq!(stances("Chapter 9 tells how"), [(9, Own, "Chapter 9")]);
        assert_eq!(
            stances("as we saw in chapter 6, the wheel"),
            [(6, Other, "chapter 6")]
        );
        assert_eq!(stances("The idea (ch. 3) again"), [(3, Open, "ch. 3")]);
        assert!(stances("each chapter 9x, tech. 5").is_empty());
    }
}
