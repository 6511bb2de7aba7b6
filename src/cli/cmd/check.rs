//! `bookgraph check`

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Severity};
use crate::query;
use crate::render::{json, terminal};

/// Show every problem in the notes, where it is and what to do.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
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
}

pub(in crate::cli) fn run(
    args: &CheckArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let reading = workspace.read(printer)?;
    let mut problems = reading.diagnostics;
    problems.extend(query::check_saved(&reading.library));
    problems.sort_by_cached_key(Diagnostic::sort_key);
    let problems = &problems;
    match args.format {
        Format::Text => {
            let text = terminal::diagnostics(problems, printer.styling());
            printer.print(&text)?;
            let count = |severity| {
                problems
                    .iter()
                    .filter(|problem| problem.severity() == severity)
                    .count()
            };
            let read = [
                counted(reading.files, "file", "files"),
                counted(reading.library.books().len(), "book", "books"),
                counted(reading.library.entries().len(), "entry", "entries"),
                counted(reading.library.vocabulary().len(), "concept", "concepts"),
            ];
            let found = found(count(Severity::Error), count(Severity::Warning));
            printer.print(&format!("{}: {found}\n", read.join(", ")))?;
        }
        Format::Short => {
            for problem in problems {
                printer.print(&format!("{problem}\n"))?;
            }
        }
        Format::Json => printer.print(&json::diagnostics(problems))?,
    }
    Ok(if problems.is_empty() {
        Status::Done
    } else {
        Status::Nothing
    })
}

fn found(errors: usize, warnings: usize) -> String {
    let errors = (errors > 0).then(|| counted(errors, "error", "errors"));
    let warnings = (warnings > 0).then(|| counted(warnings, "warning", "warnings"));
    let found: Vec<String> = errors.into_iter().chain(warnings).collect();
    if found.is_empty() {
        "no problems".to_owned()
    } else {
        found.join(", ")
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
