//! A summary, or the story of a concept, as a page.

use super::Frame;
use crate::model::Language;
use crate::render::digest::{Block, Digest, Form, Section};
use askama::Template;

/// Summaries of books, or the story of a concept, as one page.
pub fn digest(digests: &[Digest], language: Language) -> String {
    let titles: Vec<&str> = digests.iter().map(|digest| digest.title.as_str()).collect();
    let page = Page {
        frame: Frame::new(language, &titles.join(" · "), include_str!("digest.css")),
        digests,
    };
    page.render().expect("a text takes all that is written")
}

#[derive(Template)]
#[template(path = "article/digest.html")]
struct Page<'a> {
    frame: Frame,
    digests: &'a [Digest],
}

impl Block {
    fn is_row(&self) -> bool {
        self.form == Form::Row
    }

    fn is_quotes(&self) -> bool {
        self.form == Form::Quotes
    }
}

impl Section {
    /// The blocks that are words of the notes, and those that are about them.
    fn told(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.is_row())
    }

    fn rows(&self) -> Vec<&Block> {
        self.blocks.iter().filter(|block| block.is_row()).collect()
    }
}
