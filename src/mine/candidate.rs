//! A name that the notes use, and how they use it.

use super::lexis::{Lexis, ParticleId};
use super::marks::Marks;
use super::passage::Passage;
use super::sighting::Sighting;
use super::word::Kind;
use crate::tag::Field;
use crate::text::fold::{self, is_syllable};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What the sightings of one name add up to.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its sightings: a range of all sightings.
    pub(super) group: Range<usize>,
    /// The sighting with the most words.
    pub(super) longest: usize,
    /// Notes it was sighted in.
    pub(super) notes: u32,
    /// Distinct pairs of the words before and behind it.
    pub(super) contexts: u32,
    /// The particles seen behind it, each once.
    pub(super) particles: Vec<ParticleId>,
    /// Sightings between quotation marks.
    pub(super) quoted: u32,
    /// Sightings as an acronym.
    pub(super) acronym: u32,
    /// Sightings with capitals inside a sentence.
    pub(super) capital: u32,
    /// Sightings beside a parenthesis in other letters.
    pub(super) glossed: u32,
    /// Sightings that no word goes on with.
    pub(super) free: u32,
    /// Sightings in titles.
    pub(super) titled: u32,
    /// Titles that are nothing but it.
    pub(super) whole_titles: u32,
    /// Notes with a line that is nothing but it.
    pub(super) lines: u32,
    /// How often the notes have a verb or an adjective made of it: 혁신하는.
    pub(super) verbs: u32,
    /// Its words.
    pub(super) shape: Shape,
    /// What longer candidates it is part of.
    pub(super) nested: Nested,
}

/// The words of a candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Words, those between (of, and) aside.
    pub(super) words: u32,
    /// The share of them that says little.
    pub(super) generic: f64,
    /// Whether there are words between.
    pub(super) has_between: bool,
    /// A single English adjective or participle.
    pub(super) qualifier: bool,
    /// Whether there is Hangul in it.
    pub(super) korean: bool,
}

/// The longer candidates around a candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nested {
    /// How many there are.
    pub(super) around: u32,
    /// Their frequencies, added up.
    pub(super) total: u32,
    /// The highest of their frequencies.
    pub(super) most: u32,
}

impl Candidate {
    /// Adds up a group of sightings.
    pub(super) fn of(
        group: Range<usize>,
        sightings: &[Sighting],
        passages: &[Passage<'_>],
        lexis: &Lexis,
    ) -> Self {
        let all = &sightings[group.clone()];
        let count =
            |test: &dyn Fn(&Sighting) -> bool| all.iter().filter(|s| test(s)).count() as u32;
        let marked = |mark: Marks| count(&|sighting| sighting.marks.has(mark));
        let passage = |sighting: &Sighting| &passages[sighting.passage as usize];
        let in_title = |sighting: &Sighting| passage(sighting).field == Field::Title;
        let is_whole =
            |sighting: &Sighting| usize::from(sighting.words) == passage(sighting).tokens.len();
        let on_line = |s: &&Sighting| passage(s).fills_line(&s.span(passages, lexis));
        let most_words = all.iter().map(|s| s.words).max();
        let longest = all.iter().position(|s| Some(s.words) == most_words);
        let longest = group.start + longest.unwrap_or(0);
        let particles = all.iter().map(|sighting| sighting.particle);
        Self {
            longest,
            notes: distinct(all.iter().map(|sighting| passage(sighting).note)).len() as u32,
            contexts: distinct(all.iter().map(|s| neighbours(s, passages))).len() as u32,
            particles: distinct(particles.filter(|particle| *particle != 0)),
            quoted: marked(Marks::QUOTED),
            acronym: marked(Marks::ACRONYM),
            capital: marked(Marks::CAPITAL),
            glossed: marked(Marks::GLOSSED),
            free: marked(Marks::FREE),
            titled: count(&in_title),
            whole_titles: count(&|sighting| in_title(sighting) && is_whole(sighting)),
            lines: distinct(all.iter().filter(on_line).map(|s| passage(s).note)).len() as u32,
            verbs: 0,
            shape: Shape::of(&sightings[longest], passages, lexis),
            nested: Nested::default(),
            group,
        }
    }

    /// How often it was sighted.
    pub(super) fn frequency(&self) -> u32 {
        self.group.len() as u32
    }

    /// Whether it is never seen outside of one longer candidate: 인풋 of 인풋
    /// 지표. What was quoted or is an acronym is somebody's name all the same.
    pub(super) fn is_fragment(&self) -> bool {
        self.nested.most >= self.frequency() && self.quoted == 0 && self.acronym == 0
    }

    /// The commonest written form, the first seen of those equally common;
    /// composed, with single spaces.
    pub(super) fn surface(
        &self,
        sightings: &[Sighting],
        passages: &[Passage<'_>],
        lexis: &Lexis,
    ) -> String {
        let mut forms: Vec<(&str, u32)> = Vec::new();
        for sighting in &sightings[self.group.clone()] {
            let text = &passages[sighting.passage as usize].text[sighting.span(passages, lexis)];
            match forms.iter_mut().find(|(form, _)| *form == text) {
                Some((_, count)) => *count += 1,
                None => forms.push((text, 1)),
            }
        }
        let most = forms.iter().map(|(_, count)| *count).max();
        let form = forms.iter().find(|(_, count)| Some(*count) == most);
        let words = form.map_or("", |(form, _)| form).split_whitespace();
        let spaced = words.collect::<Vec<&str>>().join(" ");
        let composed: String = spaced.nfc().collect();
        // Rare marks that compose would make it another name.
        if fold::key(&composed) == fold::key(&spaced) {
            composed
        } else {
            spaced
        }
    }
}

impl Shape {
    fn of(sighting: &Sighting, passages: &[Passage<'_>], lexis: &Lexis) -> Self {
        let tokens = &passages[sighting.passage as usize].tokens[sighting.tokens()];
        let words = || tokens.iter().map(|token| lexis.word(token.word));
        let content = words().filter(|word| word.kind != Kind::Between).count();
        let generic = words().filter(|word| word.kind == Kind::Generic).count();
        Self {
            words: content as u32,
            generic: generic as f64 / content.max(1) as f64,
            has_between: content < tokens.len(),
            qualifier: tokens.len() == 1 && words().all(|word| word.qualifier),
            korean: words().any(|word| String::from_utf8_lossy(&word.key).contains(is_syllable)),
        }
    }
}

/// The words before and behind a sighting, across punctuation.
fn neighbours(sighting: &Sighting, passages: &[Passage<'_>]) -> (Option<u32>, Option<u32>) {
    let tokens = &passages[sighting.passage as usize].tokens;
    let Range { start, end } = sighting.tokens();
    let before = start.checked_sub(1).map(|at| tokens[at].word);
    (before, tokens.get(end).map(|token| token.word))
}

fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}
