//! `bookgraph tag --why`: why entries are about something, and why not.

use super::TagArgs;
use super::list::show;
use crate::cli::exit::{CliError, Status};
use crate::cli::format::Format;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::query;
use crate::render::{json, markdown, terminal};

pub(super) fn run(
    args: &TagArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let styling = printer.styling();
    show(
        args,
        workspace,
        printer,
        query::why,
        |opened, places, words| {
            let Opened {
                library, placement, ..
            } = opened;
            match args.format.format {
                Format::Text => terminal::why(library, placement, places, words, styling),
                Format::Md => markdown::why(library, placement, places, words),
                Format::Json => json::why(library, placement, places, words),
            }
        },
    )
}
