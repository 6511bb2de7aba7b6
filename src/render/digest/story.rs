//! What is said of one concept.

use super::{Block, Digest, Form, Line, Section, label, source};
use crate::analyse::Course;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::render::phrases;
use crate::summary::{Length, Step, Story};

/// The story of a concept in one book or in several: a section for each, and in it
/// a line for each entry, in the order of reading.
pub fn story(
    library: &Library,
    placement: &Placement,
    stories: &[Story],
    length: Length,
    words: Words,
) -> Digest {
    let Some(first) = stories.first() else {
        return Digest::default();
    };
    let entries = stories.iter().map(|story| story.steps.len()).sum();
    let mentions: u32 = stories.iter().map(Story::mentions).sum();
    let mut facts = vec![words.entries(entries)];
    facts.extend(phrases::through(
        library,
        words,
        Story::through(stories.iter()),
    ));
    facts.push(words.mentions(mentions as usize));
    if stories.len() > 1 {
        facts.push(words.books(stories.len()));
    }
    let say = Say {
        library,
        placement,
        words,
        length,
    };
    let several = stories.len() > 1;
    let sections = stories.iter().map(|story| say.book(story, several));
    Digest {
        title: phrases::concept_title(library, words, first.concept),
        facts,
        sections: sections.collect(),
        closing: Vec::new(),
    }
}

struct Say<'a> {
    library: &'a Library,
    placement: &'a Placement,
    words: Words,
    length: Length,
}

impl Say<'_> {
    fn book(&self, story: &Story, several: bool) -> Section {
        let words = self.words;
        let book = self.library.book(story.book);
        let mut blocks = Vec::new();
        let lines = self
            .told(story)
            .into_iter()
            .map(|step| self.step(story, step));
        blocks.extend(Block::new(
            words.pick("흐름", "Course"),
            Form::Quotes,
            lines.collect(),
        ));
        let company = story.company.iter().map(|&(concept, steps)| Line {
            text: label(self.library, words, concept).to_owned(),
            remark: words.entries(steps),
            ..Line::default()
        });
        blocks.extend(Block::new(
            words.pick("자주 함께 나온 개념", "Often with"),
            Form::Row,
            company.collect(),
        ));
        Section {
            title: phrases::titled(&book.title, words).unwrap_or_else(|| book.id.clone()),
            facts: self.facts(story, several),
            blocks,
        }
    }

    /// The steps that are told: short, the first and the last and those that come
    /// back; else all.
    fn told<'a>(&self, story: &'a Story) -> Vec<&'a Step> {
        let last = story.steps.len().saturating_sub(1);
        let steps = story.steps.iter().enumerate();
        let told = steps.filter(|(index, step)| match self.length {
            Length::Short => *index == 0 || *index == last || !step.silence.is_empty(),
            Length::Normal => !step.in_passing || *index == 0 || *index == last,
            Length::Long => true,
        });
        told.map(|(_, step)| step).collect()
    }

    /// How it runs through the chapters, where it is first and last named.
    fn facts(&self, story: &Story, several: bool) -> Vec<String> {
        let words = self.words;
        let chapters = story.trajectory.chapters.iter();
        let chapters: Vec<String> = chapters
            .map(|&chapter| words.short_chapter(self.library, chapter))
            .collect();
        let course = match story.course() {
            Course::Local => words.pick("한 장에만 나옴", "in one chapter only"),
            Course::Thread => words.pick("여러 장에 이어짐", "runs through the chapters"),
            Course::Returning => words.pick("사라졌다가 돌아옴", "goes and comes back"),
        };
        let mut facts = Vec::new();
        facts.extend(several.then(|| words.entries(story.steps.len())));
        if !chapters.is_empty() {
            facts.push(chapters.join(" → "));
            facts.push(course.to_owned());
        }
        facts.extend(story.trajectory.pages.map(|pages| words.pages(pages)));
        facts
    }

    fn step(&self, story: &Story, step: &Step) -> Line {
        let words = self.words;
        let first = story.steps.first().map(|step| step.entry) == Some(step.entry);
        let last = story.steps.last().map(|step| step.entry) == Some(step.entry);
        let mut remarks = Vec::new();
        if first {
            remarks.push(words.pick("처음", "first").to_owned());
        }
        if !step.silence.is_empty() {
            let chapters = step.silence.iter();
            let chapters: Vec<String> = chapters
                .map(|&chapter| words.listed_chapter(self.library, chapter))
                .collect();
            remarks.push(match words.is_korean() {
                true => format!("{}에는 없다가 돌아옴", chapters.join(", ")),
                false => format!("back after {}", chapters.join(", ")),
            });
        }
        if last && !first {
            remarks.push(words.pick("지금까지 마지막", "last so far").to_owned());
        }
        if step.mentions > 1 {
            remarks.push(format!("×{}", step.mentions));
        }
        let through = step.through.iter();
        remarks.extend(through.map(|&it| label(self.library, words, it).to_owned()));
        if step.in_passing {
            remarks.push(phrases::in_passing(words).to_owned());
        }
        let text = self.said(step);
        let key = step.key.as_ref().map(|quote| quote.text(self.library));
        // Who speaks is known of the sentence, and not of the gist.
        if step.of_reader && key == Some(text) {
            remarks.push(words.pick("감상", "a thought").to_owned());
        }
        let with = step.with.iter().map(|&it| label(self.library, words, it));
        let with: Vec<&str> = with.collect();
        let chapters = self.placement.chapters(self.library, step.entry);
        let chapters: Vec<String> = chapters
            .map(|chapter| words.listed_chapter(self.library, chapter))
            .collect();
        let mut from = source(self.library, words, step.entry);
        if !chapters.is_empty() {
            from = format!("{from} · {}", chapters.join(", "));
        }
        Line {
            text: text.to_owned(),
            remark: remarks.join(", "),
            source: from,
            then: match self.length == Length::Short || with.is_empty() {
                true => Vec::new(),
                false => vec![Line::plain(format!(
                    "{} {}",
                    words.pick("함께:", "with"),
                    with.join(", ")
                ))],
            },
        }
    }

    /// The key sentence; the gist where that is in the language asked for and the
    /// notes are not, or where no whole sentence names the concept.
    fn said<'a>(&'a self, step: &Step) -> &'a str {
        let entry = self.library.entry(step.entry);
        let spoken = self.library.book(entry.book).language;
        let gist = entry.gist.get(self.words.language());
        let key = step.key.as_ref().map(|quote| quote.text(self.library));
        let told = match spoken == self.words.language() {
            true => key.or(gist),
            false => gist.or(key),
        };
        let nothing = self
            .words
            .pick("(온전한 문장이 없음)", "(no whole sentence)");
        told.unwrap_or(nothing)
    }
}
