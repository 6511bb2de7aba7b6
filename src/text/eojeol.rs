//! An eojeol (what stands between two spaces of a Korean text): where its
//! stem may end and its particles begin.

use super::fold::is_syllable;
use super::particle::{closes, ends_in_vowel, is_particle};

/// Forms of 이다 that no noun ends with: (after a consonant, after a vowel).
const COPULAS: [(&str, &str); 18] = [
    ("이므로", "므로"),
    ("이지만", "지만"),
    ("이다", ""),
    ("이었다", "였다"),
    ("이었던", "였던"),
    ("이었고", "였고"),
    ("이었으며", "였으며"),
    ("이었지만", "였지만"),
    ("입니다", "입니다"),
    ("이라서", "라서"),
    ("이어서", "여서"),
    ("이어야", "여야"),
    ("이자", "이자"),
    ("이기도", "이기도"),
    ("이기에", "이기에"),
    ("이면서", "이면서"),
    ("인데", "인데"),
    ("이었음을", "였음을"),
];

/// Particles that 을 and 를 stand after: 까지를, not 로를 (매크로를 is no 매크).
const BEFORE_OBJECT: [&str; 10] = [
    "만", "까지", "부터", "뿐", "들", "만큼", "쯤", "씩", "끼리", "대로",
];

/// More syllables than this are no particles.
const LONGEST: usize = 6;

/// Every way to cut an eojeol into a stem and particles, or a form of 이다, that
/// fit the sound before them: byte offsets of the cuts, the longest particles first. The last
/// is the end of the eojeol: no particle at all.
pub fn cuts(eojeol: &str) -> Vec<usize> {
    let mut cuts = vec![eojeol.len()];
    let mut syllables = 0;
    for (at, c) in eojeol.char_indices().rev() {
        syllables += 1;
        if !is_syllable(c) || syllables > LONGEST || at == 0 {
            break;
        }
        let before = eojeol[..at].chars().next_back().filter(|c| is_syllable(*c));
        if is_ending(&eojeol[at..], before) {
            cuts.push(at);
        }
    }
    cuts.reverse();
    cuts
}

/// Whether `run` is one particle or a chain of them that people write: a
/// particle that closes a word ends the chain.
fn is_ending(run: &str, before: Option<char>) -> bool {
    is_particle(run, before)
        || is_copula(run, before)
        || run.char_indices().skip(1).any(|(at, _)| {
            let (first, rest) = run.split_at(at);
            !closes(first)
                && (!rest.starts_with(['을', '를']) || BEFORE_OBJECT.contains(&first))
                && is_particle(first, before)
                && is_ending(rest, first.chars().next_back())
        })
}

/// Whether `run` is a form of 이다 that fits the sound before it. After a Latin
/// letter both forms do.
fn is_copula(run: &str, before: Option<char>) -> bool {
    COPULAS.iter().any(|(consonant, vowel)| {
        let ends_open = before.map(ends_in_vowel);
        (run == *consonant && ends_open != Some(true) || run == *vowel && ends_open != Some(false))
            || (run == *consonant && run == "이다")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_agree_with_the_sound_and_close() {
        for (eojeol, expected) in [
            ("지표를", vec!["지표", "지표를"]),
            ("지표을", vec!["지표을"]),
            (
                "사람들에게서는",
                vec!["사람", "사람들", "사람들에게서", "사람들에게서는"],
            ),
            ("민주주의를", vec!["민주주의", "민주주의를"]),
            ("책임을", vec!["책임", "책임을"]),
            ("매크로를", vec!["매크로", "매크로를"]),
            ("서울까지를", vec!["서울", "서울까지", "서울까지를"]),
            (
                "비용이므로",
                vec!["비용", "비용이", "비용이므", "비용이므로"],
            ),
            ("Git과의", vec!["Git", "Git과", "Git과의"]),
            ("AWS", vec!["AWS"]),
            ("를", vec!["를"]),
        ] {
            let found: Vec<&str> = cuts(eojeol).into_iter().map(|at| &eojeol[..at]).collect();
            assert_eq!(found, expected, "{eojeol}");
        }
    }
}
