//! The few styles there are.

use crate::render::harmless;
use anstyle::{AnsiColor, Style};

/// Whether a text may use colours and bold type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styling {
    /// ANSI escapes.
    Ansi,
    /// Plain text.
    Plain,
}

impl Styling {
    /// A heading.
    pub(in crate::render) fn heading(self, text: &str) -> String {
        self.with(Style::new().bold(), text)
    }

    /// What matters less.
    pub(in crate::render) fn faint(self, text: &str) -> String {
        self.with(Style::new().dimmed(), text)
    }

    /// A concept's name.
    pub(in crate::render) fn concept(self, text: &str) -> String {
        self.with(AnsiColor::Cyan.on_default(), text)
    }

    /// The words that were looked for.
    pub(in crate::render) fn highlight(self, text: &str) -> String {
        match self {
            Self::Ansi => self.with(AnsiColor::Yellow.on_default().bold(), text),
            Self::Plain => format!("*{}*", harmless(text)),
        }
    }

    /// What stands out among its like.
    pub(super) fn strong(self, text: &str) -> String {
        match self {
            Self::Ansi => self.with(Style::new().bold(), text),
            Self::Plain => format!("*{}*", harmless(text)),
        }
    }

    /// A text that leads to an address, in terminals that know links.
    pub(super) fn link(self, url: Option<&str>, text: &str) -> String {
        match (self, url) {
            (Self::Ansi, Some(url)) => {
                format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
            }
            _ => text.to_owned(),
        }
    }

    /// A line that comes.
    pub(super) fn added(self, text: &str) -> String {
        self.with(AnsiColor::Green.on_default(), text)
    }

    /// A line that goes.
    pub(super) fn removed(self, text: &str) -> String {
        self.with(AnsiColor::Red.on_default(), text)
    }

    fn with(self, style: Style, text: &str) -> String {
        let text = &harmless(text);
        match self {
            Self::Ansi => format!("{style}{text}{style:#}"),
            Self::Plain => text.to_owned(),
        }
    }
}
