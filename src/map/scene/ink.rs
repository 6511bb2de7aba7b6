//! Colours by what they are for; a theme says what they look like.

/// What a colour is for. Groups are numbered by their
/// [`colour`](super::SceneGroup::colour).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page.
    Paper,
    /// Boxes that labels stand in.
    Card,
    /// Words.
    Text,
    /// Words that matter less.
    Muted,
    /// Hairlines, ticks and frames.
    Line,
    /// Links between groups.
    Bridge,
    /// A column or row, and the one beside it.
    Band(bool),
    /// A chapter, by its position: an ordinal scale of one neutral hue, never a
    /// group's, from 0, the faintest, to 9, the strongest; words are legible on
    /// all of it. A map of more chapters spreads them over the scale.
    Chapter(u8),
    /// A group: lines and borders.
    Group(u8),
    /// A group's region: opaque and faint; text of any ink is legible on it.
    Region(u8),
    /// The inside of a box that belongs to a group: opaque, a little stronger.
    Tint(u8),
    /// Words on a box filled with [`Ink::Group`].
    OnGroup(u8),
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    #[default]
    Solid,
    /// Dashes.
    Dashed,
    /// Dots.
    Dotted,
}

/// A line's colour, width and dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width in pixels.
    pub width: f64,
    /// Its dashes.
    pub dash: Dash,
}

impl Stroke {
    /// A solid line.
    pub const fn solid(ink: Ink, width: f64) -> Self {
        let dash = Dash::Solid;
        Self { ink, width, dash }
    }

    /// A dashed line.
    pub const fn dashed(ink: Ink, width: f64) -> Self {
        let dash = Dash::Dashed;
        Self { ink, width, dash }
    }

    /// A dotted line.
    pub const fn dotted(ink: Ink, width: f64) -> Self {
        let dash = Dash::Dotted;
        Self { ink, width, dash }
    }
}

/// How a shape is filled and outlined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// Its inside; `None`: see through.
    pub fill: Option<Ink>,
    /// Its outline, or the line itself.
    pub stroke: Option<Stroke>,
}

impl Paint {
    /// Filled, without an outline.
    pub const fn fill(ink: Ink) -> Self {
        Self {
            fill: Some(ink),
            stroke: None,
        }
    }

    /// A line.
    pub const fn stroke(stroke: Stroke) -> Self {
        Self {
            fill: None,
            stroke: Some(stroke),
        }
    }

    /// Filled and outlined.
    pub const fn outlined(fill: Ink, stroke: Stroke) -> Self {
        Self {
            fill: Some(fill),
            stroke: Some(stroke),
        }
    }
}
