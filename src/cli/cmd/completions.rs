//! `bookgraph completions`

use crate::cli::args;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub(in crate::cli) fn run(
    args: &CompletionsArgs,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), "bookgraph", &mut script);
    printer.print_bytes(&script)?;
    Ok(Status::Done)
}
