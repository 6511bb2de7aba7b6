//! Phrases that are looked for all at once.

use super::letter::is_letter;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::ops::Range;

/// Different phrases, each with what it tells.
pub(crate) struct Phrases<T> {
    /// `None` without a phrase, or when one is there twice.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    tells: Vec<T>,
}

impl<T: Copy> Phrases<T> {
    /// Where phrases stand in a text, also inside of each other, and what each
    /// tells, in the order of their ends.
    pub(crate) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, T)> {
        let found = self.automaton.iter();
        let found = found.flat_map(move |automaton| automaton.find_overlapping_iter(text));
        found.map(|found| {
            let tells = self.tells[found.value() as usize];
            (found.start()..found.end(), tells)
        })
    }

    /// What the phrases that stand in a text as whole words tell.
    pub(crate) fn find_whole<'a>(&'a self, text: &'a str) -> impl Iterator<Item = T> {
        let letter = |c: Option<char>| c.is_some_and(is_letter);
        let whole = move |span: &Range<usize>| {
            !letter(text[..span.start].chars().next_back())
                && !letter(text[span.end..].chars().next())
        };
        let found = self.find(text);
        found
            .filter(move |(span, _)| whole(span))
            .map(|(_, tells)| tells)
    }
}

impl<P: AsRef<str>, T> FromIterator<(P, T)> for Phrases<T> {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(phrases: I) -> Self {
        let (phrases, tells): (Vec<P>, Vec<T>) = phrases.into_iter().unzip();
        let rows = (0_u32..).zip(&phrases);
        let rows = rows.map(|(row, phrase)| (phrase.as_ref(), row));
        Self {
            automaton: CharwiseDoubleArrayAhoCorasick::with_values(rows).ok(),
            tells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn phrases_inside_of_each_other() {
        let phrases = Phrases::from_iter([("made me", 1), ("made me wonder", 2), ("더", 3)]);
        let found: Vec<_> = phrases.find("더 It made me wonder").collect();
        assert_eq!(found, [(0..3, 3), (7..14, 1), (7..21, 2)]);
    }

    #[test]
    fn whole_words() {
        let phrases = Phrases::from_iter([("to me", 1), ("멋", 2)]);
        let whole = |text: &str| phrases.find_whole(text).collect::<Vec<_>>();
        assert_eq!(whole("into me, to me."), [1]);
        assert!(whole("to men, 멋있다, 가to me").is_empty());
    }
}
