//! Where things stand in a map that is JSON.

use super::{Point, Positions};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is read of `bookgraph.scene/1`.
#[derive(Deserialize)]
struct Stored {
    schema: String,
    kind: String,
    language: String,
    groups: Vec<StoredGroup>,
    nodes: Vec<StoredNode>,
}

#[derive(Deserialize)]
struct StoredGroup {
    colour: u8,
}

#[derive(Deserialize)]
struct StoredNode {
    id: String,
    group: Option<usize>,
    outline: StoredOutline,
}

#[derive(Deserialize)]
struct StoredOutline {
    #[serde(rename = "box")]
    bounds: [f64; 4],
}

/// Reads the places of nodes in `bookgraph.scene/1`.
pub(super) fn read(file: &str) -> Option<Positions> {
    let stored: Stored = serde_json::from_str(file).ok()?;
    if stored.schema != "bookgraph.scene/1" {
        return None;
    }
    let mut places = BTreeMap::new();
    let mut colours = BTreeMap::new();
    let mut seen = vec![false; stored.groups.len()];
    for node in stored.nodes {
        let [left, top, width, height] = node.outline.bounds;
        let center = Point::new(left + width / 2.0, top + height / 2.0);
        if let Some(group) = node.group.filter(|&group| seen.get(group) == Some(&false)) {
            seen[group] = true;
            colours.insert(node.id.clone(), stored.groups[group].colour);
        }
        places.entry(node.id).or_insert(center);
    }
    Some(Positions {
        kind: stored.kind,
        language: stored.language,
        places,
        colours,
    })
}
