//! Maps as a page: one file that needs no network, with the pictures, what the
//! notes say, and a script to find and read it. Without the script the pictures
//! and the evidence below them can be read as well.

pub mod article;
mod data;
mod document;
mod index;
mod keys;
mod policy;
mod words;

use super::theme::{Theme, css_stack};
use crate::map::scene::{Scene, SceneKind, SceneNode, Subject};
use askama::Template;
use document::Document;

pub use index::index;

/// The parts of the script, in the order they stand in the page.
const SCRIPT: &str = concat!(
    include_str!("script/dom.js"),
    include_str!("script/view.js"),
    include_str!("script/labels.js"),
    include_str!("script/map.js"),
    include_str!("script/search.js"),
    include_str!("script/filters.js"),
    include_str!("script/evidence.js"),
    include_str!("script/page.js"),
    include_str!("script/keys.js"),
);

/// The parts of the style sheet, in the order they stand in the page.
const STYLE: &str = concat!(
    include_str!("style/page.css"),
    include_str!("style/controls.css"),
    include_str!("style/map.css"),
    include_str!("style/panel.css"),
    include_str!("style/print.css"),
);

/// Prints scenes as one page, the first of them open. The page has the colours
/// of a theme, or follows the reader's system; the reader may switch.
pub fn print(scenes: &[Scene], theme: Option<Theme>) -> String {
    let document = Document::new(scenes, theme);
    document.render().expect("a text takes all that is written")
}

/// Declarations of all themes, and when they hold.
fn variables() -> String {
    let [light, dark, print] = [Theme::Light, Theme::Dark, Theme::Print].map(Theme::variables);
    let fonts = css_stack();
    let light = format!("color-scheme:light;--focus:#0B62D6;{light}");
    let dark = format!("color-scheme:dark;--focus:#7DB4FF;{dark}");
    format!(
        ":root{{--fonts:{fonts};{light}}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}\n\
         :root[data-theme=dark]{{{dark}}}\n\
         :root[data-theme=print]{{{print}}}\n\
         @media print{{:root,:root:not([data-theme]),:root[data-theme]{{color-scheme:light;{print}}}}}\n"
    )
}

/// What the address of a scene ends with: `#book`. The maps that follow an
/// overview are those of its groups: `#group-1`.
fn name(scenes: &[Scene], index: usize) -> String {
    let kind = scenes[index].kind.name();
    let overview = scenes[0].kind == SceneKind::Overview;
    match index {
        0 => kind.to_owned(),
        index if overview => format!("group-{index}"),
        index => format!("{kind}-{}", index + 1),
    }
}

/// What the address of a node ends with: `#n=input-metrics` on the first map,
/// `#group-1&n=input-metrics` on others.
fn address(scenes: &[Scene], index: usize, node: &SceneNode) -> String {
    let of = match node.subject {
        Subject::Concept(_) => 'n',
        Subject::Entry(_) => 'e',
        Subject::Chapter(_) => 'c',
        Subject::Group(_) => 'g',
    };
    match index {
        0 => format!("{of}={}", node.id),
        index => format!("{}&{of}={}", name(scenes, index), node.id),
    }
}
