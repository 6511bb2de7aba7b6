//! Pages of maps as text; `tests/browser/` opens them.

use crate::support::sampler::sampler;
use crate::support::scenes::book;
use bookgraph::model::Language;
use bookgraph::render::html;
use bookgraph::render::theme::Theme;

#[test]
fn a_page_is_the_same_every_time_and_needs_nothing_from_elsewhere() {
    let page = html::print(&[book(), sampler()], None);
    assert_eq!(page, html::print(&[book(), sampler()], None));
    // The namespace of SVG is a name; it is not fetched.
    let addresses = page.matches("://").count();
    assert_eq!(
        addresses,
        page.matches("http://www.w3.org/2000/svg").count()
    );
    for attribute in [" style=", " onclick=", " src="] {
        assert!(!page.contains(attribute), "{attribute}");
    }
}

#[test]
fn a_page_speaks_the_language_of_its_map() {
    let korean = html::print(&[book()], None);
    assert!(korean.contains("<html lang=\"ko\">") && korean.contains("이름으로 찾기"));
    let english = html::print(&[sampler()], None);
    assert!(english.contains("<html lang=\"en\">") && english.contains("Find by name"));
    assert_eq!(sampler().language, Language::ENGLISH);
}

#[test]
fn a_page_starts_in_the_theme_asked_for() {
    let dark = html::print(&[book()], Some(Theme::Dark));
    assert!(dark.contains("<html lang=\"ko\" data-theme=\"dark\">"));
}

#[test]
fn a_page_of_no_map_has_no_script() {
    assert!(!html::print(&[], None).contains("<script"));
}
