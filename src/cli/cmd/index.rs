//! `bookgraph index`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::index::{Index, IndexOptions};
use crate::model::BookId;
use crate::render::{self, html, json, markdown, terminal};

/// Print a back-of-the-book index of the notes.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/index.txt"))]
pub(in crate::cli) struct IndexArgs {
    #[command(flatten)]
    filters: FilterArgs,
    /// What the index sends its reader to
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    by: By,
    /// Only concepts that at least so many entries are about
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_entries: usize,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum By {
    /// Pages of the book; days where an entry has no page
    #[default]
    Pages,
    /// Entries
    Entries,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// A page for the browser
    Html,
    /// A table for spreadsheets
    Csv,
    /// JSON
    Json,
}

pub(in crate::cli) fn run(
    args: &IndexArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let library = &opened.library;
    let entries = args.filters.select(&opened)?;
    let words = workspace.words(library, args.filters.book(library)?);
    let by = match args.by {
        By::Pages => crate::index::By::Pages,
        By::Entries => crate::index::By::Entries,
    };
    let options = IndexOptions {
        language: words.language(),
        by,
        min_entries: args.min_entries,
    };
    let index = Index::of(library, &opened.tagging, &entries, &options);
    let empty = index.groups.is_empty();
    if empty && matches!(args.format, Format::Text | Format::Md | Format::Html) {
        printer.note("no concept to list");
        return Ok(Status::Nothing);
    }
    let mut books: Vec<BookId> = entries.iter().map(|&it| library.book_of(it)).collect();
    books.dedup();
    let of = (&books[..], &entries[..]);
    let text = match args.format {
        Format::Text => terminal::index(library, &index, of, by, words, printer.styling()),
        Format::Md => markdown::index(library, &index, of, by, words),
        Format::Html => html::index(library, &index, of, by, words),
        Format::Csv => render::index_csv(library, &index, &entries, by, words),
        Format::Json => json::index(library, &index, by, words),
    };
    printer.print(&text)?;
    Ok(match empty {
        true => Status::Nothing,
        false => Status::Done,
    })
}
