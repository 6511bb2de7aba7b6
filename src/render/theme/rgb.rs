//! A colour.

use std::fmt;

/// An opaque colour in sRGB; displayed as `#1F51A8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb {
    /// Red, green, blue.
    pub channels: [u8; 3],
}

impl Rgb {
    const WHITE: Self = Self::hex(0xFF_FF_FF);
    const BLACK: Self = Self::hex(0x00_00_00);

    /// The colour `0xRRGGBB`.
    pub(super) const fn hex(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self {
            channels: [red, green, blue],
        }
    }

    /// `share` 255ths of this colour, and the rest of another. In whole numbers,
    /// so that every machine mixes the same.
    pub(super) fn mixed(self, other: Self, share: u8) -> Self {
        let mix = |channel: usize| {
            let (share, rest) = (u32::from(share), u32::from(255 - share));
            let sum = u32::from(self.channels[channel]) * share
                + u32::from(other.channels[channel]) * rest;
            // At most 255.
            ((sum + 127) / 255) as u8
        };
        Self {
            channels: [mix(0), mix(1), mix(2)],
        }
    }

    /// White or black, whichever stands out from this colour more.
    pub(super) fn legible(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    /// How much two colours stand out from each other, from 1 to 21: the
    /// contrast ratio of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// The light of a channel, without the gamma of sRGB.
fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 {
        channel / 12.92
    } else {
        libm::pow((channel + 0.055) / 1.055, 2.4)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}
