//! What may follow a Korean name without a space: particles, forms of 이다,
//! suffixes, verbs made of nouns, and the nouns that names are compounded with.

use super::by_first::ByFirst;
use super::particle::{ends_in_vowel, is_particle_chain};
use std::sync::LazyLock;

/// What the Hangul right after a name is; what says most for the name first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tail {
    /// Nothing: the name ends the word.
    Clean,
    /// Particles, a form of 이다, or a suffix with particles.
    Inflected,
    /// 하다, 되다, 시키다: the name as a verb.
    Verb,
    /// A noun that names are often compounded with: 프로세스, 팀.
    Compound,
    /// Anything else: most likely another word.
    Unknown,
}

/// Forms of 이다 and endings after it, by how they start.
const COPULA_STARTS: [&str; 35] = [
    "이었",
    "였",
    "이다",
    "이라",
    "이며",
    "이므로",
    "이지",
    "이니",
    "이고",
    "이면",
    "입니",
    "이에",
    "예요",
    "이죠",
    "이냐",
    "이든",
    "인데",
    "인지",
    "인가",
    "일까",
    "임을",
    "임이",
    "임은",
    "이던",
    "이기",
    "이겠",
    "일수",
    "이거",
    "이잖",
    "이라서",
    "이니까",
    "니까",
    "라니",
    "잖아",
    "라서",
];

/// Forms of 이다 that end the word. 인 takes no particle: 종교인이 is a person.
const COPULA_WHOLE: [&str; 9] = [
    "인", "일", "다", "다고", "다는", "다며", "다면", "이자", "임",
];

/// Forms that only follow a vowel.
const AFTER_VOWEL_ONLY: [&str; 11] = [
    "였", "예요", "다", "다고", "다는", "다며", "다면", "니까", "라니", "잖아", "라서",
];

const SUFFIXES: [&str; 17] = [
    "들", "식", "용", "형", "화", "측", "답게", "답다", "다운", "스러", "내", "계", "급", "별",
    "님", "풍", "당",
];

/// The verbs that nouns take, and what may follow each of their forms: nothing,
/// or an ending that starts so. 하늘소 and 받침대 are no verbs.
const VERBS: [(&str, &[&str]); 20] = [
    ("하", &VERB_ENDINGS),
    ("되", &VERB_ENDINGS),
    ("시키", &VERB_ENDINGS),
    ("당하", &VERB_ENDINGS),
    (
        "받",
        &[
            "는", "고", "아", "았", "은", "을", "으", "기", "지", "게", "던", "다", "도",
        ],
    ),
    ("한", &["다", "데", "지", "들"]),
    ("된", &["다", "데", "지", "들"]),
    ("시킨", &["다", "데", "지", "들"]),
    ("당한", &["다", "데", "지", "들"]),
    ("할", &["수", "지", "게", "까", "때", "만"]),
    ("될", &["수", "지", "게", "까", "때", "만"]),
    ("시킬", &["수", "지", "게", "까", "때", "만"]),
    ("함", &["에", "은", "을", "이", "으", "과", "도", "의"]),
    ("됨", &["에", "은", "을", "이", "으", "과", "도", "의"]),
    ("합", &["니", "시"]),
    ("됩", &["니"]),
    (
        "해",
        &[
            "서", "도", "야", "요", "지", "졌", "진", "질", "왔", "온", "올", "주", "준", "줬",
            "줄", "낸", "냈", "내", "보", "본",
        ],
    ),
    (
        "했",
        &[
            "다", "고", "는", "던", "지", "으", "을", "음", "어", "기", "듯",
        ],
    ),
    ("돼", &["서", "도", "야", "요"]),
    (
        "됐",
        &[
            "다", "고", "는", "던", "지", "으", "을", "음", "어", "기", "듯",
        ],
    ),
];

/// Endings after a stem in a vowel.
const VERB_ENDINGS: [&str; 27] = [
    "는", "고", "여", "며", "면", "지", "게", "기", "던", "도", "자", "려", "다", "니", "므", "거",
    "였", "더", "셨", "시", "라", "어", "었", "겠", "네", "길", "잖",
];

const HEAD_NOUNS: [&str; 64] = [
    "프로세스",
    "방식",
    "문서",
    "중심",
    "원칙",
    "팀",
    "리더",
    "회의",
    "지표",
    "전략",
    "서비스",
    "회원",
    "사업",
    "비즈니스",
    "부문",
    "문화",
    "개선",
    "관리",
    "데이터",
    "모델",
    "경영",
    "시스템",
    "콘텐츠",
    "플랫폼",
    "기업",
    "회사",
    "조직",
    "전문",
    "제도",
    "정책",
    "기반",
    "이론",
    "개념",
    "효과",
    "사례",
    "방법",
    "과정",
    "단계",
    "체계",
    "작성",
    "채용",
    "면접",
    "분석",
    "측정",
    "목표",
    "주간",
    "사고",
    "관점",
    "집착",
    "구조",
    "구축",
    "운영",
    "환경",
    "분야",
    "시장",
    "제품",
    "기술",
    "기능",
    "고객",
    "직원",
    "사용",
    "도입",
    "역할",
    "양식",
];

/// What a word at the start of a tail means.
enum Start {
    /// A form of 이다; whether it must be all of the tail, and whether it only
    /// follows a vowel.
    Copula {
        whole: bool,
        after_vowel: bool,
    },
    Suffix,
    /// A verb's form and how it goes on.
    Verb(&'static [&'static str]),
    HeadNoun,
}

static STARTS: LazyLock<ByFirst<Start>> = LazyLock::new(|| {
    let copula = |whole| {
        move |form: &'static str| {
            let after_vowel = AFTER_VOWEL_ONLY.contains(&form);
            (form, Start::Copula { whole, after_vowel })
        }
    };
    let starts = COPULA_STARTS.into_iter().map(copula(false));
    let whole = COPULA_WHOLE.into_iter().map(copula(true));
    let suffixes = SUFFIXES.into_iter().map(|suffix| (suffix, Start::Suffix));
    let verbs = VERBS.into_iter();
    let verbs = verbs.map(|(form, endings)| (form, Start::Verb(endings)));
    let heads = HEAD_NOUNS.into_iter().map(|noun| (noun, Start::HeadNoun));
    let all = starts.chain(whole).chain(suffixes).chain(verbs);
    all.chain(heads).collect()
});

/// Says what the Hangul `run` right after a name is; `before` is the name's
/// last syllable, `None` when it is not Hangul.
pub fn classify(run: &str, before: Option<char>) -> Tail {
    if run.is_empty() {
        return Tail::Clean;
    }
    if is_particle_chain(run, before) {
        return Tail::Inflected;
    }
    let readings = STARTS.starting(run);
    let readings = readings.map(|(word, start, rest)| read(word, start, rest, before));
    readings.min().unwrap_or(Tail::Unknown)
}

/// What a tail is that starts with a word.
fn read(word: &str, start: &Start, rest: &str, before: Option<char>) -> Tail {
    let sound = word.chars().last();
    let (fits, tail) = match start {
        Start::Copula { whole, after_vowel } => (
            (!after_vowel || before.is_none_or(ends_in_vowel))
                && (!whole || rest.is_empty() || (word == "임" && is_particle_chain(rest, sound))),
            Tail::Inflected,
        ),
        Start::Suffix => (
            is_particle_chain(rest, sound) || is_copula(rest, sound),
            Tail::Inflected,
        ),
        Start::Verb(endings) => (
            rest.is_empty() || endings.iter().any(|ending| rest.starts_with(ending)),
            Tail::Verb,
        ),
        Start::HeadNoun => (true, Tail::Compound),
    };
    if fits { tail } else { Tail::Unknown }
}

fn is_copula(run: &str, before: Option<char>) -> bool {
    STARTS.starting(run).any(|(word, start, rest)| {
        matches!(start, Start::Copula { .. }) && read(word, start, rest, before) == Tail::Inflected
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_of_korean_names() {
        use Tail::{Clean, Compound, Inflected, Unknown, Verb};
        for (name, run, expected) in [
            ("애플", "", Clean),
            ("애플", "이", Inflected),
            ("애플", "리케이션을", Unknown),
            ("애플", "파이를", Unknown),
            ("구독자", "였던", Inflected),
            ("내러티브", "이자", Inflected),
            ("아마존", "식", Inflected),
            ("아마존인", "답게", Inflected),
            ("아마존", "인데", Inflected),
            ("바레이저", "들이", Inflected),
            ("혁신", "하는", Verb),
            ("워킹백워드", "프로세스를", Compound),
            ("프라임", "타임", Unknown),
            ("프라임", "하임에", Unknown),
            ("애플", "하우스", Unknown),
            ("애플", "한우", Unknown),
            ("나비", "이자율", Unknown),
            ("바다", "하늘소", Unknown),
            ("보상", "해주는", Verb),
            ("집착", "한다는", Verb),
            ("출시", "되었다", Verb),
            ("킨들", "링이라는", Unknown),
            ("종교", "인이", Unknown),
            ("종교", "인", Inflected),
            ("애플", "임을", Inflected),
            ("구독자", "다", Inflected),
            ("애플", "다", Unknown),
        ] {
            assert_eq!(classify(run, name.chars().last()), expected, "{name}+{run}");
        }
    }
}
