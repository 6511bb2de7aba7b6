//! The pages that the browser opens.

use crate::support::scenes::book;
use bookgraph::map::scene::{Scene, SceneKind, Subject};
use bookgraph::render::html;
use std::path::PathBuf;
use tempfile::TempDir;

/// A name that would end an element, start a script and leave an attribute.
pub(super) const HOSTILE: &str =
    r#"</script><script>boom()</script><img src="x" onerror="boom()">'&amp;"#;

/// Pages in a temporary folder.
pub(super) struct Pages {
    // Gone when dropped.
    _folder: TempDir,
    /// The map of a book.
    pub(super) book: PathBuf,
    /// The same with an overview before it.
    pub(super) overview: PathBuf,
    /// The same with names that nobody would give.
    pub(super) hostile: PathBuf,
}

impl Pages {
    pub(super) fn write() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, scenes: &[Scene]| {
            let path = folder.path().join(name);
            std::fs::write(&path, html::print(scenes, None)).expect("a file");
            path
        };
        Self {
            book: write("book.html", &[book()]),
            overview: write("overview.html", &[overview(), book()]),
            hostile: write("hostile.html", &[hostile()]),
            _folder: folder,
        }
    }
}

/// An overview of the first two groups of the book.
fn overview() -> Scene {
    let mut scene = book();
    scene.kind = SceneKind::Overview;
    scene.edges.clear();
    scene.nodes.truncate(2);
    for (index, node) in scene.nodes.iter_mut().enumerate() {
        node.subject = Subject::Group(index);
        node.id = format!("group-{}", index + 1);
    }
    scene
}

/// The book with markup for names, wherever there is a name.
fn hostile() -> Scene {
    let mut scene = book();
    let hostile = || HOSTILE.to_owned();
    scene.title = hostile();
    scene.subtitle = hostile();
    scene.groups[0].name = hostile();
    scene.chapters[0].label = hostile();
    scene.entries[0].label = hostile();
    scene.entries[0].date = Some(hostile());
    scene.quotes[0].sentence = Some(hostile());
    scene.edges[7].label = hostile();
    scene.nodes[0].id = hostile();
    scene.nodes[0].label = hostile();
    scene.nodes[0].facts = vec![hostile()];
    scene.nodes[0].lines[0].text = hostile();
    scene
}
