//! Shapes and words as elements of SVG.

use super::Colours;
use super::xml::Tag;
use crate::map::Point;
use crate::map::scene::{Anchor, Dash, Ink, Paint, Path, Segment, Shape, Stroke, TextLine};
use crate::render::number::number;

/// Width of the edge of paper around letters, in ems: half of it shows.
const HALO: f64 = 0.28;

/// A shape with its looks.
pub(super) fn shape(shape: &Shape, paint: &Paint, colours: Colours) -> Tag {
    let tag = match shape {
        Shape::Rect { rect, radius } => Tag::new("rect")
            .with("x", number(rect.min.x))
            .with("y", number(rect.min.y))
            .with("width", number(rect.size.width))
            .with("height", number(rect.size.height))
            .maybe("rx", (*radius > 0.0).then(|| number(*radius))),
        Shape::Circle { center, radius } => Tag::new("circle")
            .with("cx", number(center.x))
            .with("cy", number(center.y))
            .with("r", number(*radius)),
        Shape::Path(path) => Tag::new("path").with("d", path_data(path)),
    };
    painted(tag, paint, colours)
}

fn painted(tag: Tag, paint: &Paint, colours: Colours) -> Tag {
    let fill = paint.fill.map(|ink| colours.ink(ink));
    let tag = tag.with("fill", fill.as_deref().unwrap_or("none"));
    let Some(stroke) = &paint.stroke else {
        return tag;
    };
    let width = colours.line_width(stroke.width);
    tag.with("stroke", colours.ink(stroke.ink))
        .with("stroke-width", number(width))
        .with("stroke-linejoin", "round")
        .maybe("stroke-dasharray", dashes(stroke, width))
}

/// Dashes and gaps, longer on thicker lines.
fn dashes(stroke: &Stroke, width: f64) -> Option<String> {
    let (dash, gap) = match stroke.dash {
        Dash::Solid => return None,
        Dash::Dashed => (2.0 * width + 3.0, 1.5 * width + 2.0),
        Dash::Dotted => (width, width + 1.6),
    };
    Some(format!("{} {}", number(dash), number(gap)))
}

/// `M10,20C30,20,30,40,50,40Z`.
pub(in crate::render) fn path_data(path: &Path) -> String {
    let at = |point: Point| format!("{},{}", number(point.x), number(point.y));
    let mut data = format!("M{}", at(path.start));
    for segment in &path.segments {
        match *segment {
            Segment::Line(end) => data.push_str(&format!("L{}", at(end))),
            Segment::Cubic(first, second, end) => {
                data.push_str(&format!("C{} {} {}", at(first), at(second), at(end)));
            }
        }
    }
    if path.closed {
        data.push('Z');
    }
    data
}

/// The element of a line of text, without its words.
pub(super) fn text(line: &TextLine, colours: Colours) -> Tag {
    let anchor = match line.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    let tag = Tag::new("text")
        .with("x", number(line.at.x))
        .with("y", number(line.at.y))
        .maybe("text-anchor", anchor)
        .with("font-size", number(line.size))
        .maybe("font-weight", line.bold.then_some("bold"))
        .with("fill", colours.ink(line.ink));
    if !line.halo {
        return tag;
    }
    tag.with("paint-order", "stroke")
        .with("stroke", colours.ink(Ink::Paper))
        .with("stroke-width", number(line.size * HALO))
        .with("stroke-linejoin", "round")
}
