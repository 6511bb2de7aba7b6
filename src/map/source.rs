//! What maps are drawn of: the entries and concepts asked for, what they have
//! to do with each other, and the words for them.

use super::bond::Bond;
use super::groundwork::{Groundwork, groups};
use super::grouping::Grouping;
use super::options::MapOptions;
use super::scene::SceneGroup;
use super::words::Words;
use crate::analyse::{Weighed, take_hubs, weigh};
use crate::graph::{CoMention, Evidence, WeightedPair, backbone, co_mentions};
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Language, Library};
use crate::place::Placement;
use crate::query::EntryFilter;
use crate::tag::{Field, Tagging};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// A library, read for maps. Every kind of map is drawn of one of these, so that
/// all agree on what is shown, in what colours and words.
pub struct MapSource<'a> {
    pub(super) library: &'a Library,
    pub(super) tagging: &'a Tagging,
    pub(super) placement: &'a Placement,
    pub(super) options: &'a MapOptions,
    pub(super) words: Words,
    /// The entries asked for, in reading order.
    pub(super) entries: Vec<EntryId>,
    /// The concepts of these entries, those of most weight first, without hubs,
    /// hidden and too seldom named ones.
    pub(super) concepts: Vec<Weighed>,
    /// For each concept of the vocabulary where it stands among these.
    rank: Vec<Option<u32>>,
    /// What was left out for being nearly everywhere.
    pub(super) hubs: Vec<ConceptId>,
    /// The pairs of concepts that the entries name together, when they were asked for.
    pairs: OnceLock<Arc<Vec<CoMention>>>,
    /// What the groups of all concepts have to do with each other in these entries, if that
    /// is known.
    bonds: Option<Vec<Bond>>,
    /// The groups of the whole book's concepts, so that a concept has the same
    /// colour on all its maps.
    pub(super) grouping: Grouping,
}

impl<'a> MapSource<'a> {
    /// Reads a library for maps.
    pub fn new(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        options: &'a MapOptions,
    ) -> Self {
        Self::on(None, library, tagging, placement, options)
    }

    /// The same with the groundwork of the library, if it is known; it is used where it
    /// [serves](Groundwork::serves).
    pub fn on(
        groundwork: Option<&Groundwork>,
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        options: &'a MapOptions,
    ) -> Self {
        let entries = options.filter.select(library, tagging, placement);
        let book = EntryFilter {
            book: options.filter.book,
            ..EntryFilter::default()
        };
        let whole = book.select(library, tagging, placement);
        let asked = options.around.map(|(concept, _)| concept);
        let lacks = |known: &Groundwork| asked.is_some_and(|asked| known.lacks(asked));
        let known = groundwork.filter(|it| Groundwork::serves(options) && !lacks(it));
        let ground = known.map_or_else(
            || Cow::Owned(Groundwork::of_entries(library, tagging, &whole, options)),
            Cow::Borrowed,
        );
        let words = Words::new(language(library, options, &entries));
        let colours = &options.earlier.colours;
        let grouping = Grouping::of(library, &ground.concepts, &ground.groups, colours);
        let pairs = OnceLock::new();
        let mut bonds = None;
        let (mut concepts, mut hubs) = if entries == whole {
            if let Some(counted) = &ground.pairs {
                pairs.get_or_init(|| Arc::clone(counted));
            }
            bonds = Some(ground.bonds.clone());
            (ground.concepts.clone(), ground.hubs.clone())
        } else {
            let mut concepts = weigh(library, tagging, &entries);
            // A concept is everywhere in the whole book, not in the part drawn.
            let hubs = take_hubs(tagging, &whole, &mut concepts, asked);
            (concepts, hubs)
        };
        hubs.retain(|hub| !options.hide.contains(hub));
        concepts.retain(|concept| {
            let asked_for = Some(concept.concept) == asked;
            let named = concept.mentions >= options.min_mentions;
            asked_for || (named && !options.hide.contains(&concept.concept))
        });
        let mut rank = vec![None; library.vocabulary().len()];
        for (at, weighed) in concepts.iter().enumerate() {
            rank[weighed.concept.index()] = Some(at as u32);
        }
        Self {
            library,
            tagging,
            placement,
            options,
            words,
            entries,
            concepts,
            rank,
            hubs,
            pairs,
            bonds,
            grouping,
        }
    }

    /// Whether any of the entries says its pages.
    pub(super) fn has_pages(&self) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|&entry| self.library.brief(entry).pages.is_some())
    }

    /// Whether any of the entries is in a chapter.
    pub(super) fn has_chapters(&self) -> bool {
        let chapters = |&entry: &EntryId| self.placement.chapters(self.library, entry).len();
        self.entries.iter().any(|entry| chapters(entry) > 0)
    }

    /// What a concept weighs, if it is one of those to be shown.
    pub(super) fn weighed(&self, concept: ConceptId) -> Option<&Weighed> {
        let rank = self.rank[concept.index()]?;
        Some(&self.concepts[rank as usize])
    }

    /// Whether a concept is one of those to be shown.
    pub(super) fn shows(&self, concept: ConceptId) -> bool {
        self.rank[concept.index()].is_some()
    }

    /// The label of a concept in the map's language.
    pub(super) fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    /// The pairs of concepts that the entries name together, by concept ids. They are counted
    /// when they are first asked for: an overview may do without.
    pub(super) fn pairs(&self) -> &[CoMention] {
        let count = || {
            let Self {
                library, tagging, ..
            } = self;
            let pairs = co_mentions(library, tagging, &self.entries, self.options.shrinkage);
            Arc::new(pairs)
        };
        self.pairs.get_or_init(count)
    }

    /// What the groups have to do with each other, if that is known and so many concepts are
    /// drawn: all that are in a group.
    pub(super) fn bonds(&self, drawn: usize) -> Option<&[Bond]> {
        let grouped = self.grouping.groups.iter();
        let grouped: usize = grouped.map(|group| group.members.len()).sum();
        self.bonds.as_deref().filter(|_| drawn == grouped)
    }

    /// The links among some concepts, by their positions in the list given, and
    /// which of them are the backbone.
    pub(super) fn backbone<'c>(
        &self,
        concepts: impl IntoIterator<Item = &'c Weighed>,
    ) -> (Vec<WeightedPair>, Vec<usize>) {
        let size = self.library.vocabulary().len();
        backbone_of(size, concepts, self.pairs(), self.options.edges_per_node)
    }

    /// The groups of some concepts among themselves.
    pub(super) fn grouping_of(&self, concepts: &[Weighed]) -> Grouping {
        self.grouping_with(concepts, &self.options.earlier.group_colours)
    }

    /// The groups of many concepts on one map. They keep the colours of an earlier one.
    pub(super) fn grouping_of_many(&self, concepts: &[Weighed]) -> Grouping {
        self.grouping_with(concepts, &self.options.earlier.colours)
    }

    fn grouping_with(&self, concepts: &[Weighed], earlier: &BTreeMap<String, u8>) -> Grouping {
        let size = self.library.vocabulary().len();
        let links = self.options.edges_per_node;
        let groups = groups(size, concepts, self.pairs(), links);
        Grouping::of(self.library, concepts, &groups, earlier)
    }

    /// Some groups as a scene has them that shows some concepts.
    pub(super) fn scene_groups(
        &self,
        grouping: &Grouping,
        groups: &[usize],
        shown: impl IntoIterator<Item = ConceptId>,
    ) -> Vec<SceneGroup> {
        let shown = self.mask(shown);
        let scene_group = |&group: &usize| SceneGroup {
            name: self.group_name(grouping, group, &shown),
            colour: grouping.groups[group].colour,
        };
        groups.iter().map(scene_group).collect()
    }

    /// A group by its most named members of those shown: `인풋 지표 · 리더십 원칙`.
    pub(super) fn group_name(&self, grouping: &Grouping, group: usize, shown: &[bool]) -> String {
        const NAMED_BY: usize = 2;
        let members = grouping.groups[group].members.iter();
        let members = members
            .filter(|member| shown[member.index()])
            .take(NAMED_BY);
        let names: Vec<&str> = members.map(|&member| self.label(member)).collect();
        names.join(" · ")
    }

    /// For each concept of the vocabulary whether it is one of these.
    pub(super) fn mask(&self, concepts: impl IntoIterator<Item = ConceptId>) -> Vec<bool> {
        let mut mask = vec![false; self.library.vocabulary().len()];
        for concept in concepts {
            mask[concept.index()] = true;
        }
        mask
    }

    /// The books of the entries, in order.
    pub(super) fn books(&self) -> Vec<BookId> {
        let mut books = Vec::new();
        let mut rest = &self.entries[..];
        while let Some(&first) = rest.first() {
            let book = self.library.book_of(first);
            books.push(book);
            let of_book = rest.partition_point(|&entry| self.library.book_of(entry) <= book);
            rest = &rest[of_book..];
        }
        books
    }

    /// `input-metrics`.
    pub(super) fn concept_id(&self, concept: ConceptId) -> String {
        self.library.vocabulary().get(concept).id.clone()
    }

    /// `working-backwards/day-19`.
    pub(super) fn entry_id(&self, entry: EntryId) -> String {
        self.library.qualified_id(entry)
    }

    /// `working-backwards/9`.
    pub(super) fn chapter_id(&self, chapter: ChapterId) -> String {
        let book = self.library.book(chapter.book);
        format!("{}/{}", book.id, self.library.chapter(chapter).id)
    }

    /// The sentence that a piece of evidence points to.
    pub(super) fn sentence(&self, evidence: Evidence) -> Option<&'a str> {
        let mut sentences = self.tagging.sentences(evidence.entry);
        let range = sentences.nth(evidence.sentence? as usize)?;
        Some(self.library.entry(evidence.entry).text[range].trim())
    }

    /// The sentences of an entry that name a concept; the entry as a whole where
    /// only the reader or the title names it.
    pub(super) fn naming(&self, entry: EntryId, concept: ConceptId) -> Vec<Evidence> {
        let named = self.tagging.mentions(entry).iter();
        let mut sentences: Vec<u32> = named
            .filter(|mention| mention.field == Field::Text && mention.concept == concept)
            .map(|mention| mention.sentence)
            .collect();
        sentences.dedup();
        let evidence = |sentence| Evidence { entry, sentence };
        match sentences.is_empty() {
            true => vec![evidence(None)],
            false => sentences.into_iter().map(|at| evidence(Some(at))).collect(),
        }
    }

    /// All the evidence for a concept in the entries asked for, in reading order.
    pub(super) fn evidence(&self, concept: ConceptId) -> Vec<Evidence> {
        let about = self.tagging.about(concept).map(|tag| tag.entry);
        about
            .filter(|entry| self.entries.binary_search(entry).is_ok())
            .flat_map(|entry| self.naming(entry, concept))
            .collect()
    }
}

/// The language of labels: the one asked for, or the first book's.
fn language(library: &Library, options: &MapOptions, entries: &[EntryId]) -> Language {
    let of_book = |&entry: &EntryId| library.book(library.book_of(entry)).language;
    let first = entries.first().map(of_book);
    options.language.or(first).unwrap_or(Language::ENGLISH)
}

/// The links among some concepts of a vocabulary of `size`, by their positions in
/// the list, and which of them are the backbone.
pub(super) fn backbone_of<'c>(
    size: usize,
    concepts: impl IntoIterator<Item = &'c Weighed>,
    pairs: &[CoMention],
    edges_per_node: f32,
) -> (Vec<WeightedPair>, Vec<usize>) {
    let (positions, count) = positions(size, concepts);
    let edges: Vec<WeightedPair> = pairs
        .iter()
        .filter_map(|pair| {
            Some(WeightedPair {
                a: positions[pair.a.index()]?,
                b: positions[pair.b.index()]?,
                weight: pair.weight,
            })
        })
        .collect();
    let kept = backbone(count, &edges, edges_per_node).edges;
    (edges, kept)
}

/// For each concept of a vocabulary of `size` where it stands in a list, and how
/// long the list is.
pub(super) fn positions<'c>(
    size: usize,
    concepts: impl IntoIterator<Item = &'c Weighed>,
) -> (Vec<Option<usize>>, usize) {
    let mut positions = vec![None; size];
    let mut count = 0;
    for concept in concepts {
        positions[concept.concept.index()] = Some(count);
        count += 1;
    }
    (positions, count)
}
