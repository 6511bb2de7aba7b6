//! Adverbs that read like a noun with something after it.

use super::super::particle::is_particle_chain;

/// Words of their own to a dictionary and to a reader, cut where a noun of two
/// syllables seems to end: 허구한 날 is no fiction.
const ADVERBS: [(&str, &str); 17] = [
    ("실제", "로"),
    ("대체", "로"),
    ("절대", "로"),
    ("진실", "로"),
    ("진짜", "로"),
    ("정말", "로"),
    ("의외", "로"),
    ("억지", "로"),
    ("차례", "로"),
    ("대대", "로"),
    ("얼마", "나"),
    ("언제", "나"),
    ("최대", "한"),
    ("최소", "한"),
    ("허구", "한"),
    ("사실", "상"),
    ("얼마", "간"),
];

/// Whether a name, in UTF-8, and the Hangul `run` right after it are one of these
/// adverbs, particles aside: 실제로는.
pub fn is_adverb(name: &[u8], run: &str) -> bool {
    let same = |noun: &str| noun.as_bytes() == name;
    ADVERBS.iter().any(|(noun, end)| {
        let rest = run.strip_prefix(end).filter(|_| same(noun));
        rest.is_some_and(|rest| is_particle_chain(rest, None))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adverbs_are_no_nouns() {
        for (noun, run, expected) in [
            ("허구", "한", true),
            ("허구", "하다", false),
            ("실제", "로는", true),
            ("얼마", "나", true),
            ("최대", "한의", true),
            ("최대", "한다", false),
            ("혁신", "로는", false),
        ] {
            assert_eq!(is_adverb(noun.as_bytes(), run), expected, "{noun}+{run}");
        }
    }
}
