//! `bookgraph tag`: what entries are about.

use super::TagArgs;
use crate::cli::exit::{CliError, Status};
use crate::cli::format::Format;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::query;
use crate::render::{json, markdown, terminal};
use crate::tag::Tagging;

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
        query::tags,
        |opened, tagged, words| {
            let Opened {
                library, placement, ..
            } = opened;
            match args.format.format {
                Format::Text => terminal::tags(library, placement, tagged, words, styling),
                Format::Md => markdown::tags(library, placement, tagged, words),
                Format::Json => json::tags(library, placement, tagged, words),
            }
        },
    )
}

/// Shows what a query says about the entries asked for.
pub(super) fn show<T>(
    args: &TagArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
    query: impl FnOnce(&Library, &Tagging, &[EntryId]) -> Vec<T>,
    render: impl FnOnce(&Opened, &[T], Words) -> String,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let Some(entries) = selected(args, &opened, printer)? else {
        return Ok(Status::Nothing);
    };
    let book = args.filters.book(&opened.library)?;
    let answer = query(&opened.library, &opened.tagging, &entries);
    if !answer.is_empty() || args.format.format == Format::Json {
        let words = workspace.words(&opened.library, book);
        printer.print(&render(&opened, &answer, words))?;
    } else {
        printer.note("no entries to show");
    }
    Ok(match answer.is_empty() {
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
    let mut entries = args.filters.select(opened)?;
    if args.entries.is_empty() {
        return Ok(Some(entries));
    }
    let named = naming::entries(&opened.library, &args.entries, printer)?;
    Ok(named.map(|named| {
        entries.retain(|entry| named.contains(entry));
        entries
    }))
}
