//! `bookgraph tag --diff FILE`: what another vocabulary would change.

use super::TagArgs;
use super::list::selected;
use crate::cli::exit::{CliError, Status};
use crate::cli::format::Format;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::Severity;
use crate::notes::{self, Reading};
use crate::query::{Tagged, tag_changes};
use crate::render::{json, markdown, terminal};
use crate::source::SourceFile;
use crate::tag::Tagging;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(
    args: &TagArgs,
    file: &Path,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let Some(entries) = selected(args, &opened, printer)? else {
        return Ok(Status::Nothing);
    };
    let reading = read(workspace, file, printer)?;
    let tagging = Tagging::of(&reading.library);
    let before = Tagged {
        library: &opened.library,
        tagging: &opened.tagging,
    };
    let after = Tagged {
        library: &reading.library,
        tagging: &tagging,
    };
    let mut changes = tag_changes(before, after, &|id| Some(id.to_owned()));
    changes.retain(|change| entries.contains(&change.entry));
    let words = workspace.words(before.library, args.filters.book(before.library)?);
    if changes.is_empty() && !matches!(args.format.format, Format::Json) {
        printer.note("no tag would change");
        return Ok(Status::Nothing);
    }
    let text = match args.format.format {
        Format::Text => terminal::tag_changes(before, after, &changes, words, printer.styling()),
        Format::Md => markdown::tag_changes(before, after, &changes, words),
        Format::Json => json::tag_changes(before, &opened.placement, after, &changes, words),
    };
    printer.print(&text)?;
    Ok(match changes.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The library with the vocabulary of the file; its problems are shown.
fn read(
    workspace: &Workspace<'_>,
    file: &Path,
    printer: &mut Printer,
) -> Result<Reading, CliError> {
    let source = source(file)?;
    let notes = workspace.home()?;
    let (reading, problems) = notes::read_with_vocabulary(notes.notes(), &source);
    let broken = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    if !problems.is_empty() {
        printer.warn_raw(&terminal::diagnostics(&problems, printer.styling()));
    }
    // What was lost to an error would be told as tags that are lost.
    if broken && reading.is_some() {
        return Err(CliError::usage(
            format!(
                "{} has errors, so what it would change is not known",
                source.name
            ),
            "put them right first",
        ));
    }
    reading.ok_or_else(|| {
        CliError::usage(
            format!("{} is no vocabulary", source.name),
            "a vocabulary starts with Vocabulary(, as notes/concepts.ron does",
        )
    })
}

fn source(file: &Path) -> Result<Arc<SourceFile>, CliError> {
    let from_input = file == Path::new("-");
    let mut bytes = Vec::new();
    let read = match from_input {
        true => std::io::stdin().read_to_end(&mut bytes).map(|_| ()),
        false => std::fs::read(file).map(|read| bytes = read),
    };
    let name = match from_input {
        true => "standard input".to_owned(),
        false => file.display().to_string(),
    };
    read.map_err(|source| CliError::Read {
        path: name.clone().into(),
        source,
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(name, text.trim_start_matches('\u{FEFF}'))),
        Err(_) => Err(CliError::usage(
            format!("{name} is not UTF-8"),
            "save it as UTF-8",
        )),
    }
}
