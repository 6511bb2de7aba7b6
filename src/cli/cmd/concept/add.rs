//! `bookgraph concept add`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{Alias, LocalText};
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
    let name = args.name.join(" ");
    let concept = new_concept(&name, args.id.as_deref(), &args.alias)?;
    add(vec![concept], args.dry_run, workspace, printer)
}

/// Adds concepts of these names, each with an id made from it.
pub(super) fn names(
    names: &[String],
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let concepts = names.iter().map(|name| new_concept(name, None, &[]));
    let concepts = concepts.collect::<Result<Vec<_>, _>>()?;
    add(concepts, dry_run, workspace, printer)
}

fn add(
    concepts: Vec<NewConcept>,
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, dry_run, printer)?;
    let mut lines = Vec::new();
    for concept in concepts {
        let id = concept.id.clone();
        refuse_known(&decisions, &id)?;
        let file = decisions.accept(concept)?;
        let verb = decisions.verb("added", "would add");
        lines.push(format!("{verb} the concept `{id}` to {file}\n"));
    }
    let written = decisions.write(printer)?;
    printer.print(&lines.concat())?;
    written.report_tags(printer)?;
    Ok(Status::Done)
}

fn refuse_known(decisions: &Decisions, id: &str) -> Result<(), CliError> {
    if decisions.library().vocabulary().find(id).is_some() {
        return Err(CliError::usage(
            format!("there is a concept `{id}` already"),
            format!(
                "`bookgraph concept alias {id} NAME` gives it another name; --id gives the new one another id"
            ),
        ));
    }
    Ok(())
}

fn new_concept(name: &str, id: Option<&str>, aliases: &[String]) -> Result<NewConcept, CliError> {
    let name = name.trim().to_owned();
    let given = id.is_some();
    let id = id.map_or_else(|| slug(&name), str::to_owned);
    if !is_id(&id) {
        return Err(CliError::usage(
            match given {
                true => format!("`{id}` cannot be the id of a concept"),
                false => format!("no id can be made from `{name}`"),
            },
            "an id has letters, digits, `-`, `_` and `.`: --id two-worlds",
        ));
    }
    let aliases = aliases.iter().map(|alias| alias.trim());
    let aliases = aliases.map(|alias| Alias {
        text: alias.to_owned(),
        language: guess_language(alias),
        ..Alias::default()
    });
    Ok(NewConcept {
        id,
        label: LocalText::new(guess_language(&name), name),
        aliases: aliases.collect(),
        ..NewConcept::default()
    })
}
