//! What scenes look like in every format. The files in `tests/suite/scenes/`
//! are for looking at.

use crate::support::sampler::sampler;
use crate::support::scenes::book;
use crate::support::{graphviz, has_graphviz, project};
use bookgraph::map::EarlierMap;
use bookgraph::map::scene::{Mark, Scene, SceneKind};
use bookgraph::render::png::{self, Font, PngError, PngOptions};
use bookgraph::render::positions;
use bookgraph::render::svg::{self, Colours, SvgOptions};
use bookgraph::render::theme::Theme;
use bookgraph::render::{ExportOptions, MapFormat, dot, export, json, mermaid, text_map};
use proptest::prelude::*;
use std::io::Write as _;

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

fn name(scene: &Scene) -> &'static str {
    match scene.kind {
        SceneKind::Book => "book",
        _ => "sampler",
    }
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
fn scenes_as_dot() {
    for scene in [book(), sampler()] {
        let drawn = dot::print(&scene, Theme::Light);
        check(&format!("{}.dot", name(&scene)), &drawn);
        graphviz_rust::parse(&drawn).expect("DOT");
    }
}

#[test]
fn scenes_as_mermaid_text_and_json() {
    for scene in [book(), sampler()] {
        let name = name(&scene);
        check(
            &format!("{name}.mmd"),
            &mermaid::print(&scene, Theme::Light),
        );
        check(&format!("{name}.txt"), &text_map::print(&scene));
        check(&format!("{name}.json"), &json::scene(&scene));
    }
}

/// What the picture shows, the words tell.
#[test]
fn the_text_tells_every_node_and_edge() {
    for scene in [book(), sampler()] {
        let text = text_map::print(&scene);
        let lines = text.lines().filter(|line| line.starts_with("  ")).count();
        assert_eq!(lines, scene.nodes.len() + scene.edges.len());
        for node in &scene.nodes {
            assert!(
                text.contains(&format!("  {}", node.label)),
                "{}",
                node.label
            );
        }
        for edge in &scene.edges {
            assert!(
                text.contains(&format!("  {}", edge.label)),
                "{}",
                edge.label
            );
        }
    }
}

#[test]
fn a_format_is_known_by_the_ending_of_its_file() {
    for format in MapFormat::ALL {
        for ending in format.endings() {
            assert_eq!(MapFormat::of_ending(ending), Some(format));
        }
    }
    assert_eq!(MapFormat::of_ending("ron"), None);
}

/// Both of Graphviz's programs draw the map as it was laid out.
#[test]
fn graphviz_draws_the_map_as_it_was_laid_out() {
    if !has_graphviz("graphviz_draws_the_map_as_it_was_laid_out") {
        return;
    }
    for scene in [book(), sampler()] {
        let drawn = dot::print(&scene, Theme::Light);
        let [by_dot, by_neato] = ["dot", "neato"].map(|program| graphviz(program, &drawn, "svg"));
        assert_eq!(by_dot, by_neato);
        let size = format!(
            "width=\"{}pt\" height=\"{}pt\"",
            scene.size.width, scene.size.height
        );
        assert!(by_dot.contains(&size), "{size} in {}", &by_dot[..600]);
        let line = &scene.nodes[0].lines[0];
        assert!(by_dot.contains(&line.text), "{}", line.text);
    }
}

/// Words that have broken other programs' DOT, and a background longer than
/// Graphviz takes in one piece.
#[test]
fn graphviz_draws_any_words() {
    if !has_graphviz("graphviz_draws_any_words") {
        return;
    }
    let words = [
        "say \"hi\"",
        "\\\"",
        "trailing \\",
        "</b>&lt;&#0; & -x 3 -abc",
        "가\u{0}\u{1b}\u{FFFE}나",
        "\\N\\G\\l",
        "",
        "👨‍👩‍👧",
    ];
    let words = words.map(str::to_owned);
    for scene in [book(), sampler()] {
        let mut scene = with_words(scene, &words);
        scene.backdrop = scene.backdrop.iter().cycle().take(400).cloned().collect();
        let drawn = graphviz("neato", &dot::print(&scene, Theme::Dark), "svg");
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        };
        roxmltree::Document::parse_with_options(&drawn, options).expect("XML");
        assert!(drawn.contains("say &quot;hi&quot;"));
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
    let read = positions::read(std::slice::from_ref(&drawn));
    for other in [MapFormat::Dot, MapFormat::Mermaid, MapFormat::Json] {
        let written = export(
            std::slice::from_ref(&scene),
            other,
            &ExportOptions::default(),
        )
        .expect("a file");
        let written = String::from_utf8(written).expect("text");
        assert_eq!(positions::read(&[written]), read, "{other:?}");
    }
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
        assert_eq!(
            positions::read(&[damaged.to_owned()]),
            EarlierMap::default()
        );
    }
    let cut = drawn.find("\"places\"").expect("places");
    assert_eq!(
        positions::read(&[drawn[..cut + 20].to_owned()]),
        EarlierMap::default()
    );
}

/// Whether this computer has a font for the tests of pictures. Where
/// `BOOKGRAPH_TEST_EVERYTHING` is set, it must have one; elsewhere they are
/// skipped, and the skipping is named.
fn has_hangul(test: &str) -> bool {
    let drawn = png::draw(&book(), &PngOptions::default());
    let found = !matches!(drawn, Err(PngError::NoHangul));
    if !found {
        assert!(
            std::env::var_os("BOOKGRAPH_TEST_EVERYTHING").is_none(),
            "no font with Hangul is installed"
        );
        // Past the test runner, which hides what passing tests print.
        let _ = writeln!(
            std::io::stderr(),
            "skipped {test}: it needs a font with Hangul"
        );
    }
    found
}

#[test]
fn pictures_have_the_size_of_their_scene() {
    if !has_hangul("pictures_have_the_size_of_their_scene") {
        return;
    }
    for scale in [1.0, 2.0] {
        let options = PngOptions {
            scale,
            ..PngOptions::default()
        };
        let picture = png::draw(&book(), &options).expect("a picture");
        assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
        let number =
            |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
        let size = book().size;
        assert_eq!(
            [number(16), number(20)],
            [size.width * scale, size.height * scale].map(|side| side as u32)
        );
    }
}

#[test]
fn a_picture_that_cannot_be_drawn_says_why_and_what_to_do() {
    let refused = |options: PngOptions| png::draw(&book(), &options).expect_err("refused");
    let font = |font: Font| PngOptions {
        font: Some(font),
        ..PngOptions::default()
    };
    let missing = refused(font(Font::Family("No Such Family".to_owned())));
    assert_eq!(missing.to_string(), "no font `No Such Family` is installed");
    let no_file = refused(font(Font::File("no/such.ttf".into())));
    assert!(matches!(no_file, PngError::Unreadable { .. }));
    let no_font = refused(font(Font::File(project().join("Cargo.toml"))));
    assert!(matches!(no_font, PngError::NotAFont(_)));
    for scale in [1_000.0, 0.0, -1.0, f64::NAN, f64::INFINITY] {
        let large = refused(PngOptions {
            scale,
            ..PngOptions::default()
        });
        let hint = large.hint().expect("a hint");
        assert!(hint.contains("up to 14.23"), "{hint}");
    }
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
            let worded = scene.edges.iter().filter(|edge| !edge.lines.is_empty()).count();
            prop_assert_eq!(groups, 5 + scene.nodes.len() + scene.edges.len() + worded);
            let data: serde_json::Value = serde_json::from_str(&json::scene(&scene)).expect("JSON");
            prop_assert_eq!(data["title"].as_str(), Some(scene.title.as_str()));
            let told = text_map::print(&scene);
            prop_assert!(!told.contains(|c: char| c.is_control() && c != '\n'));
            let chart = mermaid::print(&scene, Theme::Light);
            let statements = chart.lines().filter(|line| line.starts_with("    n")).count();
            prop_assert_eq!(statements, scene.nodes.iter().filter(|node| node.group.is_some()).count());
            let drawn = dot::print(&scene, Theme::Light);
            prop_assert!(graphviz_rust::parse(&drawn).is_ok(), "{}", drawn);
        }
    }
}
