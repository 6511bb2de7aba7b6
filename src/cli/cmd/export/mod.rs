//! `bookgraph export`

mod folder;

use crate::cli::counted::counted;
use crate::cli::destination::{self, Destination, write_whole};
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::export::{EXPORTERS, Exported, Exporter, Form};
use clap::builder::PossibleValue;
use folder::ExportFolder;
use std::path::{Path, PathBuf};

/// Write the graph and the notes for other tools.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/export.txt"))]
pub(in crate::cli) struct ExportArgs {
    /// What to write
    #[arg(short, long, value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Where to: a file, a folder for formats of several files, or - for the standard output [default: -]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    filters: FilterArgs,
}

/// The names of all formats, with what they are for.
fn formats() -> clap::builder::PossibleValuesParser {
    let values = EXPORTERS.iter();
    values
        .map(|exporter| PossibleValue::new(exporter.name()).help(exporter.about()))
        .collect::<Vec<_>>()
        .into()
}

pub(in crate::cli) fn run(
    args: &ExportArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let exporter = exporter(&args.format)?;
    let path = destination::file(args.output.as_ref());
    if let (Form::Many(_), None) = (exporter.form(), path) {
        return Err(CliError::usage(
            format!(
                "{} is several files, which cannot be printed",
                exporter.name()
            ),
            format!("name a folder for them: -o {}", exporter.name()),
        ));
    }
    let destination = Destination::new(workspace, "exports", "exports/")?;
    path.map_or(Ok(()), |path| destination.refuse_notes(path))?;
    let opened = workspace.open(printer)?;
    let Some(exported) = exported(args, workspace, &opened)? else {
        printer.note("no entry passes the filters");
        return Ok(Status::Nothing);
    };
    write(exporter, &exported, path, printer)?;
    Ok(Status::Done)
}

fn exporter(name: &str) -> Result<&'static dyn Exporter, CliError> {
    let mut all = EXPORTERS.into_iter();
    all.find(|exporter| exporter.name() == name).ok_or_else(|| {
        CliError::usage(
            format!("there is no format `{name}`"),
            "see `bookgraph export --help`",
        )
    })
}

/// All of the library, or what goes with the entries that pass the filters; nothing
/// when there is none.
fn exported<'a>(
    args: &ExportArgs,
    workspace: &Workspace<'_>,
    opened: &'a Opened,
) -> Result<Option<Exported<'a>>, CliError> {
    let Opened {
        library,
        tagging,
        placement,
        ..
    } = opened;
    let book = args.filters.book(library)?;
    let language = workspace.words(library, book).language();
    if !args.filters.any() {
        return Ok(Some(Exported::all(library, tagging, placement, language)));
    }
    let entries = args.filters.select(opened)?;
    let some = !entries.is_empty();
    Ok(some.then(|| Exported::some(library, tagging, placement, language, entries)))
}

fn write(
    exporter: &dyn Exporter,
    exported: &Exported<'_>,
    path: Option<&Path>,
    printer: &mut Printer,
) -> Result<(), CliError> {
    match (exporter.form(), path) {
        (Form::One(write), None) => Ok(write(exported, &mut printer.stream()?)?),
        (Form::One(write), Some(path)) => {
            write_whole(path, &mut |file| write(exported, file))?;
            printer.note(&format!("{}: {}", path.display(), told(exported)));
            Ok(())
        }
        (Form::Many(write), Some(path)) => {
            let mut folder = ExportFolder::open(path, exporter.name())?;
            write(exported, &mut folder).map_err(|source| folder.failed(source))?;
            let files = folder.finish()?;
            printer.note(&format!(
                "{}: {files} files, {}",
                path.display(),
                told(exported)
            ));
            Ok(())
        }
        (Form::Many(_), None) => Ok(()),
    }
}

fn told(exported: &Exported<'_>) -> String {
    counted(exported.entry_count(), "entry", "entries")
}
