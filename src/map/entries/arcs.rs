//! The drawing of arcs.

use super::labels::{Arc, FONT};
use crate::graph::Evidence;
use crate::map::draft::Draft;
use crate::map::geometry::Point;
use crate::map::label::line;
use crate::map::scene::{
    Anchor, Ink, Paint, Path, SceneEdge, SceneRelation, Shape, Stroke, TextLine,
};

/// Widths of the weakest and the strongest arc.
const WIDTHS: (f64, f64) = (0.9, 5.5);
/// With more arcs than this all are drawn half as wide.
const MANY: usize = 60;
/// So many shared concepts are named and give evidence.
const NAMED: usize = 6;

/// Draws the arcs above boxes that start at `base`, the weakest first. The boxes
/// of the columns are the scene's first nodes.
pub(super) fn draw(draft: &mut Draft<'_, '_>, arcs: &[Arc<'_>], base: f64) {
    let finer = if arcs.len() > MANY { 0.5 } else { 1.0 };
    for arc in arcs.iter().rev() {
        let edge = edge(draft, arc, base, finer);
        draft.edge(edge);
    }
}

fn edge(draft: &mut Draft<'_, '_>, arc: &Arc<'_>, base: f64, finer: f64) -> SceneEdge {
    let (source, link) = (draft.source, arc.link);
    let control = base - arc.height * 4.0 / 3.0;
    let path = Path::curve(
        Point::new(arc.from, base),
        Point::new(arc.from, control),
        Point::new(arc.to, control),
        Point::new(arc.to, base),
    );
    let (thin, thick) = WIDTHS;
    let width = finer * (thin + (thick - thin) * f64::from(link.similarity.clamp(0.0, 1.0)));
    let hue = link.shared.first().map(|&rarest| draft.hue(rarest).line());
    let ink = hue.unwrap_or(Ink::Muted);
    let words = arc.words.iter().map(|(words, middle)| TextLine {
        anchor: Anchor::Middle,
        halo: true,
        ..line(
            words.clone(),
            Point::new(middle.x, base + middle.y + 4.0),
            FONT,
            Ink::Text,
        )
    });
    let (a, b) = link.entries;
    let linked = (!link.written.is_empty()).then(|| source.words.pick("링크", "link"));
    let shared = link.shared.iter().take(NAMED).map(|&it| source.label(it));
    let named: Vec<&str> = linked.into_iter().chain(shared).collect();
    let more = link.shared.len().saturating_sub(NAMED);
    let more = if more > 0 {
        format!(" +{more}")
    } else {
        String::new()
    };
    let evidence: Vec<Evidence> = link
        .shared
        .iter()
        .take(NAMED)
        .flat_map(|&it| source.naming(a, it).into_iter().chain(source.naming(b, it)))
        .chain(link.written.iter().copied())
        .collect();
    SceneEdge {
        from: link.columns.0,
        to: link.columns.1,
        relation: match link.written.is_empty() {
            true => SceneRelation::Shares,
            false => SceneRelation::LinksTo,
        },
        weight: link.similarity.clamp(0.0, 1.0),
        shape: Some(Shape::Path(path)),
        paint: Paint::stroke(Stroke::solid(ink, width)),
        lines: words.collect(),
        label: format!(
            "{} – {}: {}{more}",
            source.names(&[a]),
            source.names(&[b]),
            named.join(", ")
        ),
        quotes: draft.quotes.add(evidence),
    }
}
