//! `bookgraph summary`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::BookArgs;
use crate::cli::format::{Format, FormatArgs};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::BookId;
use crate::render::{json, markdown, terminal};
use crate::summary::{ChapterSummary, summarize};

/// Print what each chapter's notes say.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/summary.txt"))]
pub(in crate::cli) struct SummaryArgs {
    #[command(flatten)]
    books: BookArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(in crate::cli) fn run(
    args: &SummaryArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let Opened {
        library,
        tagging,
        placement,
    } = workspace.open(printer)?;
    let only = args.books.book(&library)?;
    let chapters = args.books.chapters(&library)?;
    let wanted = |summary: &ChapterSummary| match summary.chapter {
        Some(chapter) => chapters.is_empty() || chapters.contains(&chapter),
        None => chapters.is_empty(),
    };
    let mut books: Vec<(BookId, Vec<ChapterSummary>)> = Vec::new();
    for book in library
        .book_ids()
        .filter(|&book| only.is_none_or(|only| only == book))
    {
        let mut summaries = summarize(&library, &tagging, &placement, book);
        summaries.retain(wanted);
        if !summaries.is_empty() {
            books.push((book, summaries));
        }
    }
    if books.is_empty() && !matches!(args.format.format, Format::Json) {
        printer.note("no entries in these chapters yet");
        return Ok(Status::Nothing);
    }
    let texts: Vec<String> = match args.format.format {
        Format::Json => {
            let words = workspace.words(&library, only);
            vec![json::summary(&library, &tagging, &placement, &books, words)]
        }
        Format::Text | Format::Md => books
            .iter()
            .map(|(book, summaries)| {
                let words = workspace.words(&library, Some(*book));
                match args.format.format {
                    Format::Md => {
                        markdown::summary(&library, &tagging, &placement, *book, summaries, words)
                    }
                    _ => terminal::summary(
                        &library,
                        &tagging,
                        &placement,
                        *book,
                        summaries,
                        words,
                        printer.styling(),
                    ),
                }
            })
            .collect(),
    };
    printer.print(&texts.join("\n"))?;
    Ok(match books.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}
