//! What the inks of a scene look like: on a light screen, on a dark one, and
//! on paper.

mod fonts;
mod palette;
mod rgb;
mod variables;

pub use fonts::FAMILIES;
pub(in crate::render) use fonts::css_stack;
pub use rgb::Rgb;
pub use variables::variable;

use crate::map::scene::Ink;
use palette::{DARK, LIGHT, PRINT, Palette};

/// A set of colours, all of them opaque.
///
/// In each the eight colours of groups differ by 15 or more in CAM16-UCS, for
/// readers with normal sight and without one kind of cones, and stand out from
/// the page 3:1; words stand out 4.5:1 from whatever they are on. The first six
/// differ the most. `tests/palettes.rs` measures that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For screens and documents.
    #[default]
    Light,
    /// For dark screens; with its own colours, not the light ones inverted.
    Dark,
    /// For paper: white, black words, groups that differ in grey too.
    Print,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];
    /// So many groups have colours of their own. After the last the first comes
    /// again: groups have names and places too.
    pub const GROUPS: u8 = 8;
    /// So many steps the scale of chapters has; later chapters look like the
    /// last.
    pub const CHAPTERS: u8 = 10;

    /// The name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// What an ink looks like.
    pub fn colour(self, ink: Ink) -> Rgb {
        let palette = self.palette();
        match ink {
            Ink::Paper => palette.paper,
            Ink::Card => palette.card,
            Ink::Text => palette.text,
            Ink::Muted => palette.muted,
            Ink::Line => palette.line,
            Ink::Bridge => palette.bridge,
            Ink::Band(second) => palette.bands[usize::from(second)],
            Ink::Chapter(position) => palette.chapter(position),
            Ink::Group(group) => palette.group(group),
            Ink::Region(group) => palette.faint(palette.group(group), palette.region),
            Ink::Tint(group) => palette.faint(palette.group(group), palette.tint),
            Ink::OnGroup(group) => palette.group(group).legible(),
        }
    }

    /// How wide a line is drawn, in pixels: on paper hairlines get lost, so none
    /// is thinner there than half a point.
    pub fn line_width(self, width: f64) -> f64 {
        match self {
            Self::Light | Self::Dark => width,
            Self::Print => width.max(0.5 * 96.0 / 72.0),
        }
    }

    fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
        }
    }
}
