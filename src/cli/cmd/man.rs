//! `bookgraph man`

use crate::cli::args;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use std::path::PathBuf;

/// Print the manual page, or write one for every command.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ManArgs {
    /// Write bookgraph.1, bookgraph-find.1, … into this folder
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

pub(in crate::cli) fn run(args: &ManArgs, printer: &mut Printer) -> Result<Status, CliError> {
    let command = args::command();
    match &args.to {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            printer.print_bytes(&page)?;
        }
        Some(folder) => {
            let failed = |source| CliError::Write {
                path: folder.clone(),
                source,
            };
            std::fs::create_dir_all(folder).map_err(failed)?;
            clap_mangen::generate_to(command, folder).map_err(failed)?;
            printer.note(&format!("manual pages written to {}", folder.display()));
        }
    }
    Ok(Status::Done)
}
