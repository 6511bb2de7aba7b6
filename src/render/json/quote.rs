//! Sentences of the notes, as summaries quote them.

use crate::model::Library;
use crate::summary::{KeySentence, Length, Question, Quote};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct QuoteShape {
    entry: String,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct KeyShape {
    entry: String,
    start: usize,
    end: usize,
    text: String,
    of_reader: bool,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct QuestionShape {
    question: QuoteShape,
    answer: Option<QuoteShape>,
}

impl QuoteShape {
    pub(super) fn new(library: &Library, quote: &Quote) -> Self {
        Self {
            entry: library.brief(quote.entry).id.to_owned(),
            start: quote.span.start,
            end: quote.span.end,
            text: quote.text(library).to_owned(),
        }
    }

    pub(super) fn all(library: &Library, quotes: &[Quote]) -> Vec<Self> {
        quotes
            .iter()
            .map(|quote| Self::new(library, quote))
            .collect()
    }
}

impl KeyShape {
    pub(super) fn new(library: &Library, key: &KeySentence) -> Self {
        let QuoteShape {
            entry,
            start,
            end,
            text,
        } = QuoteShape::new(library, &key.quote);
        Self {
            entry,
            start,
            end,
            text,
            of_reader: key.of_reader,
        }
    }
}

impl QuestionShape {
    pub(super) fn new(library: &Library, asked: &Question) -> Self {
        let answer = asked.answer.as_ref();
        Self {
            question: QuoteShape::new(library, &asked.quote),
            answer: answer.map(|answer| QuoteShape::new(library, answer)),
        }
    }
}

pub(super) fn length(length: Length) -> &'static str {
    match length {
        Length::Short => "short",
        Length::Normal => "normal",
        Length::Long => "long",
    }
}
