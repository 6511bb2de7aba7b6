//! Concepts that are looked for under one name.

use crate::model::{ConceptId, Library};
use crate::tag::{Origin, Tag};

/// The concepts that count for one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The name, as it was typed.
    pub name: String,
    /// The concepts of that name; more than one when it is ambiguous.
    pub asked: Vec<ConceptId>,
    /// Those that count for them, themselves first.
    pub counted: Vec<Counted>,
    /// Which tags count, by who gave them.
    pub origins: Origins,
    /// Whether only tags count that are hardly to be doubted: see
    /// [`crate::tag::Salience::is_sure`].
    pub sure: bool,
    /// How the name was asked for.
    pub reach: Reach,
}

/// A concept that counts for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The concept.
    pub concept: ConceptId,
    /// Why it counts.
    pub kin: Kin,
}

/// What a concept is to the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kin {
    /// The same.
    Itself,
    /// Narrower, at any depth.
    Narrower(ConceptId),
    /// Broader, at any height.
    Broader(ConceptId),
    /// In the group asked for.
    Group,
}

/// Which concepts count for the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It and what is narrower.
    Narrower,
    /// It alone.
    Exact,
    /// It, what is narrower, and what is broader.
    Broader,
    /// A group of concepts.
    Group,
}

/// Who tagged an entry, for a tag to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origins {
    authored: bool,
    matched: bool,
    both: bool,
}

impl Origins {
    /// Every tag counts.
    pub const ANY: Self = Self::new(true, true, true);
    /// Tags that the reader gave.
    pub const AUTHORED: Self = Self::new(true, false, true);
    /// Tags whose concept the text names.
    pub const MATCHED: Self = Self::new(false, true, true);
    /// Tags that are both.
    pub const BOTH: Self = Self::new(false, false, true);

    const fn new(authored: bool, matched: bool, both: bool) -> Self {
        Self {
            authored,
            matched,
            both,
        }
    }

    /// Whether a tag of this origin counts.
    pub fn count(self, origin: Origin) -> bool {
        match origin {
            Origin::Authored => self.authored,
            Origin::Matched => self.matched,
            Origin::AuthoredAndMatched => self.both,
        }
    }

    /// How they are asked for; nothing when every tag counts.
    fn told(self) -> Option<&'static str> {
        Some(match (self.authored, self.matched, self.both) {
            (true, true, true) => return None,
            (true, false, true) => "origin:authored",
            (false, true, true) => "origin:matched",
            (false, false, true) => "origin:authored+matched",
            (true, false, false) => "-origin:matched",
            (false, true, false) => "-origin:authored",
            (true, true, false) => "-origin:authored+matched",
            (false, false, false) => "origin:none",
        })
    }

    /// The tags that do not count.
    #[must_use]
    pub fn others(self) -> Self {
        Self::new(!self.authored, !self.matched, !self.both)
    }

    /// The tags that count here and there.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::new(
            self.authored && other.authored,
            self.matched && other.matched,
            self.both && other.both,
        )
    }
}

impl Term {
    /// Concepts of one name, with those that count for them.
    pub fn new(library: &Library, name: &str, asked: &[ConceptId], reach: Reach) -> Self {
        let mut term = Self {
            name: name.to_owned(),
            asked: asked.to_vec(),
            counted: Vec::new(),
            origins: Origins::ANY,
            sure: false,
            reach,
        };
        let mut seen = vec![false; library.vocabulary().len()];
        let kin = match reach {
            Reach::Group => Kin::Group,
            _ => Kin::Itself,
        };
        term.count(&mut seen, asked.iter().map(|&concept| (concept, kin)));
        if matches!(reach, Reach::Narrower | Reach::Broader) {
            for &concept in asked {
                let narrower = library.vocabulary().narrower_closure(concept);
                let narrower = narrower.into_iter();
                term.count(&mut seen, narrower.map(|id| (id, Kin::Narrower(concept))));
            }
        }
        if reach == Reach::Broader {
            for &concept in asked {
                let broader = broader_closure(library, concept).into_iter();
                term.count(&mut seen, broader.map(|id| (id, Kin::Broader(concept))));
            }
        }
        term
    }

    /// Whether a tag with one of the concepts counts.
    pub fn counts(&self, tag: &Tag) -> bool {
        self.origins.count(tag.origin) && (tag.sure || !self.sure)
    }

    /// Adds concepts that are not counted yet.
    fn count(&mut self, seen: &mut [bool], concepts: impl Iterator<Item = (ConceptId, Kin)>) {
        for (concept, kin) in concepts {
            if !std::mem::replace(&mut seen[concept.index()], true) {
                self.counted.push(Counted { concept, kin });
            }
        }
    }

    /// The term in words, with the label of the concept asked for.
    pub(super) fn told(&self, label: impl Fn(ConceptId) -> String) -> String {
        let name = self.asked.first().copied().map(label);
        let name = name.unwrap_or_else(|| self.name.clone());
        let told = match self.reach {
            Reach::Narrower => name,
            Reach::Exact => format!("exact:{name}"),
            Reach::Broader => format!("broader:{name}"),
            Reach::Group => format!("group:{}", self.name),
        };
        match self.origins.told() {
            None => told,
            Some(origins) => format!("{told} {origins}"),
        }
    }
}

/// What is broader than a concept, at any height, the nearest first.
fn broader_closure(library: &Library, concept: ConceptId) -> Vec<ConceptId> {
    let mut closure = vec![concept];
    let mut seen = vec![false; library.vocabulary().len()];
    seen[concept.index()] = true;
    let mut next = 0;
    while next < closure.len() {
        for &broader in &library.vocabulary().get(closure[next]).broader {
            if !std::mem::replace(&mut seen[broader.index()], true) {
                closure.push(broader);
            }
        }
        next += 1;
    }
    closure
}
