//! `bookgraph review`

use crate::analyse::review;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::{FilterArgs, date};
use crate::cli::format::TableFormat;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::render::{self, AnswerSource, csv, json};
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
    filters: FilterArgs,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: TableFormat,
}

pub(in crate::cli) fn run(
    args: &ReviewArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let entries = args.filters.select(&opened)?;
    let today = args.date.unwrap_or_else(today);
    let Opened {
        library,
        tagging,
        placement,
    } = &opened;
    let answer = review(library, tagging, &entries, today, args.limit);
    let source = AnswerSource {
        library,
        tagging,
        placement,
        words: workspace.words(library, args.filters.book(library)?),
    };
    let document = || render::review(&source, today, &answer);
    let text = match args.format {
        TableFormat::Text => document().to_text(printer.styling()),
        TableFormat::Md => document().to_markdown(),
        TableFormat::Json => json::review(&source, today, &answer),
        TableFormat::Csv => csv::review(&source, &answer),
    };
    printer.print(&text)?;
    Ok(match answer.entries.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The day it is where the reader is.
fn today() -> Date {
    jiff::Zoned::now().date()
}
