//! `bookgraph watch`

use crate::cli::args::{Cli, Command};
use crate::cli::counted::counted;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::watcher::{Told, Watcher};
use crate::cli::workspace::Workspace;
use crate::cli::{dispatch, exclusions, unless_damaged};
use crate::notes::{FileChanges, Followed};
use clap::Parser;
use std::ffi::OsString;
use std::time::{Duration, Instant};

/// Wait for changes in the notes, keep the snapshot fresh, and run commands again.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/watch.txt"))]
pub(in crate::cli) struct WatchArgs {
    /// Look at the files so often, in seconds, instead of being told by the system:
    /// for network folders that tell nothing
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    poll: Option<u64>,
    /// What to run at first and after each change, such as `map -o graphs/map.html`; a
    /// `--` of its own starts the next command
    #[arg(last = true, value_name = "COMMAND")]
    commands: Vec<OsString>,
}

pub(in crate::cli) fn run(
    args: &WatchArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut commands = Vec::new();
    for words in args.commands.split(|word| word == "--") {
        if words.is_empty() {
            continue;
        }
        match Cli::try_parse_from(exclusions::told_apart(line(words))) {
            Ok(command) => commands.push(fitted(command, workspace)?),
            Err(error) => {
                printer.warn_raw(&error.render().ansi().to_string());
                return Ok(Status::Trouble);
            }
        }
    }
    let home = workspace.home()?;
    let (root, notes) = (home.root().to_path_buf(), home.notes().to_path_buf());
    // Before the first look, so that nothing is missed.
    let watcher = Watcher::start(&notes, args.poll.map(Duration::from_secs))?;
    if let Some(error) = &watcher.blind {
        let cannot = format!("the system does not tell of changes ({error})");
        printer.warn(&cannot, Some("the notes are looked at every two seconds"));
    }
    let start = Instant::now();
    let mut followed = Followed::new(&notes, Vec::new());
    followed.look();
    let entries = refresh(workspace, &commands, printer)?;
    let files = counted(followed.files(), "file", "files");
    let took = start.elapsed().as_millis();
    printer.note(&format!(
        "watching {files}, {entries}, {took} ms; Ctrl-C ends"
    ));
    while watcher.next() == Told::Changed {
        let start = Instant::now();
        if !notes.is_dir() {
            return Err(CliError::NotALibrary(root));
        }
        let Some(changes) = followed.look() else {
            continue;
        };
        match refresh(workspace, &commands, printer) {
            Ok(entries) => {
                let took = start.elapsed().as_millis();
                printer.note(&format!("{}; {entries}, {took} ms", told(&changes)));
            }
            Err(error) if error.is_broken_pipe() => return Err(error),
            Err(error) => printer.error(&error),
        }
    }
    Ok(Status::Done)
}

/// Reads what changed, and runs the commands; what one of them cannot do is said, and
/// the others go on. Gives how many entries there are.
fn refresh(
    workspace: &Workspace<'_>,
    commands: &[Cli],
    printer: &mut Printer,
) -> Result<String, CliError> {
    let opened = unless_damaged(workspace, printer, |printer| workspace.open(printer))?;
    let entries = opened.library.entries().len();
    drop(opened);
    for command in commands {
        let done = dispatch(command, printer).and_then(|_| Ok(printer.flush()?));
        match done {
            Ok(()) => {}
            Err(error) if error.is_broken_pipe() => return Err(error),
            Err(error) => printer.error(&error),
        }
    }
    Ok(counted(entries, "entry", "entries"))
}

fn line(words: &[OsString]) -> impl Iterator<Item = OsString> {
    std::iter::once(OsString::from("bookgraph")).chain(words.iter().cloned())
}

/// A command that answers from the library that is watched, with its options.
fn fitted(mut command: Cli, workspace: &Workspace<'_>) -> Result<Cli, CliError> {
    if !only_answers(&command.command) {
        return Err(CliError::usage(
            "`watch` runs commands that answer, and none that write notes or ask",
            "map, summary, find, index, check and their like can be run again and again",
        ));
    }
    let global = &mut command.global;
    if global.directory.is_some() && global.directory.as_deref() != workspace.named() {
        return Err(CliError::usage(
            "a command that `watch` runs is about the library that is watched",
            "give `-C` before the `--`",
        ));
    }
    workspace.hand_on(global);
    Ok(command)
}

/// Whether a command may run any number of times and leaves the notes alone.
fn only_answers(command: &Command) -> bool {
    match command {
        Command::Check(_)
        | Command::Find(_)
        | Command::Search(_)
        | Command::Summary(_)
        | Command::Map(_)
        | Command::Export(_)
        | Command::List(_)
        | Command::Show(_)
        | Command::Stats(_)
        | Command::Timeline(_)
        | Command::Index(_)
        | Command::Path(_)
        | Command::Gaps(_)
        | Command::Similar(_)
        | Command::Review(_) => true,
        Command::Init(_)
        | Command::Import(_)
        | Command::Add(_)
        | Command::Edit(_)
        | Command::Chapter(_)
        | Command::Browse(_)
        | Command::Tag(_)
        | Command::Concept(_)
        | Command::Undo(_)
        | Command::Redo(_)
        | Command::Watch(_)
        | Command::Schema(_)
        | Command::Completions(_)
        | Command::Man(_) => false,
    }
}

/// What became of the files: one by its name, several counted.
fn told(changes: &FileChanges) -> String {
    let kinds = [
        (&changes.changed, "changed"),
        (&changes.new, "new"),
        (&changes.gone, "gone"),
    ];
    let some = kinds.iter().filter(|(files, _)| !files.is_empty());
    let told: Vec<String> = match changes.count() {
        1 => some
            .map(|(files, what)| format!("{} {what}", files[0]))
            .collect(),
        _ => some
            .map(|(files, what)| format!("{} {what}", counted(files.len(), "file", "files")))
            .collect(),
    };
    match told.is_empty() {
        true => "files changed".to_owned(),
        false => told.join(", "),
    }
}
