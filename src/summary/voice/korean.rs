//! How Korean sentences end.

/// Predicates of a reader, as they stand at the end of a sentence. A space stands
/// for one or none.
const REFLECTING: [&str; 46] = [
    "느꼈",
    "느낀다",
    "느껴졌",
    "느껴진다",
    "느낌이다",
    "느낌이 들",
    "느낌을 받",
    "생각한다",
    "생각했다",
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
    "듯하",
    "듯 하",
    "듯싶",
    "와닿",
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

/// The same, where the reader must be the one who speaks: third persons do so, too.
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

/// `보인다` and `본다` judge after these, and otherwise look.
const SEEMING: [(&str, &str); 6] = [
    ("아 ", "보"),
    ("어 ", "보"),
    ("워 ", "보"),
    ("로 ", "보"),
    ("처럼 ", "보"),
    ("게 ", "보"),
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

pub(super) fn asks(own: &str) -> bool {
    let end = ending(own);
    if own.trim_end().ends_with(['?', '？']) {
        return true;
    }
    ASKING.iter().any(|cue| is_in(cue, &end))
        || QUESTIONS.iter().any(|cue| end.ends_with(cue))
        || end.strip_suffix('까').is_some_and(ends_in_rieul)
}

pub(super) fn reflects(own: &str) -> bool {
    let end = ending(own);
    let third = is_of_third_person(own);
    let said = |cue: &&&str| is_in(cue, &end) && !(third && OF_ANYONE.contains(cue));
    if REFLECTING.iter().find(said).is_some() {
        return true;
    }
    let intends = INTENDING.iter().any(|cue| is_in(cue, &end));
    (intends && !third) || seems(&end)
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
    of_question
        || STARTS.iter().any(|word| sentence.starts_with(word))
        || ending(sentence).ends_with("기 때문이다")
}

/// Whether a sentence counts what follows: `두 가지`, `다음과 같다`.
pub(super) fn counts(sentence: &str) -> bool {
    ["가지", "다음과 같", "둘이다", "셋이다", "여럿이다"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// The predicate: the last four words, without the marks at the end.
fn ending(own: &str) -> String {
    let trimmed = own.trim_end_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = trimmed.split_whitespace().collect();
    words[words.len().saturating_sub(3)..].join(" ")
}

/// Whether the words of a cue stand at the end of a predicate: in its last words,
/// with no other verb after them.
fn is_in(cue: &str, end: &str) -> bool {
    let squeezed: String = end.split(' ').collect();
    let cue: String = cue.split(' ').collect();
    let Some(at) = squeezed.rfind(&cue) else {
        return false;
    };
    let rest = squeezed[at + cue.len()..].chars().count();
    let last = end
        .rsplit(' ')
        .next()
        .map_or(0, |word| word.chars().count());
    rest <= last.max(4) && rest <= 6
}

/// Whether the last syllable ends in ㄹ, as in `을까` and `할까`.
fn ends_in_rieul(text: &str) -> bool {
    const RIEUL: u32 = 8;
    let last = text.chars().next_back();
    last.is_some_and(|c| ('가'..='힣').contains(&c) && (c as u32 - '가' as u32) % 28 == RIEUL)
}

/// `어려워 보인다`, `-로 보인다`, `-였다고 본다`, `벽 같았다`.
fn seems(end: &str) -> bool {
    let Some(last) = end.rsplit(' ').next() else {
        return false;
    };
    let before = &end[..end.len() - last.len()];
    let seeming = last.starts_with("보인") || last.starts_with("보였");
    let judged = last.starts_with("본다") || last.starts_with("봅니");
    let adjective = SEEMING
        .iter()
        .any(|(tail, verb)| before.ends_with(tail) && last.starts_with(verb));
    let alike = last.starts_with('같') && !before.trim_end().ends_with(['과', '와']);
    (seeming && adjective)
        || alike
        || (judged && (before.ends_with("다고 ") || before.ends_with("라고 ")))
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
