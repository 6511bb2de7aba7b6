//! The nodes, one after the other.

use super::exported::Exported;
use super::names::{self, EntryNames};
use super::record::{Node, NodeField, NodeKind, Value};
use crate::model::{Book, BookId, Brief, ChapterId, ConceptId, EntryId};
use jiff::civil::Date;
use std::io;

type Take<'t> = dyn FnMut(&Node<'_>) -> io::Result<()> + 't;

impl Exported<'_> {
    /// Gives every node: books, chapters, entries, concepts. An entry is read when it
    /// is its turn, and not kept.
    pub(super) fn each_node(&self, take: &mut Take<'_>) -> io::Result<()> {
        self.nodes(Self::each_entry, take)
    }

    /// The same of formats that have no room for texts: none is read.
    pub(super) fn each_brief_node(&self, take: &mut Take<'_>) -> io::Result<()> {
        self.nodes(Self::each_brief, take)
    }

    fn nodes(
        &self,
        entries: fn(&Self, &mut Take<'_>) -> io::Result<()>,
        take: &mut Take<'_>,
    ) -> io::Result<()> {
        for &book in &self.books {
            self.book(book, take)?;
        }
        for &book in &self.books {
            for chapter in self.library.chapters_of(book) {
                self.chapter(chapter, take)?;
            }
        }
        entries(self, take)?;
        let days = self.days_of_concepts();
        let counts = self.tagging.counts(self.library, &self.entries);
        for &concept in &self.concepts {
            let count = counts[concept.index()];
            let counted = [count.entries, count.mentions];
            self.concept(concept, counted, &days[concept.index()], take)?;
        }
        Ok(())
    }

    fn each_entry(&self, take: &mut Take<'_>) -> io::Result<()> {
        let mut names = EntryNames::default();
        for &id in &self.entries {
            let entry = self.library.read_entry(id);
            let book = self.library.book(entry.book);
            let name = names.add(book, entry.brief());
            let gist = entry.gist.best(self.language);
            let gist = gist.map(|gist| (NodeField::Gist, Value::Text(gist)));
            let long = [(NodeField::Text, Value::Text(&entry.text))];
            self.entry(
                (id, name),
                book,
                entry.brief(),
                long.into_iter().chain(gist),
                take,
            )?;
        }
        // If they are known already, they are the same.
        let _ = self.names.set(names);
        Ok(())
    }

    fn each_brief(&self, take: &mut Take<'_>) -> io::Result<()> {
        let mut names = EntryNames::default();
        self.library.each_brief(&self.entries, |id, brief| {
            let book = self.library.book(self.library.book_of(id));
            let name = names.add(book, brief);
            self.entry((id, name), book, brief, std::iter::empty(), take)
        })?;
        let _ = self.names.set(names);
        Ok(())
    }

    fn book(&self, id: BookId, take: &mut Take<'_>) -> io::Result<()> {
        let book = self.library.book(id);
        let authors: Vec<&str> = book.authors.iter().map(String::as_str).collect();
        let edition = &book.edition;
        let known = [
            (
                NodeField::Subtitle,
                book.subtitle.best(self.language).map(Value::Text),
            ),
            (
                NodeField::Authors,
                (!authors.is_empty()).then_some(Value::Texts(authors)),
            ),
            (
                NodeField::Publisher,
                edition.publisher.as_deref().map(Value::Text),
            ),
            (NodeField::Isbn, edition.isbn.as_deref().map(Value::Text)),
            (NodeField::Language, Some(Value::Text(book.language.code()))),
        ];
        let known = known.into_iter();
        let values: Vec<_> = known.filter_map(|(field, it)| Some((field, it?))).collect();
        take(&Node {
            id: &names::book(self.library, id),
            kind: NodeKind::Book,
            label: book.title_in(self.language),
            values: &values,
            days: &[],
        })
    }

    fn chapter(&self, id: ChapterId, take: &mut Take<'_>) -> io::Result<()> {
        let chapter = self.library.chapter(id);
        let book = &self.library.book(id.book).id;
        let extent = self.placement.extent(id);
        let mut values = vec![(NodeField::Book, Value::Text(book))];
        let pages = [
            (NodeField::Number, chapter.number),
            (NodeField::FirstPage, extent.starts.exact()),
            (NodeField::LastPage, extent.ends.exact()),
        ];
        let known = pages.into_iter();
        values.extend(known.filter_map(|(field, page)| Some((field, Value::Integer(page?)))));
        take(&Node {
            id: &names::chapter(self.library, id),
            kind: NodeKind::Chapter,
            label: chapter.title.best(self.language).unwrap_or(&chapter.id),
            values: &values,
            days: &[],
        })
    }

    /// An entry by its id and its name, with what is long in it.
    fn entry<'e>(
        &self,
        (id, name): (EntryId, &'e str),
        book: &'e Book,
        entry: Brief<'e>,
        long: impl Iterator<Item = (NodeField, Value<'e>)>,
        take: &mut Take<'_>,
    ) -> io::Result<()> {
        let mut values = Vec::with_capacity(8);
        values.push((NodeField::Book, Value::Text(&book.id)));
        values.extend(entry.date.map(|date| (NodeField::Date, Value::Date(date))));
        values.extend(entry.day.map(|day| (NodeField::Day, Value::Integer(day))));
        if let Some(pages) = entry.pages {
            values.push((NodeField::FirstPage, Value::Integer(pages.first)));
            values.push((NodeField::LastPage, Value::Integer(pages.last)));
        }
        let basis = self.placement.basis(id).name();
        values.push((NodeField::Placed, Value::Text(basis)));
        values.push((NodeField::Voice, Value::Text(entry.voice.name())));
        values.extend(long);
        take(&Node {
            id: name,
            kind: NodeKind::Entry,
            label: entry.title,
            values: &values,
            days: entry.date.as_slice(),
        })
    }

    fn concept(
        &self,
        id: ConceptId,
        [entries, mentions]: [u32; 2],
        days: &[Date],
        take: &mut Take<'_>,
    ) -> io::Result<()> {
        let concept = self.library.vocabulary().get(id);
        let label = self.label(id);
        let mut values = Vec::with_capacity(5);
        let labels = concept.label.iter().map(|(_, text)| text);
        let aliases = concept.aliases.iter().map(|alias| alias.text.as_str());
        let others = labels.filter(|other| *other != label).chain(aliases);
        let others: Vec<&str> = others.collect();
        if !others.is_empty() {
            values.push((NodeField::Aliases, Value::Texts(others)));
        }
        let definition = concept.definition.best(self.language);
        values.extend(definition.map(|text| (NodeField::Definition, Value::Text(text))));
        let sort = concept.kind.as_deref();
        values.extend(sort.map(|sort| (NodeField::Sort, Value::Text(sort))));
        values.push((NodeField::Entries, Value::Integer(entries)));
        values.push((NodeField::Mentions, Value::Integer(mentions)));
        take(&Node {
            id: &format!("concept:{}", concept.id),
            kind: NodeKind::Concept,
            label,
            values: &values,
            days,
        })
    }

    /// For each concept of the vocabulary the days of the entries about it.
    fn days_of_concepts(&self) -> Vec<Vec<Date>> {
        let names = self.names();
        let mut days = vec![Vec::new(); self.library.vocabulary().len()];
        for (at, &entry) in self.entries.iter().enumerate() {
            let Some(day) = names.day(at) else { continue };
            for tag in self.tagging.tags(entry) {
                let of_it: &mut Vec<Date> = &mut days[tag.concept.index()];
                if of_it.last() != Some(&day) {
                    of_it.push(day);
                }
            }
        }
        for of_it in &mut days {
            of_it.sort_unstable();
            of_it.dedup();
        }
        days
    }
}
