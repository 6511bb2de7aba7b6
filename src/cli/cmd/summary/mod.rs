//! `bookgraph summary`

mod chapters;
mod concept;
mod post;

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::summary::Length;

/// Print what each chapter's notes say.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/summary.txt"))]
pub(in crate::cli) struct SummaryArgs {
    /// How much to say
    #[arg(long, value_enum, default_value_t)]
    length: LengthArg,
    /// The story of this concept instead, entry by entry
    #[arg(long, value_name = "CONCEPT")]
    concept: Option<String>,
    /// Don't take narrower concepts for that one
    #[arg(long, requires = "concept")]
    no_narrower: bool,
    #[command(flatten)]
    filters: FilterArgs,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: SummaryFormat,
    /// Start Markdown with front matter (title, date, language, tags)
    #[arg(long)]
    front_matter: bool,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum LengthArg {
    /// Two sentences a chapter
    Short,
    /// Two to four sentences a chapter, thoughts, questions and links
    #[default]
    Normal,
    /// At least a sentence of every entry, and everything else there is
    Long,
}

/// The forms of a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum SummaryFormat {
    /// For reading
    #[default]
    Text,
    /// Markdown, for a blog post
    Md,
    /// A page
    Html,
    /// JSON
    Json,
}

pub(in crate::cli) fn run(
    args: &SummaryArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.front_matter && args.format != SummaryFormat::Md {
        return Err(CliError::usage(
            "front matter stands in Markdown only",
            "add `-f md`",
        ));
    }
    let opened = workspace.open(printer)?;
    match &args.concept {
        Some(name) => concept::tell(args, name, &opened, workspace, printer),
        None => chapters::tell(args, opened, workspace, printer),
    }
}

impl SummaryArgs {
    /// Whether a filter may leave out entries of a chapter.
    fn is_narrow(&self) -> bool {
        let FilterArgs {
            pages, dates, only, ..
        } = &self.filters;
        pages.is_some() || only.is_some() || dates.any()
    }

    fn length(&self) -> Length {
        match self.length {
            LengthArg::Short => Length::Short,
            LengthArg::Normal => Length::Normal,
            LengthArg::Long => Length::Long,
        }
    }
}
