//! What a reader does with a map: find, read, filter, look, by mouse and keys.

use super::no_complaints;
use crate::support::chromium::Chromium;
use serde_json::json;
use std::path::Path;

const HITS: &str =
    "[...document.querySelectorAll('#hits [role=option] .label')].map(hit => hit.textContent)";
const HEADING: &str = "document.querySelector('#evidence h2')?.textContent";
const EVIDENCE: &str = "document.querySelector('#evidence').innerText";
const PANEL_SHUT: &str = "document.querySelector('#evidence').hidden";
const FOCUS: &str = "document.activeElement.dataset.id";

/// By Korean name, however it is spaced; half typed; by initials; by id.
pub(super) fn search(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    browser.press("/");
    let finds = |query: &str, hits: &[&str]| {
        browser.write(query);
        // What is written next replaces it.
        let found = browser.get(&format!("(document.activeElement.select(), {HITS})"));
        assert_eq!(found, json!(hits), "{query}");
    };
    finds("인풋지표", &["인풋 지표"]);
    finds("플라이 휠", &["플라이휠"]);
    finds("인풋 짚", &["인풋 지표"]);
    finds("ㅇㅍㅈㅍ", &["인풋 지표"]);
    finds("Input Metrics", &["인풋 지표"]);
    finds("aws", &["AWS"]);
    finds("없는 말", &[]);
    finds("미디어", &["디지털 미디어"]);
    let said = "document.querySelector('#announcement').textContent";
    assert_eq!(browser.text(said), "1개 찾음");
    assert_eq!(
        browser.get("document.querySelectorAll('.node.near').length"),
        1
    );
    browser.press("Enter");
    assert_eq!(browser.text(HEADING), "디지털 미디어");
    assert_eq!(browser.text("location.hash"), "#n=digital-media");
    assert_eq!(browser.get("document.querySelector('#hits').hidden"), true);
    no_complaints(browser);
}

/// By clicking a node, a neighbour, what ties them, and a line.
pub(super) fn evidence(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    browser.click("[data-id='input-metrics'] text");
    browser.wait("!document.querySelector('#evidence').hidden");
    let evidence = browser.text(EVIDENCE);
    let parts = [
        "19일차 (p353–361)",
        "2023-10-17 · 8장 아마존 프라임",
        "인풋 지표가 플라이휠을 돌린다.",
    ];
    for part in parts {
        assert!(evidence.contains(part), "{part}: {evidence}");
    }
    assert_eq!(
        browser.text("document.querySelector('mark').textContent"),
        "인풋 지표"
    );
    let lit = "[...document.querySelectorAll('.node.near')].map(n => n.dataset.id)";
    assert_eq!(
        browser.get(lit),
        json!(["input-metrics", "flywheel", "selection"])
    );

    browser.click(".neighbours .why");
    assert_eq!(browser.text(HEADING), "인풋 지표 – 플라이휠");
    assert!(browser.text(EVIDENCE).contains("0번과 1번: 기록 2편"));
    browser.click(".ends li:last-child button, .ends button:last-child");
    assert_eq!(browser.text(HEADING), "플라이휠");
    browser.press("Escape");
    assert_eq!(browser.get(PANEL_SHUT), true);
    browser.press("0");

    browser.wait("document.querySelector('.lit') === null");
    browser.click("#map0-e3 .hit");
    assert_eq!(browser.text(HEADING), "디지털 미디어 – 킨들");
    browser.click("#evidence-close");
    assert_eq!(browser.get(PANEL_SHUT), true);
    no_complaints(browser);
}

/// What is not in the chapter fades, and is found no more.
pub(super) fn filters(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    let kept = "[...document.querySelectorAll('.node:not(.off)')].map(n => n.dataset.id)";
    browser.click("#filter-button");
    browser.click("#filter-chapters .chip");
    assert_eq!(
        browser.get(kept),
        json!(["input-metrics", "digital-media", "cloud"])
    );
    browser.wait("getComputedStyle(document.querySelector('.node.off')).opacity < 0.2");
    assert_eq!(
        browser.text("document.querySelector('#announcement').textContent"),
        "3개 보임"
    );
    assert_eq!(
        browser.text("document.querySelector('.count').textContent"),
        "1"
    );
    browser.press("/");
    browser.write("플라이휠");
    assert_eq!(browser.get(HITS), json!([]));
    browser.press("Escape");
    browser.click("#filter-groups .chip");
    assert_eq!(browser.get(kept), json!(["input-metrics"]));
    browser.click("#filters-clear");
    assert_eq!(browser.get("document.querySelectorAll('.off').length"), 0);
    browser.press("Escape");
    assert_eq!(
        browser.get("document.querySelector('#filters').hidden"),
        true
    );
    no_complaints(browser);
}

/// Light or dark: the whole page and the picture, at once.
pub(super) fn themes(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    let colours = "[getComputedStyle(document.documentElement).backgroundColor, \
                   getComputedStyle(document.querySelector('.node rect')).fill, \
                   getComputedStyle(document.querySelector('.node text')).fill]";
    let first = browser.get(colours);
    browser.press("t");
    let second = browser.get(colours);
    for index in 0..3 {
        assert_ne!(first[index], second[index]);
    }
    browser.click("#theme");
    assert_eq!(browser.get(colours), first);
    no_complaints(browser);
}

/// Everything without a mouse.
pub(super) fn keyboard(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    browser.get("document.querySelector('#help-button').focus()");
    browser.press("Tab");
    assert_eq!(browser.text(FOCUS), "input-metrics");
    assert_eq!(
        browser.get("document.querySelector('.here').checkVisibility()"),
        true
    );
    browser.press("Tab");
    assert_eq!(browser.text(FOCUS), "flywheel");
    for (key, id) in [
        ("ArrowRight", "digital-media"),
        ("ArrowDown", "kindle"),
        ("ArrowUp", "digital-media"),
        ("ArrowLeft", "flywheel"),
    ] {
        browser.press(key);
        assert_eq!(browser.text(FOCUS), id, "{key}");
    }
    browser.press("Enter");
    assert_eq!(browser.text(HEADING), "플라이휠");
    let reading = "document.activeElement.matches('#evidence h2')";
    assert_eq!(browser.get(reading), true);
    browser.press("Escape");
    assert_eq!(browser.get(PANEL_SHUT), true);
    assert_eq!(browser.text(FOCUS), "flywheel");
    browser.press("?");
    assert_eq!(browser.get("document.querySelector('#help').open"), true);
    browser.press("Escape");
    browser.wait("!document.querySelector('#help').open");
    no_complaints(browser);
}

/// Closer, farther, and all of it.
pub(super) fn zoom(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    let width = "document.querySelector('.map.open svg').viewBox.baseVal.width";
    let number = || browser.get(width).as_f64().expect("a width");
    let whole = number();
    browser.press("=");
    assert!(number() < whole);
    browser.press("0");
    assert!((number() - whole).abs() < 0.1);
    browser.press("-");
    assert!(number() > whole);
    browser.click("#whole");
    assert!((number() - whole).abs() < 0.1);
    no_complaints(browser);
}
