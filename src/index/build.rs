//! An index of some entries.

use super::cross::{Companion, companions, see, see_also};
use super::heading::{Heading, MainHeading};
use super::locate::{Passage, locators};
use super::locator::By;
use super::subheading::subheadings;
use crate::graph::{Shrinkage, co_mentions};
use crate::model::{ConceptId, EntryId, Language, Library};
use crate::tag::Tagging;
use crate::text::collation::{Collation, Initial};
use crate::text::fold;
use std::collections::BTreeMap;

/// What an index is to be like.
#[derive(Clone, Copy, Debug)]
pub struct IndexOptions {
    /// The language of the preferred labels.
    pub language: Language,
    /// What its locators name.
    pub by: By,
    /// A concept that fewer entries are about is left out.
    pub min_entries: usize,
}

/// Headings in the order of the alphabet.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The headings under each initial, in order.
    pub groups: Vec<IndexGroup>,
}

/// The headings under one initial.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexGroup {
    /// The initial.
    pub initial: Initial,
    /// The headings, in order.
    pub headings: Vec<Heading>,
}

impl Index {
    /// The index of some entries, in order.
    ///
    /// Every concept that enough of the entries are about is a main heading once.
    pub fn of(
        library: &Library,
        tagging: &Tagging,
        entries: &[EntryId],
        options: &IndexOptions,
    ) -> Self {
        let builder = Builder::new(library, tagging, entries, options);
        Self::arranged(builder.headings())
    }

    fn arranged(headings: Vec<Heading>) -> Self {
        let collation = Collation::default();
        let mut placed: Vec<(Initial, Heading)> = headings
            .into_iter()
            .map(|heading| (collation.initial(heading.term()), heading))
            .collect();
        placed.sort_by(|(initial, a), (other, b)| {
            let within = || collation.compare_within(a.term(), b.term());
            initial.cmp(other).then_with(within)
        });
        // A reference right before or after its heading helps nobody find it.
        drop_beside(&mut placed);
        placed.reverse();
        drop_beside(&mut placed);
        placed.reverse();
        let mut groups: Vec<IndexGroup> = Vec::new();
        for (initial, heading) in placed {
            match groups.last_mut() {
                Some(group) if group.initial == initial => group.headings.push(heading),
                _ => groups.push(IndexGroup {
                    initial,
                    headings: vec![heading],
                }),
            }
        }
        Self { groups }
    }

    /// All headings, in order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.groups.iter().flat_map(|group| &group.headings)
    }

    /// How many concepts it lists.
    pub fn concept_count(&self) -> usize {
        let is_main = |heading: &&Heading| matches!(heading, Heading::Main(_));
        self.headings().filter(is_main).count()
    }
}

/// Takes out the references that follow their heading without another between.
fn drop_beside(placed: &mut Vec<(Initial, Heading)>) {
    let mut beside = None;
    placed.retain(|(initial, heading)| match heading {
        Heading::Main(main) => {
            beside = Some((*initial, main.concept));
            true
        }
        Heading::See { to, .. } => {
            let is_beside = matches!(to[..], [to] if beside == Some((*initial, to)));
            if !is_beside {
                beside = None;
            }
            !is_beside
        }
    });
}

struct Builder<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    options: &'a IndexOptions,
    entries: &'a [EntryId],
    /// For each concept of the vocabulary the entries about it.
    passages: Vec<Vec<Passage>>,
}

impl<'a> Builder<'a> {
    fn new(
        library: &'a Library,
        tagging: &'a Tagging,
        entries: &'a [EntryId],
        options: &'a IndexOptions,
    ) -> Self {
        let mut passages = vec![Vec::new(); library.vocabulary().len()];
        for &entry in entries {
            for tag in tagging.tags(entry) {
                passages[tag.concept.index()].push(Passage::of(library, tagging, tag));
            }
        }
        Self {
            library,
            tagging,
            options,
            entries,
            passages,
        }
    }

    fn is_heading(&self, concept: ConceptId) -> bool {
        self.passages[concept.index()].len() >= self.options.min_entries.max(1)
    }

    fn headings(&self) -> Vec<Heading> {
        let size = self.library.vocabulary().len();
        let pairs = co_mentions(
            self.library,
            self.tagging,
            self.entries,
            Shrinkage::default(),
        );
        let companions = companions(size, &pairs);
        let terms = self.terms();
        let mut labels: BTreeMap<Vec<u8>, Vec<ConceptId>> = BTreeMap::new();
        for (concept, _) in &terms {
            let label = self.label(*concept);
            labels.entry(fold::key(label)).or_default().push(*concept);
        }
        let (see, also) = see(self.library, &labels, &terms);
        let mut see_too: Vec<Vec<ConceptId>> = vec![Vec::new(); size];
        for (from, to) in also {
            see_too[from.index()].push(to);
        }
        let collation = Collation::default();
        let main = terms.into_iter().map(|(concept, term)| {
            let others = std::mem::take(&mut see_too[concept.index()]);
            let mut main = self.main(concept, term, &companions[concept.index()], others);
            self.sort(&collation, &mut main.see_also);
            Heading::Main(main)
        });
        let main: Vec<Heading> = main.collect();
        let see = see.into_iter().map(|mut heading| {
            if let Heading::See { to, .. } = &mut heading {
                self.sort(&collation, to);
            }
            heading
        });
        main.into_iter().chain(see).collect()
    }

    fn main(
        &self,
        concept: ConceptId,
        term: String,
        companions: &[Companion],
        others: Vec<ConceptId>,
    ) -> MainHeading {
        let passages = &self.passages[concept.index()];
        let mut main = MainHeading {
            term,
            concept,
            locators: locators(self.library, self.options.by, passages),
            subheadings: Vec::new(),
            see_also: others,
        };
        let of = |concept: ConceptId| match self.is_heading(concept) {
            true => self.passages[concept.index()].clone(),
            false => Vec::new(),
        };
        let by = self.options.by;
        main.subheadings = subheadings(self.library, self.tagging, by, &main, companions, of);
        let is_heading = |concept| self.is_heading(concept);
        main.see_also
            .extend(see_also(self.library, concept, companions, is_heading));
        let below = |it: &ConceptId| main.subheadings.iter().any(|sub| sub.concept == *it);
        main.see_also.retain(|it| *it != concept && !below(it));
        main
    }

    /// The labels of the headings, told apart by ids where two are the same.
    fn terms(&self) -> Vec<(ConceptId, String)> {
        let concepts = self.library.vocabulary().ids();
        let concepts: Vec<ConceptId> = concepts.filter(|&it| self.is_heading(it)).collect();
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for &concept in &concepts {
            *times.entry(self.label(concept)).or_default() += 1;
        }
        let term = |concept: ConceptId| {
            let label = self.label(concept);
            match times[label] {
                1 => label.to_owned(),
                _ => format!("{label} ({})", self.library.vocabulary().get(concept).id),
            }
        };
        concepts.into_iter().map(|it| (it, term(it))).collect()
    }

    fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.options.language)
    }

    /// Puts concepts in the order of their labels, each once.
    fn sort(&self, collation: &Collation, concepts: &mut Vec<ConceptId>) {
        concepts.sort_by(|a, b| {
            let by_label = collation.compare(self.label(*a), self.label(*b));
            by_label.then(a.cmp(b))
        });
        concepts.dedup();
    }
}
