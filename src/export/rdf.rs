//! The vocabulary as SKOS, and the notes as RDF, in Turtle.

use super::exported::Exported;
use super::names;
use super::{Exporter, Form};
use crate::model::{ConceptId, Language, LocalText};
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, Term, TripleRef};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;
use std::io::{self, Write};

/// The W3C's Simple Knowledge Organization System: concepts alone.
pub(super) struct Skos;

/// The same with books, chapters and entries: Dublin Core and schema.org.
pub(super) struct Rdf;

impl Exporter for Skos {
    fn name(&self) -> &'static str {
        "skos"
    }

    fn about(&self) -> &'static str {
        "The vocabulary as SKOS in Turtle, for thesaurus tools and Annif"
    }

    fn ending(&self) -> &'static str {
        "ttl"
    }

    fn form(&self) -> Form {
        Form::One(|exported, out| write(exported, out, false))
    }
}

impl Exporter for Rdf {
    fn name(&self) -> &'static str {
        "rdf"
    }

    fn about(&self) -> &'static str {
        "Vocabulary, books and entries as RDF in Turtle, for triple stores"
    }

    fn ending(&self) -> &'static str {
        "ttl"
    }

    fn form(&self) -> Form {
        Form::One(|exported, out| write(exported, out, true))
    }
}

/// What the ids of a library's things start with: names that lead nowhere, as a
/// library is on nobody's server.
const BASE: &str = "urn:x-bookgraph:";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const TERMS: &str = "http://purl.org/dc/terms/";
const SCHEMA: &str = "https://schema.org/";

fn write(exported: &Exported<'_>, out: &mut dyn Write, notes: bool) -> io::Result<()> {
    let mut prefixes = vec![("bg", BASE), ("skos", SKOS)];
    if notes {
        prefixes.extend([("dcterms", TERMS), ("schema", SCHEMA)]);
    }
    let mut serializer = TurtleSerializer::new();
    for (name, iri) in prefixes {
        serializer = serializer
            .with_prefix(name, iri)
            .map_err(io::Error::other)?;
    }
    // Pieces go straight to the file: the serializer keeps one subject.
    let mut triples = Triples {
        serializer: serializer.for_writer(io::BufWriter::with_capacity(1 << 16, out)),
    };
    vocabulary(exported, &mut triples)?;
    if notes {
        books(exported, &mut triples)?;
        entries(exported, &mut triples)?;
    }
    triples.serializer.finish()?.flush()
}

/// Writes triples.
struct Triples<W: Write> {
    serializer: WriterTurtleSerializer<W>,
}

impl<W: Write> Triples<W> {
    fn add(
        &mut self,
        subject: &NamedNode,
        predicate: &str,
        object: impl Into<Term>,
    ) -> io::Result<()> {
        let object = object.into();
        let predicate = NamedNodeRef::new_unchecked(predicate);
        self.serializer
            .serialize_triple(TripleRef::new(subject, predicate, &object))
    }

    fn is_a(&mut self, subject: &NamedNode, class: &str) -> io::Result<()> {
        self.add(subject, rdf::TYPE.as_str(), NamedNode::new_unchecked(class))
    }

    fn plain(&mut self, subject: &NamedNode, predicate: &str, text: &str) -> io::Result<()> {
        self.add(subject, predicate, Literal::new_simple_literal(text))
    }

    fn local(&mut self, subject: &NamedNode, predicate: &str, text: &LocalText) -> io::Result<()> {
        for (language, text) in text.iter() {
            self.add(subject, predicate, in_language(text, language))?;
        }
        Ok(())
    }
}

fn in_language(text: &str, language: Language) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, language.code())
}

/// A thing of the library by its id as a node.
fn thing(id: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{BASE}{id}"))
}

fn vocabulary<W: Write>(exported: &Exported<'_>, triples: &mut Triples<W>) -> io::Result<()> {
    let vocabulary = exported.library.vocabulary();
    let id = |id: ConceptId| thing(&format!("concept:{}", vocabulary.get(id).id));
    let skos = |name: &str| format!("{SKOS}{name}");
    let scheme = thing("vocabulary");
    triples.is_a(&scheme, &skos("ConceptScheme"))?;
    for &concept in &exported.concepts {
        let subject = id(concept);
        let concept = vocabulary.get(concept);
        triples.is_a(&subject, &skos("Concept"))?;
        triples.add(&subject, &skos("inScheme"), scheme.clone())?;
        triples.plain(&subject, &skos("notation"), &concept.id)?;
        triples.local(&subject, &skos("prefLabel"), &concept.label)?;
        for alias in &concept.aliases {
            // SKOS: no name is both preferred and alternative.
            if concept.label.get(alias.language) != Some(&alias.text) {
                let name = in_language(&alias.text, alias.language);
                triples.add(&subject, &skos("altLabel"), name)?;
            }
        }
        triples.local(&subject, &skos("definition"), &concept.definition)?;
        if let Some(note) = &concept.note {
            triples.plain(&subject, &skos("note"), note)?;
        }
        for (name, others) in [
            ("broader", &concept.broader),
            ("narrower", &concept.narrower),
            ("related", &concept.related),
        ] {
            for &other in others.iter().filter(|other| exported.has(**other)) {
                triples.add(&subject, &skos(name), id(other))?;
            }
        }
    }
    Ok(())
}

fn books<W: Write>(exported: &Exported<'_>, triples: &mut Triples<W>) -> io::Result<()> {
    let library = exported.library;
    let schema = |name: &str| format!("{SCHEMA}{name}");
    let terms = |name: &str| format!("{TERMS}{name}");
    for &id in &exported.books {
        let book = library.book(id);
        let subject = thing(&names::book(library, id));
        triples.is_a(&subject, &schema("Book"))?;
        triples.local(&subject, &terms("title"), &book.title)?;
        triples.plain(&subject, &terms("language"), book.language.code())?;
        for author in &book.authors {
            triples.plain(&subject, &terms("creator"), author)?;
        }
        if let Some(publisher) = &book.edition.publisher {
            triples.plain(&subject, &terms("publisher"), publisher)?;
        }
        if let Some(isbn) = &book.edition.isbn {
            triples.plain(&subject, &schema("isbn"), isbn)?;
        }
        for chapter in library.chapters_of(id) {
            let of_it = library.chapter(chapter);
            let name = thing(&names::chapter(library, chapter));
            triples.is_a(&name, &schema("Chapter"))?;
            triples.local(&name, &terms("title"), &of_it.title)?;
            triples.add(&name, &terms("isPartOf"), subject.clone())?;
        }
    }
    Ok(())
}

fn entries<W: Write>(exported: &Exported<'_>, triples: &mut Triples<W>) -> io::Result<()> {
    let library = exported.library;
    let schema = |name: &str| format!("{SCHEMA}{name}");
    let terms = |name: &str| format!("{TERMS}{name}");
    for &id in &exported.entries {
        let entry = library.read_entry(id);
        let book = library.book(entry.book);
        let subject = thing(&format!("entry:{}:{}", book.id, entry.id));
        triples.is_a(&subject, &schema("Comment"))?;
        triples.plain(&subject, &terms("title"), &entry.title)?;
        triples.plain(&subject, &schema("text"), &entry.text)?;
        if let Some(date) = entry.date {
            let date = Literal::new_typed_literal(date.to_string(), xsd::DATE);
            triples.add(&subject, &terms("created"), date)?;
        }
        if let Some(pages) = entry.pages {
            let pages = format!("{}-{}", pages.first, pages.last);
            triples.plain(&subject, &schema("pagination"), &pages)?;
        }
        let book = thing(&names::book(library, entry.book));
        triples.add(&subject, &schema("about"), book)?;
        for chapter in exported.placement.chapters(library, id) {
            let chapter = thing(&names::chapter(library, chapter));
            triples.add(&subject, &terms("isPartOf"), chapter)?;
        }
        let mut references: Vec<_> = exported.placement.references(id).iter().collect();
        references.dedup_by_key(|reference| reference.chapter);
        for reference in references {
            let chapter = thing(&names::chapter(library, reference.chapter));
            triples.add(&subject, &terms("references"), chapter)?;
        }
        for tag in exported.tagging.tags(id) {
            let concept = &library.vocabulary().get(tag.concept).id;
            triples.add(
                &subject,
                &terms("subject"),
                thing(&format!("concept:{concept}")),
            )?;
        }
    }
    Ok(())
}
