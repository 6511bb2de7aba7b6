//! The chapters that pills point to and that have no panel.

use super::Sheet;
use crate::map::furniture::{MARGIN, fitted};
use crate::map::geometry::{Point, Rect};
use crate::map::label::{Label, line, text_width};
use crate::map::scene::{Ink, Mark, Paint, SceneEdge, SceneNode, Stroke, Subject};
use crate::map::source::MapSource;
use crate::model::ChapterId;
use std::collections::BTreeMap;

/// The row of other chapters.
const CHIP: f64 = 12.0;
const CHIP_GAP: f64 = 8.0;

/// The chapters that have nodes, and the edges to those that have none yet.
#[derive(Default)]
pub(super) struct Others {
    nodes: BTreeMap<ChapterId, usize>,
    waiting: Vec<(ChapterId, SceneEdge)>,
}

impl Others {
    /// Takes note of a chapter's node.
    pub(super) fn known(&mut self, chapter: ChapterId, node: usize) {
        self.nodes.insert(chapter, node);
    }

    /// Takes an edge to a chapter, to be tied to its node.
    pub(super) fn point(&mut self, chapter: ChapterId, edge: SceneEdge) {
        self.waiting.push((chapter, edge));
    }
}

impl Sheet<'_, '_, '_> {
    /// Draws the chapters that pills point to and that have no panel, and ties
    /// the pills to them; gives the height they take.
    pub(super) fn other_chapters(&mut self, top: f64) -> f64 {
        let waiting = std::mem::take(&mut self.others.waiting);
        let mut missing: Vec<ChapterId> = waiting.iter().map(|(chapter, _)| *chapter).collect();
        missing.retain(|chapter| !self.others.nodes.contains_key(chapter));
        missing.sort_unstable();
        missing.dedup();
        let height = self.chips(&missing, top);
        for (chapter, edge) in waiting {
            let to = self.others.nodes[&chapter];
            self.draft.edge(SceneEdge { to, ..edge });
        }
        height
    }

    fn chips(&mut self, chapters: &[ChapterId], top: f64) -> f64 {
        if chapters.is_empty() {
            return 0.0;
        }
        let source = self.draft.source;
        let name = source.words.pick("다른 장", "Other chapters");
        let at = Point::new(MARGIN, top + 16.0);
        self.draft
            .scene
            .captions
            .push(Mark::Text(line(name, at, CHIP, Ink::Muted)));
        let start = MARGIN + text_width(name, CHIP, false) + 12.0;
        let (mut x, mut y) = (start, top);
        for &chapter in chapters {
            let name = source.chapter_name(chapter);
            let label = Label::one_line(&fitted(&name, CHIP, false, 320.0), CHIP, false);
            if x > start && x + label.size.width > self.width - MARGIN {
                (x, y) = (start, y + label.size.height + CHIP_GAP);
            }
            let rect = Rect::new(x, y, label.size.width, label.size.height);
            x += label.size.width + CHIP_GAP;
            let node = self.draft.node(SceneNode {
                subject: Subject::Chapter(chapter),
                id: source.chapter_id(chapter),
                label: name,
                rect,
                radius: rect.size.height / 2.0,
                paint: Paint::outlined(Ink::Card, Stroke::solid(Ink::Line, 1.0)),
                lines: label.centered_in(&rect, Ink::Muted),
                group: None,
                weight: 0.2,
                names: Vec::new(),
                facts: chapter_facts(source, chapter),
                quotes: Vec::new(),
            });
            self.others.known(chapter, node);
        }
        y - top + 44.0
    }
}

fn chapter_facts(source: &MapSource<'_>, chapter: ChapterId) -> Vec<String> {
    let entries = source.placement.entries_in(source.library, chapter);
    let mut facts = vec![source.words.entries(entries.len())];
    facts.extend(source.page_span(&entries));
    facts
}
