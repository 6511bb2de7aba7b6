//! What a picture tells on hovering, and where its evidence stands.

use crate::map::scene::{PLACES, Scene, SceneEdge, SceneNode};

/// A node's name, its facts, and where its evidence stands: a line each.
pub(super) fn node(scene: &Scene, node: &SceneNode) -> Vec<String> {
    let mut told = vec![node.label.clone()];
    told.extend(node.facts.iter().cloned());
    told.extend(places(scene, &node.quotes));
    told
}

/// What an edge says, and where its evidence stands: a line each.
pub(super) fn edge(scene: &Scene, edge: &SceneEdge) -> Vec<String> {
    let mut told = vec![edge.label.clone()];
    told.extend(places(scene, &edge.quotes));
    told
}

/// The entries that quotes are from, the first few by name: `19일차 (p353–361) ·
/// 21일차 (p371–382) +2`.
pub(super) fn places(scene: &Scene, quotes: &[u32]) -> Option<String> {
    let mut entries: Vec<usize> = quotes
        .iter()
        .filter_map(|&quote| scene.quotes.get(quote as usize))
        .map(|quote| quote.entry)
        .collect();
    entries.sort_unstable();
    entries.dedup();
    let named: Vec<&str> = entries
        .iter()
        .filter_map(|&entry| scene.entries.get(entry))
        .take(PLACES)
        .map(|entry| entry.label.as_str())
        .collect();
    let more = match entries.len() - named.len() {
        0 => String::new(),
        more => format!(" +{more}"),
    };
    (!named.is_empty()).then(|| format!("{}{more}", named.join(" · ")))
}
