//! `bookgraph review`

use crate::analyse::review;
use crate::cli::answer::{AnswerArgs, source};
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::date;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::render::{self, csv, json};
use jiff::civil::Date;

/// Show what to read again: what hangs together with what was read last, and whose
/// time has come.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/review.txt"))]
pub(in crate::cli) struct ReviewArgs {
    /// For this day, instead of today: 2023-10-27
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    /// At most so many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    limit: usize,
    #[command(flatten)]
    answer: AnswerArgs,
}

pub(in crate::cli) fn run(
    args: &ReviewArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let entries = args.answer.filters.select(&opened)?;
    let today = args.date.unwrap_or_else(today);
    let Opened {
        library, tagging, ..
    } = &opened;
    let answer = review(library, tagging, &entries, today, args.limit);
    let source = source(&opened, workspace, args.answer.filters.book(library)?);
    args.answer.print(
        printer,
        || render::review(&source, today, &answer),
        || json::review(&source, today, &answer),
        || csv::review(&source, &answer),
    )?;
    Ok(match answer.entries.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The day it is where the reader is.
fn today() -> Date {
    jiff::Zoned::now().date()
}
