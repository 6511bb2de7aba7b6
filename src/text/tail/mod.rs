//! What may follow a Korean name without a space: particles, forms of 이다,
//! suffixes, verbs made of nouns, and the nouns that names are compounded with.

use serde::{Deserialize, Serialize};
mod adverbs;
mod copula;
mod heads;
mod suffixes;
mod verbs;

use super::by_first::ByFirst;
use super::particle::{ends_in_vowel, is_particle_chain};
use std::sync::LazyLock;

pub use adverbs::is_adverb;

/// What the Hangul right after a name is; what says most for the name first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tail {
    /// Nothing: the name ends the word.
    Clean,
    /// Particles, a form of 이다, or a suffix with particles.
    Inflected,
    /// 하다, 되다, 스럽다: the name as a verb or an adjective.
    Verb,
    /// A noun that names are often compounded with, or a suffix that makes
    /// another noun of a short name: 프로세스, 팀, 식.
    Compound,
    /// Anything else: most likely another word.
    Unknown,
}

/// What a word at the start of a tail means.
enum Start {
    /// A form of 이다; whether it must be all of the tail, and whether it only
    /// follows a vowel.
    Copula {
        whole: bool,
        after_vowel: bool,
    },
    /// A suffix, and how what follows it must not start.
    Suffix(&'static [&'static str]),
    /// A verb's form and how it goes on.
    Verb(&'static [&'static str]),
    HeadNoun,
}

static STARTS: LazyLock<ByFirst<Start>> = LazyLock::new(|| {
    let copula =
        |whole, after_vowel| move |form: &'static str| (form, Start::Copula { whole, after_vowel });
    let starts = copula::STARTS.into_iter().map(copula(false, false));
    let starts_after_vowel = copula::STARTS_AFTER_VOWEL.into_iter();
    let starts_after_vowel = starts_after_vowel.map(copula(false, true));
    let whole = copula::WHOLE.into_iter().map(copula(true, false));
    let whole_after_vowel = copula::WHOLE_AFTER_VOWEL.into_iter();
    let whole_after_vowel = whole_after_vowel.map(copula(true, true));
    let suffixes = suffixes::SUFFIXES.into_iter();
    let suffixes = suffixes.map(|(suffix, barred)| (suffix, Start::Suffix(barred)));
    let verbs = verbs::VERBS.into_iter();
    let verbs = verbs.map(|(form, endings)| (form, Start::Verb(endings)));
    let heads = heads::HEAD_NOUNS.into_iter();
    let heads = heads.map(|noun| (noun, Start::HeadNoun));
    let forms = starts.chain(starts_after_vowel).chain(whole);
    let forms = forms.chain(whole_after_vowel);
    forms.chain(suffixes).chain(verbs).chain(heads).collect()
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

/// Whether the run after a name is nothing but its inflection: particles, or a
/// form of 이다, and no suffix.
pub fn is_inflection(run: &str, before: Option<char>) -> bool {
    is_particle_chain(run, before)
        || STARTS.starting(run).any(|(word, start, rest)| {
            matches!(start, Start::Copula { .. })
                && read(word, start, rest, before) == Tail::Inflected
        })
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
        Start::Suffix(barred) => {
            return if barred.iter().any(|bar| rest.starts_with(bar)) {
                Tail::Unknown
            } else {
                after_suffix(word, rest)
            };
        }
        Start::Verb(endings) => (
            rest.is_empty() || endings.iter().any(|ending| rest.starts_with(ending)),
            Tail::Verb,
        ),
        Start::HeadNoun => (true, Tail::Compound),
    };
    if fits { tail } else { Tail::Unknown }
}

/// What a tail is that starts with a suffix.
fn after_suffix(suffix: &str, rest: &str) -> Tail {
    let sound = suffix.chars().last();
    let made = if suffixes::MAKING_NOUNS.contains(&suffix) {
        Tail::Compound
    } else {
        Tail::Inflected
    };
    if is_particle_chain(rest, sound) {
        return made;
    }
    let makes_verbs = suffixes::MAKING_VERBS.contains(&suffix);
    let readings = STARTS.starting(rest).filter(|(_, start, _)| match start {
        Start::Copula { .. } => true,
        Start::Verb(_) => makes_verbs,
        Start::Suffix(_) | Start::HeadNoun => false,
    });
    let readings = readings.map(|(word, start, rest)| read(word, start, rest, sound));
    readings.min().map_or(Tail::Unknown, |tail| tail.max(made))
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
            ("아마존", "식", Compound),
            ("아마존인", "답게", Verb),
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
            ("구독자", "라는데", Inflected),
            ("애플", "이어야", Inflected),
            ("애플", "이어폰을", Unknown),
            ("업무", "일지를", Unknown),
            ("신용", "도를", Unknown),
            ("종교", "계의", Compound),
            ("애플", "식당", Unknown),
            ("보안", "성을", Inflected),
            ("업무", "성과를", Unknown),
            ("웹사이트", "상에서", Inflected),
            ("노벨", "상을", Unknown),
            ("부서", "간의", Inflected),
            ("회의", "중인", Inflected),
            ("근무", "시간을", Unknown),
            ("자동", "화한다", Verb),
            ("자동", "화면을", Unknown),
            ("혁신", "적인", Unknown),
            ("혁신", "하십시오", Verb),
            ("혁신", "했습니다", Verb),
            ("혁신", "시킵니다", Verb),
            ("혁신", "해봅시다", Verb),
            ("계약", "해약을", Unknown),
            ("의미", "있는", Verb),
            ("예고", "없이", Verb),
            ("자유", "로운", Verb),
            ("혼란", "스러웠다", Verb),
            ("아마존", "같은", Verb),
            ("속도", "뿐입니다", Inflected),
        ] {
            assert_eq!(classify(run, name.chars().last()), expected, "{name}+{run}");
        }
    }
}
