//! What the renderers of suggestions need to know.

use super::phrases;
use crate::map::Words;
use crate::mine::{Example, Like, Reason, Suggestion};
use crate::model::{EntryId, Library};
use crate::tag::{Field, Tagging};
use crate::text::particle;
use crate::text::sentence::sentence_at;
use std::ops::Range;

/// Suggestions to be shown, of a library.
#[derive(Clone, Copy, Debug)]
pub struct Suggested<'a> {
    /// The library they were found in.
    pub library: &'a Library,
    /// Its tags.
    pub tagging: &'a Tagging,
    /// The suggestions to be shown, the likeliest first.
    pub list: &'a [Suggestion],
    /// How many there are, those not shown included.
    pub total: usize,
    /// The language to say it in.
    pub words: Words,
}

impl<'a> Suggested<'a> {
    /// `×3 · 19일차, 28일차 · 인용부호 안 · 조사 을, 이`.
    pub(super) fn evidence(&self, suggestion: &Suggestion) -> String {
        const SHOWN: usize = 3;
        let words = self.words;
        let entries = &suggestion.entries;
        let name = |&entry: &EntryId| words.entry(self.library, entry);
        let mut names: Vec<String> = entries.iter().take(SHOWN).map(name).collect();
        if entries.len() > SHOWN {
            names.push(words.pick("…", "…").to_owned());
        }
        let mut parts = vec![
            format!("×{}", suggestion.occurrences),
            format!("{}: {}", words.entries(entries.len()), names.join(", ")),
        ];
        let mut remark = |so: bool, korean: &str, english: &str| {
            if so {
                parts.push(words.pick(korean, english).to_owned());
            }
        };
        remark(suggestion.titles > 0, "제목에 있음", "in a title");
        remark(suggestion.quoted, "인용부호 안", "in quotation marks");
        remark(suggestion.acronym, "약어", "an acronym");
        remark(suggestion.glossed, "괄호로 풀이됨", "explained in brackets");
        if !suggestion.particles.is_empty() {
            let particles = suggestion.particles.join(", ");
            parts.push(format!("{} {particles}", words.pick("조사", "particles")));
        }
        parts.join(" · ")
    }

    /// The name that a candidate is like.
    pub(super) fn known(&self, like: &Like) -> &'a str {
        let lexicon = self.tagging.lexicon(self.library.vocabulary());
        &lexicon.name(like.name).text
    }

    /// `플라이 힐: 플라이휠의 다른 표기일 수 있음 (92 % 같음)`.
    pub(super) fn likeness(&self, like: &Like) -> String {
        let words = self.words;
        let label = phrases::concept_title(self.library, words, like.concept);
        let known = self.known(like);
        let korean = words.is_korean();
        let with = particle::with(known);
        match like.reason {
            Reason::Spelling(alike) => {
                let percent = (alike * 100.0).round();
                match korean {
                    true => format!("‘{label}’의 다른 표기? ‘{known}’{with} {percent}% 같음"),
                    false => format!("another spelling of “{label}”? {percent}% like “{known}”"),
                }
            }
            Reason::Parenthesis(times) => match korean {
                true => {
                    format!("‘{label}’의 다른 이름? 괄호 속에 ‘{known}’{with} 나란히 {times}번")
                }
                false => {
                    format!("another name of “{label}”? beside “{known}” in brackets, ×{times}")
                }
            },
        }
    }

    /// The text that an example stands in, and its sentence; of a title, all of
    /// it.
    pub(super) fn passage(&self, example: &Example) -> (&str, Range<usize>) {
        let entry = self.library.entry(example.entry);
        match example.field {
            Field::Title => (&entry.title, 0..entry.title.len()),
            Field::Text => {
                let sentences: Vec<Range<usize>> = self.tagging.sentences(example.entry).collect();
                let sentence = sentence_at(&sentences, example.span.start);
                let range = sentence.map_or(example.span.clone(), |at| sentences[at].clone());
                // An example may reach over the end of a sentence.
                (&entry.text, range.start..range.end.max(example.span.end))
            }
        }
    }
}
