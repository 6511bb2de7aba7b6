//! How a picture writes its colours.

use crate::map::scene::Ink;
use crate::render::theme::{Theme, variable};

/// How a picture writes its colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// As those of a theme, for a picture that stands alone.
    Resolved(Theme),
    /// As variables of CSS, for a page that declares [`Theme::variables`] and
    /// switches between themes.
    Variables,
}

impl Colours {
    /// `#1F51A8`, `var(--group-0)`.
    pub(super) fn ink(self, ink: Ink) -> String {
        match self {
            Self::Resolved(theme) => theme.colour(ink).to_string(),
            Self::Variables => format!("var({})", variable(ink)),
        }
    }

    /// The width of a line.
    pub(super) fn line_width(self, width: f64) -> f64 {
        match self {
            Self::Resolved(theme) => theme.line_width(width),
            Self::Variables => width,
        }
    }
}
