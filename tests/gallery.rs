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
    assert!(drawings.len() >= 10, "five kinds in two languages");
    for (name, args) in &drawings {
        for form in ["dot", "svg"] {
            let mut all = vec!["map", "-f", form];
            all.extend(args.iter().map(String::as_str));
            let drawn = bookgraph(&project(), &all).stdout;
            let kept = fs::read_to_string(gallery.join(format!("{name}.{form}")));
            assert!(
                drawn == kept.unwrap_or_default(),
                "graphs/working-backwards/{name}.{form} is stale: run scripts/gallery"
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
