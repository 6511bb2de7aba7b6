//! A vault of Markdown notes for Obsidian, and for what else reads such a folder.

use super::exported::Exported;
use super::markdown_text::{plain_text, shown, tag, yaml_line, yaml_list};
use super::pages::{Neighbours, Pages};
use super::stream::Stream;
use super::{Exporter, Folder, Form};
use crate::model::{BookId, ConceptId};
use std::io;

/// `Books/`, `Concepts/` and `Entries/`. Notes link to each other by `[[names]]`; a
/// concept's other names are its `aliases`, and its id is a tag.
pub(super) struct Obsidian;

impl Exporter for Obsidian {
    fn name(&self) -> &'static str {
        "obsidian"
    }

    fn about(&self) -> &'static str {
        "A vault of linked Markdown notes: books, entries, concepts"
    }

    fn ending(&self) -> &'static str {
        "md"
    }

    fn form(&self) -> Form {
        Form::Many(write)
    }
}

fn write(exported: &Exported<'_>, folder: &mut dyn Folder) -> io::Result<()> {
    let pages = Pages::of(exported);
    let neighbours = Neighbours::of(exported);
    for &book in &exported.books {
        let name = format!("Books/{}.md", pages.book(book));
        folder.file(&name, &mut |out| {
            let mut stream = Stream::new(out);
            write_book(&mut stream, exported, &pages, book);
            stream.finish()
        })?;
    }
    for &concept in &exported.concepts {
        let name = format!("Concepts/{}.md", pages.concept(concept));
        folder.file(&name, &mut |out| {
            let mut stream = Stream::new(out);
            write_concept(&mut stream, exported, (&pages, &neighbours), concept);
            stream.finish()
        })?;
    }
    for at in 0..exported.entries.len() {
        let name = format!("Entries/{}.md", pages.entry(at));
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
    stream.text("---\n");
    yaml_line(stream, "id", &book.id);
    yaml_line(stream, "title", book.title_in(exported.language));
    yaml_list(stream, "authors", &book.authors);
    if let Some(isbn) = &book.edition.isbn {
        yaml_line(stream, "isbn", isbn);
    }
    yaml_list(stream, "tags", &["book"]);
    stream.text("---\n");
    let mut placed = vec![Vec::new(); book.outline.chapters.len() + 1];
    for entry in exported.library.entries_of(id) {
        let Some(at) = exported.position(entry) else {
            continue;
        };
        let mut chapters = exported
            .placement
            .chapters(exported.library, entry)
            .peekable();
        if chapters.peek().is_none() {
            placed[0].push(at);
        }
        for chapter in chapters {
            placed[chapter.index as usize + 1].push(at);
        }
    }
    for (index, entries) in placed.into_iter().enumerate() {
        if let Some(chapter) = index.checked_sub(1).map(|at| &book.outline.chapters[at]) {
            stream.text("\n## ");
            let title = chapter.title.best(exported.language);
            if let Some(number) = chapter.number {
                stream.text(&format!("{number}"));
                stream.text(if title.is_some() { ". " } else { "" });
            }
            stream.text(&shown(title.unwrap_or(match chapter.number {
                Some(_) => "",
                None => &chapter.id,
            })));
            stream.text("\n");
        }
        list(stream, entries.into_iter().map(|at| pages.entry(at)));
    }
}

fn write_concept(
    stream: &mut Stream<'_>,
    exported: &Exported<'_>,
    (pages, neighbours): (&Pages, &Neighbours),
    id: ConceptId,
) {
    let concept = exported.library.vocabulary().get(id);
    let name = |&id: &ConceptId| pages.concept(id);
    stream.text("---\n");
    yaml_line(stream, "id", &concept.id);
    let mut aliases = exported.other_names(id);
    let label = exported.label(id);
    if pages.concept(id) != label {
        // What the file's name cannot hold: PR/FAQ.
        aliases.insert(0, label);
    }
    yaml_list(stream, "aliases", &aliases);
    if let Some(sort) = &concept.kind {
        yaml_line(stream, "kind", sort);
    }
    yaml_list(stream, "tags", &["concept", &tag(&concept.id)]);
    stream.text("---\n");
    if let Some(definition) = concept.definition.best(exported.language) {
        stream.text("\n");
        plain_text(stream, definition, "");
    }
    let has = |id: &&ConceptId| exported.has(**id);
    section(stream, "Broader", concept.broader.iter().map(name));
    section(
        stream,
        "Narrower",
        concept.narrower.iter().filter(has).map(name),
    );
    section(
        stream,
        "Related",
        concept.related.iter().filter(has).map(name),
    );
    let together: Vec<ConceptId> = neighbours.of_concept(id).collect();
    section(stream, "Named together", together.iter().map(name));
    let entries = exported.entries_about(id).map(|at| pages.entry(at));
    section(stream, "Entries", entries);
}

fn write_entry(stream: &mut Stream<'_>, exported: &Exported<'_>, pages: &Pages, at: usize) {
    let id = exported.entries[at];
    let entry = exported.library.read_entry(id);
    let vocabulary = exported.library.vocabulary();
    stream.text("---\n");
    yaml_line(stream, "id", &entry.id);
    yaml_line(stream, "title", &entry.title);
    yaml_line(stream, "book", &format!("[[{}]]", pages.book(entry.book)));
    if let Some(date) = entry.date {
        stream.text(&format!("date: {date}\n"));
    }
    if let Some(day) = entry.day {
        stream.text(&format!("day: {day}\n"));
    }
    if let Some(range) = entry.pages {
        yaml_line(stream, "pages", &format!("{}-{}", range.first, range.last));
    }
    let chapters = exported.placement.chapters(exported.library, id);
    let chapters: Vec<&str> = chapters
        .map(|chapter| exported.library.chapter(chapter).id.as_str())
        .collect();
    yaml_list(stream, "chapters", &chapters);
    let tags = exported.tagging.tags(id);
    let concepts = tags
        .iter()
        .map(|it| format!("[[{}]]", pages.concept(it.concept)));
    yaml_list(stream, "concepts", &concepts.collect::<Vec<_>>());
    let tags = tags.iter().map(|it| tag(&vocabulary.get(it.concept).id));
    let tags: Vec<String> = tags.collect();
    yaml_list(stream, "tags", &tags);
    stream.text("---\n\n");
    plain_text(stream, &entry.text, "");
}

fn section<'p>(stream: &mut Stream<'_>, title: &str, names: impl Iterator<Item = &'p str>) {
    let mut names = names.peekable();
    if names.peek().is_some() {
        stream.text(&format!("\n## {title}\n"));
        list(stream, names);
    }
}

fn list<'p>(stream: &mut Stream<'_>, names: impl Iterator<Item = &'p str>) {
    for (at, name) in names.enumerate() {
        stream.text(if at == 0 { "\n- [[" } else { "- [[" });
        stream.text(name);
        stream.text("]]\n");
    }
}
