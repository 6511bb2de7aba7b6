//! Shapes and words of `bookgraph.scene/1`.

use crate::map::scene::{Anchor, Dash, Ink, Mark, Paint, Shape, TextLine};
use crate::render::svg::path_data;
use crate::render::theme::variable;
use schemars::JsonSchema;
use serde::Serialize;

/// A shape; where it is a box or a disc, `path` is null.
#[derive(Serialize, JsonSchema)]
pub(super) struct OutlineShape {
    shape: &'static str,
    /// Left, top, width, height.
    #[serde(rename = "box")]
    bounds: [f64; 4],
    /// Of the corners of a box, or of a disc.
    radius: f64,
    /// As SVG writes it.
    path: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct PaintShape {
    fill: Option<String>,
    stroke: Option<String>,
    /// Of the stroke.
    width: f64,
    dash: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct LineShape<'a> {
    text: &'a str,
    at: [f64; 2],
    anchor: &'static str,
    size: f64,
    bold: bool,
    ink: String,
    halo: bool,
}

/// Either a shape or a text; the other is null.
#[derive(Serialize, JsonSchema)]
pub(super) struct MarkShape<'a> {
    outline: Option<OutlineShape>,
    paint: Option<PaintShape>,
    group: Option<usize>,
    line: Option<LineShape<'a>>,
}

impl OutlineShape {
    pub(super) fn new(shape: &Shape) -> Self {
        let bounds = shape.bounds();
        let (min, size) = (bounds.min, bounds.size);
        let (name, radius, path) = match shape {
            Shape::Rect { radius, .. } => ("rect", *radius, None),
            Shape::Circle { radius, .. } => ("circle", *radius, None),
            Shape::Path(path) => ("path", 0.0, Some(path_data(path))),
        };
        Self {
            shape: name,
            bounds: [min.x, min.y, size.width, size.height].map(short),
            radius: short(radius),
            path,
        }
    }
}

impl PaintShape {
    pub(super) fn new(paint: &Paint) -> Self {
        let stroke = paint.stroke;
        Self {
            fill: paint.fill.map(ink),
            stroke: stroke.map(|stroke| ink(stroke.ink)),
            width: short(stroke.map_or(0.0, |stroke| stroke.width)),
            dash: stroke.map(|stroke| match stroke.dash {
                Dash::Solid => "solid",
                Dash::Dashed => "dashed",
                Dash::Dotted => "dotted",
            }),
        }
    }
}

impl<'a> LineShape<'a> {
    pub(super) fn new(line: &'a TextLine) -> Self {
        Self {
            text: &line.text,
            at: [short(line.at.x), short(line.at.y)],
            anchor: match line.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            },
            size: short(line.size),
            bold: line.bold,
            ink: ink(line.ink),
            halo: line.halo,
        }
    }
}

impl<'a> MarkShape<'a> {
    pub(super) fn new(mark: &'a Mark) -> Self {
        match mark {
            Mark::Shape {
                shape,
                paint,
                group,
            } => Self {
                outline: Some(OutlineShape::new(shape)),
                paint: Some(PaintShape::new(paint)),
                group: *group,
                line: None,
            },
            Mark::Text(line) => Self {
                outline: None,
                paint: None,
                group: None,
                line: Some(LineShape::new(line)),
            },
        }
    }
}

/// `group-3`.
fn ink(ink: Ink) -> String {
    variable(ink).trim_start_matches("--").to_owned()
}

/// Two decimals.
fn short(value: f64) -> f64 {
    // The sum turns -0 into 0.
    (value * 100.0).round() / 100.0 + 0.0
}
