//! `bookgraph concept remove`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::redirection::{self, Redirection};
use crate::cli::workspace::Workspace;
use crate::model::{ConceptId, Library};
use crate::query::{ConceptNames, NamedLibrary, Pruned, pruned};

/// References that a message names.
const NAMED: usize = 5;

/// Take a concept out of the vocabulary.
#[derive(Debug, clap::Args)]
pub(super) struct RemoveArgs {
    /// The concept, by any of its names
    #[arg(value_name = "CONCEPT")]
    concept: String,
    /// Take what refers to it away, too: tags, refusals, and relations
    #[arg(long)]
    force: bool,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &RemoveArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let library = decisions.library();
    let Some(concept) = naming::concept(library, &args.concept, printer)? else {
        return Ok(Status::Nothing);
    };
    let id = library.vocabulary().get(concept).id.clone();
    let references = references(library, concept);
    if !references.is_empty() && !args.force {
        return Err(CliError::usage(
            format!(
                "`{id}` is referred to: {}; nothing was changed",
                shortened(&references)
            ),
            format!(
                "--force takes these away, too; `bookgraph concept merge {id} --into CONCEPT` keeps them"
            ),
        ));
    }
    let note = decisions.note_of(&id).map(str::to_owned);
    if let (Some(file), false) = (&note, args.force) {
        return Err(CliError::usage(
            format!("`{id}` is the note {file}, which would be deleted; nothing was changed"),
            "--force deletes it, and `bookgraph undo` brings it back; without `kind: concept` it would be a note like any other",
        ));
    }
    let library = decisions.library();
    let turned = [Redirection::removed(library, concept)];
    redirection::in_vocabularies(&mut decisions, &turned)?;
    decisions.remove_concept(&id)?;
    let written = redirection::everywhere(&mut decisions, &turned, printer)?;
    let verb = decisions.verb("removed", "would remove");
    printer.print(&format!("{verb} `{id}`\n"))?;
    if let Some(file) = note {
        let verb = decisions.verb("deleted", "would delete");
        printer.print(&format!(
            "{verb} the note {file}: `bookgraph undo` brings it back\n"
        ))?;
    }
    if !references.is_empty() {
        let verb = decisions.verb("taken away", "would be taken away");
        printer.print(&format!("{verb}: {}\n", shortened(&references)))?;
    }
    written.report_files(printer)?;
    written.report_changes(printer)?;
    Ok(Status::Done)
}

/// What refers to a concept, in words.
fn references(library: &Library, concept: ConceptId) -> Vec<String> {
    let mut references = Vec::new();
    for entry in library.entry_ids() {
        let found = library.entry(entry);
        let says = [
            (found.tags.contains(&concept), "tags"),
            (found.refused.contains(&concept), "refused"),
        ];
        let says = says.into_iter().filter(|(says, _)| *says);
        references
            .extend(says.map(|(_, field)| format!("`{field}` of {}", library.qualified_id(entry))));
    }
    for other in library.vocabulary().concepts() {
        if other.broader.contains(&concept) {
            references.push(format!("`broader` of `{}`", other.id));
        }
    }
    let names = ConceptNames::of(library);
    let named = NamedLibrary {
        library,
        names: &names,
    };
    let id = &library.vocabulary().get(concept).id;
    let asks = library.queries().iter();
    let asks = asks.filter(|saved| pruned(&saved.query, named, id) != Pruned::Same);
    references.extend(asks.map(|saved| format!("the saved query `{}`", saved.name)));
    let own = library.vocabulary().get(concept);
    let related = own.related.iter();
    references.extend(related.map(|&other| {
        let other = &library.vocabulary().get(other).id;
        format!("`related` with `{other}`")
    }));
    references
}

fn shortened(references: &[String]) -> String {
    let named = references[..references.len().min(NAMED)].join(", ");
    match references.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}, and {more} more"),
    }
}
