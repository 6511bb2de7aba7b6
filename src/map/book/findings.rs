//! What the links of a map tell beyond its picture: the concepts that hold groups
//! together, and the groups that the notes do not connect.

use crate::analyse::{Gap, Gaps, Network, Weighed, bridges};
use crate::graph::{CoMention, MentionWindows, WeightedPair};
use crate::map::source::MapSource;
use crate::model::ConceptId;

/// So many bridges are named.
const BRIDGES: usize = 3;
/// So many gaps are named, and only those at most this much of chance.
const GAPS: usize = 3;
const WIDE: f64 = 0.25;

/// The concepts of a map with their groups.
pub(super) struct Findings<'s, 'a> {
    pub(super) source: &'s MapSource<'a>,
    pub(super) concepts: &'s [&'s Weighed],
    /// For each concept its group.
    pub(super) groups: &'s [usize],
    /// The names of the groups.
    pub(super) names: Vec<&'s str>,
    /// For each concept of the vocabulary where it stands among `concepts`.
    pub(super) positions: Vec<Option<usize>>,
}

impl Findings<'_, '_> {
    /// The findings, a sentence each.
    pub(super) fn sentences(&self) -> Vec<String> {
        let links = self.pairs(|pair| pair.weight);
        let network = Network::new(self.concepts.len(), &links);
        let mut sentences: Vec<String> = self.bridges(&network).into_iter().collect();
        let gaps = self.gaps(&network);
        let wide = gaps.iter().filter(|gap| gap.ratio() <= WIDE).take(GAPS);
        sentences.extend(wide.map(|gap| self.told(gap)));
        sentences
    }

    fn bridges(&self, network: &Network) -> Option<String> {
        let scores = bridges(network, self.groups);
        let mut best: Vec<usize> = (0..scores.len())
            .filter(|&node| scores[node].score() > 0.0)
            .collect();
        best.sort_by(|&a, &b| {
            let highest = scores[b].score().total_cmp(&scores[a].score());
            highest.then(a.cmp(&b))
        });
        best.truncate(BRIDGES);
        let bridging = self
            .source
            .words
            .pick("묶음을 잇는 개념", "Bridges between groups");
        (!best.is_empty()).then(|| format!("{bridging}: {}", self.labels(&best)))
    }

    fn gaps(&self, network: &Network) -> Vec<Gap> {
        let source = self.source;
        let windows = MentionWindows::of(source.library, source.tagging, &source.entries);
        let occurrences: Vec<f32> = self
            .concepts
            .iter()
            .map(|concept| windows.windows().occurrences(concept.concept.index()))
            .collect();
        let entries: Vec<Vec<usize>> = source
            .entries
            .iter()
            .map(|&entry| {
                let tags = source.tagging.tags(entry).iter();
                tags.filter_map(|tag| self.position(tag.concept)).collect()
            })
            .collect();
        let gaps = Gaps {
            network,
            groups: self.groups,
            occurrences: &occurrences,
            total: windows.windows().total(),
            counts: &self.pairs(|pair| pair.count),
            entries: &entries,
        };
        gaps.find()
    }

    fn told(&self, gap: &Gap) -> String {
        let words = self.source.words;
        let [a, b] = gap.groups.map(|group| self.names[group]);
        let entries = gap.entries.iter().map(|&entry| self.source.entries[entry]);
        let entries: Vec<String> = entries.map(|entry| self.source.names(&[entry])).collect();
        let percent = (100.0 * gap.ratio()).round();
        let mut parts = vec![match words.is_korean() {
            true => format!("빈틈: ‘{a}’ ↔ ‘{b}’ (함께 나온 정도가 우연의 {percent}%)"),
            false => {
                format!("Gap: “{a}” ↔ “{b}” (named together {percent}% as often as by chance)")
            }
        }];
        if !gap.bridges.is_empty() {
            let between = words.pick("사이에 있는 개념", "between them");
            parts.push(format!("{between}: {}", self.labels(&gap.bridges)));
        }
        if !entries.is_empty() {
            let nearest = words.pick("가까운 기록", "nearest entries");
            parts.push(format!("{nearest}: {}", entries.join(", ")));
        }
        parts.join(" · ")
    }

    fn labels(&self, nodes: &[usize]) -> String {
        let label = |&node: &usize| self.source.label(self.concepts[node].concept);
        nodes.iter().map(label).collect::<Vec<_>>().join(", ")
    }

    fn position(&self, concept: ConceptId) -> Option<usize> {
        self.positions[concept.index()]
    }

    /// The pairs among the concepts, weighed by what is asked for.
    fn pairs(&self, weight: impl Fn(&CoMention) -> f32) -> Vec<WeightedPair> {
        let pairs = self.source.pairs().iter();
        pairs
            .filter_map(|pair| {
                Some(WeightedPair {
                    a: self.position(pair.a)?,
                    b: self.position(pair.b)?,
                    weight: weight(pair),
                })
            })
            .collect()
    }
}
