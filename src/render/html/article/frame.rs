//! What every page to be read has around its text.

use crate::model::Language;
use crate::render::html::{policy, variables};

/// How a page reads: type, headings, quotations, lists and tables.
const STYLE: &str = include_str!("article.css");

/// Head and frame of a page without a script: its text is the block `content` of
/// a template that starts with `{% extends "article/frame.html" %}` and whose
/// type has a field `frame`.
///
/// The page follows the colours of the reader's system, prints black on white,
/// and may do nothing but use its own style.
#[derive(Debug)]
pub(in crate::render) struct Frame {
    pub(in crate::render) language: Language,
    pub(in crate::render) title: String,
    pub(in crate::render) version: &'static str,
    pub(in crate::render) policy: String,
    pub(in crate::render) style: String,
}

impl Frame {
    /// The frame of a page with a title; `style` is what the page adds to the
    /// style of all.
    pub(in crate::render) fn new(language: Language, title: &str, style: &str) -> Self {
        let style = format!("{}{STYLE}{style}", variables());
        Self {
            language,
            title: title.to_owned(),
            version: env!("CARGO_PKG_VERSION"),
            policy: policy::of_text(&style),
            style,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use askama::Template;

    #[derive(Template)]
    #[template(
        source = "{% extends \"article/frame.html\" %}{% block content %}<h1>{{ said }}</h1>{% endblock %}",
        ext = "html"
    )]
    struct Page<'a> {
        frame: Frame,
        said: &'a str,
    }

    #[test]
    fn a_page_escapes_what_it_says_and_runs_nothing() {
        let said = "<script>alert(1)</script> & ‘제목’";
        let page = Page {
            frame: Frame::new(Language::KOREAN, said, "h1 { color: red }"),
            said,
        };
        let html = page.render().unwrap();
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ko\">"));
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("‘제목’</h1>") && html.contains("h1 { color: red }"));
        assert!(html.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
    }
}
