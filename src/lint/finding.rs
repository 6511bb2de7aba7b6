//! What a check finds.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BookId, ConceptId, EntryId, PageRange};
use crate::source::Place;
use std::borrow::Cow;

/// Whom a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A field of an entry.
    Entry(EntryId, &'static str),
    /// A field of a concept; the text in it that is meant, or all of it.
    Concept(ConceptId, &'static str, Option<String>),
    /// A field of a book; the text in it that is meant, or all of it.
    Book(BookId, &'static str, Option<String>),
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// Whom it is about.
    pub subject: Subject,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// A few words about the very place.
    pub label: Cow<'static, str>,
    /// Others that belong to it, with a few words each.
    pub related: Vec<(Subject, &'static str)>,
    /// What to do.
    pub hint: Cow<'static, str>,
}

impl Finding {
    /// A finding about somebody, with what to do.
    pub(super) fn new(
        code: Code,
        subject: Subject,
        message: String,
        hint: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            code,
            subject,
            message,
            label: Cow::Borrowed(""),
            related: Vec::new(),
            hint: hint.into(),
        }
    }

    /// Adds the words about the very place.
    #[must_use]
    pub(super) fn label(mut self, label: impl Into<Cow<'static, str>>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another one that belongs to it.
    #[must_use]
    pub(super) fn related(mut self, subject: Subject, words: &'static str) -> Self {
        self.related.push((subject, words));
        self
    }

    /// The finding where it stands in the files, as `place` knows; a finding whose
    /// place is not known names the file.
    pub fn located(
        self,
        file: &str,
        place: &mut dyn FnMut(&Subject) -> Option<Place>,
    ) -> Diagnostic {
        let mut diagnostic = match place(&self.subject) {
            Some(place) => Diagnostic::at(self.code, place, self.message).label(self.label),
            None => Diagnostic::of_file(self.code, file, self.message),
        };
        for (subject, words) in self.related {
            if let Some(place) = place(&subject) {
                diagnostic = diagnostic.related(place, words);
            }
        }
        diagnostic.hint(self.hint)
    }
}

/// `page 7`, or `pages 7–20`.
pub(super) fn in_words(pages: PageRange) -> String {
    match pages.count() {
        1 => format!("page {pages}"),
        _ => format!("pages {pages}"),
    }
}
