//! Pages of maps in a real browser: one browser for all of them, since starting
//! it takes longest.

mod diary;
mod reading;
mod writing;

use crate::support::chromium::{Chromium, chromium};
use bookgraph::map::scene::SceneKind;
use std::path::Path;
use writing::{HOSTILE, Pages};

/// What is wrong with how a picture is drawn, as `overlaps.js` says.
const OVERLAPS: &str = include_str!("overlaps.js");

#[test]
fn pages_work_in_a_browser() {
    let Some(browser) = chromium("pages_work_in_a_browser") else {
        return;
    };
    let pages = Pages::write();
    reading::search(&browser, &pages.book);
    reading::evidence(&browser, &pages.book);
    reading::filters(&browser, &pages.book);
    reading::themes(&browser, &pages.book);
    reading::keyboard(&browser, &pages.book);
    reading::zoom(&browser, &pages.book);
    narrow_window(&browser, &pages.book);
    several_maps(&browser, &pages.overview);
    hostile_names(&browser, &pages.hostile);
    policy(&browser, &pages.book);
    drawn_well(&browser, &pages.book, SceneKind::Book);
    diary::every_kind(&browser);
    browser.allow_scripts(false);
    without_script(&browser, &pages.book);
}

/// Asserts that the browser had nothing to complain about.
fn no_complaints(browser: &Chromium) {
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

fn narrow_window(browser: &Chromium, page: &Path) {
    browser.resize(360, 740);
    browser.open(page, "#n=input-metrics");
    let fits = "document.scrollingElement.scrollWidth <= 360";
    assert_eq!(browser.get(fits), true);
    let shares = "[innerHeight, document.querySelector('#evidence').offsetHeight, \
                  document.querySelector('.map.open svg').clientHeight]";
    let shares = browser.get(shares);
    let [window, panel, map] = [0, 1, 2].map(|index| shares[index].as_f64().expect("a height"));
    assert!(panel > 100.0 && map > window / 4.0, "{shares}");
    let buttons = "[...document.querySelectorAll('#controls > button')]\
                   .every(b => b.getBoundingClientRect().right <= innerWidth)";
    assert_eq!(browser.get(buttons), true);
    browser.resize(1280, 800);
    no_complaints(browser);
}

fn several_maps(browser: &Chromium, page: &Path) {
    let open =
        "[...document.querySelectorAll('.map')].filter(m => m.checkVisibility()).map(m => m.id)";
    browser.open(page, "");
    assert_eq!(browser.get(open), serde_json::json!(["overview"]));
    browser.click("[data-subject=group] text");
    assert_eq!(
        browser.text("document.querySelector('.opens').hash"),
        "#group-1"
    );
    browser.click(".opens");
    browser.wait("document.querySelector('#group-1').checkVisibility()");
    assert_eq!(browser.get(open), serde_json::json!(["group-1"]));
    assert_eq!(
        browser.get("document.querySelector('#evidence').hidden"),
        true
    );
    browser.click(".tabs a:first-child");
    browser.wait("document.querySelector('#overview').checkVisibility()");
    browser.open(page, "#group-1&n=flywheel");
    assert_eq!(browser.get(open), serde_json::json!(["group-1"]));
    assert_eq!(
        browser.text("document.querySelector('#evidence h2').textContent"),
        "플라이휠"
    );
    no_complaints(browser);
}

fn hostile_names(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    browser.press("/");
    browser.write("script");
    browser.press("Enter");
    let heading = "document.querySelector('#evidence h2').textContent";
    assert_eq!(browser.text(heading), HOSTILE);
    let evidence = browser.text("document.querySelector('#evidence').textContent");
    assert!(evidence.contains(HOSTILE), "{evidence}");
    browser.press("f");
    assert_eq!(browser.get("document.querySelectorAll('script').length"), 2);
    assert_eq!(
        browser.get("document.querySelectorAll('img, iframe').length"),
        0
    );
    no_complaints(browser);
}

/// What does not belong to the page does not run, wherever it comes from.
fn policy(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    browser.get(
        "(s => { s.textContent = 'window.foreign = 1'; document.body.append(s) })\
         (document.createElement('script'))",
    );
    assert_eq!(browser.get("window.foreign"), serde_json::Value::Null);
    let complaints = browser.complaints();
    assert!(
        complaints
            .iter()
            .any(|complaint| complaint.contains("Content Security Policy")),
        "{complaints:?}"
    );
}

fn drawn_well(browser: &Chromium, page: &Path, kind: SceneKind) {
    browser.open(page, "");
    // On the other kinds boxes lie in bands and columns that are boxes too.
    let boxes_apart = matches!(kind, SceneKind::Book | SceneKind::Concept);
    let options = serde_json::json!({ "boxesApart": boxes_apart });
    let faults = browser.get(&format!("{}({options})", OVERLAPS.trim_end()));
    assert_eq!(faults, serde_json::json!([]), "{}", page.display());
    no_complaints(browser);
}

/// The picture and what it says are there for everybody.
fn without_script(browser: &Chromium, page: &Path) {
    browser.open(page, "");
    let seen = |selector: &str| {
        browser.get(&format!(
            "document.querySelector('{selector}').checkVisibility()"
        )) == true
    };
    assert!(seen("svg .node text") && seen(".list blockquote"));
    assert!(!seen("#controls") && !seen("#evidence") && !seen("#zoom"));
    let list = browser.text("document.querySelector('.list').innerText");
    for part in [
        "인풋 지표",
        "19일차 (p353–361)",
        "2023-10-17",
        "8장 아마존 프라임",
    ] {
        assert!(list.contains(part), "{part}: {list}");
    }
    // The addresses of the script are those of the page: no script is needed.
    browser.open(page, "#n=flywheel");
    let target = "document.querySelector(':target h3').textContent";
    assert_eq!(browser.text(target), "플라이휠");
    no_complaints(browser);
}
