//! `bookgraph edit`

use crate::cli::decisions::Decisions;
use crate::cli::editor::Editor;
use crate::cli::exit::{CliError, Status};
use crate::cli::fields::FieldArgs;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::Diagnostic;
use crate::notes::edit::{Edit, EntryRef, Verdict};
use crate::notes::new_problems;
use crate::query::ConceptNames;
use crate::render::terminal;
use std::io::IsTerminal;

/// Change an entry: its fields, or all of it in your editor.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/edit.txt"))]
pub(in crate::cli) struct EditArgs {
    /// The entry, by its id, date, day of reading, or title
    #[arg(value_name = "ENTRY")]
    entry: String,
    #[command(flatten)]
    fields: FieldArgs,
    /// It is about these concepts: write them among the tags
    #[arg(long, value_name = "CONCEPT", num_args = 1..)]
    tag: Vec<String>,
    /// Say nothing of these concepts any more
    #[arg(long, value_name = "CONCEPT", num_args = 1..)]
    untag: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(
    args: &EditArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.fields.is_empty() && args.tag.is_empty() && args.untag.is_empty() {
        return match args.dry_run {
            true => Err(CliError::usage(
                "there is nothing to try",
                "`--dry-run` goes with the fields that change: --title, --pages, …",
            )),
            false => in_editor(args, workspace, printer),
        };
    }
    let fields = args.fields.with_input()?;
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let library = decisions.library();
    let Some(entry) = naming::entry(library, &args.entry, printer)? else {
        return Ok(Status::Nothing);
    };
    let names = ConceptNames::of(library);
    let found = (
        naming::concepts(library, &names, &args.tag, printer)?,
        naming::concepts(library, &names, &args.untag, printer)?,
    );
    let (Some(tag), Some(untag)) = found else {
        return Ok(Status::Nothing);
    };
    let fields = fields.read(library, library.entry(entry).book)?;
    let found = library.entry(entry);
    let place = EntryRef {
        id: found.id.clone(),
        line: found.line,
    };
    let (id, file) = (library.qualified_id(entry), found.file.clone());
    let mut changed = false;
    for field in fields {
        let entry = place.clone();
        changed |= decisions.edit(&file, &Edit::SetEntry { entry, field })?;
    }
    for (concepts, verdict) in [(tag, Verdict::Confirm), (untag, Verdict::Reset)] {
        for concept in concepts {
            changed |= decisions.judge(entry, concept, verdict)?.is_some();
        }
    }
    let written = decisions.write(printer)?;
    let line = match changed {
        true => format!(
            "{} {id} in {file}\n",
            decisions.verb("changed", "would change")
        ),
        false => format!("{id} is so already\n"),
    };
    printer.print(&line)?;
    written.report_changes(printer)?;
    Ok(Status::Done)
}

/// Opens the entry in the reader's editor, and says what is wrong afterwards that was
/// not before.
fn in_editor(
    args: &EditArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(CliError::usage(
            "nothing is to be changed, and there is no terminal for an editor",
            "name the fields: --title, --date, --day, --pages, --chapter, --text, --tag",
        ));
    }
    let before = workspace.read_settled(printer)?;
    let Some(entry) = naming::entry(&before.library, &args.entry, printer)? else {
        return Ok(Status::Nothing);
    };
    let entry = before.library.entry(entry);
    let path = workspace.root()?.join(&entry.file);
    let held = std::fs::read(&path).ok();
    let edited = Editor::of_environment().open(&path, entry.line);
    let after = workspace.read(printer)?;
    let problems: Vec<Diagnostic> = new_problems(&before, &after).cloned().collect();
    if !problems.is_empty() {
        printer.warn_raw(&terminal::diagnostics(&problems, printer.styling()));
    }
    if let Err(trouble) = edited {
        return Err(CliError::usage(trouble, "set $EDITOR to your editor"));
    }
    printer.note(match (problems.is_empty(), std::fs::read(&path).ok() == held) {
        (false, _) => "the file was saved as you wrote it; put these right: `bookgraph edit` opens it again",
        (true, true) => "nothing was changed",
        (true, false) => "the change can be read",
    });
    Ok(match problems.is_empty() {
        true => Status::Done,
        false => Status::Nothing,
    })
}
