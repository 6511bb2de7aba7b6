//! What scenes look like in every format. The files in `tests/suite/scenes/`
//! are for looking at.

use crate::support::project;
use crate::support::sampler::sampler;
use crate::support::scenes::book;
use bookgraph::map::scene::{Mark, Scene};
use bookgraph::render::positions;
use bookgraph::render::svg::{self, Colours, SvgOptions};
use bookgraph::render::theme::Theme;
use proptest::prelude::*;

/// Compares with the file of a name in the suite.
fn check(name: &str, drawn: &str) {
    let version = format!("bookgraph {}", env!("CARGO_PKG_VERSION"));
    let path = project().join("tests/suite/scenes").join(name);
    let expected = snapbox::Data::read_from(&path, None).raw();
    let drawn = drawn.replace(&version, "bookgraph 0.0.0");
    snapbox::Assert::new()
        .action_env("SNAPSHOTS")
        .eq(snapbox::Data::text(drawn).raw(), expected);
}

#[test]
fn scenes_as_svg() {
    for theme in Theme::ALL {
        let options = SvgOptions::themed(theme);
        check(
            &format!("book-{}.svg", theme.name()),
            &svg::print(&book(), &options),
        );
        check(
            &format!("sampler-{}.svg", theme.name()),
            &svg::print(&sampler(), &options),
        );
    }
}

#[test]
fn a_page_switches_colours_by_variables() {
    let options = SvgOptions {
        colours: Colours::Variables,
        prefix: "first",
        ..SvgOptions::default()
    };
    let drawn = svg::print(&book(), &options);
    assert!(drawn.contains("stroke=\"var(--group-2)\""));
    assert!(
        drawn.contains("id=\"first-n0\"")
            && drawn.contains("aria-labelledby=\"first-title first-desc\"")
    );
    assert!(!drawn.contains("\"#"), "no colour of its own");
}

#[test]
fn readers_hear_every_node_and_see_every_edge() {
    for scene in [book(), sampler()] {
        let drawn = svg::print(&scene, &SvgOptions::default());
        let document = roxmltree::Document::parse(&drawn).expect("XML");
        let of_class = |class: &str| {
            let all = document.descendants();
            let of_class: Vec<_> = all
                .filter(|node| {
                    node.attribute("class")
                        .is_some_and(|all| all.split(' ').any(|c| c == class))
                })
                .collect();
            of_class
        };
        let nodes = of_class("node");
        assert_eq!(nodes.len(), scene.nodes.len());
        for (drawn, node) in nodes.iter().zip(&scene.nodes) {
            assert_eq!(drawn.attribute("tabindex"), Some("0"));
            assert_eq!(drawn.attribute("data-id"), Some(node.id.as_str()));
            assert!(
                drawn
                    .attribute("aria-label")
                    .is_some_and(|label| label.starts_with(&node.label))
            );
        }
        assert_eq!(of_class("edge").len(), scene.edges.len());
    }
}

#[test]
fn positions_come_back_from_a_file() {
    let scene = book();
    let drawn = svg::print(&scene, &SvgOptions::default());
    let read = positions::read(&drawn).expect("positions");
    assert_eq!((read.kind.as_str(), read.language.as_str()), ("book", "ko"));
    assert_eq!(read.places.len(), scene.nodes.len());
    assert_eq!(read.places["aws"], scene.nodes[5].rect.center());
    assert_eq!(read.colours["digital-media"], 1);
    assert_eq!(positions::line(&sampler()), None, "a timeline needs none");
    for damaged in [
        "",
        "bookgraph:positions",
        "bookgraph:positions {\"kind\":",
        "bookgraph:positions {\"kind\":1}",
    ] {
        assert_eq!(positions::read(damaged), None);
    }
    let cut = drawn.find("\"places\"").expect("places");
    assert_eq!(positions::read(&drawn[..cut + 20]), None);
}

/// Puts texts wherever a user's words can be.
fn with_words(mut scene: Scene, words: &[String]) -> Scene {
    let mut words = words.iter().cycle().cloned();
    let mut next = || words.next().unwrap_or_default();
    scene.title = next();
    scene.subtitle = next();
    for group in &mut scene.groups {
        group.name = next();
    }
    for entry in &mut scene.entries {
        (entry.id, entry.label) = (next(), next());
    }
    for chapter in &mut scene.chapters {
        (chapter.id, chapter.label) = (next(), next());
    }
    for quote in &mut scene.quotes {
        quote.sentence = Some(next());
    }
    for node in &mut scene.nodes {
        (node.id, node.label) = (next(), next());
        node.facts = vec![next()];
        node.lines.iter_mut().for_each(|line| line.text = next());
    }
    for edge in &mut scene.edges {
        edge.label = next();
        edge.lines.iter_mut().for_each(|line| line.text = next());
    }
    for mark in scene.backdrop.iter_mut().chain(&mut scene.captions) {
        if let Mark::Text(line) = mark {
            line.text = next();
        }
    }
    scene
}

/// Texts with what has broken other programs' files.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("]]>".to_owned()),
        Just("--><script>".to_owned()),
        Just("</title>&amp;&#0;".to_owned()),
        Just("\u{0}\u{7}\u{1b}\u{7f}\u{FFFE}\u{FFFF}\u{202E}".to_owned()),
        Just("\r\n\t".to_owned()),
        Just("bookgraph:positions {".to_owned()),
        "[가-힣]{1,4}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the words, the files are what they should be.
    #[test]
    fn words_never_break_a_file(words in prop::collection::vec(hostile(), 1..12)) {
        for scene in [with_words(book(), &words), with_words(sampler(), &words)] {
            let drawn = svg::print(&scene, &SvgOptions::default());
            let document = roxmltree::Document::parse(&drawn).expect("XML");
            let groups = document.descendants().filter(|node| node.has_tag_name("g")).count();
            prop_assert_eq!(groups, 4 + scene.nodes.len() + scene.edges.len());
        }
    }
}
