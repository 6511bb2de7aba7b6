//! Korean particles (조사): which may follow which sound.

use super::by_first::ByFirst;
use super::fold::is_syllable;
use std::sync::LazyLock;

/// Which final sound of the word before a particle asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Any,
    Vowel,
    Consonant,
    /// A vowel or ㄹ: 로.
    VowelOrRieul,
    /// A consonant other than ㄹ: 으로.
    ConsonantNotRieul,
}

/// The particles, by the sound they follow. Longest first is not needed: a
/// chain is tried every way.
const PARTICLES: [(After, &[&str]); 5] = [
    (
        After::Any,
        &[
            "의",
            "에",
            "에게",
            "에게서",
            "에서",
            "에선",
            "에는",
            "에도",
            "엔",
            "에겐",
            "에다",
            "에다가",
            "한테",
            "한테서",
            "께",
            "께서",
            "께서는",
            "하고",
            "도",
            "만",
            "만큼",
            "만은",
            "마저",
            "조차",
            "까지",
            "부터",
            "밖에",
            "뿐",
            "처럼",
            "같이",
            "보다",
            "마다",
            "대로",
            "커녕",
            "들",
            "요",
            "이요",
            "고",
            "치고",
            "면서",
            "끼리",
            "쯤",
            "씩",
        ],
    ),
    (
        After::Vowel,
        &[
            "는",
            "가",
            "를",
            "와",
            "랑",
            "나",
            "든",
            "든지",
            "라도",
            "라는",
            "란",
            "라고",
            "라며",
            "라면",
            "여",
            "며",
            "나마",
            "야",
            "야말로",
            "는커녕",
            "랄까",
        ],
    ),
    (
        After::Consonant,
        &[
            "은",
            "이",
            "을",
            "과",
            "이랑",
            "이나",
            "이든",
            "이든지",
            "이라도",
            "이라는",
            "이란",
            "이라고",
            "이라며",
            "이라면",
            "이여",
            "이야",
            "이며",
            "이고",
            "이나마",
            "이야말로",
            "아",
            "은커녕",
            "이랄까",
        ],
    ),
    (
        After::VowelOrRieul,
        &["로", "로서", "로써", "로부터", "로는", "로도", "로의"],
    ),
    (
        After::ConsonantNotRieul,
        &[
            "으로",
            "으로서",
            "으로써",
            "으로부터",
            "으로는",
            "으로도",
            "으로의",
        ],
    ),
];

/// The same by their first syllable.
static BY_FIRST: LazyLock<ByFirst<After>> = LazyLock::new(|| {
    let words = |(after, particles): &(After, &[&'static str])| {
        let after = *after;
        let pairs = particles.iter().map(move |particle| (*particle, after));
        pairs.collect::<Vec<_>>()
    };
    PARTICLES.iter().flat_map(words).collect()
});

/// Particles after which no other particle stands but 요: 도를 is none (신용도를
/// has no 신용), 과의 is one.
const CLOSING: [&str; 38] = [
    "의",
    "를",
    "을",
    "가",
    "이",
    "은",
    "는",
    "도",
    "나",
    "고",
    "며",
    "여",
    "야",
    "아",
    "요",
    "든",
    "란",
    "이나",
    "이며",
    "이고",
    "이란",
    "이든",
    "이야",
    "이여",
    "에는",
    "에도",
    "에선",
    "엔",
    "에겐",
    "께서는",
    "만은",
    "로는",
    "로도",
    "로의",
    "으로는",
    "으로도",
    "으로의",
    "이요",
];

/// The longest chain of particles that is believed: 에서부터라도.
const LONGEST_CHAIN: u8 = 4;

/// Whether `run` is nothing but particles, each fitting the sound before it;
/// `before` is the last syllable of the word (`None` when it is not Hangul:
/// then both forms fit). An empty run is.
pub fn is_particle_chain(run: &str, before: Option<char>) -> bool {
    chain(run, before, LONGEST_CHAIN)
}

/// Whether `run` is a single particle that fits the sound before it; `before`
/// as in [`is_particle_chain`].
pub fn is_particle(run: &str, before: Option<char>) -> bool {
    !run.is_empty() && chain(run, before, 1)
}

/// The particle "with" after a word: 와, 과, or both when its sound is not known.
pub fn with(word: &str) -> &'static str {
    match word.chars().last().and_then(final_consonant) {
        Some(0) => "와",
        Some(_) => "과",
        None => "과(와)",
    }
}

/// Whether a syllable ends in a vowel.
pub fn ends_in_vowel(syllable: char) -> bool {
    final_consonant(syllable) == Some(0)
}

fn chain(run: &str, before: Option<char>, left: u8) -> bool {
    if run.is_empty() {
        return true;
    }
    left > 0
        && BY_FIRST.starting(run).any(|(particle, after, rest)| {
            agrees(*after, before)
                && (!closes(particle) || rest.is_empty() || rest == "요")
                && chain(rest, particle.chars().last(), left - 1)
        })
}

/// Whether no other particle stands after this one.
pub(super) fn closes(particle: &str) -> bool {
    CLOSING.contains(&particle)
}

fn agrees(after: After, before: Option<char>) -> bool {
    let Some(last) = before.and_then(final_consonant) else {
        return true;
    };
    let rieul = last == 8;
    match after {
        After::Any => true,
        After::Vowel => last == 0,
        After::Consonant => last != 0,
        After::VowelOrRieul => last == 0 || rieul,
        After::ConsonantNotRieul => last != 0 && !rieul,
    }
}

/// The final consonant's number (0 for none, 8 for ㄹ); `None` if not Hangul.
fn final_consonant(c: char) -> Option<u32> {
    is_syllable(c).then(|| (c as u32 - 0xAC00) % 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_agree_with_the_sound_before() {
        for (word, run, expected) in [
            ("아마존", "", true),
            ("아마존", "은", true),
            ("아마존", "는", false),
            ("아마존", "으로", true),
            ("아마존", "로", false),
            ("플라이휠", "로", true),
            ("플라이휠", "에서조차", true),
            ("넷플릭스", "한테서", true),
            ("넷플릭스", "이", false),
            ("애플", "이랑", true),
            ("애플", "리케이션", false),
            ("AWS", "는", true),
            ("AWS", "은", true),
            ("안내", "서", false),
            ("신용", "도를", false),
            ("신용", "도", true),
            ("신용", "만이", true),
            ("신용", "과의", true),
        ] {
            let before = word.chars().last().filter(|c| is_syllable(*c));
            assert_eq!(is_particle_chain(run, before), expected, "{word}+{run}");
        }
    }
}
