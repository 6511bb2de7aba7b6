//! `bookgraph schema`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::did_you_mean;
use crate::cli::printer::Printer;
use crate::render::json::{AnswerSchema, SCHEMAS};

/// Print the JSON Schema of what a command prints with `-f json`.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/schema.txt"))]
pub(in crate::cli) struct SchemaArgs {
    /// The schema, as answers name it; without one, the names of all
    #[arg(value_name = "SCHEMA")]
    name: Option<String>,
}

pub(in crate::cli) fn run(args: &SchemaArgs, printer: &mut Printer) -> Result<Status, CliError> {
    let Some(name) = &args.name else {
        let names: Vec<String> = SCHEMAS
            .iter()
            .map(|schema| format!("{}\n", schema.name))
            .collect();
        printer.print(&names.concat())?;
        return Ok(Status::Done);
    };
    printer.print(&find(name)?.print())?;
    Ok(Status::Done)
}

/// The schema of a name, with or without `bookgraph.` and the version.
fn find(name: &str) -> Result<&'static AnswerSchema, CliError> {
    let wanted = name.trim_start_matches("bookgraph.");
    let short = |schema: &AnswerSchema| schema.name.trim_start_matches("bookgraph.");
    let is_wanted = |schema: &&AnswerSchema| {
        let full = short(schema);
        full == wanted || full.split_once('/').is_some_and(|(stem, _)| stem == wanted)
    };
    SCHEMAS.iter().find(is_wanted).ok_or_else(|| {
        let known: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
        CliError::usage(
            format!("there is no schema `{name}`"),
            did_you_mean(name, &known, "`bookgraph schema` lists them"),
        )
    })
}
