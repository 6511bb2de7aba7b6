//! `bookgraph concept`

mod add;
mod alias;
mod dismiss;
mod import;
mod interview;
mod merge;
mod remove;
mod rename;
mod suggest;

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;

/// Change the vocabulary.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/concept.txt"))]
pub(in crate::cli) struct ConceptArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Add(add::AddArgs),
    Alias(alias::AliasArgs),
    Rename(rename::RenameArgs),
    Merge(merge::MergeArgs),
    Remove(remove::RemoveArgs),
    Dismiss(dismiss::DismissArgs),
    Import(import::ImportArgs),
    Suggest(suggest::SuggestArgs),
}

pub(in crate::cli) fn run(
    args: &ConceptArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    match &args.what {
        What::Add(args) => add::run(args, workspace, printer),
        What::Alias(args) => alias::run(args, workspace, printer),
        What::Rename(args) => rename::run(args, workspace, printer),
        What::Merge(args) => merge::run(args, workspace, printer),
        What::Remove(args) => remove::run(args, workspace, printer),
        What::Dismiss(args) => dismiss::run(args, workspace, printer),
        What::Import(args) => import::run(args, workspace, printer),
        What::Suggest(args) => suggest::run(args, workspace, printer),
    }
}
