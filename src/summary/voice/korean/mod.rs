//! How Korean sentences end.

mod cues;

use self::cues::{CUES, Cue};
use crate::text::letter::is_letter;

/// `보인다` judges after words that end like this, and otherwise looks.
const SEEMING: [&str; 6] = ["아", "어", "워", "로", "처럼", "게"];

/// Endings of questions that are written without a question mark.
const QUESTIONS: [&str; 4] = ["는가", "인가", "은가", "던가"];

/// Nouns of third persons, as the ends of a topic.
const PERSONS: [&str; 33] = [
    "저자",
    "작가",
    "지은이",
    "그",
    "그녀",
    "그들",
    "사람들",
    "사람",
    "고객",
    "직원",
    "경영진",
    "임원",
    "대표",
    "회장",
    "사장",
    "선장",
    "팀",
    "팀장",
    "팀원",
    "회사",
    "기업",
    "교수",
    "박사",
    "씨",
    "님",
    "리더",
    "창업자",
    "연구진",
    "연구자",
    "지기",
    "학자",
    "아이들",
    "소비자",
];

/// The predicate of a sentence: its last three words, without the marks at the end.
#[derive(Debug)]
pub(super) struct Predicate<'a> {
    sentence: &'a str,
    /// From the last word back; empty where there is none.
    words: [&'a str; 3],
    cues: Cues,
}

/// What the end of a predicate tells.
#[derive(Clone, Copy, Debug, Default)]
struct Cues {
    reflecting: bool,
    of_anyone: bool,
    asking: bool,
}

impl<'a> Predicate<'a> {
    pub(super) fn of(sentence: &'a str) -> Self {
        let trimmed = sentence.trim_end_matches(|c: char| !is_letter(c));
        let mut words = trimmed.split_whitespace().rev();
        let words = [(); 3].map(|()| words.next().unwrap_or_default());
        Self {
            sentence,
            words,
            cues: cues(words),
        }
    }

    pub(super) fn asks(&self) -> bool {
        let last = self.words[0];
        self.cues.asking
            || QUESTIONS.iter().any(|cue| last.ends_with(cue))
            || last.strip_suffix('까').is_some_and(ends_in_rieul)
    }

    pub(super) fn reflects(&self) -> bool {
        self.cues.reflecting
            || (self.cues.of_anyone && !is_of_third_person(self.sentence))
            || self.seems()
    }

    /// `어려워 보인다`, `-로 보인다`, `-였다고 본다`, `벽 같았다`.
    fn seems(&self) -> bool {
        let [last, before, _] = self.words;
        let seeming = last.starts_with("보인") || last.starts_with("보였");
        let judged = last.starts_with("본다") || last.starts_with("봅니");
        let alike = last.starts_with('같') && !before.ends_with(['과', '와']);
        (seeming && SEEMING.iter().any(|tail| before.ends_with(tail)))
            || alike
            || (judged && (before.ends_with("다고") || before.ends_with("라고")))
    }
}

/// The cues that stand at the end of a predicate: in its last words, with no other
/// verb after them.
fn cues(words: [&str; 3]) -> Cues {
    let [last, before, first] = words;
    let mut found = Cues::default();
    // All cues are in Hangul.
    if words.iter().all(|word| word.is_ascii()) {
        return found;
    }
    let squeezed = [first, before, last].concat();
    let most = last.chars().count().clamp(4, 6);
    let near = |end: usize| squeezed[end..].chars().nth(most).is_none();
    for (_, cue) in CUES.find(&squeezed).filter(|(span, _)| near(span.end)) {
        found.reflecting |= cue == Cue::Reflecting;
        found.of_anyone |= cue == Cue::OfAnyone;
        found.asking |= cue == Cue::Asking;
    }
    found
}

pub(super) fn answers(sentence: &str) -> bool {
    const STARTS: [&str; 10] = [
        "답은",
        "그 답",
        "정답은",
        "해답은",
        "왜냐하면",
        "그 이유는",
        "이유는",
        "비결은",
        "결론은",
        "알고 보니",
    ];
    let start: String = sentence.chars().take(24).collect();
    let of_question = ["의문", "질문", "물음"]
        .iter()
        .any(|word| start.contains(word))
        && ["답", "해답"].iter().any(|word| start.contains(word));
    of_question || STARTS.iter().any(|word| sentence.starts_with(word)) || gives_a_reason(sentence)
}

/// Whether a sentence counts what follows: `두 가지`, `다음과 같다`.
pub(super) fn counts(sentence: &str) -> bool {
    ["가지", "다음과 같", "둘이다", "셋이다", "여럿이다"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// `-기 때문이다`.
fn gives_a_reason(sentence: &str) -> bool {
    let [last, before, _] = Predicate::of(sentence).words;
    last == "때문이다" && before.ends_with('기')
}

/// Whether the last syllable ends in ㄹ, as in `을까` and `할까`.
fn ends_in_rieul(text: &str) -> bool {
    const RIEUL: u32 = 8;
    let last = text.chars().next_back();
    last.is_some_and(|c| ('가'..='힣').contains(&c) && (c as u32 - '가' as u32) % 28 == RIEUL)
}

/// Whether the topic at the start of a sentence is a third person.
fn is_of_third_person(own: &str) -> bool {
    let first: Vec<&str> = own.split_whitespace().take(2).collect();
    let reader = ["나는", "나도", "저는", "저도", "내가", "제가", "나로서는"];
    if first.first().is_some_and(|word| reader.contains(word)) {
        return false;
    }
    first
        .iter()
        .filter_map(|word| word.strip_suffix(['은', '는', '도']))
        .any(|topic| {
            PERSONS.iter().any(|person| match person.chars().count() {
                1 if matches!(*person, "그") => topic == *person,
                _ => topic.ends_with(person),
            })
        })
}
