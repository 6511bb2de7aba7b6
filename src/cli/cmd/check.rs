//! `bookgraph check`

use crate::cli::counted::counted;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::find_book;
use crate::cli::fixes;
use crate::cli::printer::Printer;
use crate::cli::problems::{Chosen, problems_of};
use crate::cli::workspace::Workspace;
use crate::diagnostic::Severity;
use crate::model::{BookId, Library};
use crate::notes::Reading;
use crate::render::{json, sarif, terminal};
use std::collections::BTreeSet;

/// Show every problem in the notes, where it is and what to do.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
    /// Only problems in the folder of this book and in files with entries of it
    #[arg(long, help_heading = "Filters", value_name = "BOOK")]
    book: Option<String>,
    /// Put right what is certain, and nothing else: characters that only look like
    /// RON's, names that stand twice in a list
    #[arg(long, conflicts_with_all = ["book", "format"])]
    fix: bool,
    /// With --fix: show the change to the notes, and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    #[command(flatten)]
    chosen: Chosen,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// The lines with the problems, marked
    #[default]
    Text,
    /// One line a problem: file:line:column: code message
    Short,
    /// JSON
    Json,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
}

pub(in crate::cli) fn run(
    args: &CheckArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.fix {
        return fixes::run(args.dry_run, workspace, printer);
    }
    let reading = workspace.read_settled(printer)?;
    let book = find_book(&reading.library, args.book.as_deref())?;
    let mut problems = problems_of(workspace, &reading)?;
    if let Some(book) = book {
        let files = files_of(&reading.library, book);
        problems.retain(|problem| files.holds(problem.file()));
    }
    let hidden = problems
        .iter()
        .filter(|problem| args.chosen.hides(problem))
        .count();
    problems.retain(|problem| args.chosen.has(problem));
    match args.format {
        Format::Text => {
            let text = terminal::diagnostics(&problems, printer.styling());
            printer.print(&text)?;
            let count = |severity| {
                problems
                    .iter()
                    .filter(|problem| problem.severity() == severity)
                    .count()
            };
            let read = match book {
                Some(book) => of_book(&reading.library, book),
                None => of_all(&reading),
            };
            let found = found(&[
                counted(count(Severity::Error), "error", "errors"),
                counted(count(Severity::Warning), "warning", "warnings"),
                counted(count(Severity::Observation), "observation", "observations"),
            ]);
            let more = match hidden {
                0 => String::new(),
                _ => format!(
                    " ({} with --all)",
                    counted(hidden, "observation", "observations")
                ),
            };
            printer.print(&format!("{read}: {found}{more}\n"))?;
        }
        Format::Short => {
            for problem in &problems {
                printer.print(&format!("{problem}\n"))?;
            }
        }
        Format::Json => printer.print(&json::diagnostics(&problems))?,
        Format::Sarif => printer.print(&sarif::print(&problems))?,
    }
    let counts = problems.iter().any(|problem| args.chosen.counts(problem));
    Ok(match counts {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// How much was read.
fn of_all(reading: &Reading) -> String {
    let library = &reading.library;
    let read = [
        counted(reading.files, "file", "files"),
        counted(library.book_count(), "book", "books"),
        counted(library.entries().len(), "entry", "entries"),
        counted(library.vocabulary().len(), "concept", "concepts"),
    ];
    read.join(", ")
}

/// How much of a book was read.
fn of_book(library: &Library, book: BookId) -> String {
    let entries = counted(library.entries_of(book).count(), "entry", "entries");
    format!("{}, {entries}", library.book(book).id)
}

/// Where a book's notes are.
struct FilesOfBook<'a> {
    folder: &'a str,
    files: BTreeSet<&'a str>,
}

fn files_of(library: &Library, book: BookId) -> FilesOfBook<'_> {
    let file = &library.book(book).file;
    let entries = library.entries_of(book);
    FilesOfBook {
        folder: file.rsplit_once('/').map_or("", |(folder, _)| folder),
        files: entries
            .map(|entry| library.entry(entry).file.as_str())
            .collect(),
    }
}

impl FilesOfBook<'_> {
    fn holds(&self, file: &str) -> bool {
        let inside = file.strip_prefix(self.folder);
        inside.is_some_and(|rest| rest.starts_with('/')) || self.files.contains(file)
    }
}

/// What was found: `2 errors, 1 warning`.
fn found(counts: &[String]) -> String {
    let some: Vec<&str> = counts
        .iter()
        .map(String::as_str)
        .filter(|count| !count.starts_with("0 "))
        .collect();
    match some.as_slice() {
        [] => "no problems".to_owned(),
        some => some.join(", "),
    }
}
