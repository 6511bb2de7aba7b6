//! `bookgraph concept add`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{Language, LocalText};
use crate::notes::edit::NewConcept;
use crate::notes::guess_language;
use crate::text::slug::{is_id, slug};

/// Add a concept.
#[derive(Debug, clap::Args)]
pub(super) struct AddArgs {
    /// The concept's name, which becomes its label
    #[arg(required = true, value_name = "NAME")]
    name: Vec<String>,
    /// The concept's id [default: made from the name]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Other names
    #[arg(long, value_name = "NAME", num_args = 1..)]
    alias: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &AddArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let concept = new_concept(args)?;
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    if decisions.library().vocabulary().find(&concept.id).is_some() {
        return Err(CliError::usage(
            format!("there is a concept `{}` already", concept.id),
            format!(
                "`bookgraph concept alias {} NAME` gives it another name; --id gives the new one another id",
                concept.id
            ),
        ));
    }
    let id = concept.id.clone();
    let file = decisions.accept(concept)?;
    let written = decisions.write(printer)?;
    let verb = decisions.verb("added", "would add");
    printer.print(&format!("{verb} the concept `{id}` to {file}\n"))?;
    written.report_tags(printer)?;
    Ok(Status::Done)
}

fn new_concept(args: &AddArgs) -> Result<NewConcept, CliError> {
    let name = args.name.join(" ").trim().to_owned();
    let id = args.id.clone().unwrap_or_else(|| slug(&name));
    if !is_id(&id) {
        return Err(CliError::usage(
            match args.id {
                Some(_) => format!("`{id}` cannot be the id of a concept"),
                None => format!("no id can be made from `{name}`"),
            },
            "an id has letters, digits, `-`, `_` and `.`: --id two-worlds",
        ));
    }
    let aliases = args.alias.iter().map(|alias| alias.trim());
    let aliases: Vec<(Language, String)> = aliases
        .map(|alias| (guess_language(alias), alias.to_owned()))
        .collect();
    Ok(NewConcept {
        id,
        label: LocalText::new(guess_language(&name), name),
        aliases,
    })
}
