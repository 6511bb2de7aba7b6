//! Vocabularies kept elsewhere → concepts. One file for each format, behind one trait.
//!
//! Nothing here knows a library: what of this is new in one is for the caller to say.

mod annif;
mod builder;
mod detect;
mod json_ld;
mod kh_coder;
mod skos;
mod turtle;
mod vosviewer;

pub use builder::FoundConcept;
pub use detect::detect;

/// Reads the vocabularies of one format.
pub trait Thesaurus: Sync {
    /// What the format is called on the command line.
    fn name(&self) -> &'static str;

    /// What it reads, in one line.
    fn about(&self) -> &'static str;

    /// Reads a text.
    ///
    /// # Errors
    ///
    /// When the text is not of the format at all.
    fn read(&self, text: &str) -> Result<Found, ThesaurusError>;
}

/// All formats, in the order they are listed.
pub const THESAURI: [&dyn Thesaurus; 5] = [
    &turtle::SkosTurtle,
    &json_ld::SkosJsonLd,
    &annif::AnnifTsv,
    &vosviewer::VosViewer,
    &kh_coder::KhCoder,
];

/// What a vocabulary holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The concepts, in the order of the file.
    pub concepts: Vec<FoundConcept>,
    /// What was not understood or cannot be kept, each with its line where lines mean
    /// something; nothing is left out silently.
    pub remarks: Vec<Remark>,
}

/// Something that was left out of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: Option<usize>,
    /// What was left out, and why.
    pub message: String,
}

/// Why a file is no vocabulary of its format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct ThesaurusError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl Remark {
    /// A remark on a line, from 1.
    fn on(line: usize, message: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            message: message.into(),
        }
    }
}
