//! The few styles there are.

use ratatui::style::{Color, Modifier, Style};

/// Whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The terminal's own sixteen colours.
    Colour,
    /// Bold, faint and reversed type only.
    Plain,
}

impl Look {
    pub(super) fn bold(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Where the focus is.
    pub(super) fn accent(self) -> Style {
        match self {
            Self::Colour => self.bold().fg(Color::Cyan),
            Self::Plain => self.bold(),
        }
    }

    /// A name that was looked for.
    pub(super) fn name(self) -> Style {
        match self {
            Self::Colour => self.bold().fg(Color::Yellow),
            Self::Plain => self.bold().add_modifier(Modifier::UNDERLINED),
        }
    }

    /// The chosen row of the list that has the focus.
    pub(super) fn chosen(self) -> Style {
        match self {
            Self::Colour => Style::new().fg(Color::Black).bg(Color::Cyan),
            Self::Plain => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What could not be done.
    pub(super) fn warning(self) -> Style {
        match self {
            Self::Colour => self.bold().fg(Color::Red),
            Self::Plain => self.bold(),
        }
    }
}
