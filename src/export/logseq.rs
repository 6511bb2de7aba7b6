//! A graph of Markdown pages for Logseq.

use super::exported::Exported;
use super::markdown_text::{plain_text, shown};
use super::pages::{Neighbours, Pages};
use super::stream::Stream;
use super::{Exporter, Folder, Form};
use crate::model::{BookId, ConceptId};
use std::io;

/// `pages/` with an outline each. An entry is a page in the namespace of its book, as
/// files named `book___entry.md`; a concept's other names are its `alias::`.
pub(super) struct Logseq;

impl Exporter for Logseq {
    fn name(&self) -> &'static str {
        "logseq"
    }

    fn about(&self) -> &'static str {
        "A graph of linked pages for Logseq: books, entries, concepts"
    }

    fn ending(&self) -> &'static str {
        "md"
    }

    fn form(&self) -> Form {
        Form::Many(write)
    }
}

const CONFIG: &str =
    "{:meta/version 1\n :preferred-format \"Markdown\"\n :file/name-format :triple-lowbar}\n";

fn write(exported: &Exported<'_>, folder: &mut dyn Folder) -> io::Result<()> {
    let pages = Pages::of(exported);
    let neighbours = Neighbours::of(exported);
    folder.file("logseq/config.edn", &mut |out| {
        out.write_all(CONFIG.as_bytes())
    })?;
    for &book in &exported.books {
        let name = format!("pages/{}.md", pages.book(book));
        folder.file(&name, &mut |out| {
            let mut stream = Stream::new(out);
            write_book(&mut stream, exported, &pages, book);
            stream.finish()
        })?;
    }
    for &concept in &exported.concepts {
        let name = format!("pages/{}.md", pages.concept(concept));
        folder.file(&name, &mut |out| {
            let mut stream = Stream::new(out);
            write_concept(&mut stream, exported, (&pages, &neighbours), concept);
            stream.finish()
        })?;
    }
    for at in 0..exported.entries.len() {
        let book = exported.library.book_of(exported.entries[at]);
        let name = format!("pages/{}___{}.md", pages.book(book), pages.entry(at));
        folder.file(&name, &mut |out| {
            let mut stream = Stream::new(out);
            write_entry(&mut stream, exported, &pages, at);
            stream.finish()
        })?;
    }
    Ok(())
}

fn write_book(stream: &mut Stream<'_>, exported: &Exported<'_>, pages: &Pages, id: BookId) {
    let book = exported.library.book(id);
    property(stream, "bookgraph-id", &book.id);
    property(stream, "type", "[[book]]");
    names(stream, "authors", book.authors.iter().map(String::as_str));
    stream.text("\n");
    let entries = exported.library.entries_of(id);
    for at in entries.filter_map(|entry| exported.position(entry)) {
        stream.text(&format!("- [[{}/{}]]\n", pages.book(id), pages.entry(at)));
    }
}

fn write_concept(
    stream: &mut Stream<'_>,
    exported: &Exported<'_>,
    (pages, neighbours): (&Pages, &Neighbours),
    id: ConceptId,
) {
    let concept = exported.library.vocabulary().get(id);
    property(stream, "bookgraph-id", &concept.id);
    let mut aliases = exported.other_names(id);
    let label = exported.label(id);
    if pages.concept(id) != label {
        // What the page's name cannot hold: PR/FAQ.
        aliases.insert(0, label);
    }
    names(stream, "alias", aliases.into_iter());
    property(stream, "type", "[[concept]]");
    stream.text("\n");
    if let Some(definition) = concept.definition.best(exported.language) {
        stream.text("- ");
        plain_text(stream, definition, "  ");
    }
    let has = |id: &ConceptId| exported.has(*id);
    let together = neighbours.of_concept(id).collect();
    let entries = exported.entries_about(id).map(|at| {
        let book = exported.library.book_of(exported.entries[at]);
        format!("{}/{}", pages.book(book), pages.entry(at))
    });
    let mut list = |title: &str, concepts: Vec<ConceptId>| {
        let names = concepts.into_iter().filter(has);
        branch(stream, title, names.map(|id| pages.concept(id).to_owned()));
    };
    list("Broader", concept.broader.clone());
    list("Related", concept.related.clone());
    list("Named together", together);
    branch(stream, "Entries", entries);
}

fn write_entry(stream: &mut Stream<'_>, exported: &Exported<'_>, pages: &Pages, at: usize) {
    let id = exported.entries[at];
    let entry = exported.library.read_entry(id);
    property(stream, "bookgraph-id", &entry.id);
    let title: Vec<&str> = entry.title.split_whitespace().collect();
    stream.text(&format!("full-title:: {}\n", shown(&title.join(" "))));
    if let Some(date) = entry.date {
        property(stream, "date", &date.to_string());
    }
    if let Some(range) = entry.pages {
        property(stream, "pages", &format!("{}-{}", range.first, range.last));
    }
    let concepts = exported.tagging.tags(id).iter();
    let concepts = concepts.map(|tag| format!("[[{}]]", pages.concept(tag.concept)));
    let concepts: Vec<String> = concepts.collect();
    if !concepts.is_empty() {
        stream.text(&format!("tags:: {}\n", concepts.join(", ")));
    }
    stream.text("\n");
    for paragraph in entry
        .text
        .split("\n\n")
        .filter(|text| !text.trim().is_empty())
    {
        stream.text("- ");
        plain_text(stream, paragraph.trim(), "  ");
    }
}

/// `- title` and a block below it for each name, where there are any.
fn branch(stream: &mut Stream<'_>, title: &str, names: impl Iterator<Item = String>) {
    let mut names = names.peekable();
    if names.peek().is_some() {
        stream.text(&format!("- {title}\n"));
    }
    for name in names {
        stream.text(&format!("\t- [[{name}]]\n"));
    }
}

/// A property of the page: one line, whatever the text. A link stays one.
fn property(stream: &mut Stream<'_>, name: &str, text: &str) {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    let text = match line.starts_with("[[") {
        true => line,
        false => shown(&line),
    };
    stream.text(&format!("{name}:: {text}\n"));
}

/// A property that holds several names; one with a comma stands in brackets.
fn names<'n>(stream: &mut Stream<'_>, property: &str, names: impl Iterator<Item = &'n str>) {
    let names: Vec<String> = names
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .map(|name| match name.contains([',', '，']) {
            true => format!("[[{}]]", name.replace(['[', ']'], "")),
            false => shown(&name),
        })
        .collect();
    if !names.is_empty() {
        stream.text(&format!("{property}:: {}\n", names.join(", ")));
    }
}
