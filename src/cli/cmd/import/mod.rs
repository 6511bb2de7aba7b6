//! `bookgraph import`

mod detect;
mod files;
mod job;
mod report;
mod target;

use super::import_library;
use crate::cli::decisions::show_changes;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::did_you_mean;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Severity};
use crate::import::{self, IMPORTERS, Importer, Options};
use crate::notes::{self, Changes, Home, Reading};
use crate::render::terminal;
use crate::text::date::parse_date;
use jiff::civil::Date;
use job::Job;
use std::path::PathBuf;
use target::{assign, bad_id};

/// What `bookgraph export -f bookgraph-json` writes: no notes of one book, but a library.
const LIBRARY: &str = "bookgraph-json";

/// Bring in notes kept elsewhere.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/import.txt"))]
pub(in crate::cli) struct ImportArgs {
    /// What the files are: one of the kinds below
    kind: String,
    /// The files
    #[arg(required_unless_present = "detect", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Say what kind the files are of, and import nothing: import --detect FILE…
    #[arg(long)]
    detect: bool,
    /// The book the notes are about: an id, which is made if there is none, or of a
    /// file with several books the title of one
    #[arg(long, value_name = "BOOK")]
    book: Option<String>,
    /// Only notes from this day on: 2024-01-31
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    /// What a column of a table holds: text=Note
    #[arg(long, value_name = "FIELD=HEAD", value_parser = column)]
    column: Vec<(String, String)>,
    /// What becomes of notes that were edited both here and at their source
    #[arg(long, value_name = "WHOSE")]
    resolve: Option<Resolve>,
    /// Show what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Whose text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Resolve {
    /// The text that is here
    Mine,
    /// The text that is at the source
    Theirs,
}

pub(in crate::cli) fn run(
    args: &ImportArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.detect {
        return detect::run(args, printer);
    }
    if args.kind == LIBRARY {
        let file = import_library::only(&args.files)?;
        return import_library::run(file, args.dry_run, workspace, printer);
    }
    let importer = importer(&args.kind)?;
    if let Some(book) = args.book.as_deref().filter(|book| book.trim().is_empty()) {
        return Err(bad_id(book));
    }
    let root = root(workspace)?;
    let lock = match args.dry_run {
        true => None,
        false => Some(workspace.lock(&root, printer)?),
    };
    let reading = notes::read(Home::of_root(&root).notes());
    refuse_damage(&reading)?;
    let options = Options {
        columns: args.column.clone(),
    };
    let mut imported = files::read(&args.files, importer, &options, printer)?;
    if !imported.diagnostics.is_empty() {
        let text = terminal::diagnostics(&imported.diagnostics, printer.styling());
        printer.warn_raw(&text);
    }
    let books = std::mem::take(&mut imported.books);
    let assigned = assign(args, &reading.library, importer, books)?;
    let jobs: Vec<Job> = assigned
        .into_iter()
        .map(|assigned| Job::plan(&reading.library, importer, assigned, args.since))
        .collect();
    let mut changes = Changes::of(&root, &reading);
    for job in &jobs {
        job.change(&reading.library, args.resolve, &mut changes)?;
    }
    match &lock {
        Some(lock) if changes.files().len() > 0 => changes.write(lock)?,
        Some(_) => {}
        None => show_changes(&changes.file_changes(), printer)?,
    }
    // What was not understood may be what seems to be missing.
    let missing = importer.is_whole() && imported.diagnostics.is_empty();
    report::print(
        args,
        &reading.library,
        &jobs,
        &imported,
        missing,
        workspace,
        printer,
    )?;
    let conflicts = args.resolve.is_none() && jobs.iter().any(Job::has_conflicts);
    Ok(match imported.diagnostics.is_empty() && !conflicts {
        true => Status::Done,
        false => Status::Nothing,
    })
}

/// What cannot be read may be an entry that was imported before.
fn refuse_damage(reading: &Reading) -> Result<(), CliError> {
    let damaged = |problem: &&Diagnostic| problem.severity() == Severity::Error;
    match reading.diagnostics.iter().find(damaged) {
        Some(problem) => Err(CliError::usage(
            format!("the library has problems, and nothing was imported: {problem}"),
            "`bookgraph check` shows every problem; put them right and import again",
        )),
        None => Ok(()),
    }
}

fn importer(kind: &str) -> Result<&'static dyn Importer, CliError> {
    let found = IMPORTERS
        .iter()
        .copied()
        .find(|importer| importer.name() == kind);
    found.ok_or_else(|| {
        let names: Vec<&str> = IMPORTERS.iter().map(|importer| importer.name()).collect();
        let all = format!(
            "there are: {}; `bookgraph import --detect FILE` tells which it is",
            names.join(", ")
        );
        CliError::usage(
            format!("there is no importer `{kind}`"),
            did_you_mean(kind, &names, &all),
        )
    })
}

/// The library's folder. One that is named and has no notes yet is a library
/// in the making.
fn root(workspace: &Workspace<'_>) -> Result<PathBuf, CliError> {
    match workspace.named() {
        Some(folder) if folder.is_dir() => Ok(folder.to_path_buf()),
        _ => workspace.root(),
    }
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "a day is written as 2024-01-31".to_owned())
}

/// The fields that a column of a table may hold.
fn column(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, head)) if import::is_column(field.trim()) => {
            Ok((field.trim().to_owned(), head.trim().to_owned()))
        }
        _ => Err(format!(
            "write FIELD=HEAD, where FIELD is one of {}",
            import::COLUMNS.join(", ")
        )),
    }
}
