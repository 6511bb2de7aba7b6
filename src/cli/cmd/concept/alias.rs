//! `bookgraph concept alias`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::query::ConceptNames;

/// Give a concept other names.
#[derive(Debug, clap::Args)]
pub(super) struct AliasArgs {
    /// The concept, by any of its names
    #[arg(value_name = "CONCEPT")]
    concept: String,
    /// The other names
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &AliasArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    names(&args.concept, &args.names, args.dry_run, workspace, printer)
}

/// Gives a concept other names, and says which entries they tag.
pub(super) fn names(
    concept: &str,
    names: &[String],
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, dry_run, printer)?;
    let library = decisions.library();
    let known = ConceptNames::of(library);
    let typed = [concept.to_owned()];
    let concepts = naming::concepts(library, &known, &typed, printer)?;
    let Some(&concept) = concepts.as_deref().and_then(<[_]>::first) else {
        return Ok(Status::Nothing);
    };
    let id = library.vocabulary().get(concept).id.clone();
    let mut lines = Vec::new();
    let mut changed = false;
    for name in names {
        let name = name.trim();
        let file = decisions.alias(concept, name)?;
        changed |= file.is_some();
        lines.push(match file {
            Some(file) => {
                let verb = decisions.verb("added", "would add");
                format!("{verb} {name} to `{id}` in {file}")
            }
            None => format!("`{id}` has the name {name} already"),
        });
    }
    let written = decisions.write(printer)?;
    for line in lines {
        printer.print(&format!("{line}\n"))?;
    }
    if changed {
        written.report_tags(printer)?;
    } else {
        written.remind(printer)?;
    }
    Ok(Status::Done)
}
