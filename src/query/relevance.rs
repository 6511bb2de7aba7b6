//! How well an entry answers when a concept is asked for.
//!
//! The weights were fitted to the index marks of eleven books (docs/search.md has
//! the protocol and the figures), and rounded; that of the reader's own tags was
//! set by hand, so that they come first.

/// What speaks for an entry when concepts are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Relevance {
    /// The reader says that it is about one.
    pub authored: bool,
    /// How often it names them.
    pub mentions: u32,
    /// One of the mentions has the letters of the name, no plural taken off or put
    /// on.
    pub as_named: bool,
    /// No entry of its book before it names one.
    pub first_in_book: bool,
    /// No entry of its chapter before it does.
    pub first_in_chapter: bool,
    /// How often it explains what it names, or sets it off in quotation marks.
    pub explained: u32,
    /// No entry of its book before it does that.
    pub first_to_explain: bool,
    /// How much it has of the words of the names, as BM25 counts them: a part of
    /// what all of them could say.
    pub words: f64,
    /// The part of them, by rarity, that stands in one sentence or in the title.
    pub together: f64,
    /// What the entries around it have of the words, as far as their text goes on
    /// in it or its own in theirs.
    pub around: f64,
    /// How much it has of the words of narrower concepts' names that are in no name
    /// of those asked for, likewise.
    pub beneath: f64,
}

/// A reason why an entry is relevant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// The reader's tag.
    Authored,
    /// It names the concept.
    Named,
    /// By the letters of the name.
    AsNamed,
    /// The first of its book.
    FirstInBook,
    /// The first of its chapter.
    FirstInChapter,
    /// It explains it.
    Explained,
    /// The first of its book that does.
    FirstToExplain,
    /// The words of the names.
    Words,
    /// These in one sentence.
    Together,
    /// These in the entries around it.
    Around,
    /// The words of the names of narrower concepts.
    Beneath,
}

impl Relevance {
    /// What each factor adds to the score. How often the names stand there is in
    /// [`Self::words`]; counted once more it made no difference.
    pub fn terms(&self) -> [(Factor, f64); 11] {
        let if_so = |so: bool, weight: f64| if so { weight } else { 0.0 };
        let log = |count: u32| libm::log1p(f64::from(count));
        [
            (Factor::Authored, if_so(self.authored, 10.0)),
            (Factor::Named, if_so(self.mentions > 0, 2.25)),
            (Factor::AsNamed, if_so(self.as_named, 0.5)),
            (Factor::FirstInBook, if_so(self.first_in_book, 0.35)),
            (Factor::FirstInChapter, if_so(self.first_in_chapter, 0.5)),
            (Factor::Explained, 0.3 * log(self.explained)),
            (Factor::FirstToExplain, if_so(self.first_to_explain, 0.25)),
            (Factor::Words, 2.1 * self.words),
            (Factor::Together, 1.2 * self.together),
            (Factor::Around, 1.1 * self.around),
            (Factor::Beneath, self.beneath),
        ]
    }

    /// The sum of all terms; 0 when nothing speaks for the entry.
    pub fn score(&self) -> f64 {
        self.terms().iter().map(|(_, weight)| weight).sum()
    }
}
