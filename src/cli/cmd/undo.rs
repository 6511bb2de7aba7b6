//! `bookgraph undo` and `bookgraph redo`

use crate::cli::decisions::show_changes;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::notes::{self, FileChange, History, Step};
use crate::render::terminal::{Table, table};
use std::path::Path;

/// Files of a step that are named in the list.
const NAMED: usize = 2;

/// Take back the last change that bookgraph made to the notes.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/undo.txt"))]
pub(in crate::cli) struct UndoArgs {
    /// List the changes that can be taken back, the last one first
    #[arg(long, conflicts_with = "dry_run")]
    list: bool,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Make the change again that `undo` took back last.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RedoArgs {
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn undo(
    args: &UndoArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.list {
        return list(&workspace.root()?, printer);
    }
    turn(Way::Back, args.dry_run, workspace, printer)
}

pub(in crate::cli) fn redo(
    args: &RedoArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    turn(Way::Forth, args.dry_run, workspace, printer)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

fn turn(
    way: Way,
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let root = workspace.root()?;
    let lock = match dry_run {
        true => None,
        false => Some(workspace.lock(&root, printer)?),
    };
    let history = History::of(&root)?;
    let step = match way {
        Way::Back => history.last(),
        Way::Forth => history.next(),
    };
    let Some(step) = step else {
        printer.note(match way {
            Way::Back => "there is nothing to take back",
            Way::Forth => "there is nothing to make again",
        });
        return Ok(Status::Nothing);
    };
    let changes = history.changes(step)?;
    let reading = workspace.read(printer)?;
    notes::check_return(&root, &changes, &reading)?;
    match &lock {
        Some(lock) => history.turn(step, lock)?,
        None => show_changes(&changes, printer)?,
    }
    printer.print(&told(way, dry_run, step, &changes))?;
    Ok(Status::Done)
}

/// What was done, or would be, and to which files.
fn told(way: Way, dry_run: bool, step: &Step, changes: &[FileChange]) -> String {
    let verb = match (way, dry_run) {
        (Way::Back, false) => "took back",
        (Way::Back, true) => "would take back",
        (Way::Forth, false) => "made again",
        (Way::Forth, true) => "would make again",
    };
    let mut text = format!("{verb} `{}` of {}\n", step.command(), when(step));
    for (what, is) in [
        ("changed", [true, true]),
        ("made", [false, true]),
        ("removed", [true, false]),
    ] {
        let of_it = |change: &&FileChange| [change.before.is_some(), change.after.is_some()] == is;
        let files: Vec<&str> = changes
            .iter()
            .filter(of_it)
            .map(|change| change.name.as_str())
            .collect();
        if !files.is_empty() {
            text.push_str(&format!("{what}: {}\n", shortened(&files)));
        }
    }
    text.push_str(match (dry_run, way) {
        (true, _) => "dry run: nothing was written\n",
        (false, Way::Back) => "`bookgraph redo` makes it again\n",
        (false, Way::Forth) => "",
    });
    text
}

fn list(root: &Path, printer: &mut Printer) -> Result<Status, CliError> {
    let history = History::of(root)?;
    let steps = history.steps().iter().rev();
    let rows: Vec<Vec<String>> = steps
        .map(|step| {
            let files: Vec<&str> = step.files().collect();
            vec![
                when(step),
                match step.is_done() {
                    true => String::new(),
                    false => "taken back".to_owned(),
                },
                step.command().to_owned(),
                shortened(&files),
            ]
        })
        .collect();
    if rows.is_empty() {
        printer.note("there is nothing to take back");
        return Ok(Status::Nothing);
    }
    let heads = ["when", "", "command", "files"];
    let rows = Table {
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
        rows,
    };
    let text = table(&rows, printer.styling());
    printer.print(&text)?;
    Ok(Status::Done)
}

/// `2023-10-17 21:04`
fn when(step: &Step) -> String {
    let when = step.when().replace('T', " ");
    when.chars().take(16).collect()
}

fn shortened(files: &[&str]) -> String {
    let named = files[..files.len().min(NAMED)].join(", ");
    match files.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
