//! Korean words that name nothing by themselves: verbs, adverbs, bound nouns.

use super::korean_lists::{
    ADNOMINALS, ATTRIBUTES, GENERIC, OUTSIDE, PREDICATES, SHORT, VERBAL_PARTICLES,
};
use std::collections::HashSet;
use std::sync::LazyLock;

/// How a Korean stem looks, before anything is known of its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A noun, as far as can be seen.
    Noun,
    /// A noun if particles of nouns are seen with it, a verb otherwise.
    Doubtful,
    /// A form of a verb, an adverb, a determiner, a bound noun.
    NoNoun,
}

/// The shape of a stem; `particles` stand behind it in the eojeol.
pub(super) fn shape(stem: &str, particles: &str) -> Shape {
    let eojeol_ends = |set: &Words| particles.is_empty() && ends(stem, set);
    let outside = OUTSIDE_WORDS.contains(stem)
        || OUTSIDE_WORDS.contains(format!("{stem}{particles}").as_str());
    if outside || ends(stem, &PREDICATE_ENDINGS) || has_past_tense(stem) {
        Shape::NoNoun
    } else if eojeol_ends(&ADNOMINAL_ENDINGS)
        || (!particles.is_empty() && !marks_noun(particles) && may_be_verb_stem(stem))
        || matches!(particles, "야" | "요" | "여")
    {
        Shape::Doubtful
    } else {
        Shape::Noun
    }
}

/// Whether a noun says little: 방법, 사람, 경우.
pub(super) fn is_generic(stem: &str) -> bool {
    GENERIC_WORDS.contains(stem)
}

/// Whether a word only says which one of another: 오른쪽, 자동, 동적.
pub(super) fn is_attribute(stem: &str) -> bool {
    ATTRIBUTE_WORDS.contains(stem)
}

/// Whether a noun of one syllable may be part of a name: 팀, 책, 돈.
pub(super) fn is_short_noun(stem: &str) -> bool {
    SHORT_WORDS.contains(stem)
}

/// Whether a word of one syllable is listed as one: 팀, 것, 끝.
pub(super) fn is_known(stem: &str) -> bool {
    [&SHORT_WORDS, &OUTSIDE_WORDS, &GENERIC_WORDS]
        .iter()
        .any(|words| words.contains(stem))
}

/// Whether a word after a number counts something: 6개, 25일차, 3퍼센트.
pub(super) fn is_counter(word: &str) -> bool {
    const COUNTERS: &str = "개 명 년 월 일 시 분 초 번 번째 회 차 장 쪽 권 배 가지 건 대 곳 위 층 호 세 살 인 점 퍼센트 프로 달러 원 유로 페이지 미터 킬로 그램 시간 주 주일 개월 년대 세기 여년 단계 줄 비트 바이트 일차 주차 회차 분기 만 억 조 천 백 여";
    COUNTERS.split(' ').any(|counter| {
        word.strip_prefix(counter)
            .is_some_and(|rest| rest.chars().count() <= 2)
    })
}

/// Whether a verb stem may end so: 움직이(는), 나타나(는). Nouns do too, so this
/// counts only where no particle of nouns was seen.
pub(super) fn may_be_verb_stem(stem: &str) -> bool {
    stem.ends_with([
        '하', '되', '지', '리', '키', '이', '기', '히', '치', '우', '나', '내', '가', '오', '보',
        '주', '쓰', '르', '있', '없', '러', '싶', '같', '추', '구', '두', '서', '자', '려', '꾸',
        '으', '어', '아', '여', '놓', '받', '맞', '찾', '쌓', '닿', '잡', '믿', '얻', '읽', '잃',
        '앉', '묻', '듣', '걷', '돕', '갚', '낮', '늦', '높', '깊', '넓', '좁', '짧', '굳', '익',
        '겪', '묶', '섞', '꺾', '닦', '씻', '벗', '짓', '잇',
    ])
}

/// Whether particles are ones that only nouns take: 를, 에서, not 는, 고, 나,
/// which are endings of verbs too.
pub(super) fn marks_noun(particles: &str) -> bool {
    !particles.is_empty() && !VERBAL.contains(particles)
}

/// Whether particles make an adverb or a determiner of a word in -적, noun or not:
/// 동적으로, 동적인.
pub(super) fn is_adverbial(stem: &str, particles: &str) -> bool {
    stem.ends_with('적') && (particles.starts_with("으로") || particles.starts_with('인'))
}

type Words = LazyLock<HashSet<&'static str>>;

static OUTSIDE_WORDS: Words = LazyLock::new(|| words(&OUTSIDE));
static GENERIC_WORDS: Words = LazyLock::new(|| words(&GENERIC));
static ATTRIBUTE_WORDS: Words = LazyLock::new(|| words(&ATTRIBUTES));
static SHORT_WORDS: Words = LazyLock::new(|| words(&SHORT));
static PREDICATE_ENDINGS: Words = LazyLock::new(|| words(&PREDICATES));
static ADNOMINAL_ENDINGS: Words = LazyLock::new(|| words(&ADNOMINALS));
static VERBAL: Words = LazyLock::new(|| words(&VERBAL_PARTICLES));

fn words(lines: &[&'static str]) -> HashSet<&'static str> {
    lines.iter().flat_map(|line| line.split(' ')).collect()
}

/// Whether a word ends with, or is, one of some endings of at most four
/// syllables.
fn ends(word: &str, endings: &Words) -> bool {
    let starts = word.char_indices().rev().take(4);
    starts
        .into_iter()
        .any(|(at, _)| endings.contains(&word[at..]))
}

/// Syllables that end in ㅆ are of verbs: 했, 됐, 었, 있, 겠.
fn has_past_tense(word: &str) -> bool {
    word.chars().any(|c| {
        let code = (c as u32).wrapping_sub(0xAC00);
        code < 11_172 && code % 28 == 20
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (stem, particles, expected) in [
            ("배웠다", "", Shape::NoNoun),
            ("성공적인", "", Shape::NoNoun),
            ("그리고", "", Shape::NoNoun),
            ("것", "을", Shape::NoNoun),
            ("움직여지", "는", Shape::Doubtful),
            ("스스", "로", Shape::NoNoun),
            ("내놓", "고", Shape::Doubtful),
            ("사진", "", Shape::Doubtful),
            ("사진", "을", Shape::Noun),
            ("플라이휠", "은", Shape::Noun),
            ("메시지", "를", Shape::Noun),
            ("커뮤니티", "", Shape::Noun),
        ] {
            assert_eq!(shape(stem, particles), expected, "{stem}+{particles}");
        }
        assert!(is_generic("방법") && !is_generic("플라이휠"));
        assert!(is_adverbial("동적", "으로") && !is_adverbial("추적", "을"));
        assert!(is_counter("일차") && is_counter("개를") && !is_counter("페이저"));
    }
}
