//! The library that every exporter is given, and what it gives.

use crate::support::{bookgraph, open, project};
use bookgraph::export::{EXPORTERS, Form};
use bookgraph::graph::{EdgeKind, Node};
use bookgraph::model::Language;
use std::path::PathBuf;

/// Korean and English, with titles that formats read as something else.
pub(super) fn shared_library() -> PathBuf {
    project().join("tests/suite/export/library")
}

/// An export in a folder that goes away.
pub(super) struct Made {
    _folder: tempfile::TempDir,
    pub(super) path: PathBuf,
}

/// Exports the shared library.
pub(super) fn export(format: &str, args: &[&str]) -> Made {
    let exporter = EXPORTERS
        .iter()
        .find(|it| it.name() == format)
        .expect("an exporter");
    let folder = tempfile::tempdir().expect("a folder");
    let path = match exporter.form() {
        Form::One(_) => folder.path().join(format!("export.{}", exporter.ending())),
        Form::Many(_) => folder.path().join("export"),
    };
    let output = path.to_str().expect("UTF-8");
    let all = [&["export", "-f", format, "-o", output], args].concat();
    let printed = bookgraph(&shared_library(), &all);
    assert_eq!(printed.status, 0, "{format}: {}", printed.stderr);
    Made {
        _folder: folder,
        path,
    }
}

/// Id, kind and label of a node.
pub(super) type NodeRow = (String, String, String);
/// Source, target, kind and weight of an edge.
pub(super) type EdgeRow = (String, String, String, f64);

/// The nodes and edges of the shared library, sorted, as the graph has them.
pub(super) fn graph() -> (Vec<NodeRow>, Vec<EdgeRow>) {
    let opened = open(&shared_library().join("notes"));
    let library = &opened.library;
    let id = |node: Node| match node {
        Node::Book(id) => format!("book:{}", library.book(id).id),
        Node::Chapter(id) => {
            format!(
                "chapter:{}:{}",
                library.book(id.book).id,
                library.chapter(id).id
            )
        }
        Node::Entry(id) => {
            let entry = library.entry(id);
            format!("entry:{}:{}", library.book(entry.book).id, entry.id)
        }
        Node::Concept(id) => format!("concept:{}", library.vocabulary().get(id).id),
    };
    let english = Language::ENGLISH;
    let row = |node: &Node| {
        let (kind, label) = match *node {
            Node::Book(id) => ("book", library.book(id).title_in(english).to_owned()),
            Node::Chapter(id) => {
                let chapter = library.chapter(id);
                let label = chapter.title.best(english).unwrap_or(&chapter.id);
                ("chapter", label.to_owned())
            }
            Node::Entry(id) => ("entry", library.entry(id).title.clone()),
            Node::Concept(id) => (
                "concept",
                library.vocabulary().get(id).label_in(english).to_owned(),
            ),
        };
        (id(*node), kind.to_owned(), label)
    };
    let mut nodes: Vec<NodeRow> = opened.graph.graph().node_weights().map(row).collect();
    nodes.sort();
    let mut edges: Vec<EdgeRow> = Vec::new();
    for (from, to, edge) in opened.graph.edges() {
        let mut weight = f64::from(edge.weight);
        let kind = match edge.kind {
            EdgeKind::PartOf => "part-of",
            EdgeKind::Next => "next",
            EdgeKind::RefersTo => "refers-to",
            EdgeKind::LinksTo => {
                weight = 1.0;
                "links-to"
            }
            EdgeKind::Broader => "broader",
            EdgeKind::Related => "related",
            EdgeKind::CoMention { .. } => "co-mention",
            EdgeKind::Shares { .. } => "shares",
            EdgeKind::Tagged => {
                let (Node::Entry(entry), Node::Concept(concept)) = (from, to) else {
                    panic!("entries are tagged with concepts");
                };
                let tag = opened.tagging.tag(entry, concept).expect("a tag");
                weight = f64::from(tag.salience);
                "tagged"
            }
        };
        let row = (id(from), id(to), kind.to_owned(), weight);
        // A text may point to a chapter more than once.
        if kind != "refers-to" || !edges.contains(&row) {
            edges.push(row);
        }
    }
    edges.sort_by(|x, y| x.partial_cmp(y).expect("weights are numbers"));
    (nodes, edges)
}
