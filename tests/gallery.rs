//! `graphs/` shows what the notes give today.

use crate::support::{bookgraph, files, project};
use std::fs;

/// The drawings of the gallery, and what draws them. `scripts/gallery` runs
/// the same commands.
fn drawings() -> Vec<(String, Vec<String>)> {
    let script = fs::read_to_string(project().join("scripts/gallery")).expect("the script");
    script
        .lines()
        .filter_map(|line| line.strip_prefix("draw "))
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            (words.next().expect("a name"), words.collect())
        })
        .collect()
}

#[test]
fn the_gallery_is_not_stale() {
    let gallery = project().join("graphs/working-backwards");
    let drawings = drawings();
    assert!(drawings.len() >= 5);
    for (name, args) in &drawings {
        let mut all: Vec<&str> = vec!["map"];
        all.extend(args.iter().map(String::as_str));
        let drawn = bookgraph(&project(), &all).stdout;
        let kept = fs::read_to_string(gallery.join(format!("{name}.dot"))).unwrap_or_default();
        assert!(
            drawn == kept,
            "graphs/working-backwards/{name}.dot is stale: run scripts/gallery"
        );
        // Graphviz draws a little differently in each version; what stands in
        // a picture does not change.
        let picture = fs::read_to_string(gallery.join(format!("{name}.svg"))).unwrap_or_default();
        let labels = labels(&drawn);
        assert!(labels.len() >= 5, "{name} has labels to look for");
        for label in labels {
            assert!(
                picture.contains(&label),
                "graphs/working-backwards/{name}.svg is stale: `{label}` is missing"
            );
        }
    }
    let pictures = files(&gallery).len();
    assert_eq!(
        pictures,
        2 * drawings.len(),
        "a DOT file and a picture for each drawing, and nothing else"
    );
}

/// The first line of every node's label, as an SVG writes it.
fn labels(dot: &str) -> Vec<String> {
    dot.lines()
        .filter(|line| line.trim_start().starts_with('n') && line.contains("tooltip="))
        .filter_map(|line| match line.split_once("label=\"") {
            Some((_, label)) if !line.contains("label=<") => label.split(['"', '\\']).next(),
            _ => line.split_once("<B>")?.1.split("</B>").next(),
        })
        .map(|label| label.trim().replace('-', "&#45;"))
        .collect()
}
