//! The timeline, the chapter map, the concept map and the entry map: what a
//! reader would check on them.

mod libraries;

use crate::support::room::crowding;
use crate::support::{Opened, diary};
use bookgraph::graph::entry_links;
use bookgraph::map::scene::{Scene, SceneEdge, SceneNode, SceneRelation, Shape, Subject};
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::{ChapterId, EntryId, Language};
use bookgraph::place::Placement;
use bookgraph::render::svg::{self, SvgOptions};
use std::collections::BTreeSet;

/// A kind's name, and what draws it.
type Kind = (&'static str, fn(&MapSource<'_>) -> Scene);

const KINDS: [Kind; 4] = [
    ("timeline", map::timeline),
    ("chapter", map::chapter),
    ("concept", map::concept),
    ("entries", map::entries),
];

fn draw(opened: &Opened, kind: fn(&MapSource<'_>) -> Scene, options: &MapOptions) -> Scene {
    let placement = Placement::of(&opened.library);
    kind(&MapSource::new(
        &opened.library,
        &opened.tagging,
        &placement,
        options,
    ))
}

fn in_language(code: &str) -> MapOptions {
    MapOptions {
        language: Language::parse(code),
        ..MapOptions::default()
    }
}

/// Options for a map around a concept.
fn around(opened: &Opened, id: &str, code: &str) -> MapOptions {
    let concept = opened.library.vocabulary().find(id).expect("a concept");
    MapOptions {
        around: Some((concept, 1)),
        ..in_language(code)
    }
}

fn chapters(opened: &Opened, ids: &[&str]) -> MapOptions {
    let book = opened.library.book_ids().next().expect("a book");
    let outline = &opened.library.book(book).outline;
    let mut options = in_language("ko");
    options.filter.chapters = ids
        .iter()
        .map(|id| ChapterId {
            book,
            index: outline.find(id).expect("a chapter") as u32,
        })
        .collect();
    options
}

fn node<'s>(scene: &'s Scene, id: &str) -> &'s SceneNode {
    let found = scene.nodes.iter().find(|node| node.id == id);
    found.unwrap_or_else(|| panic!("no node {id} in {}", scene.title))
}

/// The edges of a relation between two nodes.
fn edges<'s>(
    scene: &'s Scene,
    from: &str,
    to: &str,
    relation: SceneRelation,
) -> Vec<&'s SceneEdge> {
    let at = |index: usize| scene.nodes[index].id.as_str();
    let edges = scene.edges.iter();
    edges
        .filter(|edge| edge.relation == relation && at(edge.from) == from && at(edge.to) == to)
        .collect()
}

fn sentences<'s>(scene: &'s Scene, quotes: &[u32]) -> Vec<&'s str> {
    let sentence = |&quote: &u32| scene.quotes[quote as usize].sentence.as_deref();
    quotes.iter().filter_map(sentence).collect()
}

/// What must be so on every map.
fn check(scene: &Scene, name: &str) {
    let wrong = crowding(scene);
    assert!(
        wrong.is_empty(),
        "{name}: {:#?}",
        &wrong[..wrong.len().min(12)]
    );
    let ids: BTreeSet<&str> = scene.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids.len(), scene.nodes.len(), "{name}: two nodes of one id");
    for node in &scene.nodes {
        let size = node.rect.size;
        assert!(size.width > 0.0 && size.height > 0.0, "{name}: {size:?}");
        assert!(
            !node.label.is_empty() && !node.facts.is_empty(),
            "{name}: {}",
            node.id
        );
        let is_concept = matches!(node.subject, Subject::Concept(_));
        assert!(
            !is_concept || !node.quotes.is_empty(),
            "{name}: {}",
            node.id
        );
    }
    for edge in &scene.edges {
        assert!(
            !edge.label.is_empty() && !edge.quotes.is_empty(),
            "{name}: {}",
            edge.label
        );
        assert!(
            edge.from < scene.nodes.len() && edge.to < scene.nodes.len(),
            "{name}"
        );
    }
}

#[test]
fn nothing_overlaps_whatever_the_library() {
    for (name, shape) in libraries::shapes() {
        let opened = shape.library().open();
        for (kind, draw_kind) in KINDS {
            for code in ["ko", "en"] {
                let scene = draw(&opened, draw_kind, &around(&opened, "c0", code));
                assert!(!scene.is_empty(), "{kind} of {name}");
                check(&scene, &format!("{kind} of {name} in {code}"));
                let drawn = svg::print(&scene, &SvgOptions::default());
                assert!(!drawn.contains("width=\"-"), "{kind} of {name} in {code}");
            }
        }
    }
}

#[test]
fn nothing_overlaps_on_the_maps_of_the_diary() {
    let opened = diary();
    for (kind, draw_kind) in KINDS {
        for concept in ["working-backwards", "amazon", "pr-faq"] {
            let scene = draw(&opened, draw_kind, &around(&opened, concept, "ko"));
            check(&scene, kind);
            let again = draw(&opened, draw_kind, &around(&opened, concept, "ko"));
            assert!(scene == again, "{kind} twice");
        }
        let scene = draw(&opened, draw_kind, &chapters(&opened, &["9", "10"]));
        check(&scene, kind);
        assert_eq!(scene.is_empty(), kind == "concept", "{kind}");
    }
}

#[test]
fn the_timeline_has_a_dot_with_its_sentence() {
    let opened = diary();
    let scene = draw(&opened, map::timeline, &in_language("ko"));
    let (day, metrics) = ("working-backwards/day-19", "input-metrics");
    let dots = edges(&scene, day, metrics, SceneRelation::Names);
    let [dot] = dots[..] else { panic!("{dots:?}") };
    assert_eq!(dot.label, "19일차 – 인풋 지표: 언급 2번");
    assert!(matches!(dot.shape, Some(Shape::Circle { .. })));
    let said = sentences(&scene, &dot.quotes);
    assert!(
        said.iter().any(|it| it.starts_with("배송 속도는")),
        "{said:?}"
    );
    assert!(
        edges(
            &scene,
            "working-backwards/day-20",
            metrics,
            SceneRelation::Names
        )
        .is_empty()
    );

    let dots_of = |id: &str| {
        let node = scene.nodes.iter().position(|node| node.id == id);
        scene
            .edges
            .iter()
            .filter(|edge| Some(edge.to) == node)
            .count()
    };
    assert_eq!(dots_of(metrics), 4);
    assert!(
        node(&scene, metrics).lines[0].bold,
        "named in several chapters"
    );
    assert!(
        !node(&scene, "netflix").lines[0].bold,
        "named in one chapter"
    );
    let heads: Vec<&str> = scene.nodes[scene.nodes.len() - 10..]
        .iter()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(
        (heads[0], heads[9]),
        ("19일차", "28일차"),
        "columns come last, in reading order"
    );
    assert!(
        node(&scene, "working-backwards/day-27")
            .facts
            .contains(&"10장 → 결론?".to_owned())
    );
    assert!(
        scene.subtitle.contains("아마존"),
        "what is everywhere is named: {}",
        scene.subtitle
    );
}

#[test]
fn columns_are_as_wide_as_their_pages() {
    let opened = diary();
    let scene = draw(&opened, map::timeline, &in_language("en"));
    let width = |day: u32| {
        node(&scene, &format!("working-backwards/day-{day}"))
            .rect
            .size
            .width
    };
    assert!((width(21) / width(26) - 2.0).abs() < 0.01, "12 pages and 6");
}

#[test]
fn a_long_timeline_says_what_it_leaves_out() {
    let shape = libraries::Shape {
        entries: 420,
        concepts: 120,
        ..libraries::PLAIN
    };
    let opened = shape.library().open();
    let scene = draw(&opened, map::timeline, &in_language("en"));
    let concepts = scene
        .nodes
        .iter()
        .filter(|it| matches!(it.subject, Subject::Concept(_)))
        .count();
    assert_eq!(concepts, 60);
    assert!(
        scene.subtitle.contains("without 60 of less weight"),
        "{}",
        scene.subtitle
    );
    assert!(
        scene.subtitle.contains("up to 3 entries to a column"),
        "{}",
        scene.subtitle
    );
    assert!(scene.nodes.len() - concepts <= 161);
}

#[test]
fn a_chapter_shows_what_is_new_and_what_is_carried_over() {
    let opened = diary();
    let scene = draw(&opened, map::chapter, &chapters(&opened, &["9"]));
    assert_eq!(scene.title, "『순서 파괴』 9장 지도");
    let state = |id: &str| node(&scene, id).facts[0].as_str();
    assert_eq!(state("netflix"), "이 장에서 처음 나옴");
    assert_eq!(state("input-metrics"), "앞에서 이어짐");
    let also = |to: &str| edges(&scene, "input-metrics", to, SceneRelation::AlsoIn);
    let before = also("working-backwards/8");
    assert_eq!(before[0].lines[0].text, "←8");
    assert_eq!(before[0].label, "인풋 지표 – 8장 아마존 프라임");
    assert!(
        sentences(&scene, &before[0].quotes)
            .iter()
            .any(|it| it.contains("인풋 지표"))
    );
    assert_eq!(also("working-backwards/10")[0].lines[0].text, "→10");
    assert!(also("working-backwards/9").is_empty());

    let (day, seven) = ("working-backwards/day-22", "working-backwards/7");
    let points = edges(&scene, day, seven, SceneRelation::RefersTo);
    assert!(sentences(&scene, &points[0].quotes)[0].contains("7장"));
    let repeated = edges(
        &scene,
        "working-backwards/day-23",
        "netflix",
        SceneRelation::Names,
    );
    assert!(matches!(repeated[0].shape, Some(Shape::Circle { .. })));
    let first = edges(
        &scene,
        "working-backwards/day-21",
        "netflix",
        SceneRelation::Names,
    );
    assert!(first[0].shape.is_none(), "its box stands in the column");
}

/// A concept and an entry in two chapters are there twice, with ids of their own.
#[test]
fn all_chapters_stand_side_by_side() {
    let opened = diary();
    let scene = draw(&opened, map::chapter, &in_language("en"));
    let panels: Vec<&str> = scene
        .nodes
        .iter()
        .filter(|node| matches!(node.subject, Subject::Chapter(_)))
        .map(|node| node.label.as_str())
        .collect();
    assert_eq!(panels[0], "Chapter 8 Prime");
    assert!(
        node(&scene, "working-backwards/day-27").rect.min
            != node(
                &scene,
                "working-backwards/day-27@working-backwards/conclusion"
            )
            .rect
            .min
    );
    let later = edges(
        &scene,
        "input-metrics@working-backwards/9",
        "working-backwards/8",
        SceneRelation::AlsoIn,
    );
    assert_eq!(later.len(), 1);
}

#[test]
fn a_concept_stands_between_its_entries_and_its_neighbours() {
    let opened = diary();
    let scene = draw(
        &opened,
        map::concept,
        &around(&opened, "working-backwards", "ko"),
    );
    assert_eq!(scene.title, "워킹 백워드 · Working Backwards");
    assert!(
        scene
            .subtitle
            .starts_with("기록 4편 · 언급 6번 · 장 2개 · 처음 p411–418 (2023-10-23)"),
        "{}",
        scene.subtitle
    );
    let card = node(&scene, "working-backwards/day-26");
    assert_eq!(card.lines[0].text, "26일차 · p419–424 · 10장");
    assert!(
        card.lines[1]
            .text
            .starts_with("워킹 백워드는 고객이 선 자리에서"),
        "{:?}",
        card.lines
    );
    assert!(card.lines.len() <= 4);
    let neighbour = node(&scene, "customer-obsession");
    let shared = edges(
        &scene,
        "working-backwards/day-25",
        "customer-obsession",
        SceneRelation::Names,
    );
    assert!(neighbour.rect.min.x > node(&scene, "working-backwards").rect.max().x);
    assert!(matches!(shared[0].shape, Some(Shape::Rect { .. })));
    let ties = scene
        .edges
        .iter()
        .filter(|it| matches!(it.relation, SceneRelation::Together | SceneRelation::Across));
    assert_eq!(ties.count(), 12);
}

/// A tag that no sentence bears out has the gist in its place.
#[test]
fn a_concept_that_is_only_a_tag() {
    let library = crate::support::TestLibrary::with_concepts(&[("a", "가나다", "abc")]).file(
        "b/one.ron",
        r#"Entry(id: "one", tags: ["a"], text: "Nothing of it is said here.")"#,
    );
    let opened = library.open();
    let scene = draw(&opened, map::concept, &around(&opened, "a", "en"));
    check(&scene, "a tag");
    let card = node(&scene, "b/one");
    assert_eq!(card.lines[1].text, "Nothing of it is said here.");
    assert_eq!(scene.quotes[card.quotes[0] as usize].sentence, None);
}

#[test]
fn entries_are_tied_by_what_they_share() {
    let opened = diary();
    let scene = draw(&opened, map::entries, &in_language("ko"));
    let ids: Vec<&str> = scene.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids.len(), 10);
    assert!(ids.is_sorted(), "in reading order");
    let tie = edges(
        &scene,
        "working-backwards/day-24",
        "working-backwards/day-25",
        SceneRelation::Shares,
    )[0];
    assert_eq!(tie.lines[0].text, "클라우드 컴퓨팅 +1");
    assert!(
        tie.label.starts_with("24일차 – 25일차: 클라우드 컴퓨팅, "),
        "{}",
        tie.label
    );
    assert!(
        sentences(&scene, &tie.quotes)
            .iter()
            .any(|it| it.contains("클라우드"))
    );
    assert!(
        scene.edges.iter().all(|edge| edge.lines.len() == 1),
        "all have room for words"
    );
    assert!(
        scene.edges.is_sorted_by_key(|edge| edge.weight),
        "the strongest last"
    );
}

/// Of a month that is like the rest of the library all over, each entry is tied
/// to the two nearest of the month, though many outside of it are nearer.
#[test]
fn a_month_of_many_is_tied_within_itself() {
    let shape = libraries::Shape {
        entries: 420,
        concepts: 120,
        chapters: 30,
        ..libraries::PLAIN
    };
    let opened = shape.library().open();
    let mut options = in_language("ko");
    options.filter.since = Some("2001-02-01".parse().expect("a date"));
    options.filter.until = Some("2001-02-28".parse().expect("a date"));
    let scene = draw(&opened, map::entries, &options);
    assert_eq!(scene.nodes.len(), 28);
    let tied: BTreeSet<usize> = scene
        .edges
        .iter()
        .flat_map(|edge| [edge.from, edge.to])
        .collect();
    assert_eq!(tied.len(), 28, "every entry has an arc");

    let among: Vec<EntryId> = opened.library.entry_ids().skip(28).take(28).collect();
    let links = entry_links(&opened.library, &opened.tagging, &among, 2);
    assert_eq!(links.len(), scene.edges.len());
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    let every = entry_links(&opened.library, &opened.tagging, &all, all.len());
    for link in &links {
        let same = every
            .iter()
            .find(|other| (other.a, other.b) == (link.a, link.b));
        assert_eq!(same, Some(link), "as similar as in the whole library");
    }
}

/// The links of each entry are found without a look at most others; they are those that a
/// look at all gives.
#[test]
fn entries_are_linked_to_those_most_like_them() {
    for concepts in [15, 120] {
        let shape = libraries::Shape {
            entries: 420,
            concepts,
            ..libraries::PLAIN
        };
        let opened = shape.library().open();
        let all: Vec<EntryId> = opened.library.entry_ids().collect();
        let every = entry_links(&opened.library, &opened.tagging, &all, all.len());
        for top in [1, 2, 5] {
            let mut expected = BTreeSet::new();
            for &entry in &all {
                let of_entry = every.iter().filter(|it| it.a == entry || it.b == entry);
                let mut best: Vec<_> = of_entry.collect();
                // Stable, and by the other end as they come.
                best.sort_by(|x, y| y.similarity.total_cmp(&x.similarity));
                expected.extend(best.iter().take(top).map(|it| (it.a, it.b)));
            }
            let links = entry_links(&opened.library, &opened.tagging, &all, top);
            let found: BTreeSet<_> = links.iter().map(|it| (it.a, it.b)).collect();
            assert_eq!(found, expected, "{concepts} concepts, the best {top}");
        }
    }
}

#[test]
fn three_thousand_entries_are_drawn_in_no_time() {
    let shape = libraries::Shape {
        books: 3,
        entries: 1000,
        concepts: 200,
        chapters: 20,
        ..libraries::PLAIN
    };
    let opened = shape.library().open();
    for (kind, draw_kind) in KINDS {
        let start = std::time::Instant::now();
        let scene = draw(&opened, draw_kind, &around(&opened, "c0", "ko"));
        assert!(!scene.is_empty() && scene.size.width < 1500.0, "{kind}");
        // Ten times as slow without optimisation, and more on a busy machine.
        assert!(
            start.elapsed().as_secs() < 20,
            "{kind}: {:?}",
            start.elapsed()
        );
    }
}
