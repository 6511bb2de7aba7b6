//! The formats of maps.

use super::png::{self, Font, PngError, PngOptions};
use super::svg::{self, SvgOptions};
use super::theme::Theme;
use super::{dot, html, json, mermaid, text_map};
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
    /// A page for the browser, with search and evidence.
    Html,
    /// For Mermaid, which lays the map out anew.
    Mermaid,
    /// In words.
    Text,
    /// For scripts: `bookgraph.scene/1`.
    Json,
}

impl MapFormat {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Dot,
        Self::Svg,
        Self::Png,
        Self::Html,
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
            Self::Html => &["html", "htm"],
            Self::Mermaid => &["mmd", "mermaid"],
            Self::Text => &["txt"],
            Self::Json => &["json"],
        }
    }

    /// Whether it quotes the sentences that are evidence; others name their entries.
    pub fn quotes(self) -> bool {
        matches!(self, Self::Html | Self::Json)
    }

    /// Whether one file holds several scenes.
    pub fn holds_several(self) -> bool {
        matches!(self, Self::Html | Self::Text)
    }

    /// The format of files with an ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let mut formats = Self::ALL.into_iter();
        formats.find(|format| format.endings().contains(&ending))
    }
}

/// How a map is written.
#[derive(Clone, Debug)]
pub struct ExportOptions {
    /// The colours, where there are any; `None`: light ones, but a page follows
    /// the reader's system.
    pub theme: Option<Theme>,
    /// For pixels: so many for one of the scene.
    pub scale: f64,
    /// For pixels: the font, when it is not the best that is installed.
    pub font: Option<Font>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        let PngOptions { scale, font, .. } = PngOptions::default();
        Self {
            theme: None,
            scale,
            font,
        }
    }
}

/// Writes the scenes of a map into one file; all but the first are left out of a
/// format that holds one.
///
/// # Errors
///
/// When a picture of pixels cannot be drawn; nothing else can fail.
pub fn export(
    scenes: &[Scene],
    format: MapFormat,
    options: &ExportOptions,
) -> Result<Vec<u8>, PngError> {
    let Some(scene) = scenes.first() else {
        return Ok(Vec::new());
    };
    let theme = options.theme.unwrap_or_default();
    Ok(match format {
        MapFormat::Dot => dot::print(scene, theme).into_bytes(),
        MapFormat::Svg => svg::print(scene, &SvgOptions::themed(theme)).into_bytes(),
        MapFormat::Png => {
            let options = PngOptions {
                theme,
                scale: options.scale,
                font: options.font.clone(),
            };
            png::draw(scene, &options)?
        }
        MapFormat::Html => html::print(scenes, options.theme).into_bytes(),
        MapFormat::Mermaid => mermaid::print(scene, theme).into_bytes(),
        MapFormat::Text => {
            let texts: Vec<String> = scenes.iter().map(text_map::print).collect();
            texts.join("\n").into_bytes()
        }
        MapFormat::Json => json::scene(scene).into_bytes(),
    })
}
