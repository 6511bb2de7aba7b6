//! The colours of the themes.

use super::{Rgb, Theme};

/// The colours of one theme.
pub(super) struct Palette {
    pub(super) paper: Rgb,
    pub(super) card: Rgb,
    pub(super) text: Rgb,
    pub(super) muted: Rgb,
    pub(super) line: Rgb,
    pub(super) bridge: Rgb,
    pub(super) bands: [Rgb; 2],
    /// The first and the last chapter.
    chapters: [Rgb; 2],
    /// Blue, amber, teal, lavender, crimson, olive, plum, brown: each theme has
    /// them in this order, so that a group is known again.
    groups: [Rgb; Theme::GROUPS as usize],
    /// How much a region stands out from the page.
    pub(super) region: f64,
    /// How much a tint stands out from the page.
    pub(super) tint: f64,
}

pub(super) const LIGHT: Palette = Palette {
    paper: Rgb::hex(0xFF_FF_FF),
    card: Rgb::hex(0xFF_FF_FF),
    text: Rgb::hex(0x1F_23_28),
    muted: Rgb::hex(0x57_60_6A),
    line: Rgb::hex(0xD0_D7_DE),
    bridge: Rgb::hex(0x8C_95_9F),
    bands: [Rgb::hex(0xF6_F8_FA), Rgb::hex(0xEC_EF_F3)],
    chapters: [Rgb::hex(0xE6_E9_ED), Rgb::hex(0x9D_A5_AE)],
    groups: [
        Rgb::hex(0x1F_51_A8),
        Rgb::hex(0xCC_85_01),
        Rgb::hex(0x39_A3_9E),
        Rgb::hex(0x9A_75_EA),
        Rgb::hex(0xD1_34_60),
        Rgb::hex(0x51_57_00),
        Rgb::hex(0x82_2B_5E),
        Rgb::hex(0x48_2F_22),
    ],
    region: 1.16,
    tint: 1.28,
};

pub(super) const DARK: Palette = Palette {
    paper: Rgb::hex(0x15_18_1D),
    card: Rgb::hex(0x1F_24_2B),
    text: Rgb::hex(0xE6_EA_F0),
    muted: Rgb::hex(0xA3_AD_B9),
    line: Rgb::hex(0x3A_42_4D),
    bridge: Rgb::hex(0x77_81_8D),
    bands: [Rgb::hex(0x1A_1E_24), Rgb::hex(0x21_26_2E)],
    chapters: [Rgb::hex(0x26_2C_34), Rgb::hex(0x58_62_6F)],
    groups: [
        Rgb::hex(0x37_73_BD),
        Rgb::hex(0xF0_8A_11),
        Rgb::hex(0x7B_D8_C5),
        Rgb::hex(0xB9_9E_FF),
        Rgb::hex(0xC9_39_22),
        Rgb::hex(0xE4_EB_81),
        Rgb::hex(0xB8_83_A1),
        Rgb::hex(0x7F_72_66),
    ],
    region: 1.17,
    tint: 1.5,
};

pub(super) const PRINT: Palette = Palette {
    paper: Rgb::hex(0xFF_FF_FF),
    card: Rgb::hex(0xFF_FF_FF),
    text: Rgb::hex(0x00_00_00),
    muted: Rgb::hex(0x44_44_44),
    line: Rgb::hex(0xA6_A6_A6),
    bridge: Rgb::hex(0x7A_7A_7A),
    bands: [Rgb::hex(0xF7_F7_F7), Rgb::hex(0xEE_EE_EE)],
    chapters: [Rgb::hex(0xEA_EA_EA), Rgb::hex(0xA0_A0_A0)],
    groups: [
        Rgb::hex(0x31_5D_A6),
        Rgb::hex(0x91_61_00),
        Rgb::hex(0x13_96_A1),
        Rgb::hex(0x98_81_FC),
        Rgb::hex(0xCA_4B_6C),
        Rgb::hex(0x3E_41_00),
        Rgb::hex(0x86_28_60),
        Rgb::hex(0x35_1D_17),
    ],
    region: 1.1,
    tint: 1.22,
};

impl Palette {
    pub(super) fn group(&self, group: u8) -> Rgb {
        self.groups[usize::from(group % Theme::GROUPS)]
    }

    pub(super) fn chapter(&self, position: u8) -> Rgb {
        let last = Theme::CHAPTERS - 1;
        // At most 255.
        let share = (u16::from(position.min(last)) * 255 / u16::from(last)) as u8;
        self.chapters[1].mixed(self.chapters[0], share)
    }

    /// A colour mixed with so much of the page that it stands out from it by a
    /// contrast and no more: so a dark colour lies no heavier on the page than
    /// a bright one.
    pub(super) fn faint(&self, colour: Rgb, contrast: f64) -> Rgb {
        (0..=u8::MAX)
            .map(|share| colour.mixed(self.paper, share))
            .find(|mixed| mixed.contrast(self.paper) >= contrast)
            .unwrap_or(colour)
    }
}
