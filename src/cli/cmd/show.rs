//! `bookgraph show`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::find_book;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Linked, Workspace};
use crate::model::{BookId, ChapterId};
use crate::query::{ConceptNames, entries_called};
use crate::render::terminal;
use crate::text::similarity::closest;

/// Show an entry, a concept, a chapter or a book, whole.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShowArgs {
    /// An entry's id, date, day of reading or title, a concept's name, a chapter's id or number, or
    /// a book's id
    #[arg(required = true, value_name = "NAME")]
    name: Vec<String>,
    /// Only what this book has of that name, by the book's id or words of its title
    #[arg(long, help_heading = "Filters", value_name = "BOOK")]
    book: Option<String>,
}

pub(in crate::cli) fn run(
    args: &ShowArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let Linked {
        library,
        tagging,
        graph,
    } = workspace.open(printer)?.link();
    let name = args.name.join(" ");
    let only = find_book(&library, args.book.as_deref())?;
    let passes = |book: BookId| only.is_none_or(|only| only == book);
    let styling = printer.styling();
    let mut shown = Vec::new();
    let is_chapter = library
        .book_ids()
        .any(|book| passes(book) && library.book(book).outline.find(&name).is_some());
    let mut entries = entries_called(&library, &name);
    entries.retain(|&entry| passes(library.entry(entry).book));
    // A number is a chapter's first, and then a day's.
    if is_chapter && library.find_entries(&name).is_empty() && !entries.is_empty() {
        entries.clear();
        printer.note(&format!("`show day {name}` is the entry of that day"));
    }
    for entry in entries {
        let words = workspace.words(&library, Some(library.entry(entry).book));
        shown.push(terminal::show_entry(
            &library, &tagging, &graph, entry, words, styling,
        ));
    }
    let names = ConceptNames::of(&library);
    for concept in names.resolve(&name).concepts {
        let words = workspace.words(&library, only);
        shown.push(terminal::show_concept(
            &library,
            &tagging,
            &graph,
            (concept, only),
            words,
            styling,
        ));
    }
    for book in library.book_ids().filter(|&book| passes(book)) {
        let words = workspace.words(&library, Some(book));
        let id = &library.book(book).id;
        let chapter = name.strip_prefix(&format!("{id}/")).unwrap_or(&name);
        if let Some(index) = library.book(book).outline.find(chapter) {
            let chapter = ChapterId {
                book,
                index: index as u32,
            };
            shown.push(terminal::show_chapter(
                &library, &tagging, &graph, chapter, words, styling,
            ));
        }
        if library.book(book).id == name {
            shown.push(terminal::show_book(&library, book, words, styling));
        }
    }
    if shown.is_empty() {
        let entries = library.entries().iter().map(|entry| entry.id.as_str());
        let books = library.books().iter().map(|book| book.id.as_str());
        let mut near: Vec<String> = closest(&name, entries.chain(books), 2)
            .into_iter()
            .map(str::to_owned)
            .collect();
        near.extend(names.near(&name, 2).into_iter().map(|miss| miss.name));
        let hint = match near.is_empty() {
            true => "`bookgraph list entries` and `bookgraph list concepts` list what there is"
                .to_owned(),
            false => format!("did you mean {}?", near.join(", ")),
        };
        printer.warn(&format!("nothing is called `{name}`"), Some(&hint));
        return Ok(Status::Nothing);
    }
    printer.print(&shown.join("\n"))?;
    Ok(Status::Done)
}
