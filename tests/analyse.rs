//! Communities and what follows from them.

use crate::support::TestLibrary;
use bookgraph::analyse::{
    Communities, Course, Gaps, Grouping, Leiden, Network, PageRank, Partition, bridges,
    stable_colours, trajectories,
};
use bookgraph::graph::{CoOccurrence, Shrinkage, WeightedPair, Windows};
use proptest::prelude::*;

fn network(nodes: usize, edges: &[(usize, usize)]) -> Network {
    let edges: Vec<WeightedPair> = edges.iter().map(|&(a, b)| pair(a, b, 1.0)).collect();
    Network::new(nodes, &edges)
}

fn pair(a: usize, b: usize, weight: f32) -> WeightedPair {
    WeightedPair { a, b, weight }
}

/// W. Zachary, "An information flow model for conflict and fission in small
/// groups" (1977): who met whom of a karate club.
const KARATE: [&[usize]; 33] = [
    &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
    &[2, 3, 7, 13, 17, 19, 21, 30],
    &[3, 7, 8, 9, 13, 27, 28, 32],
    &[7, 12, 13],
    &[6, 10],
    &[6, 10, 16],
    &[16],
    &[],
    &[30, 32, 33],
    &[33],
    &[],
    &[],
    &[],
    &[33],
    &[32, 33],
    &[32, 33],
    &[],
    &[],
    &[32, 33],
    &[33],
    &[32, 33],
    &[],
    &[32, 33],
    &[25, 27, 29, 32, 33],
    &[25, 27, 31],
    &[31],
    &[29, 33],
    &[33],
    &[31, 33],
    &[32, 33],
    &[32, 33],
    &[32, 33],
    &[33],
];

fn karate() -> Network {
    let rows = KARATE.iter().enumerate();
    let edges: Vec<(usize, usize)> = rows
        .flat_map(|(a, row)| row.iter().map(move |&b| (a, b)))
        .collect();
    assert_eq!(edges.len(), 78);
    network(34, &edges)
}

/// `cliques` cliques of `size` nodes each, in a ring.
fn ring_of_cliques(cliques: usize, size: usize) -> Network {
    let mut edges = Vec::new();
    for clique in 0..cliques {
        let first = clique * size;
        for a in first..first + size {
            edges.extend((a + 1..first + size).map(|b| (a, b)));
        }
        edges.push((first, (first + size + 1) % (cliques * size)));
    }
    network(cliques * size, &edges)
}

#[test]
fn known_graphs_have_their_known_communities() {
    let club = karate();
    let found = Leiden::default().partition(&club);
    // The optimum is known: four groups, Q = 0.41979.
    assert_eq!(found.group_count(), 4);
    assert!((found.modularity(&club, 1.0) - 0.41979).abs() < 1e-5);

    let ring = ring_of_cliques(6, 5);
    let found = Leiden::default().partition(&ring);
    let cliques: Vec<usize> = (0..30).map(|node| node / 5).collect();
    assert_eq!(found, Partition::from_labels(&cliques));

    let mut edges: Vec<(usize, usize)> = Vec::new();
    for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
        edges.extend([(a, b), (a + 4, b + 4)]);
    }
    edges.push((3, 4));
    let found = Leiden::default().partition(&network(8, &edges));
    assert_eq!(found.groups(), [0, 0, 0, 0, 1, 1, 1, 1]);
}

/// Louvain's first phase and its aggregation, as plainly as it goes: the level
/// that Leiden must not fall below.
fn louvain(nodes: usize, edges: &[WeightedPair]) -> Partition {
    let network = Network::new(nodes, edges);
    let mut labels: Vec<usize> = (0..nodes).collect();
    // A block is a node of the aggregate graph, moved as a whole.
    let mut blocks: Vec<Vec<usize>> = (0..nodes).map(|node| vec![node]).collect();
    loop {
        let before = labels.clone();
        let mut most = Partition::from_labels(&labels).modularity(&network, 1.0);
        let mut moved = true;
        while std::mem::take(&mut moved) {
            for block in &blocks {
                let own = labels[block[0]];
                for target in 0..nodes {
                    let mut tried = labels.clone();
                    block.iter().for_each(|&node| tried[node] = target);
                    let quality = Partition::from_labels(&tried).modularity(&network, 1.0);
                    if target != own && quality > most + 1e-9 {
                        (labels, most, moved) = (tried, quality, true);
                    }
                }
            }
        }
        if labels == before {
            return Partition::from_labels(&labels);
        }
        blocks = Partition::from_labels(&labels).members();
    }
}

/// Nodes without an edge are on their own, even where a run starts from groups by
/// chance that nothing improves.
#[test]
fn nodes_without_an_edge_are_on_their_own() {
    let edges = [
        pair(8, 11, 1.0),
        pair(8, 9, 0.333_333_34),
        pair(0, 5, 0.666_666_7),
        pair(5, 8, 1.666_666_6),
    ];
    let network = Network::new(12, &edges);
    let found = Leiden::default().partition(&network);
    assert_eq!(found.connected(&network), found);
    assert_eq!(found.group_count(), 9);
}

fn graphs() -> impl Strategy<Value = (usize, Vec<WeightedPair>)> {
    (1_usize..14).prop_flat_map(|nodes| {
        let edge = (0..nodes, 0..nodes, 1_u8..8);
        let edge = edge.prop_map(|(a, b, weight)| pair(a, b, f32::from(weight) / 3.0));
        (Just(nodes), prop::collection::vec(edge, 0..40))
    })
}

proptest! {
    /// Communities are connected, worth at least as much as single nodes and
    /// about as much as Louvain's, and the same however the edges are listed.
    #[test]
    fn communities_are_connected_and_worth_it((nodes, edges) in graphs(), turn in 0_usize..40) {
        let network = Network::new(nodes, &edges);
        let found = Leiden::default().partition(&network);
        prop_assert_eq!(&found.connected(&network), &found);
        let quality = found.modularity(&network, 1.0);
        prop_assert!(quality >= Partition::singletons(nodes).modularity(&network, 1.0));
        let level = louvain(nodes, &edges).modularity(&network, 1.0);
        prop_assert!(quality >= level - 1e-9, "{quality} < {level}");

        let mut turned: Vec<WeightedPair> =
            edges.iter().map(|edge| pair(edge.b, edge.a, edge.weight)).collect();
        turned.rotate_left(turn.min(edges.len()));
        prop_assert_eq!(&Leiden::default().partition(&Network::new(nodes, &turned)), &found);

        for bridge in bridges(&network, found.groups()) {
            prop_assert!((0.0..1.0).contains(&bridge.participation));
        }
        let shares = PageRank::default().of(&network);
        prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    /// Every node is in a group, groups are few, none is small unless it is the
    /// only one, and they come in reading order.
    #[test]
    fn groups_can_be_drawn((nodes, edges) in graphs(), most in 1_usize..5) {
        let place: Vec<f64> = (0..nodes).map(|node| (node * 7 % 5) as f64).collect();
        let grouping = Grouping { most, ..Grouping::default() };
        let found = Communities::of(&Network::new(nodes, &edges), &place, &grouping);
        prop_assert!(found.len() <= most);
        let mut last = f64::NEG_INFINITY;
        for group in 0..found.len() {
            let members = found.members(group);
            prop_assert!(members.len() >= 3 || found.len() == 1);
            prop_assert!(members.iter().all(|&node| found.group(node) == group));
            let mean = members.iter().map(|&node| place[node]).sum::<f64>() / members.len() as f64;
            prop_assert!(mean >= last);
            last = mean;
        }
    }
}

#[test]
fn small_groups_go_where_they_are_tied_or_read() {
    // Two triangles far apart, a pair tied to the second, and two loners.
    let edges = [
        (0, 1),
        (1, 2),
        (0, 2),
        (3, 4),
        (4, 5),
        (3, 5),
        (6, 7),
        (6, 3),
    ];
    let place = [50.0, 51.0, 52.0, 10.0, 11.0, 12.0, 60.0, 60.0, 13.0, 49.0];
    let found = Communities::of(&network(10, &edges), &place, &Grouping::default());
    assert_eq!(found.groups(), [1, 1, 1, 0, 0, 0, 0, 0, 0, 1]);
    let frequency = [1.0, 4.0, 2.0, 0.0, 0.0, 9.0, 9.0, 0.0, 0.0, 3.0];
    assert_eq!(found.most_frequent(0, &frequency, 2), [5, 6]);
    assert_eq!(found.most_frequent(1, &frequency, 2), [1, 9]);
}

/// These took minutes when every merge looked at every pair of groups.
#[test]
fn thousands_of_groups_become_few() {
    let loners = 10_000;
    let place: Vec<f64> = (0..loners).map(|node| (node * 7 % 97) as f64).collect();
    let found = Communities::of(&network(loners, &[]), &place, &Grouping::default());
    assert!((1..=8).contains(&found.len()), "{}", found.len());
    assert!((0..found.len()).all(|group| found.members(group).len() >= 3));

    let triples: Vec<(usize, usize)> = (0..9_999)
        .step_by(3)
        .flat_map(|a| [(a, a + 1), (a + 1, a + 2), (a, a + 2)])
        .collect();
    let place: Vec<f64> = (0..9_999).map(f64::from).collect();
    let found = Communities::of(&network(9_999, &triples), &place, &Grouping::default());
    assert_eq!(found.len(), 8);
    for (a, b) in triples {
        assert_eq!(found.group(a), found.group(b), "{a} and {b}");
    }
    // What nothing ties is together where it was read together.
    assert!(found.groups().is_sorted());
}

#[test]
fn colours_stay() {
    // (previous colours, groups now, colours now)
    type Row<'a> = (&'a [Option<usize>], &'a [usize], &'a [usize]);
    let rows: [Row; 5] = [
        (&[None, None, None], &[0, 1, 2], &[0, 1, 2]),
        (&[Some(1), Some(1), Some(0)], &[0, 0, 1], &[1, 0]),
        // Split: the larger part keeps the colour, the other takes a free one.
        (
            &[Some(2), Some(2), Some(2), Some(0)],
            &[1, 0, 0, 2],
            &[2, 1, 0],
        ),
        // Merged, and a new group between.
        (&[Some(0), Some(1), Some(1), None], &[1, 1, 1, 0], &[0, 1]),
        (&[], &[], &[]),
    ];
    for (previous, now, colours) in rows {
        assert_eq!(
            stable_colours(previous, now),
            colours,
            "{previous:?} {now:?}"
        );
    }
}

/// A hub whose edges go to one group bridges nothing; one between two does.
#[test]
fn bridges_have_strong_edges_into_several_groups() {
    let edges = [
        pair(0, 1, 2.0),
        pair(0, 2, 2.0),
        pair(3, 0, 1.0),
        pair(3, 4, 1.0),
        pair(4, 5, 4.0),
    ];
    let found = bridges(&Network::new(7, &edges), &[0, 0, 0, 0, 1, 1, 1]);
    let rows = [
        (0.0, 5.0),
        (0.0, 2.0),
        (0.0, 2.0),
        (0.5, 2.0),
        (0.32, 5.0),
        (0.0, 4.0),
        (0.0, 0.0),
    ];
    for (bridge, (participation, strength)) in found.iter().zip(rows) {
        assert!(
            (bridge.participation - participation).abs() < 1e-12,
            "{bridge:?}"
        );
        assert_eq!(bridge.strength, strength);
        assert_eq!(bridge.score(), bridge.participation * strength);
    }
}

#[test]
fn page_rank_is_the_stationary_share() {
    // A path of three and a node alone: x = s + d y / 2, y = s + 2 d x, where
    // s = (1 − d) / 4 + d z / 4 and z = s.
    let shares = PageRank::default().of(&network(4, &[(0, 1), (1, 2)]));
    let (d, s) = (0.85, 0.15 / (4.0 - 0.85));
    let x = s * (1.0 + d / 2.0) / (1.0 - d * d);
    let expected = [x, s + 2.0 * d * x, x, s];
    for (share, expected) in shares.iter().zip(expected) {
        assert!((share - expected).abs() < 1e-9, "{shares:?} {expected}");
    }
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    let near = PageRank::default().from(&network(4, &[(0, 1), (1, 2)]), &[1.0, 0.0, 0.0, 0.0]);
    assert!(near[0] > near[2] && near[3] == 0.0, "{near:?}");
}

/// Quadratic work would take minutes here.
#[test]
fn large_sparse_graphs_are_no_trouble() {
    let nodes = 30_000;
    let edges: Vec<(usize, usize)> = (1..nodes).flat_map(|n| [(n - 1, n), (n / 2, n)]).collect();
    let network = network(nodes, &edges);
    let shares = PageRank::default().of(&network);
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-6);
    let once = Leiden {
        runs: 1,
        ..Leiden::default()
    };
    assert!(once.partition(&network).modularity(&network, 1.0) > 0.8);
}

#[test]
fn a_gap_is_where_groups_meet_less_than_by_chance() {
    // Two groups that never meet, and a third with a node that meets both.
    let mut windows = Windows::new(9);
    let together: [(&[usize], usize); 5] = [
        (&[0, 1, 2], 10),
        (&[3, 4, 5], 10),
        (&[6, 7, 8], 5),
        (&[6, 0], 2),
        (&[6, 3], 2),
    ];
    for (items, times) in together {
        (0..times).for_each(|_| {
            windows.push(items.iter().copied(), 1.0);
        });
    }
    let pairs = windows.co_occurrences();
    let edges = |weight: fn(&CoOccurrence) -> f32| -> Vec<WeightedPair> {
        pairs
            .iter()
            .map(|seen| pair(seen.a, seen.b, weight(seen)))
            .collect()
    };
    let network = Network::new(
        9,
        &edges(|seen| Shrinkage::default().weight(seen.count, seen.expected)),
    );
    let occurrences: Vec<f32> = (0..9).map(|item| windows.occurrences(item)).collect();
    let entries = [vec![0, 1, 2], vec![6, 0], vec![6, 3], vec![6, 7]];
    let gaps = Gaps {
        network: &network,
        groups: &[0, 0, 0, 1, 1, 1, 2, 2, 2],
        occurrences: &occurrences,
        total: windows.total(),
        counts: &edges(|seen| seen.count),
        entries: &entries,
    };
    let found = gaps.find();
    let ratios: Vec<([usize; 2], f64)> =
        found.iter().map(|gap| (gap.groups, gap.ratio())).collect();
    let third = 2.0 / f64::from(32.0_f32 * 19.0 / 29.0);
    assert_eq!(ratios[0], ([0, 1], 0.0));
    assert!((found[0].expected - 32.0 * 32.0 / 29.0).abs() < 1e-4);
    assert!(ratios[1].0 == [0, 2] && ratios[2].0 == [1, 2] && (ratios[1].1 - third).abs() < 1e-6);
    assert_eq!(
        (&found[0].bridges[..], &found[0].entries[..]),
        (&[6][..], &[1, 2][..])
    );
    // What lies between two groups is in neither: node 6 is of the third itself.
    assert_eq!(
        (&found[1].bridges[..], &found[2].bridges[..]),
        (&[][..], &[][..])
    );

    // Where chance has less than three, silence says nothing.
    let few = Gaps {
        total: 1000.0,
        ..gaps
    };
    assert_eq!(few.find(), []);
}

#[test]
fn concepts_are_local_threads_or_return() {
    let mut library = TestLibrary::with_concepts(&[
        ("flywheel", "플라이휠", "flywheel"),
        ("memo", "메모", "memo"),
        ("metric", "지표", "metric"),
    ])
    .file(
        "b/book.ron",
        r#"Book(id: "b", title: "A book", outline: [Chapter(id: "1"), Chapter(id: "2"), Chapter(id: "3"), Chapter(id: "4"), Chapter(id: "5")])"#,
    );
    // Nothing was noted of chapter 4.
    let notes = [
        ("a", 1, 10, "플라이휠이 돈다. A metric, 그리고 메모."),
        ("b", 2, 30, "The memo is read, 메모를 본다."),
        ("c", 3, 50, "The memo again."),
        ("d", 5, 90, "지표로 돌아간다. Metrics."),
    ];
    for (id, chapter, page, text) in notes {
        let entry = format!(
            r#"Entry(id: "{id}", chapters: [{chapter}], pages: "{page}-{}", text: "{text}")"#,
            page + 5
        );
        library = library.file(&format!("b/{id}.ron"), &entry);
    }
    let opened = library.open();
    let entries: Vec<_> = opened.library.entry_ids().collect();
    let found = trajectories(
        &opened.library,
        &opened.tagging,
        opened.graph.placement(),
        &entries,
    );
    let rows: Vec<_> = found
        .iter()
        .map(|trajectory| {
            let id = &opened.library.vocabulary().get(trajectory.concept).id;
            let pages = trajectory.pages.map(|pages| (pages.first, pages.last));
            (
                id.as_str(),
                pages.unwrap(),
                trajectory.chapters.len(),
                trajectory.silence,
                trajectory.course(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("flywheel", (10, 15), 1, 0, Course::Local),
            ("memo", (10, 55), 3, 0, Course::Thread),
            ("metric", (10, 95), 2, 2, Course::Returning),
        ]
    );
}
