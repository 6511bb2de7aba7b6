//! What the fields of an entry say.

use super::entries::Assembler;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BookId, ConceptId, PageRange};
use crate::notes::format::{EntrySource, PagesSource};
use crate::notes::located::Located;
use crate::source::Place;
use crate::text::date::parse_date;
use crate::text::pages::{LAST_PAGE, parse_pages};
use crate::text::similarity::closest;
use jiff::civil::Date;
use std::collections::HashMap;

impl Assembler<'_> {
    pub(super) fn pages(
        &mut self,
        source: &Located<EntrySource>,
        book: BookId,
    ) -> Option<PageRange> {
        let pages = source.value.pages.as_ref()?;
        // Where it stands is looked up only for a problem.
        let bad = |message: String, label: &str| {
            Diagnostic::at(Code::BadValue, source.field("pages"), message)
                .label(label)
                .hint("write them as (353, 361), 353, or \"p353~361\"")
        };
        let (first, last) = match pages {
            PagesSource::Numbers(first, last) => (*first, *last),
            PagesSource::Text(text) => match parse_pages(text) {
                Some(pages) => pages,
                None => {
                    self.diagnostics
                        .push(bad(format!("`{text}` is no range of pages"), "not used"));
                    return None;
                }
            },
        };
        let range = PageRange::new(first, last).filter(|range| range.last <= LAST_PAGE);
        match range {
            None => {
                let (message, label) = if first > last {
                    (
                        format!("pages {first} to {last} cannot be"),
                        "ends before it starts; not used",
                    )
                } else if first == 0 {
                    (
                        "there is no page 0".to_owned(),
                        "pages start at 1; not used",
                    )
                } else {
                    (format!("no book has a page {last}"), "not used")
                };
                self.diagnostics.push(bad(message, label));
            }
            Some(range) => {
                let last_page = self.shelf.books[book.index()].edition.pages;
                if let Some(last_page) = last_page.filter(|page| range.last > *page) {
                    self.diagnostics.push(
                        Diagnostic::at(
                            Code::PageOutsideBook,
                            source.field("pages"),
                            format!("page {} is not in the book", range.last),
                        )
                        .label(format!("the edition has {last_page} pages"))
                        .hint("put the entry's pages or the edition's number of pages right"),
                    );
                }
            }
        }
        range
    }

    pub(super) fn date(&mut self, source: &Located<EntrySource>) -> Option<Date> {
        let text = source.value.date.as_deref()?;
        let date = parse_date(text);
        if date.is_none() {
            self.diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    source.field("date"),
                    format!("`{text}` is not a date"),
                )
                .label("not used")
                .hint("write it as \"2023-10-17\": year, month, day"),
            );
        }
        date
    }

    pub(super) fn chapters(&mut self, source: &Located<EntrySource>, book: BookId) -> Vec<u32> {
        let outline = &self.shelf.books[book.index()].outline;
        let mut chapters = Vec::new();
        let mut places = None;
        for name in &source.value.chapters {
            match outline.find(&name.0) {
                Some(chapter) => chapters.push(chapter as u32),
                None if !self.has_room(source, Code::UnknownChapter) => {}
                None => {
                    let known = outline.chapters.iter().map(|chapter| chapter.id.as_str());
                    let hint = match closest(&name.0, known, 1).first() {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "add it to the outline in the book's book.ron".to_owned(),
                    };
                    self.diagnostics.push(
                        Diagnostic::at(
                            Code::UnknownChapter,
                            source.find_in(&mut places, "chapters", &name.0),
                            format!("the book has no chapter `{}`", name.0),
                        )
                        .label("not used")
                        .hint(hint),
                    );
                }
            }
        }
        chapters.sort_unstable();
        chapters.dedup();
        chapters
    }

    /// The concepts that the reader refused. One that is a tag as well is
    /// reported, and stays a tag.
    pub(super) fn refused(
        &mut self,
        source: &Located<EntrySource>,
        tags: &[ConceptId],
    ) -> Vec<ConceptId> {
        let names = &source.value.refused;
        let mut refused = self.concepts(source, "refused", names);
        let (both, only): (Vec<_>, Vec<_>) = refused.drain(..).partition(|it| tags.contains(it));
        refused = only;
        for concept in both {
            let is_it = |name: &&String| self.concept(name) == Some(concept);
            let name = names.iter().find(is_it);
            if let Some(name) = name.filter(|_| self.has_room(source, Code::RefusedTag)) {
                self.diagnostics.push(
                    Diagnostic::at(
                        Code::RefusedTag,
                        source.find("refused", name),
                        format!("the entry is tagged with `{name}` and refuses it"),
                    )
                    .label("not used: the tag counts")
                    .related(source.field("tags"), "the tags")
                    .hint("remove it here, or from the tags"),
                );
            }
        }
        refused.sort_unstable();
        refused.dedup();
        refused
    }

    /// The concept with an id or a name.
    fn concept(&self, name: &str) -> Option<ConceptId> {
        self.vocabulary.find(name).or_else(|| self.names.find(name))
    }

    /// Whether another problem of a kind in the file of an entry would be listed.
    fn has_room(&self, source: &Located<EntrySource>, code: Code) -> bool {
        self.diagnostics.has_room(&source.file.name, code)
    }

    /// The concepts that a list of names in a field stands for.
    pub(super) fn concepts(
        &mut self,
        source: &Located<EntrySource>,
        field: &str,
        names: &[String],
    ) -> Vec<ConceptId> {
        let mut concepts = Vec::new();
        // Looked for once, however many names nobody knows.
        let mut places: Option<HashMap<&str, Place>> = None;
        for name in names {
            match self.concept(name) {
                Some(concept) if !concepts.contains(&concept) => concepts.push(concept),
                Some(_) => {}
                // There are more than are listed.
                None if !self.has_room(source, Code::UnknownConcept) => {}
                None => {
                    let place = source.find_in(&mut places, field, name);
                    let known = self.vocabulary.concepts().iter().flat_map(|concept| {
                        let labels = concept.label.iter().map(|(_, text)| text);
                        std::iter::once(concept.id.as_str()).chain(labels)
                    });
                    self.diagnostics
                        .push(super::concepts::unknown(name, place, known));
                }
            }
        }
        concepts
    }
}
