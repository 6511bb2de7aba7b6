//! Why there is no picture.

use std::io;
use std::path::PathBuf;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// There is no font at all.
    #[error("no font is installed")]
    NoFont,
    /// No font has Hangul.
    #[error("no font that is installed has Hangul")]
    NoHangul,
    /// The font that was asked for has none.
    #[error("the font `{0}` has no Hangul")]
    NoHangulIn(String),
    /// There is no such family.
    #[error("no font `{0}` is installed")]
    UnknownFamily(String),
    /// The file of the font cannot be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is no font in the file.
    #[error("{} is not a font", .0.display())]
    NotAFont(PathBuf),
    /// There would be too many pixels, or none.
    #[error("a picture {scale} times the size of the map cannot be drawn")]
    Size {
        /// The scale that was asked for.
        scale: f64,
        /// The largest that can be.
        fits: f64,
    },
    /// The picture could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Refused(String),
}

impl PngError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoFont | Self::NoHangul => {
                "install Noto Sans CJK KR (Debian: apt-get install fonts-noto-cjk), name a font by \
                 --font FILE, or draw SVG, which needs no font"
                    .to_owned()
            }
            Self::NoHangulIn(_) => "name a font with Hangul, or leave out --font".to_owned(),
            Self::UnknownFamily(_) => {
                "name a font that is installed, or the file of one".to_owned()
            }
            Self::NotAFont(_) => "name a file that ends in .ttf, .otf or .ttc".to_owned(),
            Self::Size { fits, .. } => {
                // Rounded down, so that it does fit.
                let fits = (fits * 100.0).floor() / 100.0;
                format!("name a scale above 0 and up to {fits}, draw less, or draw SVG")
            }
            Self::Unreadable { .. } | Self::Refused(_) => return None,
        })
    }
}
