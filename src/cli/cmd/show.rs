//! `bookgraph show`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::find_book;
use crate::cli::format::{Format, FormatArgs};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Linked, Workspace};
use crate::model::{BookId, Library};
use crate::query::{Called, ConceptNames};
use crate::render::terminal::Styling;
use crate::render::{self, AnswerSource, Document, json, markdown, terminal};
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
    #[command(flatten)]
    format: FormatArgs,
}

pub(in crate::cli) fn run(
    args: &ShowArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let linked = workspace.open(printer)?.link();
    let name = args.name.join(" ");
    let only = find_book(&linked.library, args.book.as_deref())?;
    let names = ConceptNames::of(&linked.library);
    let called = Called::by(&linked.library, &names, &name, only);
    if !called.of_day.is_empty() {
        printer.note(&format!("`show day {name}` is the entry of that day"));
    }
    if called.is_empty() {
        explain_nothing(&name, &linked.library, &names, printer);
        return Ok(Status::Nothing);
    }
    let shown = Shown {
        linked: &linked,
        workspace,
        only,
    };
    let text = match args.format.format {
        Format::Text => shown
            .each(&called, Form::Text(printer.styling()))
            .join("\n"),
        Format::Md => shown.each(&called, Form::Markdown).join("\n"),
        Format::Json => json::show(&shown.source(only), &linked.graph, &name, &called),
    };
    printer.print(&text)?;
    Ok(Status::Done)
}

/// How each thing is printed.
#[derive(Clone, Copy)]
enum Form {
    Text(Styling),
    Markdown,
}

impl Form {
    fn print(self, document: &Document) -> String {
        match self {
            Self::Text(styling) => document.to_text(styling),
            Self::Markdown => document.to_markdown(),
        }
    }
}

/// What things are shown from.
struct Shown<'a> {
    linked: &'a Linked,
    workspace: &'a Workspace<'a>,
    only: Option<BookId>,
}

impl Shown<'_> {
    /// The library, told in the language of a book.
    fn source(&self, book: Option<BookId>) -> AnswerSource<'_> {
        let library = &self.linked.library;
        AnswerSource {
            library,
            tagging: &self.linked.tagging,
            placement: self.linked.graph.placement(),
            words: self.workspace.words(library, book),
        }
    }

    /// Each thing of the name.
    fn each(&self, called: &Called, form: Form) -> Vec<String> {
        let library = &self.linked.library;
        let entries = called.entries.iter().map(|&entry| {
            let source = self.source(Some(library.entry(entry).book));
            form.print(&render::show_entry(&source, entry))
        });
        let concepts = called.concepts.iter().map(|&concept| {
            let source = self.source(self.only);
            let graph = &self.linked.graph;
            form.print(&render::show_concept(&source, graph, (concept, self.only)))
        });
        let chapters = called.chapters.iter().map(|&chapter| {
            let source = self.source(Some(chapter.book));
            let (document, digest) = render::show_chapter(&source, chapter);
            let told = match form {
                Form::Text(styling) => terminal::digest_alone(&digest, styling),
                Form::Markdown => markdown::digest_alone(&digest),
            };
            let gap = match told.is_empty() || told.starts_with('\n') {
                true => "",
                false => "\n",
            };
            format!("{}{gap}{told}", form.print(&document))
        });
        let books = called
            .books
            .iter()
            .map(|&book| form.print(&render::show_book(&self.source(Some(book)), book)));
        entries
            .chain(concepts)
            .chain(chapters)
            .chain(books)
            .collect()
    }
}

/// Says that nothing is called so, and what is nearly.
fn explain_nothing(name: &str, library: &Library, names: &ConceptNames, printer: &mut Printer) {
    let entries = library.entries().map(|entry| entry.id.as_str());
    let books = library.books().iter().map(|book| book.id.as_str());
    let near = closest(name, entries.chain(books), 2).into_iter();
    let mut near: Vec<String> = near.map(str::to_owned).collect();
    near.extend(names.near(name, 2).into_iter().map(|miss| miss.name));
    let hint = match near.is_empty() {
        true => {
            "`bookgraph list entries` and `bookgraph list concepts` list what there is".to_owned()
        }
        false => format!("did you mean {}?", near.join(", ")),
    };
    printer.warn(&format!("nothing is called `{name}`"), Some(&hint));
}
