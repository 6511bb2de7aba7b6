//! Titles and links that have broken other programs (`suite/hostile/titles.json`), in
//! Korean and English, through every form of every command, opened by who reads that
//! form: the same words come back, and nothing in them is done.

mod exports;
mod readers;

use crate::support::chromium::chromium;
use crate::support::{Opened, TestLibrary, has_graphviz, project, real_dot};
use bookgraph::map::scene::Scene;
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::Language;
use bookgraph::render::theme::Theme;
use bookgraph::render::{ExportOptions, MapFormat, dot, export};
use std::path::PathBuf;

/// Commands that answer in several forms.
const COMMANDS: [&[&str]; 16] = [
    &["find", "world"],
    &["search", "boom"],
    &["show", "b/e14"],
    &["show", "b"],
    &["show", "c29"],
    &["summary"],
    &["list", "entries"],
    &["list", "concepts"],
    &["list", "books"],
    &["index"],
    &["timeline"],
    &["stats"],
    &["similar", "e01"],
    &["review"],
    &["tag"],
    &["check", "--all"],
];

fn titles() -> Vec<String> {
    let path = project().join("tests/suite/hostile/titles.json");
    let text = std::fs::read_to_string(path).expect("the titles");
    serde_json::from_str(&text).expect("a list of texts")
}

/// A text as RON writes it; what no file should hold is escaped.
fn ron(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() || "\u{FFFE}\u{FFFF}".contains(c) => {
                written.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// Every title as that of an entry, as a label in two languages and inside of a text.
fn library(titles: &[String]) -> TestLibrary {
    let mut concepts =
        vec!["Concept(id: \"world\", label: (ko: \"세계\", en: \"world\"))".to_owned()];
    let mut entries = Vec::new();
    for (index, title) in titles.iter().enumerate() {
        let short: String = title.chars().take(200).collect();
        concepts.push(format!(
            "Concept(id: \"c{index:02}\", label: (ko: {}, en: {}), aliases: [\"이름{index:02}\"])",
            ron(&format!("{short} 가{index:02}")),
            ron(&format!("{short} x{index:02}")),
        ));
        let text = format!(
            "두 세계, a world: {title} 이름{index:02} 이름{:02}.",
            (index + 1) % 62
        );
        entries.push(format!(
            "Entry(id: \"e{index:02}\", day: {index}, title: {}, text: {})",
            ron(title),
            ron(&text)
        ));
    }
    let book = format!(
        "Book(id: \"b\", language: \"ko\", title: (ko: {0}, en: {0}))",
        ron(&titles[28])
    );
    TestLibrary::new()
        .file("b/book.ron", &book)
        .file(
            "concepts.ron",
            &format!("Vocabulary(concepts: [{}])", concepts.join(",\n")),
        )
        .file(
            "b/entries.ron",
            &format!("Entries(entries: [{}])", entries.join(",\n")),
        )
}

/// The forms that a command says it has.
fn forms(library: &TestLibrary, command: &[&str]) -> Vec<String> {
    let words: Vec<&str> = command.iter().copied().take(2).collect();
    let help = match command[0] {
        "list" => library.run(&[&words[..], &["--help"]].concat()),
        _ => library.run(&[command[0], "--help"]),
    };
    let (_, after) = help.stdout.split_once("--format <").expect("forms");
    let lines = after.lines().skip(1);
    let forms = lines.skip_while(|line| !line.contains("Possible values"));
    let forms = forms.skip(1).map(str::trim_start);
    let forms = forms.take_while(|line| line.starts_with("- "));
    let forms = forms.map(|line| line[2..].split(':').next().unwrap_or_default().to_owned());
    let forms: Vec<String> = forms.collect();
    assert!(forms.len() >= 2, "{command:?}: {}", help.stdout);
    forms
}

#[test]
fn every_form_gives_the_words_back() {
    let titles = titles();
    let library = library(&titles);
    let mut pages: Vec<PathBuf> = Vec::new();
    for command in COMMANDS {
        for form in forms(&library, command) {
            for language in ["ko", "en"] {
                let more = ["-f", form.as_str(), "--lang", language];
                let printed = library.run(&[command, &more].concat());
                let what = format!("{command:?} -f {form} --lang {language}");
                assert!(printed.status <= 1, "{what}: {}", printed.stderr);
                readers::words(&printed.stderr, &what);
                match form.as_str() {
                    "html" => {
                        let page = library.root().join(format!("{}.html", pages.len()));
                        std::fs::write(&page, &printed.stdout).expect("a page");
                        pages.push(page);
                    }
                    form => readers::read(form, &printed.stdout, &what),
                }
                if command == ["list", "entries"] && form == "json" {
                    let given = readers::texts(&printed.stdout, "title");
                    assert_eq!(given, titles, "{what}");
                }
            }
        }
    }
    let opened = opened(&library);
    for language in [Language::KOREAN, Language::ENGLISH] {
        for scene in scenes(&opened, language) {
            for format in MapFormat::ALL {
                let what = format!("{:?} {format:?} {language}", scene.kind);
                let options = ExportOptions::default();
                let Ok(bytes) = export(std::slice::from_ref(&scene), format, &options) else {
                    // A computer without fonts draws no pixels.
                    assert_eq!(format, MapFormat::Png, "{what}");
                    continue;
                };
                match format {
                    MapFormat::Png => assert!(bytes.starts_with(b"\x89PNG"), "{what}"),
                    MapFormat::Html => {
                        let page = library.root().join(format!("{}.html", pages.len()));
                        std::fs::write(&page, bytes).expect("a page");
                        pages.push(page);
                    }
                    MapFormat::Svg => readers::picture(&text(bytes), &labels(&scene), &what),
                    MapFormat::Json => readers::read("json", &text(bytes), &what),
                    MapFormat::Text => readers::words(&text(bytes), &what),
                    MapFormat::Mermaid => readers::mermaid(&text(bytes), &what),
                    // Below, in one go: the real `dot` takes its time.
                    MapFormat::Dot => {}
                }
            }
        }
    }
    in_the_browser(&pages);
}

#[test]
fn the_real_dot_draws_the_words_and_nothing_else() {
    if !has_graphviz("hostile::the_real_dot_draws_the_words_and_nothing_else") {
        return;
    }
    let library = library(&titles());
    let opened = opened(&library);
    for scene in scenes(&opened, Language::KOREAN) {
        let drawn = real_dot(&dot::print(&scene, Theme::Light), "svg");
        // The background of DOT cannot hold a backslash.
        let drawn = drawn.replace('＼', "\\");
        readers::picture(&drawn, &labels(&scene), &format!("{:?} by dot", scene.kind));
    }
}

fn in_the_browser(pages: &[PathBuf]) {
    let Some(browser) = chromium("hostile::every_form_gives_the_words_back") else {
        return;
    };
    for page in pages {
        let source = std::fs::read_to_string(page).expect("a page");
        let policy = source
            .split_once("Content-Security-Policy\" content=\"")
            .expect("a policy")
            .1;
        assert!(
            policy.starts_with("default-src &#39;none&#39;")
                || policy.starts_with("default-src 'none'"),
            "{policy:.80}"
        );
        browser.open(page, "");
        let done = browser.get(readers::DONE);
        assert_eq!(done, serde_json::json!([]), "{}", page.display());
        let body = browser.text("document.documentElement.textContent");
        assert!(
            readers::skeleton(&body).contains("boom()"),
            "{}",
            page.display()
        );
        assert_eq!(
            browser.complaints(),
            Vec::<String>::new(),
            "{}",
            page.display()
        );
    }
    assert!(pages.len() >= 8);
}

fn opened(library: &TestLibrary) -> Opened {
    // Hidden characters are warned of by `check` alone.
    library.open()
}

fn scenes(opened: &Opened, language: Language) -> Vec<Scene> {
    let placement = opened.graph.placement();
    let options = MapOptions {
        language: Some(language),
        ..MapOptions::default()
    };
    let source = MapSource::new(&opened.library, &opened.tagging, placement, &options);
    let mut scenes = map::book(&source);
    scenes.extend([
        map::timeline(&source),
        map::chapter(&source),
        map::entries(&source),
    ]);
    scenes
}

/// The labels of a map's boxes, as they are written in it.
fn labels(scene: &Scene) -> Vec<String> {
    let nodes = scene.nodes.iter();
    nodes
        .map(|node| {
            node.lines
                .iter()
                .map(|line| line.text.as_str())
                .collect::<String>()
        })
        .collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}
