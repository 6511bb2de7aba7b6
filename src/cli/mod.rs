//! The command line: arguments in, text and an exit status out.

mod answer;
mod args;
mod as_written;
mod changed_files;
mod cmd;
mod color;
mod counted;
mod decisions;
mod destination;
mod editor;
mod exclusions;
mod exit;
mod fields;
mod filters;
mod fixes;
mod format;
mod groundwork;
mod implied;
mod language;
mod naming;
mod nothing;
mod printer;
mod problems;
mod redirection;
mod renamed;
mod renewal;
mod screen;
mod seen;
mod snapshot;
mod staying;
mod watcher;
mod workspace;
mod written;

use crate::store::Damaged;
pub use args::command;
use args::{Cli, Command};
use clap::Parser;
use exit::{CliError, Status};
use printer::Printer;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::ExitCode;
use workspace::Workspace;

/// Runs the program with its arguments, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(exclusions::told_apart(args)) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut printer = Printer::new(cli.global.color, cli.global.quiet, !cli.global.no_progress);
    let status = dispatch(&cli, &mut printer);
    match status.and_then(|status| printer.flush().map(|()| status).map_err(CliError::from)) {
        Ok(status) => status.into(),
        Err(error) if error.is_broken_pipe() => Status::Done.into(),
        Err(error) => {
            printer.error(&error);
            Status::Trouble.into()
        }
    }
}

/// Help and version go to the output, everything else is a mistake.
fn usage(error: &clap::Error) -> ExitCode {
    let mut printer = Printer::new(color::ColorArg::Auto, false, false);
    let text = error.render().ansi().to_string();
    if error.use_stderr() {
        printer.warn_raw(&text);
        return Status::Trouble.into();
    }
    // A closed pipe is no trouble: `bookgraph --help | head -1`.
    match printer.print(&text).and_then(|()| printer.flush()) {
        Ok(()) => Status::Done.into(),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Status::Done.into(),
        Err(_) => Status::Trouble.into(),
    }
}

/// Runs the command; once more from the notes when the snapshot turns out to be
/// damaged before anything was printed.
fn dispatch(cli: &Cli, printer: &mut Printer) -> Result<Status, CliError> {
    let workspace = Workspace::new(&cli.global);
    unless_damaged(&workspace, printer, |printer| run_command(cli, printer))
}

/// Does some work; once more without a snapshot when that turns out to be damaged before
/// anything was printed.
fn unless_damaged<T>(
    workspace: &Workspace<'_>,
    printer: &mut Printer,
    work: impl Fn(&mut Printer) -> Result<T, CliError>,
) -> Result<T, CliError> {
    let panic = match catch_unwind(AssertUnwindSafe(|| work(&mut *printer))) {
        Ok(result) => return result,
        Err(panic) => panic,
    };
    if !panic.is::<Damaged>() {
        resume_unwind(panic);
    }
    workspace.remove_snapshot()?;
    if printer.has_printed() {
        return Err(CliError::DamagedSnapshot);
    }
    printer.note("the snapshot in .bookgraph/ is damaged; it is made anew");
    work(printer)
}

fn run_command(cli: &Cli, printer: &mut Printer) -> Result<Status, CliError> {
    let workspace = Workspace::new(&cli.global);
    match &cli.command {
        Command::Init(args) => cmd::init::run(args, &workspace, printer),
        Command::Import(args) => cmd::import::run(args, &workspace, printer),
        Command::Add(args) => cmd::add::run(args, &workspace, printer),
        Command::Edit(args) => cmd::edit::run(args, &workspace, printer),
        Command::Chapter(args) => cmd::chapter::run(args, &workspace, printer),
        Command::Check(args) => cmd::check::run(args, &workspace, printer),
        Command::Find(args) => cmd::find::run(args, &workspace, printer),
        Command::Browse(args) => cmd::browse::run(args, &workspace, printer),
        Command::Search(args) => cmd::search::run(args, &workspace, printer),
        Command::Summary(args) => cmd::summary::run(args, &workspace, printer),
        Command::Map(args) => cmd::map::run(args, &workspace, printer),
        Command::Export(args) => cmd::export::run(args, &workspace, printer),
        Command::List(args) => cmd::list::run(args, &workspace, printer),
        Command::Show(args) => cmd::show::run(args, &workspace, printer),
        Command::Tag(args) => cmd::tag::run(args, &workspace, printer),
        Command::Concept(args) => cmd::concept::run(args, &workspace, printer),
        Command::Undo(args) => cmd::undo::undo(args, &workspace, printer),
        Command::Redo(args) => cmd::undo::redo(args, &workspace, printer),
        Command::Stats(args) => cmd::stats::run(args, &workspace, printer),
        Command::Timeline(args) => cmd::timeline::run(args, &workspace, printer),
        Command::Index(args) => cmd::index::run(args, &workspace, printer),
        Command::Path(args) => cmd::path::run(args, &workspace, printer),
        Command::Gaps(args) => cmd::gaps::run(args, &workspace, printer),
        Command::Similar(args) => cmd::similar::run(args, &workspace, printer),
        Command::Review(args) => cmd::review::run(args, &workspace, printer),
        Command::Watch(args) => cmd::watch::run(args, &workspace, printer),
        Command::Schema(args) => cmd::schema::run(args, printer),
        Command::Completions(args) => cmd::completions::run(args, printer),
        Command::Man(args) => cmd::man::run(args, printer),
    }
}
