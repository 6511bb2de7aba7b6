//! The head of a panel: the chapter's name, and what is known of it in numbers.

use super::Sheet;
use super::draw::GAP;
use super::panel::Panel;
use crate::map::furniture::wrapped;
use crate::map::geometry::{Point, Rect};
use crate::map::label::line;
use crate::map::scene::{Ink, Mark, Paint, SceneNode, Subject, TextLine};
use crate::map::source::MapSource;
use crate::model::EntryId;

/// Font and leading of the name, and of the numbers.
const NAME: (f64, f64) = (16.0, 22.0);
const SMALL: (f64, f64) = (12.0, 17.0);
/// Bold letters are wider by this.
const BOLD: f64 = 1.07;
/// Space below the head.
const BELOW: f64 = 9.0;

/// The words of a head, on as many lines as they need.
struct Head {
    name: Vec<String>,
    details: Vec<String>,
}

impl Head {
    fn of(source: &MapSource<'_>, panel: &Panel<'_>, width: f64) -> Self {
        Self {
            name: wrapped(&name(source, panel), NAME.0 * BOLD, width),
            details: wrapped(&details(source, panel), SMALL.0, width),
        }
    }

    fn height(&self) -> f64 {
        self.name.len() as f64 * NAME.1 + self.details.len() as f64 * SMALL.1
    }
}

impl Sheet<'_, '_, '_> {
    /// The height of a panel's head with the space below it.
    pub(super) fn head_height(&self, panel: &Panel<'_>) -> f64 {
        let width = self.panel_width(panel);
        Head::of(self.draft.source, panel, width).height() + BELOW
    }

    fn panel_width(&self, panel: &Panel<'_>) -> f64 {
        panel.columns.len() as f64 * self.column - GAP
    }

    /// Draws it.
    pub(super) fn head(&mut self, panel: &Panel<'_>, corner: Point) {
        let source = self.draft.source;
        let width = self.panel_width(panel);
        let head = Head::of(source, panel, width);
        let lines = lines(&head, corner);
        let Some(chapter) = panel.chapter else {
            let marks = lines.into_iter().map(Mark::Text);
            self.draft.scene.captions.extend(marks);
            return;
        };
        let node = self.draft.node(SceneNode {
            subject: Subject::Chapter(chapter),
            id: source.chapter_id(chapter),
            label: name(source, panel),
            rect: Rect::new(corner.x, corner.y, width, head.height()),
            radius: 0.0,
            paint: Paint::default(),
            lines,
            group: None,
            weight: 1.0,
            names: Vec::new(),
            facts: vec![details(source, panel)],
            quotes: Vec::new(),
        });
        self.others.known(chapter, node);
    }
}

fn lines(head: &Head, corner: Point) -> Vec<TextLine> {
    let mut y = corner.y;
    let mut lines = Vec::new();
    for name in &head.name {
        lines.push(TextLine {
            bold: true,
            ..line(
                name.clone(),
                Point::new(corner.x, y + NAME.0),
                NAME.0,
                Ink::Text,
            )
        });
        y += NAME.1;
    }
    for details in &head.details {
        let at = Point::new(corner.x, y + SMALL.0);
        lines.push(line(details.clone(), at, SMALL.0, Ink::Muted));
        y += SMALL.1;
    }
    lines
}

/// `9장 프라임 비디오`.
fn name(source: &MapSource<'_>, panel: &Panel<'_>) -> String {
    let unknown = source
        .words
        .pick("장을 알 수 없는 기록", "Chapter not known");
    let chapter = panel.chapter.map(|chapter| source.chapter_name(chapter));
    chapter.unwrap_or_else(|| unknown.to_owned())
}

/// `p362–401 · 기록 4편 · 2023-10-18–2023-10-21 · 개념 21개 (새로 나온 것 17개)`.
fn details(source: &MapSource<'_>, panel: &Panel<'_>) -> String {
    let words = source.words;
    let entries: Vec<EntryId> = panel.entries().collect();
    let (concepts, new) = panel.counts;
    let mut parts: Vec<String> = source.page_span(&entries).into_iter().collect();
    parts.push(words.entries(entries.len()));
    parts.extend(source.date_span(&entries));
    parts.push(match words.is_korean() {
        true => format!("{} (새로 나온 것 {new}개)", words.concepts(concepts)),
        false => format!("{} ({new} new)", words.concepts(concepts)),
    });
    parts.join(" · ")
}
