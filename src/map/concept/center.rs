//! The box in the middle.

use super::Centre;
use crate::map::draft::Draft;
use crate::map::geometry::{Point, Rect, Size};
use crate::map::label::Label;
use crate::map::scene::{Paint, SceneNode, Subject};
use crate::map::source::MapSource;
use crate::model::ConceptId;

/// Font of its label, in pixels.
const FONT: f64 = 19.0;
/// Space that it has more than other boxes, at each side and above and below.
const ROOM: (f64, f64) = (9.0, 7.0);

/// The label with room around it.
pub(super) fn label(source: &MapSource<'_>, concept: ConceptId) -> Label {
    let label = Label::new(source.label(concept), FONT, true);
    let size = Size::new(
        label.size.width + 2.0 * ROOM.0,
        label.size.height + 2.0 * ROOM.1,
    );
    Label { size, ..label }
}

/// Draws it around a point.
pub(super) fn draw(
    draft: &mut Draft<'_, '_>,
    concept: ConceptId,
    label: &Label,
    middle: Point,
) -> Centre {
    let (source, hue) = (draft.source, draft.hue(concept));
    let rect = Rect::centered(middle, label.size);
    let node = SceneNode {
        subject: Subject::Concept(concept),
        id: source.concept_id(concept),
        label: source.label(concept).to_owned(),
        rect,
        radius: 12.0,
        paint: Paint::fill(hue.line()),
        lines: label.centered_in(&rect, hue.words_on_line()),
        group: draft.group(concept),
        weight: 1.0,
        names: source.other_names(concept),
        facts: source.concept_facts(concept),
        quotes: draft.quotes.add(source.evidence(concept)),
    };
    let node = draft.node(node);
    Centre {
        concept,
        node,
        rect,
    }
}
