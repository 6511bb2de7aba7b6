//! `bookgraph concept rename`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::language::language;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::redirection::{self, Redirection};
use crate::cli::workspace::Workspace;
use crate::model::{Alias, Concept, Language};
use crate::notes::edit::ConceptField;
use crate::notes::guess_language;
use crate::text::slug::is_id;

/// Give a concept another label or id; all that refers to it follows.
#[derive(Debug, clap::Args)]
pub(super) struct RenameArgs {
    /// The concept, by any of its names
    #[arg(value_name = "CONCEPT")]
    concept: String,
    /// The new label; the one before stays as another name
    #[arg(value_name = "LABEL", required_unless_present = "id")]
    label: Option<String>,
    /// The new id
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The language of the label [default: told by its letters]
    #[arg(long = "in", value_name = "LANG", value_parser = language, requires = "label")]
    language: Option<Language>,
    /// Forget the label before, instead of keeping it as another name
    #[arg(long, requires = "label")]
    forget: bool,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &RenameArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let Some(concept) = naming::concept(decisions.library(), &args.concept, printer)? else {
        return Ok(Status::Nothing);
    };
    let old = decisions.library().vocabulary().get(concept).clone();
    let id = args.id.as_deref().unwrap_or(&old.id);
    refuse(&decisions, &old, id)?;
    let turned = [Redirection::renamed(decisions.library(), concept, id)];
    let mut lines = Vec::new();
    if id != old.id {
        redirection::in_vocabularies(&mut decisions, &turned)?;
        decisions.set_concept(&old.id, ConceptField::Id(id.to_owned()))?;
        let verb = decisions.verb("is called", "would be called");
        lines.push(format!("`{}` {verb} `{id}`\n", old.id));
    }
    if let Some(label) = &args.label {
        let label = label.trim();
        let language = args.language.unwrap_or_else(|| guess_language(label));
        relabel(&mut decisions, &old, id, (language, label), args.forget)?;
        let verb = decisions.verb("has", "would have");
        lines.push(format!("`{id}` {verb} the label {label} ({language})\n"));
    }
    let written = redirection::everywhere(&mut decisions, &turned, printer)?;
    printer.print(&lines.concat())?;
    written.report_files(printer)?;
    written.report_changes(printer)?;
    Ok(Status::Done)
}

fn refuse(decisions: &Decisions, old: &Concept, id: &str) -> Result<(), CliError> {
    if !is_id(id) {
        return Err(CliError::usage(
            format!("`{id}` cannot be the id of a concept"),
            "an id has letters, digits, `-`, `_` and `.`: --id two-worlds",
        ));
    }
    if id != old.id && decisions.library().vocabulary().find(id).is_some() {
        return Err(CliError::usage(
            format!("there is a concept `{id}` already"),
            format!(
                "`bookgraph concept merge {} --into {id}` makes one of them",
                old.id
            ),
        ));
    }
    Ok(())
}

/// Sets the label; the one before becomes another name, unless it is to be forgotten.
fn relabel(
    decisions: &mut Decisions,
    old: &Concept,
    id: &str,
    (language, label): (Language, &str),
    forget: bool,
) -> Result<(), CliError> {
    decisions.set_concept(id, ConceptField::Label(language, label.to_owned()))?;
    // What is the label need not be another name, too.
    let plain = |alias: &&Alias| {
        let bare = Alias {
            text: label.to_owned(),
            language: alias.language,
            ..Alias::default()
        };
        **alias == bare
    };
    if old.aliases.iter().any(|alias| plain(&alias)) {
        decisions.set_concept(id, ConceptField::DropAlias(label.to_owned()))?;
    }
    match old.label.get(language) {
        Some(before) if !forget && before != label => {
            let alias = Alias {
                text: before.to_owned(),
                language,
                ..Alias::default()
            };
            decisions.set_concept(id, ConceptField::Alias(alias))?;
        }
        _ => {}
    }
    Ok(())
}
