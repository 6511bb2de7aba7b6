//! Boxes that hold their labels, sized by our own text metrics.

use super::geometry::{Point, Rect, Size};
use super::scene::{Anchor, Ink, TextLine};
use crate::text::width::{ems, shorten, wrap_label};

/// Labels wrap at this many display columns: seven Hangul syllables.
const WRAP: usize = 14;
/// Labels are cut at this many display columns.
const LONGEST: usize = 60;
/// Height of a line, in font sizes.
const LINE_HEIGHT: f64 = 1.25;
/// Space between the label and its box, in pixels: at each side, and above and
/// below.
const PADDING: (f64, f64) = (9.0, 5.0);
/// Bold letters are this much wider. Hangul is as wide as ever, so this errs on
/// the safe side.
const BOLD: f64 = 1.06;
/// How far below the middle of a line its baseline is, in font sizes.
const BASELINE: f64 = 0.36;

/// Fonts of the least and the most important label, in pixels.
const FONTS: (f64, f64) = (13.0, 19.0);
/// Above this share of the greatest importance labels are bold.
const BOLD_FROM: f32 = 0.55;

/// A label in its box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// The label, wrapped.
    pub(super) lines: Vec<String>,
    /// Font size in pixels.
    pub(super) font: f64,
    /// Whether it is bold.
    pub(super) bold: bool,
    /// The size of its box.
    pub(super) size: Size,
}

impl Label {
    /// A label of a concept that is `mentions` times named, where the most named
    /// one is `most` times: larger with the number to the power of .6.
    pub(super) fn weighed(text: &str, mentions: u32, most: u32) -> Self {
        let share = mentions as f32 / most.max(1) as f32;
        let (least, greatest) = FONTS;
        let importance = libm::pow(f64::from(share.clamp(0.0, 1.0)), 0.6);
        let font = least + (greatest - least) * importance;
        Self::new(text, (font * 2.0).round() / 2.0, share > BOLD_FROM)
    }

    /// A label wrapped at 14 columns.
    pub(super) fn new(text: &str, font: f64, bold: bool) -> Self {
        Self::of_lines(wrap_label(&shorten(text, LONGEST), WRAP), font, bold)
    }

    /// A label on one line.
    pub(super) fn one_line(text: &str, font: f64, bold: bool) -> Self {
        Self::of_lines(vec![shorten(text, LONGEST)], font, bold)
    }

    fn of_lines(lines: Vec<String>, font: f64, bold: bool) -> Self {
        let widest = lines
            .iter()
            .map(|line| text_width(line, font, bold))
            .fold(font, f64::max);
        let size = Size::new(
            (widest + 2.0 * PADDING.0).ceil(),
            (lines.len() as f64 * font * LINE_HEIGHT + 2.0 * PADDING.1).ceil(),
        );
        Self {
            lines,
            font,
            bold,
            size,
        }
    }

    /// The lines, centred in a box.
    pub(super) fn centered_in(&self, rect: &Rect, ink: Ink) -> Vec<TextLine> {
        let middle = rect.center();
        let height = self.font * LINE_HEIGHT;
        let first = middle.y - height * (self.lines.len() as f64 - 1.0) / 2.0;
        let lines = self.lines.iter().enumerate();
        lines
            .map(|(index, line)| TextLine {
                text: line.clone(),
                at: Point::new(
                    middle.x,
                    first + height * index as f64 + BASELINE * self.font,
                ),
                anchor: Anchor::Middle,
                size: self.font,
                bold: self.bold,
                ink,
                halo: false,
            })
            .collect()
    }
}

/// How wide a text is at a font size, in pixels: an upper bound over the common
/// faces with Hangul.
pub(super) fn text_width(text: &str, font: f64, bold: bool) -> f64 {
    ems(text) * font * if bold { BOLD } else { 1.0 }
}

/// A line of plain text that starts at a point.
pub(super) fn line(text: impl Into<String>, at: Point, size: f64, ink: Ink) -> TextLine {
    TextLine {
        text: text.into(),
        at,
        anchor: Anchor::Start,
        size,
        bold: false,
        ink,
        halo: false,
    }
}
