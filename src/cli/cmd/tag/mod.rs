//! `bookgraph tag`

mod diff;
mod judge;
mod list;
mod why;

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::format::FormatArgs;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use std::path::PathBuf;

/// Show what entries are about, and say what they are about.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/tag.txt"))]
pub(in crate::cli) struct TagArgs {
    /// Entries, by their ids; all entries when none is named
    #[arg(value_name = "ENTRY")]
    entries: Vec<String>,
    /// The entries are about these concepts: write them among the tags
    #[arg(long, value_name = "CONCEPT", num_args = 1.., requires = "entries")]
    confirm: Vec<String>,
    /// The entries are not about these concepts, whatever their text says
    #[arg(long, value_name = "CONCEPT", num_args = 1.., requires = "entries")]
    refuse: Vec<String>,
    /// Take back what was said about these concepts
    #[arg(long, value_name = "CONCEPT", num_args = 1.., requires = "entries")]
    reset: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Show which tags would change if the vocabulary were this file (-: the
    /// standard input)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["confirm", "refuse", "reset", "dry_run"])]
    diff: Option<PathBuf>,
    /// Show every place that reads like a name, what it counts for, and why or
    /// why not
    #[arg(long, conflicts_with_all = ["confirm", "refuse", "reset", "dry_run", "diff"])]
    why: bool,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(in crate::cli) fn run(
    args: &TagArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let judges = [&args.confirm, &args.refuse, &args.reset];
    if let Some(file) = &args.diff {
        return diff::run(args, file, workspace, printer);
    }
    if judges.iter().any(|names| !names.is_empty()) {
        return judge::run(args, workspace, printer);
    }
    if args.dry_run {
        return Err(CliError::usage(
            "there is nothing to try",
            "`--dry-run` goes with --confirm, --refuse or --reset",
        ));
    }
    if args.why {
        return why::run(args, workspace, printer);
    }
    list::run(args, workspace, printer)
}
