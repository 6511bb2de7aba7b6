//! The graph: its nodes, its edges, and the evidence of each.

use crate::support::{TestLibrary, diary};
use bookgraph::graph::{CoOccurrence, EdgeKind, Node, Shrinkage, Windows};

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
            EdgeKind::LinksTo => "links-to",
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

/// Things that are no concepts go through the same code: c, E and the windows.
#[test]
fn windows_count_what_stands_together() {
    let mut windows = Windows::new(4);
    windows.push([2, 0], 1.0);
    windows.push([0, 2, 0, 1], 0.5);
    windows.push([3], 1.0);
    windows.push_empty(2);
    assert_eq!((windows.total(), windows.occurrences(0)), (4.5, 1.5));
    let expected = |n: f32, m: f32| n * m / 4.5;
    let pair = |a, b, count, expected, windows: &[usize]| CoOccurrence {
        a,
        b,
        count,
        expected,
        windows: windows.to_vec(),
    };
    assert_eq!(
        windows.co_occurrences(),
        [
            pair(0, 1, 0.5, expected(1.5, 0.5), &[1]),
            pair(0, 2, 1.5, expected(1.5, 1.5), &[0, 1]),
            pair(1, 2, 0.5, expected(0.5, 1.5), &[1]),
        ]
    );
    assert_eq!(Shrinkage::default().weight(1.5, 0.5), 1.0);
    assert_eq!(Shrinkage(0.0).weight(1.5, 0.5), 3.0);
}

/// An entry with k > 12 concepts counts 11 / (k − 1) as much for each pair, and
/// all that counts is counted in the same windows.
#[test]
fn a_long_entry_counts_less_for_each_pair() {
    let names: Vec<String> = ('가'..).take(15).map(|c| format!("{c}리")).collect();
    let ids: Vec<String> = (0..15).map(|n| format!("c{n:02}")).collect();
    let concepts: Vec<(&str, &str, &str)> = (0..15)
        .map(|n| (ids[n].as_str(), names[n].as_str(), ids[n].as_str()))
        .collect();
    let text = names.join(". ");
    let opened = TestLibrary::with_concepts(&concepts)
        .entry("1", &text)
        .open();
    let entry = bookgraph::model::EntryId(0);
    let about = opened.tagging.tags(entry).iter();
    let about = about.filter(|tag| !tag.is_passing()).count();
    assert_eq!(about, 15);
    for (.., edge) in opened.graph.edges() {
        if let EdgeKind::CoMention { count, .. } = edge.kind {
            assert!((count - 0.35 * 11.0 / 14.0).abs() < 1e-6, "{count}");
        }
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
