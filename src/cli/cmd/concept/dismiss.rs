//! `bookgraph concept dismiss`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::text::fold;

/// Remember that words are no concepts, so that they are not suggested.
#[derive(Debug, clap::Args)]
pub(super) struct DismissArgs {
    /// The words
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &DismissArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    words(&args.names, args.dry_run, workspace, printer)
}

/// Dismisses words, and says so.
pub(super) fn words(
    names: &[String],
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if let Some(name) = names.iter().find(|name| fold::key(name).is_empty()) {
        return Err(CliError::usage(
            format!("`{name}` is no word"),
            "`bookgraph concept dismiss 오늘` dismisses one",
        ));
    }
    let mut decisions = Decisions::open(workspace, dry_run, printer)?;
    let mut lines = Vec::new();
    for name in names {
        let name = name.trim();
        lines.push(match decisions.dismiss(name)? {
            Some(file) => {
                let verb = decisions.verb("dismissed", "would dismiss");
                format!("{verb} {name} in {file}")
            }
            None => format!("{name} is dismissed already"),
        });
    }
    let written = decisions.write(printer)?;
    for line in lines {
        printer.print(&format!("{line}\n"))?;
    }
    written.remind(printer)?;
    Ok(Status::Done)
}
