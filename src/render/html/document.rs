//! The page as its template sees it.

use super::keys::{Keys, keys};
use super::policy::policy;
use super::words::PageWords;
use super::{SCRIPT, STYLE, address, data, name, variables};
use crate::map::scene::{Scene, SceneKind, SceneNode};
use crate::model::Language;
use crate::render::svg::{self, Colours, SvgOptions};
use crate::render::theme::Theme;
use askama::Template;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Document<'a> {
    language: Language,
    theme: Option<&'static str>,
    title: &'a str,
    version: &'static str,
    policy: String,
    style: String,
    script: &'static str,
    data: String,
    words: &'static PageWords,
    keys: &'static [Keys],
    maps: Vec<MapPart<'a>>,
}

/// A picture, and what it says as text.
struct MapPart<'a> {
    name: String,
    title: &'a str,
    /// What stands on its tab.
    tab: &'a str,
    findings: &'a [String],
    picture: String,
    nodes: Vec<NodePart<'a>>,
}

struct NodePart<'a> {
    address: String,
    label: &'a str,
    facts: &'a [String],
    passages: Vec<Passage<'a>>,
}

/// The sentences of one entry.
struct Passage<'a> {
    entry: &'a str,
    /// Date and chapters.
    aside: String,
    sentences: Vec<&'a str>,
}

impl<'a> Document<'a> {
    pub(super) fn new(scenes: &'a [Scene], theme: Option<Theme>) -> Self {
        let language = scenes
            .first()
            .map_or(Language::ENGLISH, |scene| scene.language);
        let words = PageWords::of(language);
        let style = format!("{}{STYLE}", variables());
        Self {
            language,
            theme: theme.map(Theme::name),
            title: scenes.first().map_or("bookgraph", |scene| &scene.title),
            version: env!("CARGO_PKG_VERSION"),
            policy: policy(&style, SCRIPT),
            style,
            script: SCRIPT,
            data: data::json(scenes, words),
            words,
            keys: keys(language),
            maps: (0..scenes.len()).map(|index| map(scenes, index)).collect(),
        }
    }
}

fn map(scenes: &[Scene], index: usize) -> MapPart<'_> {
    let scene = &scenes[index];
    let prefix = format!("map{index}");
    let options = SvgOptions {
        colours: Colours::Variables,
        font: None,
        prefix: &prefix,
    };
    let nodes = scene.nodes.iter().map(|node| NodePart {
        address: address(scenes, index, node),
        label: &node.label,
        facts: &node.facts,
        passages: passages(scene, node),
    });
    MapPart {
        name: name(scenes, index),
        title: &scene.title,
        tab: tab(scenes, index),
        findings: &scene.findings,
        picture: svg::print(scene, &options),
        nodes: nodes.collect(),
    }
}

/// The name of a group, where the map is that of a group; else its title.
fn tab(scenes: &[Scene], index: usize) -> &str {
    let overview = &scenes[0];
    let groups = (overview.kind == SceneKind::Overview).then_some(&overview.groups);
    let group = groups.zip(index.checked_sub(1));
    let group = group.and_then(|(groups, index)| groups.get(index));
    group.map_or(&scenes[index].title, |group| &group.name)
}

/// The sentences of a node's evidence, by entry.
fn passages<'a>(scene: &'a Scene, node: &SceneNode) -> Vec<Passage<'a>> {
    let quotes: Vec<_> = node
        .quotes
        .iter()
        .filter_map(|&quote| scene.quotes.get(quote as usize))
        .collect();
    quotes
        .chunk_by(|a, b| a.entry == b.entry)
        .map(|of_entry| {
            let entry = &scene.entries[of_entry[0].entry];
            let chapters = entry.chapters.iter();
            let chapters = chapters.map(|&chapter| scene.chapters[chapter].label.as_str());
            let aside: Vec<&str> = entry.date.as_deref().into_iter().chain(chapters).collect();
            let sentences = of_entry
                .iter()
                .filter_map(|quote| quote.sentence.as_deref());
            Passage {
                entry: &entry.label,
                aside: aside.join(" · "),
                sentences: sentences.collect(),
            }
        })
        .collect()
}
