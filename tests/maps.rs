//! Maps, and DOT as the real Graphviz reads it.

use crate::support::maps::maps_of_the_diary;
use crate::support::room::crowding;
use crate::support::{Opened, TestLibrary, bookgraph, diary, has_graphviz, project, real_dot};
use bookgraph::map::scene::{Ink, Scene};
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::Language;
use bookgraph::render::png::PngError;
use bookgraph::render::theme::Theme;
use bookgraph::render::{ExportOptions, MapFormat, dot, export};
use std::fs;

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
    let scenes = with_source(&opened, &MapOptions::default(), |source| {
        let mut scenes = map::book(source);
        scenes.extend([
            map::entries(source),
            map::timeline(source),
            map::chapter(source),
        ]);
        scenes
    });
    assert_eq!(scenes[0].nodes.len(), HOSTILE.len());
    for scene in scenes {
        let svg = real_dot(&dot::print(&scene, Theme::Light), "svg");
        every_line_is_shown(&scene, &svg);
        assert!(!svg.contains("onload") && !svg.contains("<script"));
    }
}

fn with_source<T>(
    opened: &Opened,
    options: &MapOptions,
    draw: impl FnOnce(&MapSource<'_>) -> T,
) -> T {
    let placement = opened.graph.placement();
    draw(&MapSource::new(
        &opened.library,
        &opened.tagging,
        placement,
        options,
    ))
}

fn book(opened: &Opened, options: &MapOptions) -> Vec<Scene> {
    with_source(opened, options, map::book)
}

fn labels(scene: &Scene) -> Vec<&str> {
    scene.nodes.iter().map(|node| node.label.as_str()).collect()
}

fn every_line_is_shown(scene: &Scene, svg: &str) {
    let shown = texts(svg);
    for node in &scene.nodes {
        for line in &node.lines {
            let visible: String = line
                .text
                .chars()
                .map(|c| match c {
                    '\t' => ' ',
                    '\u{202A}'..='\u{202E}' => '\u{FFFD}',
                    c if c.is_control() || c == '\u{FFFE}' || c == '\u{FFFF}' => '\u{FFFD}',
                    c => c,
                })
                .collect();
            let visible = visible.trim();
            assert!(
                // The background of DOT cannot hold a backslash.
                shown
                    .iter()
                    .any(|text| text.trim().replace('＼', "\\") == visible),
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

/// Every kind in every form, from the program itself.
#[test]
fn every_kind_has_every_form() {
    let kinds: [&[&str]; 5] = [
        &["--kind", "book"],
        &["--kind", "timeline"],
        &["--kind", "chapter", "--chapter", "9"],
        &["--around", "워킹 백워드"],
        &["--kind", "entries"],
    ];
    let forms = [
        ("dot", "워킹"),
        ("svg", "워킹"),
        ("text", "워킹 백워드"),
        ("mermaid", "워킹"),
        ("json", "워킹 백워드"),
    ];
    for kind in kinds {
        for (form, expected) in forms {
            let mut args = vec!["map", "-f", form, "--theme", "dark"];
            args.extend(kind);
            let printed = bookgraph(&project(), &args);
            assert_eq!(
                (printed.status, printed.stderr.as_str()),
                (0, ""),
                "{args:?}"
            );
            let shown = printed.stdout.contains(expected) || kind[1] == "chapter";
            assert!(shown && printed.stdout.len() > 500, "{args:?}");
        }
    }
}

/// Every kind in both languages and all themes, as pictures.
#[test]
fn every_kind_is_a_picture_in_every_theme() {
    for language in [Language::KOREAN, Language::ENGLISH] {
        for scenes in maps_of_the_diary(language) {
            for theme in Theme::ALL {
                let options = ExportOptions {
                    theme: Some(theme),
                    ..ExportOptions::default()
                };
                let svg = export(&scenes, MapFormat::Svg, &options).expect("an SVG");
                let svg = String::from_utf8(svg).expect("text");
                roxmltree::Document::parse(&svg).expect("XML");
                let paper = theme.colour(Ink::Paper).to_string();
                assert!(svg.contains(&paper), "{:?} on {paper}", scenes[0].kind);
                every_word_is_written(&scenes[0], &svg);
            }
            let small = ExportOptions {
                scale: 0.5,
                ..ExportOptions::default()
            };
            match export(&scenes, MapFormat::Png, &small) {
                Ok(png) => assert!(png.starts_with(b"\x89PNG") && png.len() > 5_000),
                Err(PngError::NoFont | PngError::NoHangul) => {
                    assert!(std::env::var_os("BOOKGRAPH_TEST_EVERYTHING").is_none());
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

fn every_word_is_written(scene: &Scene, svg: &str) {
    for line in scene.nodes.iter().flat_map(|node| &node.lines) {
        let written = line.text.replace('&', "&amp;").replace('<', "&lt;");
        assert!(svg.contains(&written), "{written} is not in the picture");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let args: [&[&str]; 10] = [
        &["map"],
        &["map", "--kind", "entries"],
        &["map", "--kind", "chapter", "-f", "svg"],
        &["map", "--kind", "timeline", "-f", "json"],
        &["map", "--around", "AWS", "-f", "text"],
        &["map", "--lang", "en", "-f", "mermaid"],
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

/// A map a person can read: everything is on it, everything hangs together, and
/// there are few enough links.
#[test]
fn the_book_map_is_a_backbone_in_groups() {
    let opened = diary();
    let scenes = book(&opened, &MapOptions::default());
    let [scene] = &scenes[..] else {
        panic!("44 concepts fit in one picture");
    };
    let concepts = scene.nodes.len();
    assert_eq!(
        concepts, 44,
        "all concepts of the entries but the one that is everywhere"
    );
    assert!(
        scene.subtitle.contains("아마존"),
        "the one left out is named"
    );
    assert_eq!(scene.edges.len(), 77, "1.75 for each concept");
    let mut reached = vec![false; concepts];
    reached[0] = true;
    for _ in 0..concepts {
        for edge in &scene.edges {
            let either = reached[edge.from] || reached[edge.to];
            (reached[edge.from], reached[edge.to]) = (either, either);
        }
    }
    assert!(reached.iter().all(|reached| *reached));
    assert!((4..=8).contains(&scene.groups.len()));
    assert!(
        scene
            .groups
            .iter()
            .any(|group| group.name.starts_with("인풋 지표"))
    );
    assert!(
        scene.edges.iter().all(|edge| !edge.quotes.is_empty()),
        "every link has evidence"
    );
    assert!(
        scene
            .nodes
            .iter()
            .all(|node| !node.quotes.is_empty() && node.group.is_some())
    );
    assert!(
        scene.findings[0].starts_with("묶음을 잇는 개념: "),
        "{:?}",
        scene.findings
    );
    for (index, node) in scene.nodes.iter().enumerate() {
        for other in &scene.nodes[..index] {
            assert!(
                !node.rect.overlaps(&other.rect, 0.5),
                "{} on {}",
                node.label,
                other.label
            );
        }
    }
}

#[test]
fn a_part_of_the_map() {
    let opened = diary();
    let concept = |id: &str| opened.library.vocabulary().find(id).unwrap();
    let drawn = |options: &MapOptions| -> Vec<String> {
        let scenes = book(&opened, options);
        labels(&scenes[0]).into_iter().map(str::to_owned).collect()
    };
    let around = |depth| {
        let mut labels = drawn(&MapOptions {
            around: Some((concept("pr-faq"), depth)),
            ..MapOptions::default()
        });
        labels.sort();
        labels
    };
    assert_eq!(around(0), ["PR/FAQ"]);
    assert_eq!(around(1), ["PR/FAQ", "워킹 백워드"]);
    assert!(around(2).len() > 4 && around(2).len() < 20);
    let amazon = MapOptions {
        around: Some((concept("amazon"), 1)),
        ..MapOptions::default()
    };
    assert!(
        drawn(&amazon).contains(&"아마존".to_owned()),
        "a hub that is asked for"
    );
    let three = MapOptions {
        top: Some(3),
        ..MapOptions::default()
    };
    assert_eq!(drawn(&three).len(), 3);
    let often = MapOptions {
        min_mentions: 4,
        hide: vec![concept("subscription")],
        ..MapOptions::default()
    };
    let often = drawn(&often);
    assert!(
        often.contains(&"인풋 지표".to_owned()) && often.len() < 15,
        "{often:?}"
    );
    assert!(!often.contains(&"구독".to_owned()));
}

/// What is asked for at the command line reaches the map.
#[test]
fn filters_say_what_is_drawn() {
    let text = |args: &[&str]| {
        let mut all = vec!["map", "-f", "text"];
        all.extend(args);
        bookgraph(&project(), &all).stdout
    };
    let nine = text(&["--chapter", "9"]);
    assert!(nine.contains("넷플릭스") && !nine.contains("클라우드 컴퓨팅"));
    let pages = text(&["--pages", "p392~401"]);
    assert!(pages.contains("구독") && !pages.contains("플라이휠"));
    let days = text(&["--since", "2023-10-26"]);
    assert!(days.contains("보상") && !days.contains("넷플릭스"));
    let only = text(&["--only", "킨들 or (플라이휠 and not AWS)"]);
    assert!(
        only.contains("조건: 킨들 또는 (플라이휠 − 아마존 웹서비스)"),
        "{only}"
    );
    assert!(only.contains("플라이휠") && only.contains("킨들") && !only.contains("바 레이저"));
    for (args, expected) in [
        (
            ["--only", "AWS and"],
            "something to look for is missing after `and`",
        ),
        (["--hide", "킨들러"], "did you mean 킨들"),
        (["--kind", "concept"], "none is named"),
        (["--group", "99"], "there is no group 99"),
        (["--pages", "9..3"], "write pages as"),
    ] {
        let mut all = vec!["map"];
        all.extend(args);
        let printed = bookgraph(&project(), &all);
        assert_eq!(printed.status, 2, "{args:?}");
        assert!(printed.stderr.contains(expected), "{}", printed.stderr);
    }
}

/// A library of more than 60 concepts: groups first, and a map for each.
#[test]
fn what_does_not_fit_is_drawn_as_groups() {
    let library = crowded();
    let opened = library.open();
    let scenes = book(&opened, &MapOptions::default());
    let overview = &scenes[0];
    assert_eq!(overview.kind.name(), "overview");
    assert_eq!(scenes.len(), overview.nodes.len() + 1);
    assert!((2..=8).contains(&overview.nodes.len()));
    let drawn: usize = scenes[1..].iter().map(|scene| scene.nodes.len()).sum();
    assert_eq!(drawn, 80, "every concept is on one map");
    assert!(
        !overview.edges.is_empty() && overview.edges.iter().all(|edge| !edge.quotes.is_empty())
    );
    let second = MapOptions {
        group: Some(1),
        ..MapOptions::default()
    };
    assert_eq!(book(&opened, &second), scenes[2..3]);

    let printed = library.run(&["map", "-o", "all.svg"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    for group in 1..scenes.len() {
        let file = library.root().join(format!("all-group-{group}.svg"));
        assert!(
            fs::read_to_string(file).unwrap().contains(">c"),
            "concepts by their labels"
        );
    }
    let printed = library.run(&["map", "-f", "svg"]);
    assert!(
        printed.stderr.contains("--group 1 draws"),
        "{}",
        printed.stderr
    );
}

/// What does not fit well in a picture is drawn in one all the same when that is asked for:
/// in every form and both languages, from the places of an earlier one and not from those of
/// an overview.
#[test]
fn a_flat_map_holds_all_concepts() {
    let library = crowded();
    let opened = library.open();
    let flat = MapOptions {
        flat: true,
        ..MapOptions::default()
    };
    let scenes = book(&opened, &flat);
    assert_eq!(scenes.len(), 1);
    assert_eq!(scenes[0].kind.name(), "book");
    assert_eq!(scenes[0].nodes.len(), 80);
    assert_eq!(crowding(&scenes[0]), Vec::<String>::new());
    let some = MapOptions {
        top: Some(70),
        ..flat
    };
    assert_eq!(book(&opened, &some)[0].nodes.len(), 70);

    let draw = |language: &str, file: &str, more: &[&str]| {
        let printed = library.run(&[&["map", "--lang", language, "-o", file], more].concat());
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        fs::read_to_string(library.root().join(file)).unwrap()
    };
    let forms = [
        ("ko", ["svg", "html", "txt"]),
        ("en", ["dot", "json", "mmd"]),
    ];
    for (language, forms) in forms {
        let (title, last) = match language {
            "ko" => ("개념 지도", "개념79"),
            _ => ("concept map", "c79"),
        };
        for form in forms {
            let fresh = draw(language, &format!("flat.{form}"), &["--flat"]);
            assert!(fresh.contains(title) && fresh.contains(last), "{form}");
            if form == "json" {
                let file = format!("map.{form}");
                draw(language, &file, &[]);
                assert_eq!(draw(language, &file, &["--flat"]), fresh, "{form}");
                assert_eq!(draw(language, &file, &["--flat"]), fresh, "{form}");
            }
        }
    }
}

#[test]
fn a_flat_map_has_limits() {
    let library = crowded();
    for (args, told) in [
        (["--kind", "timeline"], "--flat is not for the timeline map"),
        (["--kind", "chapter"], "--flat is not for the chapter map"),
        (["--around", "c1"], "--flat is not for the concept map"),
        (["--group", "1"], "cannot be used with"),
    ] {
        let printed = library.run(&[&["map", "--flat"], &args[..]].concat());
        assert_eq!(printed.status, 2, "{args:?}");
        assert!(printed.stderr.contains(told), "{}", printed.stderr);
    }
    let many: Vec<String> = (0..5_001).map(|n| format!("말{n:04}")).collect();
    let concepts: Vec<(&str, &str, &str)> = many
        .iter()
        .map(|name| (name.as_str(), name.as_str(), name.as_str()))
        .collect();
    let library = TestLibrary::with_concepts(&concepts);
    let library = many
        .chunks(50)
        .enumerate()
        .fold(library, |library, (at, names)| {
            library.entry(&format!("e{at}"), &names.join(", "))
        });
    let printed = library.run(&["map", "--flat", "-f", "text"]);
    assert_eq!(printed.status, 2, "{}", printed.stderr);
    let told = "5001 concepts are too many for one picture";
    assert!(printed.stderr.contains(told), "{}", printed.stderr);
    assert!(printed.stderr.contains("--top 5000"), "{}", printed.stderr);
}

/// Eight themes of ten concepts; neighbouring themes share an entry.
fn crowded() -> TestLibrary {
    let ids: Vec<(String, String)> = (0..80)
        .map(|n| (format!("c{n}"), format!("개념{n:02}")))
        .collect();
    let concepts: Vec<(&str, &str, &str)> = ids
        .iter()
        .map(|(id, ko)| (id.as_str(), ko.as_str(), id.as_str()))
        .collect();
    let mut library = TestLibrary::with_concepts(&concepts);
    for theme in 0..8 {
        let names: Vec<&str> = ids[theme * 10..theme * 10 + 10]
            .iter()
            .map(|(_, ko)| ko.as_str())
            .collect();
        let next = &ids[(theme * 10 + 10) % 80].1;
        library = library
            .entry(&format!("a{theme}"), &format!("{}.", names.join(", ")))
            .entry(
                &format!("b{theme}"),
                &format!("{}. {} {next}.", names[..5].join(", "), names[9]),
            );
    }
    library
}

/// A map drawn into the file of an earlier one keeps everything where it was.
#[test]
fn a_map_remembers_its_places() {
    let library = crowded_diary();
    let draw = |file: &str, more: &[&str]| {
        let mut args = vec!["map", "--quiet", "-o", file];
        args.extend(more);
        let printed = library.run(&args);
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        fs::read_to_string(library.root().join(file)).unwrap()
    };
    for file in ["map.svg", "map.dot", "map.json"] {
        let first = draw(file, &[]);
        assert_eq!(
            draw(file, &[]),
            first,
            "the same notes, the same bytes: {file}"
        );
        assert_eq!(draw(file, &["--fresh"]), first, "{file}");
    }
    let before = bookgraph::render::positions::read(&[draw("map.svg", &[])]);
    let text = "인풋 지표와 새로운 것, 그리고 킨들.";
    let entry = format!("Entry(id: \"day-99\", text: {text:?})");
    let concept = "Vocabulary(concepts: [Concept(id: \"new\", label: (ko: \"새로운 것\"))])";
    fs::write(
        library.root().join("notes/working-backwards/new.ron"),
        entry,
    )
    .unwrap();
    fs::write(library.root().join("notes/more.ron"), concept).unwrap();
    let after = bookgraph::render::positions::read(&[draw("map.svg", &[])]);
    assert!(after.places.contains_key("new"));
    let mut moves: Vec<f64> = before
        .places
        .iter()
        .filter_map(|(id, was)| {
            let is = after.places.get(id)?;
            Some(((is.x - was.x).powi(2) + (is.y - was.y).powi(2)).sqrt())
        })
        .collect();
    moves.sort_by(f64::total_cmp);
    let median = moves[moves.len() / 2];
    assert!(
        median <= 0.05 * 1_400.0,
        "the median concept moved by {median}"
    );
    let same = before
        .colours
        .iter()
        .filter(|(id, colour)| after.colours.get(*id) == Some(*colour));
    assert!(
        same.count() * 10 >= before.colours.len() * 9,
        "colours stay"
    );
}

/// The diary, where it can be changed.
fn crowded_diary() -> TestLibrary {
    let mut library = TestLibrary::new();
    let notes = project().join("notes");
    for (path, text) in crate::support::files(&notes) {
        let path = path.strip_prefix(&notes).unwrap().to_str().unwrap();
        library = library.file(path, &String::from_utf8(text).unwrap());
    }
    library
}

#[test]
fn a_picture_by_the_ending_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    for (name, magic) in [
        ("m.svg", "<svg"),
        ("m.dot", "// bookgraph"),
        ("m.GV", "// bookgraph"),
        ("m.txt", "『순서"),
        ("m.mmd", "---"),
        ("m.json", "{"),
    ] {
        let path = folder.path().join(name);
        let printed = bookgraph(&project(), &["map", "-o", path.to_str().unwrap()]);
        assert_eq!(
            (printed.status, printed.stdout.as_str()),
            (0, ""),
            "{}",
            printed.stderr
        );
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.starts_with(magic), "{name}: {}", &written[..60]);
    }
}

/// The maps of groups remember their places, too.
#[test]
fn maps_of_groups_remember_their_places() {
    let library = crowded();
    let draw = |file: &str| {
        let printed = library.run(&["map", "--quiet", "-o", file]);
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        bookgraph::render::positions::read(&written(&library, file))
    };
    for (file, of_first) in [("all.svg", "all-group-1.svg"), ("all.html", "all.html")] {
        let first = draw(file);
        assert_eq!(first.places.len(), 80, "{file}");
        assert!(first.colours.is_empty() && first.group_colours.len() == 80);
        let before = fs::read_to_string(library.root().join(of_first)).unwrap();
        assert_eq!(draw(file), first, "{file}");
        let after = fs::read_to_string(library.root().join(of_first)).unwrap();
        assert_eq!(after, before, "the same notes, the same bytes: {file}");
    }
}

/// The texts of a map's files.
fn written(library: &TestLibrary, file: &str) -> Vec<String> {
    let (stem, ending) = file.split_once('.').expect("an ending");
    let names = std::iter::once(file.to_owned())
        .chain((1..=8).map(|group| format!("{stem}-group-{group}.{ending}")));
    names
        .filter_map(|name| fs::read_to_string(library.root().join(name)).ok())
        .collect()
}

/// A group is counted among those drawn, and a large one says what it leaves out.
#[test]
fn groups_are_those_that_are_drawn() {
    let library = crowded();
    let opened = library.open();
    let hidden = opened.library.vocabulary().find("c0").unwrap();
    let options = MapOptions {
        hide: vec![hidden],
        ..MapOptions::default()
    };
    let scenes = book(&opened, &options);
    let names: Vec<&str> = scenes[0]
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    assert!(
        names
            .iter()
            .all(|name| !name.split(" · ").any(|part| part == "c0")),
        "{names:?}"
    );
    let few = MapOptions {
        top: Some(61),
        group: Some(0),
        ..MapOptions::default()
    };
    assert_eq!(book(&opened, &few).len(), 1);
    let none = MapOptions {
        group: Some(8),
        ..MapOptions::default()
    };
    assert!(book(&opened, &none).is_empty());
}

/// A map does not go through a link into the notes, and a pipe is no earlier map.
#[cfg(unix)]
#[test]
fn links_and_pipes_are_what_they_are() {
    let library = TestLibrary::with_concepts(&[("aws", "클라우드", "AWS")]).entry("a", "AWS");
    let note = library.root().join("notes/b/a.ron");
    let before = fs::read_to_string(&note).unwrap();
    std::os::unix::fs::symlink(&note, library.root().join("map.svg")).unwrap();
    let printed = library.run(&["map", "-o", "map.svg"]);
    assert_eq!(printed.status, 2, "{}", printed.stderr);
    assert_eq!(fs::read_to_string(&note).unwrap(), before);
    for output in ["/dev/stdout", "-"] {
        let printed = library.run(&["map", "-f", "text", "-o", output]);
        assert!(printed.stdout.contains("AWS"), "{}", printed.stderr);
    }
    assert!(!library.root().join("-").exists(), "no file of that name");
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
