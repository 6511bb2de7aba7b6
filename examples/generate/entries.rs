//! Entries that name concepts in running text.

use crate::concepts::Concept;
use crate::words::{Word, particle};
use crate::zipf::Zipf;
use bookgraph::analyse::Random;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// So many entries a book has, but for the last.
pub(crate) const PER_BOOK: usize = 200;
/// Chapters of a book, and pages of a chapter.
pub(crate) const CHAPTERS: usize = 12;
pub(crate) const PAGES: usize = 34;
/// Of ten concepts that an entry names, so many are its book's own.
const LOCAL: usize = 6;
/// A book has so many of its own.
const OF_BOOK: usize = 25;
/// One concept of so many, but no more than so many, is rare: five entries name it, however
/// many there are.
const ONE_IS_RARE: usize = 100;
const MOST_RARE: usize = 20;
const NAMED_BY: usize = 5;
/// One entry of so many names a rare concept.
const NAMES_ONE: usize = 100;

/// What entries are made of.
pub(crate) struct Source {
    words: Vec<Word>,
    concepts: Vec<Concept>,
    word: Zipf,
    concept: Zipf,
    seed: u64,
}

/// An entry, and the concepts its text names.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) date: Date,
    pub(crate) day: usize,
    pub(crate) pages: (usize, usize),
    pub(crate) text: String,
    /// Indices of the concepts, ascending.
    pub(crate) named: Vec<usize>,
}

impl Source {
    pub(crate) fn new(words: Vec<Word>, concepts: Vec<Concept>, seed: u64) -> Self {
        Self {
            word: Zipf::new(words.len(), 1.05),
            concept: Zipf::new(concepts.len(), 0.9),
            words,
            concepts,
            seed,
        }
    }

    pub(crate) fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The entry of this number, whatever other entries there are.
    pub(crate) fn entry(&self, number: usize) -> Entry {
        let mut random = Random::new(self.seed.wrapping_add(1 + number as u64));
        let (book, within) = (number / PER_BOOK, number % PER_BOOK);
        let mut named: Vec<usize> = (0..2 + random.below(5))
            .map(|_| self.draw(book, &mut random) % (self.concepts.len() - self.rare()))
            .collect();
        named.extend(self.rare_concept(number));
        named.sort_unstable();
        named.dedup();
        let title = self.word(&mut random).text.clone();
        let text = self.text(&named, &mut random);
        let first = 1 + within * CHAPTERS * PAGES / PER_BOOK;
        let start = date(2015, 1, 1) + days(book % 3_000);
        Entry {
            id: format!("n{within}"),
            title: format!("{title} {}", within + 1),
            date: start + days(within),
            day: within + 1,
            pages: (first, first + 1 + random.below(3)),
            text,
            named,
        }
    }

    /// How many of the concepts, the last ones, are rare.
    fn rare(&self) -> usize {
        (self.concepts.len() / ONE_IS_RARE).min(MOST_RARE)
    }

    /// The rare concept that the entry of this number names, if it does.
    fn rare_concept(&self, number: usize) -> Option<usize> {
        let (turn, within) = (number / NAMES_ONE, number % NAMES_ONE);
        let names = within == NAMES_ONE / 2 && turn < NAMED_BY * self.rare();
        names.then(|| self.concepts.len() - 1 - turn % self.rare())
    }

    /// A concept: one of its book, or any, the common ones more often.
    fn draw(&self, book: usize, random: &mut Random) -> usize {
        if random.below(10) < LOCAL {
            let own = Random::new((book * OF_BOOK + random.below(OF_BOOK)) as u64).bits();
            return own as usize % self.concepts.len();
        }
        self.concept.draw(random)
    }

    fn word(&self, random: &mut Random) -> &Word {
        &self.words[self.word.draw(random)]
    }

    /// 120 to 400 words in sentences of eight to nineteen, with the concepts among
    /// them.
    fn text(&self, named: &[usize], random: &mut Random) -> String {
        let length = 120 + random.below(281);
        let mut places: Vec<(usize, usize)> = named
            .iter()
            .map(|&concept| (random.below(length), concept))
            .collect();
        places.sort_unstable();
        let mut places = places.into_iter().peekable();
        let (mut text, mut left) = (String::new(), 0);
        for at in 0..length {
            if left == 0 {
                left = 8 + random.below(12);
            }
            if let Some((_, concept)) = places.next_if(|place| place.0 <= at) {
                let names = &self.concepts[concept].names;
                let name = &names[random.below(names.len())];
                text.push_str(name);
                text.push_str(particle(random, name));
            } else {
                let word = self.word(random);
                text.push_str(&word.text);
                if word.korean {
                    text.push_str(particle(random, &word.text));
                }
            }
            left -= 1;
            text.push_str(match (left, at % 5) {
                (0, 0) => ".\n",
                (0, _) => ". ",
                _ => " ",
            });
        }
        text.truncate(text.trim_end().len());
        text.push('.');
        text
    }
}

fn days(count: usize) -> Span {
    (count as i64).days()
}
