//! The edges, one after the other.

use super::exported::Exported;
use super::names;
use super::record::{Edge, EdgeField, EdgeKind, Value};
use crate::model::{ChapterId, EntryId};
use std::collections::HashMap;
use std::io;

type Take<'t> = dyn FnMut(&Edge<'_>) -> io::Result<()> + 't;

/// The ids that edges name again and again.
struct Ends {
    books: Vec<String>,
    chapters: HashMap<ChapterId, String>,
    concepts: Vec<String>,
}

impl Exported<'_> {
    /// Gives every edge: chapters and their books; for each entry its chapters, the
    /// next entry, the chapters it refers to, the entries it links to and its concepts;
    /// then broader, related, co-mentions, and entries that share concepts.
    pub(super) fn each_edge(&self, take: &mut Take<'_>) -> io::Result<()> {
        let ends = self.ends();
        for &book in &self.books {
            for chapter in self.library.chapters_of(book) {
                let source = &ends.chapters[&chapter];
                take(&bare(source, &ends.books[book.index()], EdgeKind::PartOf))?;
            }
        }
        for (at, &entry) in self.entries.iter().enumerate() {
            self.edges_of(at, entry, &ends, take)?;
        }
        self.vocabulary(&ends, take)?;
        self.co_mentions(&ends, take)?;
        self.similar_entries(take)
    }

    fn ends(&self) -> Ends {
        let library = self.library;
        let chapters = self
            .books
            .iter()
            .flat_map(|&book| library.chapters_of(book));
        let concepts = library.vocabulary().concepts().iter();
        Ends {
            books: library
                .book_ids()
                .map(|book| names::book(library, book))
                .collect(),
            chapters: chapters
                .map(|it| (it, names::chapter(library, it)))
                .collect(),
            concepts: concepts
                .map(|concept| format!("concept:{}", concept.id))
                .collect(),
        }
    }

    fn edges_of(
        &self,
        at: usize,
        entry: EntryId,
        ends: &Ends,
        take: &mut Take<'_>,
    ) -> io::Result<()> {
        let names = self.names();
        let source = names.get(at);
        let chapters = self.placement.chapters(self.library, entry);
        let book = self.library.book_of(entry);
        if chapters.len() == 0 {
            take(&bare(source, &ends.books[book.index()], EdgeKind::PartOf))?;
        }
        for chapter in chapters {
            take(&bare(source, &ends.chapters[&chapter], EdgeKind::PartOf))?;
        }
        let next = self.entries.get(at + 1);
        if next.is_some_and(|&next| self.library.book_of(next) == book) {
            take(&bare(source, names.get(at + 1), EdgeKind::Next))?;
        }
        let references = self.placement.references(entry);
        for (index, reference) in references.iter().enumerate() {
            let before = &references[..index];
            if before
                .iter()
                .all(|other| other.chapter != reference.chapter)
            {
                let target = &ends.chapters[&reference.chapter];
                take(&bare(source, target, EdgeKind::RefersTo))?;
            }
        }
        for linked in self.library.links_of(entry) {
            if let Some(target) = self.position(linked) {
                take(&bare(source, names.get(target), EdgeKind::LinksTo))?;
            }
        }
        for tag in self.tagging.tags(entry) {
            take(&Edge {
                source,
                target: &ends.concepts[tag.concept.index()],
                kind: EdgeKind::Tagged,
                weight: tag.salience,
                values: &[
                    (EdgeField::Origin, Value::Text(tag.origin.name())),
                    (EdgeField::Salience, Value::Number(tag.salience)),
                    (EdgeField::Mentions, Value::Integer(tag.mentions)),
                ],
            })?;
        }
        Ok(())
    }

    fn vocabulary(&self, ends: &Ends, take: &mut Take<'_>) -> io::Result<()> {
        let vocabulary = self.library.vocabulary();
        for &id in &self.concepts {
            let source = &ends.concepts[id.index()];
            for broader in &vocabulary.get(id).broader {
                take(&bare(
                    source,
                    &ends.concepts[broader.index()],
                    EdgeKind::Broader,
                ))?;
            }
        }
        for &id in &self.concepts {
            let source = &ends.concepts[id.index()];
            let related = vocabulary.get(id).related.iter();
            for related in related.filter(|&&other| other > id && self.has(other)) {
                take(&bare(
                    source,
                    &ends.concepts[related.index()],
                    EdgeKind::Related,
                ))?;
            }
        }
        Ok(())
    }

    fn co_mentions(&self, ends: &Ends, take: &mut Take<'_>) -> io::Result<()> {
        for pair in self.pairs() {
            take(&Edge {
                source: &ends.concepts[pair.a.index()],
                target: &ends.concepts[pair.b.index()],
                kind: EdgeKind::CoMention,
                weight: pair.weight,
                values: &[
                    (EdgeField::Count, Value::Number(pair.count)),
                    (EdgeField::Expected, Value::Number(pair.expected)),
                    (EdgeField::Sentences, Value::Integer(pair.sentences)),
                    (EdgeField::Entries, Value::Integer(pair.entries)),
                ],
            })?;
        }
        Ok(())
    }

    fn similar_entries(&self, take: &mut Take<'_>) -> io::Result<()> {
        let names = self.names();
        for link in self.links().iter() {
            // Both are among the entries: links are among these alone.
            let ends = [link.a, link.b].map(|entry| self.position(entry));
            let [Some(a), Some(b)] = ends else { continue };
            let rarest = self.library.vocabulary().get(link.shared[0]);
            take(&Edge {
                source: names.get(a),
                target: names.get(b),
                kind: EdgeKind::Shares,
                weight: link.similarity,
                values: &[
                    (EdgeField::Shared, Value::Integer(link.shared.len() as u32)),
                    (EdgeField::Rarest, Value::Text(&rarest.id)),
                ],
            })?;
        }
        Ok(())
    }
}

/// An edge that has no weight.
fn bare<'a>(source: &'a str, target: &'a str, kind: EdgeKind) -> Edge<'a> {
    Edge {
        source,
        target,
        kind,
        weight: 1.0,
        values: &[],
    }
}
