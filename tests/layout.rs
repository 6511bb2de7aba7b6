//! Where boxes go: none overlap, whatever comes in, and a reader finds them again.

use bookgraph::analyse::Random;
use bookgraph::map::layout::{Layout, LayoutEdge, LayoutGraph, LayoutOptions, Quality, lay_out};
use bookgraph::map::{Point, Rect, Size};
use proptest::prelude::*;

/// Debug builds are slow, and nothing here asks for beauty.
const QUICK: LayoutOptions = LayoutOptions {
    aspect: 1.6,
    fill: 0.17,
    effort: 0.03,
    seed: 1,
};

fn edge(a: usize, b: usize) -> LayoutEdge {
    LayoutEdge { a, b, weight: 1.0 }
}

/// Groups of six in a ring, each a ring with a chord; one line from each group to
/// the next.
fn modular(nodes: usize) -> LayoutGraph {
    let mut edges = Vec::new();
    for node in 0..nodes {
        let first = node / 6 * 6;
        let size = 6.min(nodes - first);
        edges.push(edge(node, first + (node - first + 1) % size));
        if node % 6 == 0 {
            edges.push(edge(node, (node + 6) % nodes));
            edges.push(edge(node, (node + 3) % nodes));
        }
    }
    LayoutGraph {
        boxes: (0..nodes).map(|node| label(4 + node * 7 % 9)).collect(),
        edges,
        groups: (0..nodes).map(|node| node / 6).collect(),
    }
}

/// A box for a label of so many letters.
fn label(letters: usize) -> Size {
    Size::new(16.0 + 8.0 * letters as f64, 28.0)
}

fn rects(graph: &LayoutGraph, layout: &Layout) -> Vec<Rect> {
    let boxes = graph.boxes.iter().zip(&layout.centers);
    boxes
        .map(|(&size, &center)| Rect::centered(center, size))
        .collect()
}

/// Every box has a place on the page, and none is on another.
fn check(graph: &LayoutGraph, layout: &Layout) -> Result<(), String> {
    if layout.centers.len() != graph.boxes.len() {
        return Err("not every box has a place".to_owned());
    }
    let Size { width, height } = layout.page;
    let rects = rects(graph, layout);
    for (index, rect) in rects.iter().enumerate() {
        let (min, max) = (rect.min, rect.max());
        // False for what is not a number, too.
        let inside = min.x >= 0.0 && min.y >= 0.0 && max.x <= width && max.y <= height;
        if !inside {
            return Err(format!("{rect:?} is not on the page {:?}", layout.page));
        }
        if let Some(other) = rects[..index].iter().find(|it| it.overlaps(rect, 0.0)) {
            return Err(format!("{rect:?} is on {other:?}"));
        }
    }
    Ok(())
}

#[test]
fn odd_graphs_are_drawn_too() {
    let alone = |nodes: usize| LayoutGraph {
        boxes: vec![label(5); nodes],
        ..LayoutGraph::default()
    };
    let star = LayoutGraph {
        edges: (1..30).map(|leaf| edge(0, leaf)).collect(),
        ..alone(30)
    };
    let giant = LayoutGraph {
        boxes: [&[Size::new(2_000.0, 300.0)], &modular(12).boxes[1..]].concat(),
        ..modular(12)
    };
    let falls_apart = LayoutGraph {
        edges: modular(30)
            .edges
            .into_iter()
            .filter(|edge| edge.a / 6 == edge.b / 6)
            .collect(),
        ..modular(30)
    };
    let one_group = LayoutGraph {
        groups: vec![7; 24],
        ..modular(24)
    };
    let bad_edges = LayoutGraph {
        edges: vec![
            edge(0, 0),
            edge(1, 0),
            edge(0, 1),
            edge(2, 99),
            LayoutEdge {
                a: 1,
                b: 2,
                weight: f64::NAN,
            },
        ],
        ..alone(3)
    };
    let bad_boxes = LayoutGraph {
        boxes: vec![Size::new(0.0, 0.0); 5],
        edges: vec![edge(0, 1)],
        groups: vec![3],
    };
    let cases = [
        ("nothing", alone(0)),
        ("one box", alone(1)),
        ("two boxes", alone(2)),
        (
            "two linked boxes",
            LayoutGraph {
                edges: vec![edge(0, 1)],
                ..alone(2)
            },
        ),
        ("no lines", alone(25)),
        ("a star", star),
        ("one giant label", giant),
        ("parts that are not linked", falls_apart),
        ("one group", one_group),
        ("loops, doubles, lines to nowhere", bad_edges),
        ("boxes without a size", bad_boxes),
    ];
    for (name, graph) in cases {
        let layout = lay_out(&graph, &[], &QUICK);
        check(&graph, &layout).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    }
}

#[test]
fn two_hundred_boxes_find_a_place_even_without_a_search() {
    let graph = modular(200);
    let options = LayoutOptions {
        effort: 0.0,
        fill: 0.5,
        ..QUICK
    };
    check(&graph, &lay_out(&graph, &[], &options)).unwrap();
}

/// A graph of so many boxes with lines between these.
fn many(nodes: usize, edges: impl Iterator<Item = (usize, usize)>) -> LayoutGraph {
    LayoutGraph {
        boxes: (0..nodes).map(|node| label(4 + node * 7 % 9)).collect(),
        edges: edges.map(|(a, b)| edge(a, b)).collect(),
        groups: (0..nodes).map(|node| node % 5).collect(),
    }
}

#[test]
fn many_boxes_find_a_place_however_they_hang_together() {
    let giant = LayoutGraph {
        boxes: [&[Size::new(9_000.0, 5_000.0)], &modular(400).boxes[1..]].concat(),
        ..modular(400)
    };
    let dots = LayoutGraph {
        boxes: vec![Size::new(0.0, 0.0); 400],
        ..modular(400)
    };
    let cases = [
        ("no lines", many(400, std::iter::empty())),
        ("a path", many(400, (1..400).map(|b| (b - 1, b)))),
        ("a star", many(400, (1..400).map(|b| (0, b)))),
        ("twins", many(400, (2..400).flat_map(|b| [(0, b), (1, b)]))),
        (
            "all with all",
            many(150, (0..150).flat_map(|b| (0..b).map(move |a| (a, b)))),
        ),
        ("pairs", many(401, (0..200).map(|at| (2 * at, 2 * at + 1)))),
        ("one giant label", giant),
        ("boxes without a size", dots),
        ("a hundred", modular(100)),
    ];
    for (name, graph) in cases {
        let layout = lay_out(&graph, &[], &QUICK);
        check(&graph, &layout).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let place = vec![Some(Point::new(7.0, 7.0)); graph.boxes.len()];
        for earlier in [&place[..], &place[..graph.boxes.len() / 2]] {
            let layout = lay_out(&graph, earlier, &QUICK);
            check(&graph, &layout).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        }
    }
}

#[test]
fn a_lattice_of_many_boxes_is_drawn_as_one() {
    let (wide, high) = (40, 20);
    let rows = (0..wide * high).filter(|at| at % wide > 0);
    let columns = wide..wide * high;
    let lines = rows.map(|at| (at - 1, at));
    let graph = many(wide * high, lines.chain(columns.map(|at| (at - wide, at))));
    let layout = lay_out(&graph, &[], &QUICK);
    check(&graph, &layout).unwrap();
    // Hops go round corners, which no drawing can: the lattice itself has .029.
    let quality = Quality::of(&graph, &layout.centers);
    assert!(quality.stress < 0.035, "{}", quality.stress);
    assert!(quality.crossings < 100.0, "{}", quality.crossings);
}

#[test]
fn parts_of_many_boxes_stand_apart() {
    let mut graph = modular(360);
    graph.edges.retain(|edge| edge.a / 120 == edge.b / 120);
    let layout = lay_out(&graph, &[], &QUICK);
    check(&graph, &layout).unwrap();
    let rects = rects(&graph, &layout);
    let around = |part: usize| {
        let boxes = rects[120 * part..120 * (part + 1)].iter().copied();
        boxes.reduce(|all, one| all.union(&one)).unwrap()
    };
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        assert!(!around(a).overlaps(&around(b), 0.0), "{a} and {b}");
    }
}

#[test]
fn a_little_more_changes_little_among_many() {
    let first = lay_out(&modular(400), &[], &QUICK);
    let earlier: Vec<_> = first.centers.iter().copied().map(Some).collect();
    assert_eq!(lay_out(&modular(400), &earlier, &QUICK), first);
    let mut graph = modular(400);
    for near in [3, 140, 300] {
        graph.edges.push(edge(graph.boxes.len(), near));
        graph.edges.push(edge(graph.boxes.len(), near + 1));
        graph.boxes.push(label(6));
        graph.groups.push(near / 6);
    }
    let next = lay_out(&graph, &earlier, &QUICK);
    check(&graph, &next).unwrap();
    let both = first.centers.iter().zip(&next.centers);
    let mut moved: Vec<f64> = both.map(|(a, b)| distance(*a, *b)).collect();
    moved.sort_by(f64::total_cmp);
    let page = distance(
        Point::default(),
        Point::new(next.page.width, next.page.height),
    );
    assert!(moved[200] <= 0.01 * page, "{} of {page}", moved[200]);
    // A new box stands near those it is linked with.
    for (new, near) in [(400, 3), (401, 140), (402, 300)] {
        let far = distance(next.centers[new], next.centers[near]);
        assert!(far <= 0.15 * page, "{new} is {far} from {near}");
    }
}

#[test]
fn odd_options_are_put_right() {
    let graph = modular(12);
    for bad in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        let options = LayoutOptions {
            aspect: bad,
            fill: bad,
            effort: bad.min(0.01),
            seed: 0,
        };
        check(&graph, &lay_out(&graph, &[], &options)).unwrap();
    }
}

#[test]
fn boxes_on_one_place_are_put_beside_each_other() {
    let graph = modular(20);
    let earlier = vec![Some(Point::new(40.0, 40.0)); 20];
    let options = LayoutOptions {
        effort: 0.0,
        ..QUICK
    };
    check(&graph, &lay_out(&graph, &earlier, &options)).unwrap();
}

#[test]
fn what_was_laid_out_stays_as_it_is() {
    let graph = modular(30);
    let first = lay_out(&graph, &[], &QUICK);
    let earlier: Vec<_> = first.centers.iter().copied().map(Some).collect();
    let other_seed = LayoutOptions { seed: 9, ..QUICK };
    assert_eq!(lay_out(&graph, &earlier, &other_seed), first);
}

#[test]
fn a_little_more_changes_little() {
    let first = lay_out(&modular(36), &[], &QUICK);
    let mut graph = modular(36);
    for (letters, near) in [(5, 3), (9, 14), (6, 30)] {
        graph.edges.push(edge(graph.boxes.len(), near));
        graph.edges.push(edge(graph.boxes.len(), near + 1));
        graph.boxes.push(label(letters));
        graph.groups.push(near / 6);
    }
    graph.edges.push(edge(2, 20));
    let earlier: Vec<_> = first.centers.iter().copied().map(Some).collect();
    let next = lay_out(&graph, &earlier, &QUICK);
    check(&graph, &next).unwrap();
    let mut moved: Vec<f64> = first
        .centers
        .iter()
        .zip(&next.centers)
        .map(|(a, b)| distance(*a, *b))
        .collect();
    moved.sort_by(f64::total_cmp);
    let diagonal = distance(
        Point::default(),
        Point::new(next.page.width, next.page.height),
    );
    let median = moved[moved.len() / 2] / diagonal;
    assert!(
        median <= 0.05,
        "half of the boxes moved by {median:.3} of the diagonal"
    );
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

#[test]
fn quality_is_counted_right() {
    // A square of four small boxes with both diagonals, and a fifth box, of
    // another group, on one of its sides.
    let graph = LayoutGraph {
        boxes: vec![Size::new(20.0, 10.0); 5],
        edges: [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3)]
            .map(|(a, b)| edge(a, b))
            .to_vec(),
        groups: vec![0, 0, 0, 0, 1],
    };
    let places = [
        (0.0, 0.0),
        (200.0, 0.0),
        (200.0, 100.0),
        (0.0, 100.0),
        (100.0, 2.0),
    ];
    let centers = places.map(|(x, y)| Point::new(x, y));
    let quality = Quality::of(&graph, &centers);
    assert_eq!(quality.crossings, 1.0);
    assert_eq!(quality.overlaps, 0.0);
    assert_eq!(quality.through, 0.2);
    assert_eq!(quality.strangers, 1.0);
    // 220 wide and 110 high: the width is what fits 1232 pixels.
    assert!((quality.label - 14.0 * 1232.0 / 220.0).abs() < 1e-9);

    let onto = Quality::of(&graph, &[centers[0]; 5]);
    assert_eq!((onto.overlaps, onto.crossings), (10.0, 0.0));
    // A path in line has no stress, and each box's neighbours are the nearest.
    let path = LayoutGraph {
        edges: vec![edge(0, 1), edge(1, 2), edge(2, 3), edge(3, 4)],
        ..graph
    };
    let line: Vec<Point> = (0..5)
        .map(|x| Point::new(50.0 * f64::from(x), 5.0))
        .collect();
    let quality = Quality::of(&path, &line);
    assert!(quality.stress < 1e-12);
    assert_eq!(quality.neighbourhood, 1.0);
}

/// Graphs of up to 24 boxes, some with earlier places.
fn graphs() -> impl Strategy<Value = (LayoutGraph, Vec<Option<Point>>)> {
    let place = prop::option::of((-500.0..2_000.0, -500.0..2_000.0));
    let node = (1.0..300.0, 1.0..80.0, 0_usize..5, place);
    let edges = prop::collection::vec((0_usize..24, 0_usize..24, 0.0..9.0), 0..50);
    (prop::collection::vec(node, 0..24), edges).prop_map(|(nodes, edges)| {
        let graph = LayoutGraph {
            boxes: nodes.iter().map(|node| Size::new(node.0, node.1)).collect(),
            edges: edges
                .into_iter()
                .map(|(a, b, weight)| LayoutEdge { a, b, weight })
                .collect(),
            groups: nodes.iter().map(|node| node.2).collect(),
        };
        let places = nodes
            .iter()
            .map(|node| node.3.map(|(x, y)| Point::new(x, y)));
        (graph, places.collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No overlaps, and the same again, however the edges are ordered.
    #[test]
    fn every_graph_is_drawn_without_overlaps_and_always_alike((graph, earlier) in graphs()) {
        for earlier in [&[], &earlier[..]] {
            let layout = lay_out(&graph, earlier, &QUICK);
            prop_assert_eq!(check(&graph, &layout), Ok(()));
            let mut turned = graph.clone();
            turned.edges.reverse();
            for edge in &mut turned.edges {
                (edge.a, edge.b) = (edge.b, edge.a);
            }
            prop_assert_eq!(lay_out(&turned, earlier, &QUICK), layout);
        }
    }
}

/// Graphs of up to 3,000 boxes, some with earlier places.
fn large_graphs() -> impl Strategy<Value = (LayoutGraph, Vec<Option<Point>>)> {
    let seeds = (61_usize..3_000, 0_usize..3, 1_u64..1_000_000);
    seeds.prop_map(|(nodes, links, seed)| {
        let mut random = Random::new(seed);
        let edges = (0..nodes * links).map(|_| LayoutEdge {
            a: random.below(nodes + 1),
            b: random.below(nodes),
            weight: random.unit(),
        });
        let edges = edges.collect();
        let boxes = (0..nodes).map(|_| {
            let large = if random.below(100) == 0 { 20.0 } else { 1.0 };
            Size::new(large * 120.0 * random.unit(), large * 40.0 * random.unit())
        });
        let graph = LayoutGraph {
            edges,
            boxes: boxes.collect(),
            groups: (0..nodes / 2).map(|at| at % 7).collect(),
        };
        let place = |_| {
            let place = Point::new(4_000.0 * random.unit(), 3_000.0 * random.unit());
            (seed % 3 > 0 && random.unit() < 0.7).then_some(place)
        };
        let earlier = (0..nodes).map(place).collect();
        (graph, earlier)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// The same of many boxes.
    #[test]
    fn every_large_graph_is_drawn_without_overlaps_and_always_alike(
        (graph, earlier) in large_graphs()
    ) {
        let layout = lay_out(&graph, &earlier, &QUICK);
        prop_assert_eq!(check(&graph, &layout), Ok(()));
        let mut turned = graph.clone();
        turned.edges.reverse();
        for edge in &mut turned.edges {
            (edge.a, edge.b) = (edge.b, edge.a);
        }
        prop_assert_eq!(lay_out(&turned, &earlier, &QUICK), layout);
    }
}
