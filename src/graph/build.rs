//! Model and tags → graph.

use super::comention::co_mentions;
use super::edge::{Edge, EdgeKind, Evidence, Node};
use super::similar::entry_links;
use super::window::Shrinkage;
use crate::model::{ChapterId, ConceptId, EntryId, EntryReference, Library};
use crate::place::Placement;
use crate::tag::{Field, Tagging};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

/// Each entry is linked to this many most similar ones.
const LINKS_PER_ENTRY: usize = 2;

/// The knowledge graph of a library.
///
/// Edges that hold both ways ([`EdgeKind::Related`], [`EdgeKind::CoMention`],
/// [`EdgeKind::Shares`]) stand in the graph once, from the smaller id to the
/// larger.
#[derive(Debug)]
pub struct BookGraph {
    graph: DiGraph<Node, Edge>,
    evidence: Vec<Evidence>,
    placement: Placement,
    first_chapter: Vec<usize>,
    first_entry: usize,
    first_concept: usize,
}

impl BookGraph {
    /// Builds the graph of a library that was tagged and placed.
    pub fn build(library: &Library, tagging: &Tagging, placement: Placement) -> Self {
        Builder::new(library, tagging, placement).build()
    }

    /// The petgraph graph, for its algorithms.
    pub fn graph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// Where every entry belongs.
    pub fn placement(&self) -> &Placement {
        &self.placement
    }

    /// The places in the notes that speak for an edge.
    pub fn evidence(&self, edge: &Edge) -> &[Evidence] {
        &self.evidence[edge.evidence.start as usize..edge.evidence.end as usize]
    }

    /// The graph's index of a node.
    pub fn index(&self, node: Node) -> NodeIndex {
        NodeIndex::new(match node {
            Node::Book(book) => book.index(),
            Node::Chapter(chapter) => {
                self.first_chapter[chapter.book.index()] + chapter.index as usize
            }
            Node::Entry(entry) => self.first_entry + entry.index(),
            Node::Concept(concept) => self.first_concept + concept.index(),
        })
    }

    /// All edges as (source, target, edge), in the order they were added.
    pub fn edges(&self) -> impl Iterator<Item = (Node, Node, &Edge)> {
        self.graph.edge_references().map(|edge| {
            (
                self.graph[edge.source()],
                self.graph[edge.target()],
                edge.weight(),
            )
        })
    }
}

struct Builder<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    result: BookGraph,
}

impl<'a> Builder<'a> {
    fn new(library: &'a Library, tagging: &'a Tagging, placement: Placement) -> Self {
        let mut graph = DiGraph::new();
        for book in library.book_ids() {
            graph.add_node(Node::Book(book));
        }
        let mut first_chapter = Vec::new();
        for book in library.book_ids() {
            first_chapter.push(graph.node_count());
            for chapter in library.chapters_of(book) {
                graph.add_node(Node::Chapter(chapter));
            }
        }
        let first_entry = graph.node_count();
        for entry in library.entry_ids() {
            graph.add_node(Node::Entry(entry));
        }
        let first_concept = graph.node_count();
        for concept in library.vocabulary().ids() {
            graph.add_node(Node::Concept(concept));
        }
        Self {
            library,
            tagging,
            result: BookGraph {
                graph,
                evidence: Vec::new(),
                placement,
                first_chapter,
                first_entry,
                first_concept,
            },
        }
    }

    fn build(mut self) -> BookGraph {
        self.outlines();
        for entry in self.library.entry_ids() {
            self.entry(entry);
        }
        self.vocabulary();
        self.co_mentions();
        self.entry_links();
        self.references();
        self.result
    }

    fn add(
        &mut self,
        from: Node,
        to: Node,
        kind: EdgeKind,
        weight: f32,
        evidence: impl IntoIterator<Item = Evidence>,
    ) {
        let start = self.result.evidence.len() as u32;
        self.result.evidence.extend(evidence);
        let end = self.result.evidence.len() as u32;
        let (from, to) = (self.result.index(from), self.result.index(to));
        let edge = Edge {
            kind,
            weight,
            evidence: start..end,
        };
        self.result.graph.add_edge(from, to, edge);
    }

    fn outlines(&mut self) {
        for book in self.library.book_ids() {
            for chapter in self.library.chapters_of(book) {
                self.add(
                    Node::Chapter(chapter),
                    Node::Book(book),
                    EdgeKind::PartOf,
                    1.0,
                    [],
                );
            }
            let entries: Vec<EntryId> = self.library.entries_of(book).collect();
            for pair in entries.windows(2) {
                let evidence = pair.iter().map(|&entry| Evidence {
                    entry,
                    sentence: None,
                });
                self.add(
                    Node::Entry(pair[0]),
                    Node::Entry(pair[1]),
                    EdgeKind::Next,
                    1.0,
                    evidence,
                );
            }
        }
    }

    fn entry(&mut self, entry: EntryId) {
        let whole = Evidence {
            entry,
            sentence: None,
        };
        let chapters: Vec<ChapterId> = self
            .result
            .placement
            .chapters(self.library, entry)
            .collect();
        if chapters.is_empty() {
            let book = Node::Book(self.library.book_of(entry));
            self.add(Node::Entry(entry), book, EdgeKind::PartOf, 1.0, [whole]);
        }
        for chapter in chapters {
            self.add(
                Node::Entry(entry),
                Node::Chapter(chapter),
                EdgeKind::PartOf,
                1.0,
                [whole],
            );
        }
        let tagging = self.tagging;
        for tag in tagging.tags(entry) {
            let mentions = tagging
                .mentions(entry)
                .iter()
                .filter(|mention| mention.field == Field::Text && mention.concept == tag.concept);
            let mut sentences: Vec<u32> = mentions.map(|mention| mention.sentence).collect();
            sentences.dedup();
            let evidence: Vec<Evidence> = match sentences.is_empty() {
                true => vec![whole],
                false => sentences
                    .into_iter()
                    .map(|sentence| Evidence {
                        entry,
                        sentence: Some(sentence),
                    })
                    .collect(),
            };
            let weight = tag.mentions.max(1) as f32;
            self.add(
                Node::Entry(entry),
                Node::Concept(tag.concept),
                EdgeKind::Tagged,
                weight,
                evidence,
            );
        }
        let ranges: Vec<_> = tagging.sentences(entry).collect();
        for reference in self.result.placement.references(entry).to_vec() {
            let sentence = crate::text::sentence::sentence_at(&ranges, reference.span.start);
            let evidence = Evidence {
                entry,
                sentence: sentence.map(|sentence| sentence as u32),
            };
            self.add(
                Node::Entry(entry),
                Node::Chapter(reference.chapter),
                EdgeKind::RefersTo,
                1.0,
                [evidence],
            );
        }
    }

    fn vocabulary(&mut self) {
        let vocabulary = self.library.vocabulary();
        for id in vocabulary.ids() {
            let concept = vocabulary.get(id);
            for &broader in &concept.broader {
                self.add(
                    Node::Concept(id),
                    Node::Concept(broader),
                    EdgeKind::Broader,
                    1.0,
                    [],
                );
            }
            for &related in concept.related.iter().filter(|related| **related > id) {
                self.add(
                    Node::Concept(id),
                    Node::Concept(related),
                    EdgeKind::Related,
                    1.0,
                    [],
                );
            }
        }
    }

    fn co_mentions(&mut self) {
        let entries: Vec<EntryId> = self.library.entry_ids().collect();
        for pair in co_mentions(self.library, self.tagging, &entries, Shrinkage::default()) {
            let kind = EdgeKind::CoMention {
                count: pair.count,
                expected: pair.expected,
            };
            self.add(
                concept(pair.a),
                concept(pair.b),
                kind,
                pair.weight,
                pair.evidence.iter().copied(),
            );
        }
    }

    /// The links that the reader wrote: one edge for all from one entry to another.
    fn references(&mut self) {
        let mut links = self.library.references().to_vec();
        links.sort_unstable_by_key(|link| (link.from, link.to, link.start));
        for same in links.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)) {
            let (from, to) = (Node::Entry(same[0].from), Node::Entry(same[0].to));
            let evidence = same.iter().map(|link| evidence_of(self.tagging, link));
            let mut evidence: Vec<Evidence> = evidence.collect();
            evidence.dedup();
            self.add(from, to, EdgeKind::LinksTo, same.len() as f32, evidence);
        }
    }

    fn entry_links(&mut self) {
        let all: Vec<EntryId> = self.library.entry_ids().collect();
        for link in entry_links(self.library, self.tagging, &all, LINKS_PER_ENTRY) {
            let kind = EdgeKind::Shares {
                rarest: link.shared[0],
                concepts: link.shared.len() as u32,
            };
            let evidence = [link.a, link.b].map(|entry| Evidence {
                entry,
                sentence: None,
            });
            self.add(
                Node::Entry(link.a),
                Node::Entry(link.b),
                kind,
                link.similarity,
                evidence,
            );
        }
    }
}

fn concept(id: ConceptId) -> Node {
    Node::Concept(id)
}

/// The sentence that a link stands in.
pub fn evidence_of(tagging: &Tagging, link: &EntryReference) -> Evidence {
    let ranges: Vec<_> = tagging.sentences(link.from).collect();
    let sentence = crate::text::sentence::sentence_at(&ranges, link.start as usize);
    Evidence {
        entry: link.from,
        sentence: sentence.map(|sentence| sentence as u32),
    }
}
