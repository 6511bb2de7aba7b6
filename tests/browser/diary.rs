//! Every kind of map of this project's own diary, measured by the browser.

use super::{Chromium, drawn_well};
use crate::support::diary;
use bookgraph::map::scene::Scene;
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::Language;
use bookgraph::render::html;

/// Words stay in their boxes and off each other, in every kind and language.
pub(super) fn every_kind(browser: &Chromium) {
    let folder = tempfile::tempdir().expect("a folder");
    for language in [Language::KOREAN, Language::ENGLISH] {
        for scenes in maps(language) {
            let kind = scenes[0].kind;
            let name = format!("{}-{}.html", kind.name(), language.code());
            let page = folder.path().join(name);
            std::fs::write(&page, html::print(&scenes, None)).expect("a file");
            drawn_well(browser, &page, kind);
        }
    }
}

/// Each kind of map of the diary.
fn maps(language: Language) -> [Vec<Scene>; 5] {
    let opened = diary();
    let options = MapOptions {
        language: Some(language),
        ..MapOptions::default()
    };
    let concept = opened.library.vocabulary().find("input-metrics");
    let around = MapOptions {
        around: concept.map(|concept| (concept, 1)),
        ..options.clone()
    };
    let placement = opened.graph.placement();
    let source = |options| MapSource::new(&opened.library, &opened.tagging, placement, options);
    let (whole, part) = (source(&options), source(&around));
    [
        map::book(&whole),
        vec![map::timeline(&whole)],
        vec![map::chapter(&whole)],
        vec![map::concept(&part)],
        vec![map::entries(&whole)],
    ]
}
