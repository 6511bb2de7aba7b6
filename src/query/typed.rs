//! Concepts by what a person has typed of a name so far.

use crate::model::{ConceptId, Library};
use crate::text::typed::{initials, is_initials, letters};
use memchr::memmem::Finder;

/// The names of all concepts as they are typed, in flat arrays.
#[derive(Debug, Default)]
pub struct TypedNames {
    letters: String,
    initials: String,
    rows: Vec<Row>,
    names: Vec<String>,
}

/// A name: where its letters and its initials end.
#[derive(Clone, Copy, Debug)]
struct Row {
    concept: ConceptId,
    letters: u32,
    initials: u32,
    /// The user's id, which counts less than names do.
    is_id: bool,
}

/// A concept that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedHit {
    /// The concept.
    pub concept: ConceptId,
    /// How well it fits; the smaller the better.
    pub fit: Fit,
    /// The name that fits best: an index for [`TypedNames::name`].
    pub name: u32,
}

/// How what was typed stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The name begins so.
    Begins,
    /// It is in the name, or its syllables begin so.
    Inside,
    /// It is in the concept's id.
    Id,
}

impl TypedNames {
    /// Gathers the names: labels, aliases, what these stand for, and ids.
    pub fn of(library: &Library) -> Self {
        let mut names = Self::default();
        for id in library.vocabulary().ids() {
            let concept = library.vocabulary().get(id);
            for (_, name) in concept.names() {
                names.add(id, &name, false);
            }
            names.add(id, &concept.id, true);
        }
        names
    }

    fn add(&mut self, concept: ConceptId, name: &str, is_id: bool) {
        self.letters.push_str(&letters(name));
        self.initials.push_str(&initials(name));
        self.rows.push(Row {
            concept,
            letters: self.letters.len() as u32,
            initials: self.initials.len() as u32,
            is_id,
        });
        self.names.push(name.to_owned());
    }

    /// A name as the vocabulary writes it.
    pub fn name(&self, index: u32) -> &str {
        &self.names[index as usize]
    }

    /// The concepts with a name that fits, in the order of the vocabulary. `None`
    /// when nothing is typed, so that all do.
    pub fn find(&self, typed: &str) -> Option<Vec<TypedHit>> {
        let wanted = letters(typed);
        if wanted.is_empty() {
            return None;
        }
        let initials_only = is_initials(&wanted);
        let finder = Finder::new(wanted.as_bytes());
        let mut hits: Vec<TypedHit> = Vec::new();
        let (mut start, mut first) = (0, 0);
        for (index, row) in self.rows.iter().enumerate() {
            let name = &self.letters[start..row.letters as usize];
            let syllables = &self.initials[first..row.initials as usize];
            (start, first) = (row.letters as usize, row.initials as usize);
            let inside = match initials_only {
                true => finder.find(syllables.as_bytes()).is_some(),
                false => finder.find(name.as_bytes()).is_some(),
            };
            let fit = match row.is_id {
                true if inside => Fit::Id,
                true => continue,
                false if name.starts_with(&wanted) => Fit::Begins,
                false if inside => Fit::Inside,
                false => continue,
            };
            let hit = TypedHit {
                concept: row.concept,
                fit,
                name: index as u32,
            };
            match hits.last_mut() {
                Some(last) if last.concept == row.concept => {
                    if fit < last.fit {
                        *last = hit;
                    }
                }
                _ => hits.push(hit),
            }
        }
        Some(hits)
    }
}
