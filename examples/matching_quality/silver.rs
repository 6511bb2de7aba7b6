//! Texts in which two analysers of Korean agree where words begin and end: is a
//! name found where it is a word, and nowhere else?

use crate::baseline::is_a_word;
use crate::read;
use crate::score::{Row, Score};
use bookgraph::model::{Alias, Language, Vocabulary};
use bookgraph::tag::{Lexicon, Matcher, Strength};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Names, and texts with every place that has the letters of one.
#[derive(Deserialize)]
pub(crate) struct SilverSet {
    names: Vec<String>,
    texts: Vec<SilverText>,
}

#[derive(Deserialize)]
struct SilverText {
    text: String,
    occurrences: Vec<Occurrence>,
}

#[derive(Deserialize)]
struct Occurrence {
    name: String,
    byte_start: usize,
    byte_end: usize,
    class: Class,
}

/// What the letters of a name are, by both analysers.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Class {
    /// The name, with at most particles, endings and suffixes after it.
    Free,
    /// The name inside of a glued compound.
    Part,
    /// Part of another word.
    None,
}

/// A place: the index of a text, and a byte range in it.
type Place = (usize, usize, usize);

/// What each method reaches. Every name is looked for on its own, so that no
/// other name takes its place; doubtful hits are none.
pub(crate) fn measure(dataset: &str, set: &SilverSet, errors: bool) -> Vec<Row> {
    let found = found(set);
    if errors {
        show_errors(set, &found);
    }
    let word = |(text, start, end): Place| is_a_word(&set.texts[text].text, &(start..end));
    vec![
        row(dataset, "substring", set, |_, _| true),
        row(dataset, "word-boundary", set, |_, place| word(place)),
        row(dataset, "bookgraph", set, |name, place| {
            found
                .get(name)
                .is_some_and(|places| places.contains(&place))
        }),
    ]
}

fn row(
    dataset: &str,
    method: &'static str,
    set: &SilverSet,
    accepts: impl Fn(&str, Place) -> bool,
) -> Row {
    let count = |class: Class, also_jeok: bool| {
        let of_class = places(set).filter(|(occurrence, place)| {
            let jeok = set.texts[place.0].text[place.2..].starts_with('적');
            occurrence.class == class && (also_jeok || !jeok)
        });
        let (mut accepted, mut all) = (0, 0);
        for (occurrence, place) in of_class {
            accepted += usize::from(accepts(&occurrence.name, place));
            all += 1;
        }
        (accepted, all)
    };
    let [free, part, none] =
        [Class::Free, Class::Part, Class::None].map(|class| count(class, true));
    // 혁신적인 is about no 혁신 to a reader, though both analysers cut it so.
    let no_jeok = count(Class::Free, false);
    let share = |(accepted, all): (usize, usize)| accepted as f64 / all.max(1) as f64;
    let score = Score {
        right: free.0,
        wrong: none.0,
        missing: free.1 - free.0,
    };
    Row::new(dataset, method, score)
        .with("r-not-적", share(no_jeok))
        .with("part-taken", share(part))
        .with("none-taken", share(none))
        .with("free", free.1 as f64)
        .with("part", part.1 as f64)
        .with("none", none.1 as f64)
}

fn places(set: &SilverSet) -> impl Iterator<Item = (&Occurrence, Place)> {
    let texts = set.texts.iter().enumerate();
    texts.flat_map(|(index, text)| {
        let occurrences = text.occurrences.iter();
        occurrences.map(move |seen| (seen, (index, seen.byte_start, seen.byte_end)))
    })
}

/// Where each name is found.
fn found(set: &SilverSet) -> BTreeMap<&str, BTreeSet<Place>> {
    let mut texts: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (occurrence, (text, ..)) in places(set) {
        texts.entry(&occurrence.name).or_default().insert(text);
    }
    let names = set.names.iter().map(String::as_str);
    let found = names.map(|name| {
        let alias = Alias {
            text: name.to_owned(),
            language: Language::KOREAN,
            ..Alias::default()
        };
        let lexicon = Lexicon::of(&Vocabulary::new(vec![read::concept("name", vec![alias])]));
        let mut matcher = Matcher::new(&lexicon);
        let mut places = BTreeSet::new();
        for &text in texts.get(name).into_iter().flatten() {
            for reading in matcher.explain(&set.texts[text].text) {
                let sure = reading
                    .verdict
                    .is_ok_and(|(_, grounds)| grounds.strength >= Strength::Grown);
                if sure {
                    places.insert((text, reading.span.start, reading.span.end));
                }
            }
        }
        (name, places)
    });
    found.collect()
}

/// What was decided wrongly, by what stands around the name, the most frequent
/// first, each with words in which it does.
fn show_errors(set: &SilverSet, found: &BTreeMap<&str, BTreeSet<Place>>) {
    let mut groups: BTreeMap<(Class, String), (usize, BTreeSet<String>)> = BTreeMap::new();
    for (seen, place) in places(set) {
        let taken = found
            .get(seen.name.as_str())
            .is_some_and(|places| places.contains(&place));
        if taken == (seen.class == Class::Free) {
            continue;
        }
        let text = &set.texts[place.0].text;
        let hangul = |c: char| !('가'..='힣').contains(&c);
        let head = text[..seen.byte_start].rfind(hangul).map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
        let after = &text[seen.byte_end..];
        let tail = &after[..after.find(hangul).unwrap_or(after.len())];
        let head = &text[head..seen.byte_start];
        let group = groups
            .entry((seen.class, format!("{head}…{tail}")))
            .or_default();
        group.0 += 1;
        group.1.insert(format!("{head}[{}]{tail}", seen.name));
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|((class, _), (count, _))| (*class, std::cmp::Reverse(*count)));
    for ((class, around), (count, words)) in groups {
        let words: Vec<&str> = words.iter().map(String::as_str).take(6).collect();
        let words = words.join(" ");
        crate::eprint(&format!("{class:?} {count:>5} {around}: {words}"));
    }
}
