//! Cues of the predicate.

use crate::text::phrases::Phrases;
use std::sync::LazyLock;

/// Predicates of a reader, as they stand at the end of a sentence. A space stands
/// for one or none.
const REFLECTING: [&str; 40] = [
    "느껴졌",
    "느껴진다",
    "느낌이다",
    "느낌이 들",
    "느낌을 받",
    "생각하게",
    "생각해 본다",
    "생각해 보",
    "생각이 들",
    "생각이 든다",
    "생각된다",
    "생각이다",
    "인상 깊",
    "인상적",
    "인상에 남",
    "기억에 남",
    "마음에 남",
    "아쉽",
    "아쉬",
    "아쉬움",
    "안타깝",
    "안타까",
    "것 같",
    "듯 하",
    "듯싶",
    "와 닿",
    "공감",
    "놀라웠",
    "놀랍",
    "놀라울",
    "흥미로",
    "흥미롭",
    "재미있",
    "재밌",
    "감동",
    "배울 점",
    "부럽",
    "반성",
    "다짐",
    "뜻깊",
];

/// More of them, where the reader must be the one who speaks: third persons do so, too.
const OF_ANYONE: [&str; 4] = ["느꼈", "생각했다", "느낀다", "생각한다"];

/// Endings of what a reader wants to do.
const INTENDING: [&str; 6] = [
    "해야겠",
    "어야겠",
    "아야겠",
    "야겠다",
    "고 싶다",
    "고 싶어졌",
];

const ASKING: [&str; 16] = [
    "의문이 들",
    "의문이 든",
    "의문이 생",
    "의문이 남",
    "의문이다",
    "의문스",
    "의문을 품",
    "의문을 가",
    "궁금하",
    "궁금해",
    "궁금했",
    "궁금증이 생",
    "궁금증이 남",
    "질문이 남",
    "질문이 생",
    "모르겠",
];

/// What a cue tells of who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// The reader thinks.
    Reflecting,
    /// The reader thinks or wants, if it is not a third person who does.
    OfAnyone,
    /// The reader asks.
    Asking,
}

/// All cues, without their spaces.
pub(super) static CUES: LazyLock<Phrases<Cue>> = LazyLock::new(|| {
    let all = |cues: &'static [&str], tells: Cue| {
        let squeezed = cues.iter().map(|cue| cue.replace(' ', ""));
        squeezed.map(move |cue| (cue, tells))
    };
    all(&REFLECTING, Cue::Reflecting)
        .chain(all(&OF_ANYONE, Cue::OfAnyone))
        .chain(all(&INTENDING, Cue::OfAnyone))
        .chain(all(&ASKING, Cue::Asking))
        .collect()
});
