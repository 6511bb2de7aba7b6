//! `bookgraph tag`: what entries are about.

use super::TagArgs;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::select;
use crate::cli::format::Format;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::EntryId;
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
    let tagged = query::tags(library, tagging, &entries);
    if tagged.is_empty() && !matches!(args.format.format, Format::Json) {
        printer.note("no entries to show");
        return Ok(Status::Nothing);
    }
    let text = match args.format.format {
        Format::Text => terminal::tags(library, placement, &tagged, words, printer.styling()),
        Format::Md => markdown::tags(library, placement, &tagged, words),
        Format::Json => json::tags(library, placement, &tagged, words),
    };
    printer.print(&text)?;
    Ok(match tagged.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The entries named, or else all, that pass the filters. `None` when one that
/// is named is not there.
pub(super) fn selected(
    args: &TagArgs,
    opened: &Opened,
    printer: &mut Printer,
) -> Result<Option<Vec<EntryId>>, CliError> {
    let mut entries = select(opened, &args.books, args.dates)?;
    if args.entries.is_empty() {
        return Ok(Some(entries));
    }
    let named = naming::entries(&opened.library, &args.entries, printer)?;
    Ok(named.map(|named| {
        entries.retain(|entry| named.contains(entry));
        entries
    }))
}
