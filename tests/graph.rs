//! The graph: its nodes, its edges, and the evidence of each.

use crate::support::{TestLibrary, diary};
use bookgraph::graph::{EdgeKind, Node};

#[test]
fn every_edge_that_comes_from_notes_has_its_evidence() {
    let opened = diary();
    let mut kinds = std::collections::BTreeMap::new();
    for (from, to, edge) in opened.graph.edges() {
        let kind = match edge.kind {
            EdgeKind::PartOf => "part of",
            EdgeKind::Next => "next",
            EdgeKind::Tagged => "tagged",
            EdgeKind::RefersTo => "refers to",
            EdgeKind::Broader => "broader",
            EdgeKind::Related => "related",
            EdgeKind::CoMention { .. } => "co-mention",
            EdgeKind::Shares { .. } => "shares",
        };
        *kinds.entry(kind).or_insert(0) += 1;
        let from_notes = !matches!(edge.kind, EdgeKind::Broader | EdgeKind::Related)
            && !matches!(from, Node::Chapter(_));
        let evidence = opened.graph.evidence(edge);
        assert_eq!(from_notes, !evidence.is_empty(), "{from:?} {kind} {to:?}");
        for place in evidence {
            let sentences = opened.tagging.sentences(place.entry).len() as u32;
            assert!(place.sentence.is_none_or(|sentence| sentence < sentences));
        }
    }
    assert_eq!(kinds["next"], 9);
    assert_eq!(kinds["refers to"], 2);
    assert_eq!(
        kinds["part of"],
        16 + 11,
        "16 chapters, 9 entries in one and one in two"
    );
}

/// Two concepts in one sentence count 1, in one entry 0.35 more, and the
/// weight is c / (E + 1).
#[test]
fn co_mentions_are_weighed_as_documented() {
    let library = TestLibrary::with_concepts(&[
        ("a", "가가", "aa"),
        ("b", "나나", "bb"),
        ("c", "다다", "cc"),
    ])
    .entry("1", "가가와 나나를 말했다. 다다는 따로 말했다.")
    .entry("2", "아무것도 말하지 않았다.");
    let opened = library.open();
    let pairs: Vec<(f32, f32, f32)> = opened
        .graph
        .edges()
        .filter_map(|(_, _, edge)| match edge.kind {
            EdgeKind::CoMention { count, expected } => Some((count, expected, edge.weight)),
            _ => None,
        })
        .collect();
    // N = 3 sentences + 2 entries × .35; each concept is in one sentence and
    // one entry: n = 1.35.
    let expected = 1.35 * 1.35 / 3.7;
    let rows = [
        (1.35, 1.35 / (expected + 1.0)),
        (0.35, 0.35 / (expected + 1.0)),
        (0.35, 0.35 / (expected + 1.0)),
    ];
    assert_eq!(pairs.len(), 3);
    for ((count, chance, weight), (c, w)) in pairs.into_iter().zip(rows) {
        assert!(
            (count - c).abs() < 1e-5
                && (chance - expected).abs() < 1e-5
                && (weight - w).abs() < 1e-5
        );
    }
}

/// Sixty entries about one concept are 60 edges to it, not 1,770 between them.
#[test]
fn entries_that_share_a_concept_are_no_clique() {
    let mut library = TestLibrary::with_concepts(&[("a", "가가", "aa"), ("b", "나나", "bb")]);
    for number in 0..60 {
        let text = if number % 2 == 0 {
            "가가와 나나"
        } else {
            "가가"
        };
        library = library.entry(&format!("e{number:02}"), text);
    }
    let opened = library.open();
    let shares = opened
        .graph
        .edges()
        .filter(|(_, _, edge)| matches!(edge.kind, EdgeKind::Shares { .. }))
        .count();
    assert!((1..=120).contains(&shares), "{shares}");
}
