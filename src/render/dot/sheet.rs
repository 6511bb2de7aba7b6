//! A scene on Graphviz's paper.

use super::attributes::decimals;
use crate::map::Point;
use crate::map::scene::{Dash, Ink, Scene};
use crate::render::theme::Theme;

/// A scene, its colours, and where its places are for Graphviz.
pub(super) struct Sheet<'a> {
    pub(super) scene: &'a Scene,
    pub(super) theme: Theme,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(scene: &'a Scene, theme: Theme) -> Self {
        Self { scene, theme }
    }

    pub(super) fn colour(&self, ink: Ink) -> String {
        self.theme.colour(ink).to_string()
    }

    /// Up from the lower edge of the page.
    pub(super) fn up(&self, y: f64) -> f64 {
        self.scene.size.height - y
    }

    /// `12.5,80`: a place in an attribute.
    pub(super) fn pos(&self, point: Point) -> String {
        format!("{},{}", decimals(point.x), decimals(self.up(point.y)))
    }
}

/// The style of a line that is not solid.
pub(super) fn dashes(dash: Dash) -> Option<&'static str> {
    match dash {
        Dash::Solid => None,
        Dash::Dashed => Some("dashed"),
        Dash::Dotted => Some("dotted"),
    }
}
