//! Exports as notes, cards and boards.

use super::shared::{export, shared_library};
use crate::support::tools::opened;
use crate::support::{files, open};
use bookgraph::model::Library;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

fn library() -> Library {
    open(&shared_library().join("notes")).library
}

/// No two files are one where case and composition don't count, and every name is one
/// that Windows takes.
#[test]
fn file_names_suit_all_file_systems() {
    for format in ["obsidian", "logseq"] {
        let made = export(format, &[]);
        let mut seen = BTreeSet::new();
        for (path, _) in files(&made.path) {
            let name = path.file_name().expect("a name").to_str().expect("UTF-8");
            let folded: String = path.to_string_lossy().to_lowercase().nfd().collect();
            assert!(seen.insert(folded), "{name} stands twice");
            let bad = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
            assert!(!name.contains(bad) && !name.ends_with([' ', '.']), "{name}");
            let stem = name.split('.').next().expect("a stem").to_lowercase();
            assert!(
                !["con", "prn", "aux", "nul"].contains(&stem.as_str()),
                "{name}"
            );
        }
        assert!(seen.len() > 20, "{format}");
    }
}

/// Front matter by PyYAML; every link leads to a note, and concepts to their entries.
#[test]
fn an_obsidian_vault_is_whole() {
    let notes = opened("obsidian", &export("obsidian", &[]).path);
    let notes = notes.as_object().expect("notes");
    let names: BTreeSet<&str> = notes
        .keys()
        .map(|path| {
            path.rsplit('/')
                .next()
                .expect("a name")
                .trim_end_matches(".md")
        })
        .collect();
    for (path, note) in notes {
        for link in note["links"].as_array().expect("links") {
            assert!(
                names.contains(link.as_str().expect("a name")),
                "{path}: {link}"
            );
        }
    }
    let faq = &notes["Concepts/PR-FAQ.md"];
    assert_eq!(faq["front"]["id"], "pr-faq");
    assert_eq!(faq["front"]["aliases"][0], "PR/FAQ");
    assert_eq!(
        faq["front"]["tags"],
        serde_json::json!(["concept", "pr-faq"])
    );
    let links = faq["links"].as_array().expect("links");
    assert!(
        links.iter().any(|link| link == "줄 바꿈 그리고 끝"),
        "{links:?}"
    );

    let library = library();
    let titles: BTreeSet<&str> = library
        .entries()
        .map(|entry| entry.title.as_str())
        .collect();
    let entries = notes
        .iter()
        .filter(|(path, _)| path.starts_with("Entries/"));
    let written: BTreeSet<&str> = entries
        .clone()
        .map(|(_, note)| note["front"]["title"].as_str().expect("a title"))
        .collect();
    assert_eq!(written, titles, "titles survive YAML");
    let hostile = entries
        .clone()
        .find(|(_, note)| note["front"]["id"] == "day-1");
    let (_, hostile) = hostile.expect("the entry");
    let body = hostile["body"].as_str().expect("a text");
    // What a text says is not done: no HTML, no link, no tag, no comment, no formula.
    for harmless in [
        "\\<script>",
        "\\[[여백]]",
        "\\#태그",
        "\\%%숨김\\%%",
        "\\$$x\\$$",
    ] {
        assert!(body.contains(harmless), "{harmless} in {body}");
    }
    assert_eq!(hostile["front"]["date"], "2023-10-01");
    assert!(
        hostile["front"]["tags"]
            .as_array()
            .expect("tags")
            .contains(&"pr-faq".into())
    );
}

/// By the parser of Logseq: properties at the top, and every reference is a page.
#[test]
fn logseq_pages_are_read_by_logseq() {
    let answer = opened("logseq", &export("logseq", &[]).path);
    let pages = answer["pages"].as_object().expect("pages");
    let names: BTreeSet<String> = pages
        .keys()
        .map(|file| file.trim_end_matches(".md").replace("___", "/"))
        .chain(["book".to_owned(), "concept".to_owned()])
        .collect();
    let property = |page: &str, name: &str| -> Option<String> {
        let drawer = &pages[page]["tree"][0][0];
        assert_eq!(drawer[0], "Property_Drawer", "{page}");
        let all = drawer[1].as_array().expect("properties");
        let found = all.iter().find(|property| property[0] == name)?;
        Some(found[1].as_str().expect("a value").to_owned())
    };
    for page in pages.keys() {
        assert!(property(page, "bookgraph-id").is_some(), "{page}");
    }
    let aliases = property("PR-FAQ.md", "alias").expect("aliases");
    assert_eq!(aliases, "PR/FAQ, 보도자료, [[press release, and FAQ]]");
    let mut links = 0;
    for (page, read) in pages {
        walk(&read["tree"], &mut |name| {
            links += 1;
            let known = names.contains(name) || name == "press release, and FAQ";
            assert!(known, "{page} links to `{name}`");
        });
    }
    assert!(links > 60, "{links}");
}

/// Every page that a tree of Logseq's parser refers to.
fn walk(tree: &Value, found: &mut impl FnMut(&str)) {
    match tree {
        Value::Array(items) => {
            if let [Value::String(kind), Value::String(name)] = items.as_slice()
                && kind == "Page_ref"
            {
                found(name);
            }
            items.iter().for_each(|item| walk(item, found));
        }
        Value::Object(fields) => fields.values().for_each(|field| walk(field, found)),
        _ => {}
    }
}

/// By a reader of JSON Canvas: every entry has a card inside of a group, no two cards
/// overlap, and edges lead from card to card.
#[test]
fn a_canvas_is_well_laid() {
    let board = opened("canvas", &export("canvas", &[]).path);
    type Card = (String, String, [i64; 4]);
    let read =
        |field: &str| -> Vec<Card> { serde_json::from_value(board[field].clone()).expect("cards") };
    let (groups, cards) = (read("groups"), read("cards"));
    let library = library();
    let is_entry = |card: &&Card| card.0.starts_with("entry:");
    let entries: Vec<&Card> = cards.iter().filter(is_entry).collect();
    assert_eq!(entries.len(), library.entries().len());
    let inside = |[x, y, w, h]: [i64; 4], [gx, gy, gw, gh]: [i64; 4]| {
        x >= gx && y >= gy && x + w <= gx + gw && y + h <= gy + gh
    };
    for card in entries {
        assert!(
            groups.iter().any(|group| inside(card.2, group.2)),
            "{card:?}"
        );
    }
    for (at, one) in cards.iter().enumerate() {
        for other in &cards[at + 1..] {
            let [x, y, w, h] = one.2;
            let [ox, oy, ow, oh] = other.2;
            let apart = x + w <= ox || ox + ow <= x || y + h <= oy || oy + oh <= y;
            assert!(apart, "{one:?} {other:?}");
        }
    }
    let ids: BTreeSet<&str> = cards.iter().map(|card| card.0.as_str()).collect();
    let edges: Vec<[String; 2]> = serde_json::from_value(board["edges"].clone()).expect("edges");
    assert!(edges.len() > 10 && edges.iter().flatten().all(|end| ids.contains(end.as_str())));
}

/// By Anki: notes of two fields; importing again makes none twice.
#[test]
fn cards_are_imported_by_anki_once() {
    let answer = opened("anki", &export("anki", &[]).path);
    assert_eq!(answer["deck"], "bookgraph");
    let counts: Vec<[usize; 3]> = serde_json::from_value(answer["counts"].clone()).expect("counts");
    let cards = answer["cards"].as_object().expect("cards");
    assert_eq!(counts[0], [cards.len(), 0, 0], "all are new");
    assert_eq!(counts[1][0], 0, "and then none");
    assert_eq!(
        cards.len(),
        6,
        "`unused` has nothing to be learned: {cards:#?}"
    );
    let fields = |id: &str| &cards[&format!("bookgraph:{id}")];
    assert_eq!(fields("pr-faq")[0], "PR/FAQ");
    let back = fields("pr-faq")[1].as_str().expect("a field");
    assert!(
        back.starts_with("=고객에서 거꾸로<br>쓰는 글<br><br>"),
        "{back}"
    );
    let worlds = fields("two.worlds")[0].as_str().expect("a field");
    assert!(!worlds.contains("<b>"), "{worlds}");
}
