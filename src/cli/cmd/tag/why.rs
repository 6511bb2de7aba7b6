//! `bookgraph tag --why`: why entries are about something, and why not.

use super::TagArgs;
use super::list::selected;
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
    let opened = workspace.open(printer)?;
    let Some(entries) = selected(args, &opened, printer)? else {
        return Ok(Status::Nothing);
    };
    let Opened {
        library,
        tagging,
        placement,
    } = &opened;
    let words = workspace.words(library, args.books.book(library)?);
    let explained = query::why(library, tagging, &entries);
    if explained.is_empty() && !matches!(args.format.format, Format::Json) {
        printer.note("no entries to show");
        return Ok(Status::Nothing);
    }
    let text = match args.format.format {
        Format::Text => terminal::why(library, placement, &explained, words, printer.styling()),
        Format::Md => markdown::why(library, placement, &explained, words),
        Format::Json => json::why(library, placement, &explained, words),
    };
    printer.print(&text)?;
    Ok(match explained.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}
