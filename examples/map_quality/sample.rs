//! A graph to draw: concepts, their backbone, their communities, their boxes.

use crate::characters;
use crate::source::Source;
use bookgraph::analyse::{Communities, Grouping, Network};
use bookgraph::graph::{Shrinkage, WeightedPair, backbone, co_mentions};
use bookgraph::map::Size;
use bookgraph::map::layout::{LayoutEdge, LayoutGraph};
use bookgraph::model::{ConceptId, EntryId, Library};
use bookgraph::tag::Tagging;
use bookgraph::text::width::{ems, wrap_label};

/// The size of labels, in pixels.
const LABEL: f64 = 14.0;
/// Room beside and above a label, and the height of a line.
const PADDING: (f64, f64) = (8.0, 5.0);
const LINE: f64 = 1.25;
/// Labels wrap at so many cells.
const CELLS: usize = 14;
/// Links for each concept.
const EDGES_PER_NODE: f32 = 1.75;

/// A graph and its name.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) graph: LayoutGraph,
}

impl Sample {
    /// The most frequent concepts of a source.
    pub(crate) fn of(source: &Source, concepts: usize) -> Self {
        let (name, graph) = match source {
            Source::Book(name, book) => {
                let library = characters::library(book);
                let concept = |id| library.vocabulary().get(id);
                let label = |id| characters::name(book, concept(id)).to_owned();
                (name, graph(&library, concepts, label))
            }
            Source::Library(name, library) => {
                let language = library.books()[0].language;
                let label = |id| library.vocabulary().get(id).label_in(language).to_owned();
                (name, graph(library, concepts, label))
            }
        };
        Self {
            name: name.clone(),
            graph,
        }
    }
}

fn graph(library: &Library, most: usize, label: impl Fn(ConceptId) -> String) -> LayoutGraph {
    let tagging = Tagging::of(library);
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let concepts = most_frequent(library, &tagging, &entries, most);
    let edges = links(library, &tagging, &entries, &concepts);
    let communities = Communities::of(
        &Network::new(concepts.len(), &edges),
        &places(&tagging, &concepts),
        &Grouping::default(),
    );
    let edges = edges.iter().map(|edge| LayoutEdge {
        a: edge.a,
        b: edge.b,
        weight: f64::from(edge.weight),
    });
    LayoutGraph {
        boxes: concepts.iter().map(|&id| label_box(&label(id))).collect(),
        edges: edges.collect(),
        groups: communities.groups().to_vec(),
    }
}

fn most_frequent(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    most: usize,
) -> Vec<ConceptId> {
    let counts = tagging.counts(library, entries);
    let mut concepts: Vec<ConceptId> = library.vocabulary().ids().collect();
    concepts.retain(|id| counts[id.index()].entries > 0);
    concepts.sort_by_key(|id| {
        std::cmp::Reverse((counts[id.index()].mentions, counts[id.index()].entries))
    });
    concepts.truncate(most);
    concepts
}

/// The backbone of the co-mentions.
fn links(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    concepts: &[ConceptId],
) -> Vec<WeightedPair> {
    let index = |id: ConceptId| concepts.iter().position(|&concept| concept == id);
    let pairs: Vec<WeightedPair> = co_mentions(library, tagging, entries, Shrinkage::default())
        .iter()
        .filter_map(|pair| {
            Some(WeightedPair {
                a: index(pair.a)?,
                b: index(pair.b)?,
                weight: pair.weight,
            })
        })
        .collect();
    let kept = backbone(concepts.len(), &pairs, EDGES_PER_NODE).edges;
    kept.into_iter().map(|edge| pairs[edge]).collect()
}

/// Where each concept stands in the reading: the mean of its entries.
fn places(tagging: &Tagging, concepts: &[ConceptId]) -> Vec<f64> {
    let place = |&id: &ConceptId| {
        let tags = tagging.about(id);
        let count = tags.len().max(1) as f64;
        tags.map(|tag| tag.entry.index() as f64).sum::<f64>() / count
    };
    concepts.iter().map(place).collect()
}

/// The box of a label, as maps have it.
fn label_box(label: &str) -> Size {
    let lines = wrap_label(label, CELLS);
    let widest = lines.iter().map(|line| ems(line)).fold(0.0, f64::max);
    Size::new(
        widest * LABEL + 2.0 * PADDING.0,
        lines.len() as f64 * LINE * LABEL + 2.0 * PADDING.1,
    )
}
