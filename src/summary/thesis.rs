//! The sentences that say what a chapter is about.

use crate::text::chapter_mention::{Stance, chapter_mentions};

/// Openings that speak of the chapter being read without its number.
const THIS_CHAPTER: [&str; 8] = [
    "이 장에서는",
    "이 장은",
    "이번 장에서는",
    "이번 장은",
    "this chapter",
    "in this chapter",
    "the chapter",
    "the author of this chapter",
];

/// What a chapter does in such a sentence, in English.
const DOES: [&str; 16] = [
    "is about",
    "explains",
    "describes",
    "covers",
    "tells",
    "shows",
    "looks at",
    "deals with",
    "discusses",
    "introduces",
    "argues",
    "explores",
    "examines",
    "traces",
    "asks",
    "presents",
];

/// Whether a sentence says what the chapter with a number is about: `9장에서는 …`,
/// `이 장에서는 …`, `Chapter 9 tells …`, `This chapter is about …`; not `9장을
/// 읽었다`.
pub(super) fn is_thesis(sentence: &str, number: Option<u32>) -> bool {
    let of_number = chapter_mentions(sentence).into_iter().any(|mention| {
        let words = &sentence[mention.span.clone()];
        Some(mention.number) == number && mention.stance == Stance::Own && !words.ends_with('을')
    });
    of_number || speaks_of_this(sentence)
}

fn speaks_of_this(sentence: &str) -> bool {
    // Most sentences begin like none of them.
    if !sentence.starts_with(['이', 'I', 'i', 'T', 't']) {
        return false;
    }
    THIS_CHAPTER.iter().any(|opening| {
        let Some((start, rest)) = sentence.split_at_checked(opening.len()) else {
            return false;
        };
        let does = || {
            let rest = rest.trim_start().to_lowercase();
            DOES.iter().any(|does| rest.starts_with(does))
        };
        start.eq_ignore_ascii_case(opening)
            && (!opening.is_ascii() || opening.starts_with("in ") || does())
    })
}

#[cfg(test)]
mod tests {
    use super::is_thesis;

    #[test]
    fn what_a_chapter_is_about() {
        for (sentence, thesis) in [
            ("9장에서는 등대의 역사를 설명한다.", true),
            ("이 장에서는 렌즈를 다룬다.", true),
            ("제9장은 폭풍 이야기다.", true),
            ("8장에서는 바다를 다룬다.", false),
            ("9장에서 살펴봤듯이 불은 꺼졌다.", false),
            ("오늘은 9장을 읽었다.", false),
            ("이 장치는 빛을 낸다.", false),
            ("Chapter 9 tells how the lamp was lit.", true),
            ("In chapter 9, the storm comes.", true),
            ("This chapter is about lamps.", true),
            ("In this chapter the author looks back.", true),
            ("This chapter was boring.", false),
            ("As we saw in chapter 9, it burned.", false),
        ] {
            assert_eq!(is_thesis(sentence, Some(9)), thesis, "{sentence}");
        }
    }
}
