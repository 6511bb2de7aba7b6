//! The formats of maps.

use super::png::{self, PngError, PngOptions};
use super::svg::{self, SvgOptions};
use super::{dot, json, mermaid, text_map};
use crate::map::scene::Scene;

/// A format that a map can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapFormat {
    /// Graphviz's language, with the map as it was laid out.
    Dot,
    /// A picture of lines and words.
    Svg,
    /// A picture of pixels.
    Png,
    /// For Mermaid, which lays the map out anew.
    Mermaid,
    /// In words.
    Text,
    /// For scripts: `bookgraph.scene/1`.
    Json,
}

impl MapFormat {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Dot,
        Self::Svg,
        Self::Png,
        Self::Mermaid,
        Self::Text,
        Self::Json,
    ];

    /// The endings of its files.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Dot => &["dot", "gv"],
            Self::Svg => &["svg"],
            Self::Png => &["png"],
            Self::Mermaid => &["mmd", "mermaid"],
            Self::Text => &["txt"],
            Self::Json => &["json"],
        }
    }

    /// The format of files with an ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let mut formats = Self::ALL.into_iter();
        formats.find(|format| format.endings().contains(&ending))
    }
}

/// Writes a scene. The theme counts wherever there are colours, the rest of the
/// options for pixels alone.
///
/// # Errors
///
/// When a picture of pixels cannot be drawn; nothing else can fail.
pub fn export(scene: &Scene, format: MapFormat, options: &PngOptions) -> Result<Vec<u8>, PngError> {
    Ok(match format {
        MapFormat::Dot => dot::print_scene(scene, options.theme).into_bytes(),
        MapFormat::Svg => svg::print(scene, &SvgOptions::themed(options.theme)).into_bytes(),
        MapFormat::Png => png::draw(scene, options)?,
        MapFormat::Mermaid => mermaid::print(scene, options.theme).into_bytes(),
        MapFormat::Text => text_map::print(scene).into_bytes(),
        MapFormat::Json => json::scene(scene).into_bytes(),
    })
}
