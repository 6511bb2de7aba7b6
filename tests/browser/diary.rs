//! Every kind of map of this project's own diary, measured by the browser.

use super::{Chromium, drawn_well};
use crate::support::maps::maps_of_the_diary;
use bookgraph::model::Language;
use bookgraph::render::html;

/// Words stay in their boxes and off each other, in every kind and language.
pub(super) fn every_kind(browser: &Chromium) {
    let folder = tempfile::tempdir().expect("a folder");
    for language in [Language::KOREAN, Language::ENGLISH] {
        for scenes in maps_of_the_diary(language) {
            let kind = scenes[0].kind;
            let name = format!("{}-{}.html", kind.name(), language.code());
            let page = folder.path().join(name);
            std::fs::write(&page, html::print(&scenes, None)).expect("a file");
            drawn_well(browser, &page, kind);
        }
    }
}
