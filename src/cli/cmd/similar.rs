//! `bookgraph similar`

use crate::analyse::similar_entries;
use crate::cli::answer::{AnswerArgs, source};
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::render::{self, csv, json};

/// Show the entries most like one: what they share, and where.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/similar.txt"))]
pub(in crate::cli) struct SimilarArgs {
    /// An entry, by its id, its date, its day of reading or its title
    #[arg(required = true, value_name = "ENTRY")]
    entry: Vec<String>,
    /// At most so many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    limit: usize,
    #[command(flatten)]
    answer: AnswerArgs,
}

pub(in crate::cli) fn run(
    args: &SimilarArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let Some(entry) = naming::entry(&opened.library, &args.entry.join(" "), printer)? else {
        return Ok(Status::Nothing);
    };
    let among = args.answer.filters.select(&opened)?;
    let Opened {
        library, tagging, ..
    } = &opened;
    let found = similar_entries(library, tagging, entry, &among, args.limit);
    let source = source(&opened, workspace, Some(library.entry(entry).book));
    args.answer.print(
        printer,
        || render::similar(&source, entry, &found),
        || json::similar(&source, entry, &found),
        || csv::similar(&source, entry, &found),
    )?;
    Ok(match found.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}
