//! Where things stand in a map that is JSON.

use super::Stored;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is read of `bookgraph.scene/1`.
#[derive(Deserialize)]
struct SceneFile {
    schema: String,
    kind: String,
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
pub(super) fn read(file: &str) -> Option<Stored> {
    let stored: SceneFile = serde_json::from_str(file).ok()?;
    if stored.schema != "bookgraph.scene/1" {
        return None;
    }
    let mut places = BTreeMap::new();
    let mut colours = BTreeMap::new();
    for node in stored.nodes {
        let [left, top, width, height] = node.outline.bounds;
        // Numbers are rounded there; layouts keep to a grid of 1/16.
        let on_grid = |number: f64| (number * 16.0).round() / 16.0;
        let center = [on_grid(left + width / 2.0), on_grid(top + height / 2.0)];
        if let Some(group) = node.group.and_then(|group| stored.groups.get(group)) {
            colours.insert(node.id.clone(), group.colour);
        }
        places.entry(node.id).or_insert(center);
    }
    Some(Stored {
        kind: stored.kind,
        places,
        colours,
    })
}
