//! `bookgraph gaps`

use crate::analyse::Unconnected;
use crate::cli::answer::{AnswerArgs, source};
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::render::{self, GapsShown, csv, json};

/// Show what the notes leave out or leave unconnected, and how to close it.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/gaps.txt"))]
pub(in crate::cli) struct GapsArgs {
    /// Only these kinds of gaps, with a comma between; all without it
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    kind: Vec<Kind>,
    /// At most so many of each kind
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    limit: usize,
    #[command(flatten)]
    answer: AnswerArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// Groups of concepts that are hardly named together, though their chapters meet
    Groups,
    /// Concepts read in the same chapters and never noted in one entry
    Pairs,
    /// Chapters without an entry
    Chapters,
    /// Pages without an entry
    Pages,
    /// Concepts that the notes name once
    Once,
    /// Concepts of the vocabulary that no entry names
    Never,
}

pub(in crate::cli) fn run(
    args: &GapsArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let entries = args.answer.filters.select(&opened)?;
    let book = args.answer.filters.book(&opened.library)?;
    let chapters = args.answer.filters.books.chapters(&opened.library)?;
    let Opened {
        library,
        tagging,
        placement,
        ..
    } = &opened;
    let mut found = Unconnected::of(library, tagging, placement, &entries, book);
    if !chapters.is_empty() {
        found.within(&chapters);
    }
    let shown = args.shown();
    let source = source(&opened, workspace, book);
    args.answer.print(
        printer,
        || render::gaps(&source, &found, shown),
        || json::gaps(&source, &found, shown),
        || csv::gaps(&source, &found, shown),
    )?;
    Ok(match shown.any(&found) {
        true => Status::Done,
        false => Status::Nothing,
    })
}

impl GapsArgs {
    fn shown(&self) -> GapsShown {
        let wanted = |kind| self.kind.is_empty() || self.kind.contains(&kind);
        GapsShown {
            groups: wanted(Kind::Groups),
            pairs: wanted(Kind::Pairs),
            chapters: wanted(Kind::Chapters),
            pages: wanted(Kind::Pages),
            once: wanted(Kind::Once),
            never: wanted(Kind::Never),
            never_listed: self.kind.contains(&Kind::Never),
            limit: self.limit,
        }
    }
}
