//! `bookgraph map`

mod args;
mod draw;
mod output;

pub(in crate::cli) use args::MapArgs;

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::{MapOptions, Scene, SceneKind};
use args::Kind;
use output::Output;

pub(in crate::cli) fn run(
    args: &MapArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let output = Output::new(args, workspace)?;
    refuse_misfits(args)?;
    let opened = workspace.open(printer)?;
    let options = MapOptions {
        overview_alone: output.holds_one(),
        quoted: output.quotes(),
        ..draw::options(args, workspace, &opened, output.earlier())?
    };
    let scenes = draw::scenes(args, &opened, &options, printer)?;
    if scenes.iter().all(Scene::is_empty) {
        printer.warn(
            "there is nothing to draw",
            Some("no entry passes the filters, or none of those that do is about a concept that was asked for"),
        );
        return Ok(Status::Nothing);
    }
    output.write(&scenes, args, printer)?;
    Ok(Status::Done)
}

/// Refuses options that the kind of map has no use for, rather than ignoring
/// them.
fn refuse_misfits(args: &MapArgs) -> Result<(), CliError> {
    let kind = Kind::of(args);
    if kind == Kind::Concept && args.around.is_none() {
        return Err(CliError::usage(
            "a concept map is about one concept, and none is named",
            "name it: bookgraph map --around 'input metrics'",
        ));
    }
    if kind == Kind::Concept && args.depth.is_some() {
        return Err(CliError::usage(
            "--depth is for the book map",
            "leave --kind concept out to draw what is so many links around a concept",
        ));
    }
    if !matches!(kind, Kind::Concept | Kind::Book) && args.around.is_some() {
        return Err(CliError::usage(
            format!("--around is not for the {} map", kind.scene().name()),
            "it is for --kind concept and, with --depth, for --kind book",
        ));
    }
    if kind != Kind::Book && args.group.is_some() {
        return Err(CliError::usage(
            format!("--group is not for the {} map", kind.scene().name()),
            "it picks one map of a book map that is too large for one picture",
        ));
    }
    if kind != Kind::Book && args.flat {
        return Err(CliError::usage(
            format!("--flat is not for the {} map", kind.scene().name()),
            "only a book map of many concepts is an overview when it is not flat",
        ));
    }
    Ok(())
}

/// What a scene is called where several are written.
fn scene_name(scenes: &[Scene], index: usize) -> Option<String> {
    let of_overview = scenes[0].kind == SceneKind::Overview && index > 0;
    of_overview.then(|| group_name(index))
}

/// What the map of a group is called, counted from 1.
fn group_name(group: usize) -> String {
    format!("group-{group}")
}
