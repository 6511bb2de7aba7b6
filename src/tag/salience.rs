//! How much an entry is about a concept that it names.

/// What the mentions of a concept in one entry look like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// How often the entry names the concept.
    pub mentions: u32,
    /// How many of its sentences do.
    pub sentences: u32,
    /// The title names it.
    pub in_title: bool,
    /// A mention stands in quotation marks.
    pub quoted: bool,
    /// Where in the text it is first named, from 0 (at its start) to 1.
    pub first: f32,
}

/// Evidence in the light of the entry and of the library.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Salience {
    /// The mentions themselves.
    pub evidence: Evidence,
    /// Of all mentions of the entry, the part that is of this concept.
    pub share: f32,
    /// How rare the concept is: 1 − ln(entries that name it) / ln(entries),
    /// from 0 (all entries do) to 1 (this one alone does).
    pub rarity: f32,
    /// No entry before it names the concept.
    pub introduces: bool,
    /// Mentions over the mean of the entries that name the concept.
    pub burst: f32,
    /// Mentions over the most that any entry has.
    pub peak: f32,
    /// per sentence
    pub sentences: u32,
    /// distinct concepts in entry
    pub concepts: u32,
}
