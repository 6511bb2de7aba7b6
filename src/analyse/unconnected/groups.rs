//! Groups of concepts that the notes leave unconnected.

use crate::analyse::gaps::{Gap, Gaps};
use crate::analyse::grouped::{Grouped, links};
use crate::analyse::meeting::ChapterConcepts;
use crate::analyse::network::Network;
use crate::graph::MentionWindows;
use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A gap is told from this part of chance on down.
const WIDE: f64 = 0.5;

/// Two groups of concepts that entries name together less than by chance.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupGap {
    /// The concepts of either group, those most named first.
    pub groups: [Vec<ConceptId>; 2],
    /// How often they are named together: see [`Gap`].
    pub observed: f64,
    /// How often chance would have it.
    pub expected: f64,
    /// The chapters whose entries are about concepts of both; never empty. `None`:
    /// entries whose chapter is not known.
    pub chapters: Vec<Option<ChapterId>>,
    /// The concepts tied to both.
    pub bridges: Vec<ConceptId>,
    /// The entries nearest to both.
    pub entries: Vec<EntryId>,
}

/// The gaps between the groups that maps show, the widest first; only those whose
/// concepts meet in a chapter.
pub(super) fn group_gaps(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    chapters: &[ChapterConcepts],
    grouped: &Grouped,
) -> Vec<GroupGap> {
    let grouped_concepts = grouped.groups();
    let concepts: Vec<ConceptId> = grouped_concepts.iter().flatten().copied().collect();
    let mut node_of: Vec<Option<usize>> = vec![None; library.vocabulary().len()];
    for (node, concept) in concepts.iter().enumerate() {
        node_of[concept.index()] = Some(node);
    }
    let numbered = grouped_concepts.iter().enumerate();
    let groups: Vec<usize> = numbered
        .flat_map(|(group, members)| std::iter::repeat_n(group, members.len()))
        .collect();
    let windows = MentionWindows::of(library, tagging, entries);
    let occurrences: Vec<f32> = concepts
        .iter()
        .map(|concept| windows.windows().occurrences(concept.index()))
        .collect();
    let nodes_of = |&entry: &EntryId| {
        let tags = tagging.tags(entry).iter();
        tags.filter_map(|tag| node_of[tag.concept.index()])
            .collect()
    };
    let gaps = Gaps {
        network: &Network::new(
            concepts.len(),
            &links(library, concepts.iter().copied(), &grouped.pairs, |pair| {
                pair.weight
            }),
        ),
        groups: &groups,
        occurrences: &occurrences,
        total: windows.windows().total(),
        counts: &links(library, concepts.iter().copied(), &grouped.pairs, |pair| {
            pair.count
        }),
        entries: &entries.iter().map(nodes_of).collect::<Vec<_>>(),
    };
    let group_of = |concept: ConceptId| node_of[concept.index()].map(|node| groups[node]);
    let found = gaps.find().into_iter().filter(|gap| gap.ratio() <= WIDE);
    found
        .map(|gap| GroupGap {
            chapters: met(chapters, &gap, group_of),
            groups: gap.groups.map(|group| grouped_concepts[group].clone()),
            observed: gap.observed,
            expected: gap.expected,
            bridges: gap.bridges.iter().map(|&node| concepts[node]).collect(),
            entries: gap.entries.iter().map(|&at| entries[at]).collect(),
        })
        .filter(|gap| !gap.chapters.is_empty())
        .collect()
}

/// The chapters whose entries are about concepts of both groups.
fn met(
    chapters: &[ChapterConcepts],
    gap: &Gap,
    group_of: impl Fn(ConceptId) -> Option<usize>,
) -> Vec<Option<ChapterId>> {
    let both = |chapter: &&ChapterConcepts| {
        let has = |group| {
            let mut concepts = chapter.concepts.iter();
            concepts.any(|(concept, _)| group_of(*concept) == Some(group))
        };
        gap.groups.into_iter().all(has)
    };
    let met = chapters.iter().filter(both);
    met.map(|chapter| chapter.chapter).collect()
}
