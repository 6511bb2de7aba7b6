//! Concepts with a label in two languages, and names beside it.

use crate::words::{hangul, latin};
use bookgraph::analyse::Random;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A concept, and the names by which texts may call it.
pub(crate) struct Concept {
    pub(crate) id: String,
    korean: String,
    english: String,
    /// Capitals; of every third concept.
    short: Option<String>,
    /// Names that stand in texts: all of the above.
    pub(crate) names: Vec<String>,
}

/// So many concepts; no two share a name.
pub(crate) fn concepts(count: usize, seed: u64) -> Vec<Concept> {
    let mut random = Random::new(seed);
    let mut seen = BTreeSet::new();
    (0..count)
        .map(|number| concept(number, &mut random, &mut seen))
        .collect()
}

fn concept(number: usize, random: &mut Random, seen: &mut BTreeSet<String>) -> Concept {
    let korean = unused(seen, || {
        let first = hangul(random, 2);
        let second = 2 + random.below(2);
        format!("{first} {}", hangul(random, second))
    });
    let english = unused(seen, || {
        let first = latin(random, 2);
        let second = 1 + random.below(2);
        format!("{first} {}", latin(random, second))
    });
    let short = number.is_multiple_of(3).then(|| capitals(number));
    let mut names = vec![korean.clone(), english.clone()];
    names.extend(short.clone());
    Concept {
        id: english.replace(' ', "-"),
        korean,
        english,
        short,
        names,
    }
}

fn unused(seen: &mut BTreeSet<String>, mut make: impl FnMut() -> String) -> String {
    loop {
        let name = make();
        if seen.insert(name.clone()) {
            return name;
        }
    }
}

/// Four capitals that say a number, read backwards: QAAA, QBAA, …
fn capitals(mut number: usize) -> String {
    let mut name = String::from("Q");
    for _ in 0..4 {
        name.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    name
}

/// The vocabulary as RON.
pub(crate) fn ron(concepts: &[Concept]) -> String {
    let mut ron = String::from("Vocabulary(\n    format: 1,\n    concepts: [\n");
    for concept in concepts {
        let Concept {
            id,
            korean,
            english,
            ..
        } = concept;
        let _ = write!(
            ron,
            "        Concept(id: \"{id}\", label: (ko: \"{korean}\", en: \"{english}\")"
        );
        if let Some(short) = &concept.short {
            let _ = write!(ron, ", aliases: (en: [\"{short}\"])");
        }
        ron.push_str("),\n");
    }
    ron.push_str("    ],\n)\n");
    ron
}
