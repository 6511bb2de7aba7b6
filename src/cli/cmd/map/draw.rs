//! From what was asked for to scenes.

use super::args::{Kind, MapArgs};
use crate::cli::exit::CliError;
use crate::cli::groundwork::groundwork;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::graph::Shrinkage;
use crate::map::{self, EarlierMap, MapOptions, MapSource, Scene, SceneKind};
use crate::model::{ConceptId, Library};
use crate::query::ConceptNames;

/// How far around a concept a book map goes when nothing is said.
const DEPTH: usize = 1;

/// The options that the arguments stand for.
pub(super) fn options(
    args: &MapArgs,
    workspace: &Workspace<'_>,
    opened: &Opened,
    earlier: EarlierMap,
) -> Result<MapOptions, CliError> {
    let library = &opened.library;
    let names = ConceptNames::of(library);
    let around = args.around.as_deref();
    let around = around
        .map(|name| concept(library, &names, name))
        .transpose()?;
    let hide = args.hide.iter();
    let hide: Result<Vec<ConceptId>, CliError> =
        hide.map(|name| concept(library, &names, name)).collect();
    Ok(MapOptions {
        filter: args.filters.filter(opened)?,
        around: around.map(|concept| (concept, args.depth.unwrap_or(DEPTH))),
        group: args.group.map(|group| group - 1),
        flat: args.flat,
        overview_alone: false,
        quoted: true,
        top: args.top,
        min_mentions: args.min_mentions,
        hide: hide?,
        edges_per_node: args.edges_per_node,
        shrinkage: Shrinkage(args.shrinkage),
        language: workspace.language(),
        earlier,
    })
}

/// Draws the kind asked for. A library without concepts cannot have a map of
/// them: then, and saying so, its entries are drawn.
pub(super) fn scenes(
    args: &MapArgs,
    opened: &Opened,
    options: &MapOptions,
    printer: &mut Printer,
) -> Result<Vec<Scene>, CliError> {
    let groundwork = groundwork(opened, options);
    let source = MapSource::on(
        groundwork.as_ref(),
        &opened.library,
        &opened.tagging,
        &opened.placement,
        options,
    );
    let kind = Kind::of(args);
    if opened.library.vocabulary().is_empty() && kind != Kind::Entries {
        printer.warn(
            "this library has no concepts yet, so here is its entry map",
            Some("add concepts to notes/concepts.ron: docs/file-format.md shows how"),
        );
        return Ok(vec![map::entries(&source)]);
    }
    if let Some(group) = options.group {
        let groups = map::group_count(&source);
        if group >= groups {
            return Err(CliError::usage(
                format!("there is no group {}", group + 1),
                format!("this map has {groups} groups"),
            ));
        }
    }
    if options.flat {
        let concepts = map::concept_count(&source);
        if concepts > map::FLAT_ROOM {
            return Err(CliError::usage(
                format!("{concepts} concepts are too many for one picture"),
                format!(
                    "it holds {0}: --top {0} draws those of most weight",
                    map::FLAT_ROOM
                ),
            ));
        }
    }
    Ok(match kind {
        Kind::Book => {
            let scenes = map::book(&source);
            if options.overview_alone && scenes.iter().any(|it| it.kind == SceneKind::Overview) {
                printer.warn(
                    &format!("{} more maps belong to this one", map::group_count(&source)),
                    Some("--group 1 draws the first group's, -o FILE writes all"),
                );
            }
            scenes
        }
        Kind::Timeline => vec![map::timeline(&source)],
        Kind::Chapter => vec![map::chapter(&source)],
        Kind::Concept => vec![map::concept(&source)],
        Kind::Entries => vec![map::entries(&source)],
    })
}

fn concept(library: &Library, names: &ConceptNames, name: &str) -> Result<ConceptId, CliError> {
    let resolution = names.resolve(name);
    match resolution.concepts[..] {
        [] => Err(unknown(names, name)),
        [concept] => Ok(concept),
        _ => Err(naming::ambiguous(library, &resolution)),
    }
}

fn unknown(names: &ConceptNames, name: &str) -> CliError {
    CliError::usage(
        format!("no concept is called `{name}`"),
        naming::near_names(names, name),
    )
}
