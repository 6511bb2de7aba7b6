//! Maps as PNG, drawn by `resvg` from our SVG with the fonts of this computer.

mod error;
mod faces;

pub use error::PngError;

use super::svg::{self, SvgOptions};
use super::theme::Theme;
use crate::map::scene::{Mark, Scene, TextLine};
use faces::Faces;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::path::PathBuf;

/// A picture has so many pixels at most: 256 MiB while it is drawn.
const MOST_PIXELS: f64 = 64.0 * 1024.0 * 1024.0;

/// The fonts that the words of a picture are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Font {
    /// An installed family.
    Family(String),
    /// A file.
    File(PathBuf),
}

/// How a picture is drawn.
#[derive(Clone, Debug)]
pub struct PngOptions {
    /// Its colours.
    pub theme: Theme,
    /// Pixels for one pixel of the scene.
    pub scale: f64,
    /// Its font, when it is not the best that is installed.
    pub font: Option<Font>,
}

impl Default for PngOptions {
    /// Light, and sharp on the screens of today.
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            scale: 2.0,
            font: None,
        }
    }
}

/// Draws a scene. A font is looked for first and named in the picture, since
/// the fallback of a renderer takes any face that has the letters, such as one
/// for Japanese.
///
/// # Errors
///
/// When no font has the letters, the font asked for is missing, or the picture
/// would be too large.
pub fn draw(scene: &Scene, options: &PngOptions) -> Result<Vec<u8>, PngError> {
    let (width, height) = pixels(scene, options.scale)?;
    let faces = Faces::load(options.font.as_ref())?;
    let family = faces.family(words(scene).any(is_hangul))?;
    let picture = svg::print(
        scene,
        &SvgOptions {
            font: Some(&family),
            ..SvgOptions::themed(options.theme)
        },
    );
    let reader = Options {
        font_family: family.clone(),
        languages: vec![scene.language.code().to_owned()],
        fontdb: faces.into_database(&family),
        ..Options::default()
    };
    let tree =
        Tree::from_str(&picture, &reader).map_err(|error| PngError::Refused(error.to_string()))?;
    let mut pixmap =
        Pixmap::new(width, height).ok_or_else(|| PngError::Refused("no room".to_owned()))?;
    // As f32, which resvg wants.
    let scale = options.scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap
        .encode_png()
        .map_err(|error| PngError::Refused(error.to_string()))
}

/// The size of the picture.
fn pixels(scene: &Scene, scale: f64) -> Result<(u32, u32), PngError> {
    let (width, height) = (scene.size.width, scene.size.height);
    let (wide, high) = (
        (width * scale).ceil().max(1.0),
        (height * scale).ceil().max(1.0),
    );
    if scale > 0.0 && wide * high <= MOST_PIXELS {
        // Whole numbers below 2^26.
        return Ok((wide as u32, high as u32));
    }
    Err(PngError::Size {
        scale,
        fits: (MOST_PIXELS / (width.max(1.0) * height.max(1.0))).sqrt(),
    })
}

/// Every character that is drawn.
fn words(scene: &Scene) -> impl Iterator<Item = char> {
    fn line(mark: &Mark) -> Option<&TextLine> {
        match mark {
            Mark::Text(line) => Some(line),
            Mark::Shape { .. } => None,
        }
    }
    let marks = scene
        .backdrop
        .iter()
        .chain(&scene.captions)
        .filter_map(line);
    let edges = scene.edges.iter().flat_map(|edge| &edge.lines);
    let nodes = scene.nodes.iter().flat_map(|node| &node.lines);
    marks
        .chain(edges)
        .chain(nodes)
        .flat_map(|line| line.text.chars())
}

/// Syllables and the letters that they consist of.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7A3}')
}
