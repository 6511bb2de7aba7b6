//! What kind of source a file is of.

use std::path::Path;

/// A look at a file: its name and its text, or its first bytes when it is none.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The bytes.
    pub bytes: &'a [u8],
    /// The text, when it can be read as one.
    pub text: Option<&'a str>,
}

impl<'a> Look<'a> {
    /// The name of the file, in small letters.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().to_lowercase()
    }

    /// Whether the name ends so.
    pub fn is_called(&self, ending: &str) -> bool {
        self.name().ends_with(ending)
    }

    /// The text, or an empty one.
    pub fn text(&self) -> &'a str {
        self.text.unwrap_or_default()
    }

    /// The first line that is not empty.
    pub fn first_line(&self) -> &'a str {
        let mut lines = self.text().lines().map(str::trim);
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    }

    /// Whether it is JSON in which all these fields are named.
    pub fn is_json_with(&self, fields: &[&str]) -> bool {
        let text = self.text();
        let named = |field: &&str| text.contains(&format!("\"{field}\""));
        text.trim_start().starts_with(['{', '[']) && fields.iter().all(named)
    }

    /// Whether its first line has all these heads of columns.
    pub fn has_columns(&self, heads: &[&str]) -> bool {
        let line = self.first_line();
        let mut columns = line.split(',').map(|head| head.trim().trim_matches('"'));
        let columns: Vec<&str> = columns.by_ref().collect();
        heads.iter().all(|head| columns.contains(head))
    }
}

/// How sure it is that a file is of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It may be.
    Possible,
    /// It probably is.
    Likely,
    /// Nothing else looks like this.
    Certain,
}

impl Confidence {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// That a file is of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    /// How sure that is.
    pub confidence: Confidence,
    /// What speaks for it, in a few words.
    pub reason: String,
}

impl Detection {
    /// When something speaks for it.
    pub(super) fn when(
        speaks: bool,
        confidence: Confidence,
        reason: impl Into<String>,
    ) -> Option<Self> {
        speaks.then(|| Self {
            confidence,
            reason: reason.into(),
        })
    }
}
