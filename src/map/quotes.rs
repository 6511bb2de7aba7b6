//! Evidence on its way into a scene.

use super::scene::{PLACES, Quote, Scene, SceneChapter, SceneEntry};
use super::source::MapSource;
use crate::graph::Evidence;
use crate::model::{ChapterId, EntryId};
use std::collections::BTreeMap;

/// Gathers evidence while a map is drawn, each piece once.
#[derive(Default)]
pub(super) struct Quotes {
    index: BTreeMap<Evidence, u32>,
}

impl Quotes {
    /// Notes some evidence down, and gives what stands for it until
    /// [`Self::finish`].
    pub(super) fn add(&mut self, evidence: impl IntoIterator<Item = Evidence>) -> Vec<u32> {
        let mut quotes = Vec::new();
        for piece in evidence {
            let next = self.index.len() as u32;
            quotes.push(*self.index.entry(piece).or_insert(next));
        }
        quotes
    }

    /// Puts the evidence into a scene in reading order, with its entries and
    /// their chapters; `drawn` are the entries that the map draws besides.
    pub(super) fn finish(self, source: &MapSource<'_>, drawn: &[EntryId], scene: &mut Scene) {
        let mut entries: Vec<EntryId> = self.index.keys().map(|piece| piece.entry).collect();
        entries.extend_from_slice(drawn);
        entries.sort_unstable();
        entries.dedup();
        let quoted = |piece| match source.options.quoted {
            true => source.sentence(piece),
            false => None,
        };
        let mut renumbered = vec![0; self.index.len()];
        for (new, (piece, old)) in self.index.iter().enumerate() {
            renumbered[*old as usize] = new as u32;
            scene.quotes.push(Quote {
                entry: position(&entries, piece.entry),
                sentence: quoted(*piece).map(str::to_owned),
            });
        }
        renumber(scene, &renumbered);
        let told = match source.options.quoted {
            true => entries.clone(),
            false => named(scene, &entries, drawn),
        };
        tell(source, &entries, &told, scene);
    }
}

/// Puts the numbers of the evidence in the place of what stands for it.
fn renumber(scene: &mut Scene, renumbered: &[u32]) {
    let nodes = scene.nodes.iter_mut().map(|node| &mut node.quotes);
    let edges = scene.edges.iter_mut().map(|edge| &mut edge.quotes);
    for quotes in nodes.chain(edges) {
        quotes
            .iter_mut()
            .for_each(|quote| *quote = renumbered[*quote as usize]);
        quotes.sort_unstable();
        quotes.dedup();
    }
}

/// Puts the entries into a scene, and the chapters of those of which more is told than that
/// they are there.
fn tell(source: &MapSource<'_>, entries: &[EntryId], told: &[EntryId], scene: &mut Scene) {
    let chapters_of = |&entry: &EntryId| source.placement.chapters(source.library, entry);
    let mut chapters: Vec<ChapterId> = told.iter().flat_map(chapters_of).collect();
    chapters.sort_unstable();
    chapters.dedup();
    let known = |chapter: &ChapterId| position(&chapters, *chapter);
    scene.entries = entries
        .iter()
        .map(|&entry| {
            if told.binary_search(&entry).is_err() {
                return SceneEntry::default();
            }
            // Evidence stands far apart: to read what is short in those around costs more.
            let date = source.library.entry(entry).date;
            SceneEntry {
                id: source.entry_id(entry),
                label: source.words.entry(source.library, entry),
                date: date.map(|date| date.to_string()),
                chapters: chapters_of(&entry).map(|chapter| known(&chapter)).collect(),
            }
        })
        .collect();
    scene.chapters = chapters
        .iter()
        .map(|&chapter| SceneChapter {
            id: source.chapter_id(chapter),
            label: source.words.chapter(source.library.chapter(chapter)),
        })
        .collect();
}

/// The entries that are named where nothing is quoted: those that are drawn, and the first of
/// each node's and edge's evidence.
fn named(scene: &Scene, entries: &[EntryId], drawn: &[EntryId]) -> Vec<EntryId> {
    let nodes = scene.nodes.iter().map(|node| &node.quotes);
    let edges = scene.edges.iter().map(|edge| &edge.quotes);
    let mut named = drawn.to_vec();
    for quotes in nodes.chain(edges) {
        // In the order of the entries, as evidence is.
        let of = quotes
            .iter()
            .map(|&quote| scene.quotes[quote as usize].entry);
        let mut of: Vec<usize> = of.collect();
        of.dedup();
        named.extend(of.iter().take(PLACES).map(|&entry| entries[entry]));
    }
    named.sort_unstable();
    named.dedup();
    named
}

fn position<T: Ord>(sorted: &[T], item: T) -> usize {
    sorted.partition_point(|other| *other < item)
}
