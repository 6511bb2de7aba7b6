//! `bookgraph concept suggest`

use super::{add, alias, dismiss, interview};
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::{self, FilterArgs};
use crate::cli::format::{Format, FormatArgs};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::mine::{self, Options, Suggestion};
use crate::render::{Suggested, json, markdown, terminal};

/// How many are shown unless told otherwise.
const SHOWN: usize = 20;

/// Suggest concepts that the notes name and the vocabulary lacks.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/concept-suggest.txt"))]
pub(super) struct SuggestArgs {
    /// Show so many at most, the likeliest first [default: 20]
    #[arg(short = 'n', long, value_name = "N", conflicts_with_all = ["accept", "dismiss"])]
    limit: Option<usize>,
    /// Add these as concepts
    #[arg(long, value_name = "NAME", num_args = 1.., conflicts_with = "dismiss")]
    accept: Vec<String>,
    /// Add them as other names of this concept instead
    #[arg(long = "as", value_name = "CONCEPT", requires = "accept")]
    other_name_of: Option<String>,
    /// Never suggest these again
    #[arg(long, value_name = "NAME", num_args = 1..)]
    dismiss: Vec<String>,
    /// Ask about each suggestion in turn
    #[arg(short, long, conflicts_with_all = ["accept", "dismiss", "format"])]
    interactive: bool,
    /// With --accept or --dismiss: show the change to the notes, and write nothing
    #[arg(long, conflicts_with = "interactive")]
    dry_run: bool,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(
    args: &SuggestArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if !args.dismiss.is_empty() || !args.accept.is_empty() {
        filters::refuse_beside(
            "--accept and --dismiss",
            "name what they are for: bookgraph concept suggest --dismiss 오늘",
            (&args.filters, &args.format),
        )?;
    }
    if !args.dismiss.is_empty() {
        return dismiss::words(&args.dismiss, args.dry_run, workspace, printer);
    }
    if let Some(concept) = &args.other_name_of {
        return alias::names(concept, &args.accept, args.dry_run, workspace, printer);
    }
    if !args.accept.is_empty() {
        return add::names(&args.accept, args.dry_run, workspace, printer);
    }
    if args.dry_run {
        return Err(CliError::usage(
            "--dry-run shows a change, and nothing is to be changed",
            "add --accept NAME or --dismiss NAME",
        ));
    }
    let opened = workspace.open(printer)?;
    let all = suggestions(args, &opened)?;
    let book = args.filters.book(&opened.library)?;
    let suggested = Suggested {
        library: &opened.library,
        tagging: &opened.tagging,
        list: &all[..all.len().min(args.limit.unwrap_or(SHOWN))],
        total: all.len(),
        words: workspace.words(&opened.library, book),
    };
    if args.interactive && !all.is_empty() {
        return interview::run(suggested, workspace, printer);
    }
    let text = match args.format.format {
        Format::Text => terminal::suggestions(suggested, printer.styling()),
        Format::Md => markdown::suggestions(suggested),
        Format::Json => json::suggestions(suggested),
    };
    printer.print(&text)?;
    if all.is_empty() {
        printer.note(
            "nothing to suggest: no name in these entries that is neither known nor dismissed",
        );
        return Ok(Status::Nothing);
    }
    if args.format.format == Format::Text {
        printer.note("\n--accept NAME adds one, --accept NAME --as CONCEPT as another name, --dismiss NAME never shows it again; -i asks about each");
    }
    Ok(Status::Done)
}

/// The suggestions that stand in an entry asked for.
fn suggestions(args: &SuggestArgs, opened: &Opened) -> Result<Vec<Suggestion>, CliError> {
    let entries = args.filters.select(opened)?;
    let options = Options {
        dismissed: opened.library.vocabulary().dismissed().to_vec(),
        ..Options::default()
    };
    let mut all = mine::suggest(&opened.library, &opened.tagging, &options);
    let asked = |suggestion: &Suggestion| {
        let mut named = suggestion.entries.iter();
        named.any(|entry| entries.binary_search(entry).is_ok())
    };
    all.retain(asked);
    Ok(all)
}
