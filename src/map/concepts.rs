//! The concept map: what a book is about, and how its ideas hang together.

use super::heading::{page_span, title};
use super::weigh::{Weighed, take_hubs, weigh};
use super::{Group, Map, MapEdge, MapKind, MapNode, Relation, Selection, Words};
use crate::graph::{BookGraph, CoMention, Node, Shrinkage, WeightedPair, backbone, co_mentions};
use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::tag::Tagging;
use crate::text::width::{shorten, wrap_label};

/// Labels wrap at this many terminal cells: seven Hangul syllables.
const LABEL_CELLS: usize = 14;
/// Labels are cut at this many terminal cells.
const LONGEST_LABEL: usize = 60;

/// Draws the concepts that the selected entries are about, grouped by the
/// chapter that names them most. Links are the backbone of the co-mentions.
pub fn concepts(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    selection: &Selection,
) -> Map {
    let entries = selection.entries(library, graph.placement());
    let drawing = Drawing {
        library,
        tagging,
        graph,
        words: Words::new(selection.language(library, &entries)),
        entries,
        selection,
    };
    drawing.draw()
}

struct Drawing<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    graph: &'a BookGraph,
    words: Words,
    entries: Vec<EntryId>,
    selection: &'a Selection,
}

impl Drawing<'_> {
    fn draw(&self) -> Map {
        let pairs = co_mentions(
            self.library,
            self.tagging,
            &self.entries,
            Shrinkage::default(),
        );
        let mut weighed = weigh(self.library, self.tagging, self.graph, &self.entries);
        let asked = self.selection.around.map(|(concept, _)| concept);
        // A concept is everywhere in the whole book, not in the part drawn.
        let whole = Selection {
            chapters: Vec::new(),
            ..self.selection.clone()
        };
        let whole = whole.entries(self.library, self.graph.placement());
        let hubs = take_hubs(self.tagging, &whole, &mut weighed, asked);
        if let Some((center, depth)) = self.selection.around {
            let near = self.near(&pairs, &weighed, center, depth);
            weighed.retain(|concept| near.contains(&concept.concept));
        }
        if let Some(center) = weighed
            .iter()
            .position(|concept| Some(concept.concept) == asked)
        {
            let center = weighed.remove(center);
            weighed.insert(0, center);
        }
        weighed.truncate(self.selection.top);
        let homes = self.homes(&weighed);
        let home_of = |concept: &Weighed| {
            homes
                .iter()
                .position(|home| *home == concept.home)
                .unwrap_or(0)
        };
        weighed.sort_by_key(home_of);

        let most = weighed
            .iter()
            .map(|concept| concept.mentions)
            .max()
            .unwrap_or(1);
        let nodes: Vec<MapNode> = weighed
            .iter()
            .map(|concept| self.node(concept, home_of(concept), most))
            .collect();
        let (edges, possible) = self.edges(&weighed, &nodes, &pairs);
        Map {
            kind: MapKind::Concepts,
            title: self.title(),
            subtitle: self.subtitle(&weighed, &edges, possible, &hubs),
            groups: homes
                .into_iter()
                .map(|home| Group {
                    label: self.home_label(home),
                })
                .collect(),
            nodes,
            edges,
        }
    }

    /// Where each concept of the vocabulary stands among the weighed ones.
    fn positions(&self, weighed: &[Weighed]) -> Vec<Option<usize>> {
        let mut positions = vec![None; self.library.vocabulary().len()];
        for (position, concept) in weighed.iter().enumerate() {
            positions[concept.concept.index()] = Some(position);
        }
        positions
    }

    /// The concepts within so many backbone links of one.
    fn near(
        &self,
        pairs: &[CoMention],
        weighed: &[Weighed],
        center: ConceptId,
        depth: usize,
    ) -> Vec<ConceptId> {
        let index = self.positions(weighed);
        let edges: Vec<WeightedPair> = weighted(pairs, &index);
        let kept = backbone(weighed.len(), &edges, self.selection.edges_per_node).edges;
        let mut near = vec![false; weighed.len()];
        if let Some(start) = index[center.index()] {
            near[start] = true;
        }
        for _ in 0..depth {
            let reached = near.clone();
            for edge in kept.iter().map(|&edge| &edges[edge]) {
                near[edge.a] |= reached[edge.b];
                near[edge.b] |= reached[edge.a];
            }
            if near == reached {
                break;
            }
        }
        let concepts = weighed.iter().zip(near);
        concepts
            .filter(|(_, near)| *near)
            .map(|(concept, _)| concept.concept)
            .collect()
    }

    /// The groups: chapters in the order of the books, unknown ones last.
    fn homes(&self, weighed: &[Weighed]) -> Vec<Option<ChapterId>> {
        let mut homes: Vec<Option<ChapterId>> =
            weighed.iter().map(|concept| concept.home).collect();
        homes.sort_by_key(|home| (home.is_none(), *home));
        homes.dedup();
        homes
    }

    fn node(&self, weighed: &Weighed, group: usize, most: u32) -> MapNode {
        let concept = self.library.vocabulary().get(weighed.concept);
        let label = concept.label_in(self.words.language());
        let counts = format!(
            "{} · {}",
            label,
            match self.words.is_korean() {
                true => format!(
                    "언급 {}번, {}",
                    weighed.mentions,
                    self.words.entries(weighed.entries)
                ),
                false => format!(
                    "{}× in {}",
                    weighed.mentions,
                    self.words.entries(weighed.entries)
                ),
            }
        );
        let definition = concept.definition.best(self.words.language());
        MapNode {
            node: Node::Concept(weighed.concept),
            id: concept.id.clone(),
            lines: wrap_label(&shorten(label, LONGEST_LABEL), LABEL_CELLS),
            tooltip: definition.map_or(counts.clone(), |definition| {
                format!("{counts}\n{definition}")
            }),
            size: (weighed.mentions as f32 / most as f32).powf(0.6),
            group,
        }
    }

    /// The backbone among the concepts drawn, and how many links there are.
    fn edges(
        &self,
        weighed: &[Weighed],
        nodes: &[MapNode],
        pairs: &[CoMention],
    ) -> (Vec<MapEdge>, usize) {
        let index = self.positions(weighed);
        let drawn: Vec<&CoMention> = pairs
            .iter()
            .filter(|pair| index[pair.a.index()].is_some() && index[pair.b.index()].is_some())
            .collect();
        let edges = weighted(pairs, &index);
        let kept = backbone(nodes.len(), &edges, self.selection.edges_per_node).edges;
        let heaviest = kept
            .iter()
            .map(|&edge| edges[edge].weight)
            .fold(f32::EPSILON, f32::max);
        let mut drawn_edges: Vec<MapEdge> = kept
            .into_iter()
            .map(|edge| {
                let WeightedPair { a, b, weight } = edges[edge];
                let same = nodes[a].group == nodes[b].group;
                MapEdge {
                    from: a.min(b),
                    to: a.max(b),
                    relation: if same {
                        Relation::Together
                    } else {
                        Relation::Across
                    },
                    weight: weight / heaviest,
                    label: None,
                    tooltip: self.evidence(drawn[edge]),
                }
            })
            .collect();
        drawn_edges.sort_by_key(|edge| (edge.from, edge.to));
        (drawn_edges, edges.len())
    }

    /// The first sentence that names both, and where.
    fn evidence(&self, pair: &CoMention) -> String {
        let label = |concept| {
            self.library
                .vocabulary()
                .get(concept)
                .label_in(self.words.language())
        };
        let mut entries: Vec<EntryId> = pair
            .evidence
            .iter()
            .map(|evidence| evidence.entry)
            .collect();
        entries.dedup();
        let names: Vec<String> = entries
            .iter()
            .map(|&entry| self.words.entry(self.library, entry))
            .collect();
        let mut tooltip = format!(
            "{} – {}: {}",
            label(pair.a),
            label(pair.b),
            shorten(&names.join(", "), 80)
        );
        let sentence = pair.evidence.iter().find_map(|evidence| {
            let range = self
                .tagging
                .sentences(evidence.entry)
                .nth(evidence.sentence? as usize)?;
            Some(&self.library.entry(evidence.entry).text[range])
        });
        if let Some(sentence) = sentence {
            tooltip.push('\n');
            tooltip.push_str(&shorten(sentence, 160));
        }
        tooltip
    }

    fn title(&self) -> String {
        let center = self.selection.around.map(|(concept, _)| {
            let concept = self.library.vocabulary().get(concept);
            concept.label_in(self.words.language())
        });
        title(
            self.library,
            &self.entries,
            self.words,
            self.selection,
            self.words.pick("개념 지도", "concept map"),
            center,
        )
    }

    fn subtitle(
        &self,
        drawn: &[Weighed],
        edges: &[MapEdge],
        possible: usize,
        hubs: &[ConceptId],
    ) -> String {
        let words = self.words;
        let mut parts = vec![words.entries(self.entries.len())];
        parts.extend(page_span(self.library, &self.entries).map(|pages| words.pages(pages)));
        parts.push(words.concepts(drawn.len()));
        parts.push(match words.is_korean() {
            true => format!("{} (전체 {possible}개 가운데)", words.links(edges.len())),
            false => format!("{} of {possible}", words.links(edges.len())),
        });
        if !hubs.is_empty() {
            let names: Vec<&str> = hubs
                .iter()
                .map(|&hub| {
                    self.library
                        .vocabulary()
                        .get(hub)
                        .label_in(words.language())
                })
                .collect();
            parts.push(format!(
                "{}: {}",
                words.pick(
                    "거의 모든 기록에 나와 제외",
                    "left out, being nearly everywhere"
                ),
                names.join(", ")
            ));
        }
        parts.join(" · ")
    }

    fn home_label(&self, home: Option<ChapterId>) -> String {
        match home {
            Some(id) => {
                let chapter = self.words.chapter(self.library.chapter(id));
                let book = self.library.book(id.book).title_in(self.words.language());
                match self.selection.book.is_none() && self.library.books().len() > 1 {
                    true => format!("{book}: {chapter}"),
                    false => chapter,
                }
            }
            None => self.words.pick("장 미상", "chapter unknown").to_owned(),
        }
    }
}

/// The pairs whose concepts both have a position.
fn weighted(pairs: &[CoMention], index: &[Option<usize>]) -> Vec<WeightedPair> {
    pairs
        .iter()
        .filter_map(|pair| {
            Some(WeightedPair {
                a: index[pair.a.index()]?,
                b: index[pair.b.index()]?,
                weight: pair.weight,
            })
        })
        .collect()
}
