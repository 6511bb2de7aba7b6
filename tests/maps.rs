//! Maps, and DOT as the real Graphviz reads it.

use crate::support::{TestLibrary, bookgraph, diary, has_graphviz, project, real_dot};
use bookgraph::graph::Node;
use bookgraph::map::{self, Map, Selection};
use bookgraph::render::dot;

/// Labels that have broken other programs' DOT.
const HOSTILE: [&str; 20] = [
    "say \"hi\"",
    "C:\\new\\N\\G\\",
    "x\"]; evil [label=\"y",
    "<b>not html</b>",
    "&lt;script&gt; & &#128512;",
    "graph",
    "digraph { a -> b }",
    "// not a comment",
    "# nor this",
    "PR/FAQ {a|b} <p>",
    "a\tb",
    "bell\u{7}esc\u{1b}[31m",
    "rtl \u{202E}override",
    "nul\u{0}here",
    "\u{FFFE}\u{FFFF} non-characters",
    "가나다 ‘따옴표’ “큰따옴표”",
    "👨‍👩‍👧 family",
    "trailing backslash \\",
    "\\\"",
    "-- -> ;",
];

fn hostile_library() -> TestLibrary {
    let concepts: Vec<String> = HOSTILE
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let label = ron_string(&format!("{label} {index:02}"));
            format!("Concept(id: \"c{index}\", label: (en: {label}), aliases: (en: [\"name{index:02}\"]))")
        })
        .collect();
    let text: Vec<String> = (0..HOSTILE.len())
        .map(|index| format!("name{index:02}"))
        .collect();
    TestLibrary::new()
        .file(
            "b/book.ron",
            &format!(
                "Book(id: \"b\", title: {})",
                ron_string("</text>\"title\\ & <b>")
            ),
        )
        .file(
            "concepts.ron",
            &format!("Vocabulary(concepts: [{}])", concepts.join(",\n")),
        )
        .entry("one", &text.join(" and "))
        .entry("two", &text[..5].join(" and "))
        .file(
            "b/three.ron",
            &format!(
                "Entry(id: \"three\", title: {}, text: {})",
                ron_string(HOSTILE[2]),
                ron_string(&"가나다라".repeat(9_000))
            ),
        )
        .file(
            "b/four.ron",
            &format!(
                "Entry(id: \"four\", title: {}, text: \"\")",
                ron_string(&HOSTILE.join(""))
            ),
        )
}

fn ron_string(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() || c == '\u{FFFE}' || c == '\u{FFFF}' => {
                written.push_str(&format!("\\u{{{:x}}}", c as u32));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

#[test]
fn hostile_labels_come_out_of_the_real_dot_unchanged() {
    if !has_graphviz("maps::hostile_labels_come_out_of_the_real_dot_unchanged") {
        return;
    }
    let opened = hostile_library().open();
    let map = map::concepts(
        &opened.library,
        &opened.tagging,
        &opened.graph,
        &Selection::default(),
    );
    assert_eq!(map.nodes.len(), HOSTILE.len());
    let entries = map::entries(
        &opened.library,
        &opened.tagging,
        &opened.graph,
        &Selection::default(),
    );
    for map in [map, entries] {
        let svg = real_dot(&dot::print(&map), "svg");
        every_line_is_shown(&map, &svg);
        assert!(!svg.contains("onload") && !svg.contains("<script"));
    }
}

fn every_line_is_shown(map: &Map, svg: &str) {
    let shown = texts(svg);
    for node in &map.nodes {
        for line in &node.lines {
            let visible: String = line
                .chars()
                .map(|c| match c {
                    '\t' => ' ',
                    c if c.is_control() || c == '\u{FFFE}' || c == '\u{FFFF}' => '\u{FFFD}',
                    c => c,
                })
                .collect();
            let visible = visible.trim();
            assert!(
                shown.iter().any(|text| text.trim() == visible),
                "{visible:?} is not in the picture"
            );
        }
    }
}

/// The texts of an SVG, its entities resolved.
fn texts(svg: &str) -> Vec<String> {
    svg.split("<text ")
        .skip(1)
        .filter_map(|piece| {
            let (_, rest) = piece.split_once('>')?;
            let (text, _) = rest.split_once("</text>")?;
            let mut text = text.replace("&#160;", " ").replace('\u{A0}', " ");
            for (entity, c) in [
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", "\""),
                ("&#39;", "'"),
                ("&#45;", "-"),
                ("&amp;", "&"),
            ] {
                text = text.replace(entity, c);
            }
            Some(text)
        })
        .collect()
}

/// What `graphviz-rust` prints, `graphviz-rust` and the real `dot` read.
#[test]
fn every_kind_is_dot() {
    let installed = has_graphviz("maps::every_kind_is_dot");
    for kind in ["concepts", "entries", "chapters"] {
        for lang in ["ko", "en"] {
            let printed = bookgraph(&project(), &["map", "--kind", kind, "--lang", lang]);
            assert_eq!(printed.status, 0, "{kind}");
            if installed {
                let svg = real_dot(&printed.stdout, "svg");
                assert!(texts(&svg).len() > 10, "{kind} {lang}");
            }
        }
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let args: [&[&str]; 7] = [
        &["map"],
        &["map", "--kind", "entries"],
        &["map", "--kind", "chapters"],
        &["find", "AWS", "-f", "json"],
        &["summary", "-f", "json"],
        &["list", "concepts", "-f", "json"],
        &["summary", "-f", "md", "--lang", "en"],
    ];
    for args in args {
        let (one, two) = (bookgraph(&project(), args), bookgraph(&project(), args));
        assert!(one.stdout.len() > 500, "{args:?}");
        assert_eq!(one.stdout, two.stdout, "{args:?}");
    }
}

/// A map a person can read: everything is on it, everything hangs together,
/// and there are few enough links.
#[test]
fn the_concept_map_is_a_backbone() {
    let opened = diary();
    let map = map::concepts(
        &opened.library,
        &opened.tagging,
        &opened.graph,
        &Selection::default(),
    );
    assert_eq!(
        map.nodes.len(),
        44,
        "all concepts of the entries but the one that is everywhere"
    );
    assert!(
        map.subtitle.contains("아마존"),
        "the one left out is named: {}",
        map.subtitle
    );
    assert_eq!(map.edges.len(), 77, "1.75 for each concept");
    let mut reached = vec![false; map.nodes.len()];
    reached[0] = true;
    for _ in 0..map.nodes.len() {
        for edge in &map.edges {
            let either = reached[edge.from] || reached[edge.to];
            (reached[edge.from], reached[edge.to]) = (either, either);
        }
    }
    assert!(reached.iter().all(|reached| *reached));
    let groups: Vec<&str> = map
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(
        groups,
        ["8장 아마존 프라임", "9장 프라임 비디오", "10장 AWS", "결론"]
    );
}

#[test]
fn a_part_of_the_map() {
    let opened = diary();
    let concept = |id: &str| opened.library.vocabulary().find(id).unwrap();
    let labels = |selection: &Selection| -> Vec<String> {
        let map = map::concepts(&opened.library, &opened.tagging, &opened.graph, selection);
        map.nodes.iter().map(|node| node.lines.join(" ")).collect()
    };
    let around = |depth| {
        labels(&Selection {
            around: Some((concept("pr-faq"), depth)),
            ..Selection::default()
        })
    };
    assert_eq!(around(0), ["PR/FAQ"]);
    assert_eq!(
        around(1),
        ["PR/FAQ", "워킹 백워드"],
        "the centre comes first"
    );
    assert!(around(2).len() > 4 && around(2).len() < 20);
    assert!(
        labels(&Selection {
            around: Some((concept("amazon"), 1)),
            ..Selection::default()
        })
        .contains(&"아마존".to_owned())
    );
    assert_eq!(
        labels(&Selection {
            top: 3,
            ..Selection::default()
        })
        .len(),
        3
    );

    let nine = opened
        .library
        .chapters_of(opened.library.book_ids().next().unwrap())
        .nth(9)
        .unwrap();
    let chapter = labels(&Selection {
        chapters: vec![nine],
        ..Selection::default()
    });
    assert!(
        chapter.contains(&"넷플릭스".to_owned())
            && !chapter.contains(&"클라우드 컴퓨팅".to_owned())
    );
}

#[test]
fn the_entry_map_is_in_reading_order_and_linked() {
    let opened = diary();
    let map = map::entries(
        &opened.library,
        &opened.tagging,
        &opened.graph,
        &Selection::default(),
    );
    let nodes: Vec<Node> = map.nodes.iter().map(|node| node.node).collect();
    assert_eq!(
        nodes,
        opened
            .library
            .entry_ids()
            .map(Node::Entry)
            .collect::<Vec<_>>()
    );
    assert!(
        map.edges
            .iter()
            .all(|edge| edge.label.is_some() || edge.to == edge.from + 1)
    );
}

/// `dot` missing is said aloud, with what to do.
#[test]
fn a_picture_without_graphviz_says_so() {
    let output = crate::support::command(&project(), &["map", "-f", "svg"])
        .env("PATH", "/nonexistent")
        .output()
        .unwrap();
    let printed = crate::support::printed(&output);
    assert_eq!(printed.status, 2);
    assert_eq!(printed.stdout, "");
    assert!(
        printed
            .stderr
            .contains("`dot` of Graphviz is not installed"),
        "{}",
        printed.stderr
    );
    assert!(
        printed.stderr.contains("apt-get install graphviz"),
        "{}",
        printed.stderr
    );
}

#[test]
fn a_picture_by_the_ending_of_its_file() {
    if !has_graphviz("maps::a_picture_by_the_ending_of_its_file") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, magic) in [
        ("m.svg", "<?xml"),
        ("m.png", "PNG"),
        ("m.dot", "graph bookgraph"),
    ] {
        let path = folder.path().join(name);
        let printed = bookgraph(&project(), &["map", "-o", path.to_str().unwrap()]);
        assert_eq!(
            (printed.status, printed.stdout.as_str()),
            (0, ""),
            "{}",
            printed.stderr
        );
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            String::from_utf8_lossy(&bytes[..20]).contains(magic),
            "{name}"
        );
    }
}

/// A map is never written over notes.
#[test]
fn notes_are_no_place_for_maps() {
    let library = TestLibrary::with_concepts(&[("aws", "클라우드", "AWS")]).entry("a", "AWS");
    let before = crate::support::files(library.root());
    for output in ["notes/concepts.ron", "notes/map.svg", "elsewhere.ron"] {
        let printed = library.run(&["map", "-f", "dot", "-o", output]);
        assert_eq!(printed.status, 2, "{output}");
        assert!(
            printed.stderr.contains("place for notes"),
            "{}",
            printed.stderr
        );
    }
    assert_eq!(crate::support::files(library.root()), before);
}
