//! Words that a text may go on with, found by their first letter.

/// A table of words, each with what it means.
#[derive(Debug)]
pub(super) struct ByFirst<T>(Vec<(char, &'static str, T)>);

impl<T> ByFirst<T> {
    /// The words that `text` starts with, what each means, and what is left of
    /// the text after it.
    pub(super) fn starting<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (&'static str, &'a T, &'a str)> {
        let first = text.chars().next();
        let from = first.map_or(self.0.len(), |c| self.0.partition_point(|row| row.0 < c));
        self.0[from..]
            .iter()
            .take_while(move |row| Some(row.0) == first)
            .filter_map(move |(_, word, means)| Some((*word, means, text.strip_prefix(word)?)))
    }
}

impl<T> FromIterator<(&'static str, T)> for ByFirst<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(words: I) -> Self {
        let row = |(word, means): (&'static str, T)| Some((word.chars().next()?, word, means));
        let mut rows: Vec<_> = words.into_iter().filter_map(row).collect();
        rows.sort_by_key(|row| row.0);
        Self(rows)
    }
}
