//! Languages and texts in several of them.

use crate::text::fold::is_syllable;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A language by its two- or three-letter ISO 639 code, such as `ko`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language([u8; 3]);

impl Language {
    /// Korean.
    pub const KOREAN: Self = Self(*b"ko ");
    /// English.
    pub const ENGLISH: Self = Self(*b"en ");

    /// Reads a code of two or three lower-case Latin letters.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes = code.as_bytes();
        let fits = matches!(bytes.len(), 2 | 3) && bytes.iter().all(u8::is_ascii_lowercase);
        let third = bytes.get(2).copied().unwrap_or(b' ');
        fits.then(|| Self([bytes[0], bytes[1], third]))
    }

    /// The language of a text that does not say it: Korean when it has Hangul.
    pub fn guess(text: &str) -> Self {
        match text.nfc().any(is_syllable) {
            true => Self::KOREAN,
            false => Self::ENGLISH,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end()
    }
}

/// English.
impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One short text in one or more languages, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalText {
    texts: Vec<(Language, String)>,
}

impl LocalText {
    /// A text in one language.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        Self {
            texts: vec![(language, text.into())],
        }
    }

    /// The text in a language, if it is known in that language.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.iter()
            .find(|(l, _)| *l == language)
            .map(|(_, text)| text)
    }

    /// The text in a language, or else in English, or else in the first
    /// language there is.
    pub fn best(&self, language: Language) -> Option<&str> {
        self.get(language)
            .or_else(|| self.get(Language::ENGLISH))
            .or_else(|| self.iter().next().map(|(_, text)| text))
    }

    /// All texts with their languages, in the order written.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.texts
            .iter()
            .map(|(language, text)| (*language, text.as_str()))
    }

    /// Whether it is known in no language.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl FromIterator<(Language, String)> for LocalText {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        Self {
            texts: texts.into_iter().collect(),
        }
    }
}
