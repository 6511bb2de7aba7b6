//! How much a summary says.

/// How much a summary says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// The thesis or the best two sentences of a chapter, and its main concepts.
    Short,
    /// Two to four sentences of a chapter, at least one of each entry where there
    /// are four or fewer; two of the reader's; all questions.
    #[default]
    Normal,
    /// At least one sentence of each entry, all of the reader's, and all concepts.
    Long,
}

impl Length {
    /// How many key sentences a chapter with so many entries gets.
    pub(super) fn key_sentences(self, entries: usize) -> usize {
        match self {
            Self::Short => 2,
            Self::Normal => entries.clamp(2, 4),
            Self::Long => (2 * entries).clamp(2, 8).max(entries),
        }
    }

    /// How many of the reader's own thoughts are told.
    pub(super) fn reflections(self) -> usize {
        match self {
            Self::Short => 0,
            Self::Normal => 2,
            Self::Long => usize::MAX,
        }
    }

    /// Whether questions are told.
    pub(super) fn tells_questions(self) -> bool {
        self != Self::Short
    }

    /// How many concepts are named, of the new ones and of those that come back.
    pub fn concepts(self) -> (usize, usize) {
        match self {
            Self::Short => (5, 0),
            Self::Normal => (10, 6),
            Self::Long => (usize::MAX, usize::MAX),
        }
    }

    /// How many near chapters are named.
    pub fn near_chapters(self) -> usize {
        match self {
            Self::Short => 0,
            Self::Normal => 2,
            Self::Long => 3,
        }
    }
}
