//! `bookgraph map`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::BookArgs;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Linked, Workspace};
use crate::map::{self, Map, Selection};
use crate::model::{ConceptId, Library};
use crate::notes::NOTES_FOLDER;
use crate::query::ConceptNames;
use crate::render::{dot, graphviz};
use std::io::Write;
use std::path::{Path, PathBuf};

/// An entry map of more entries than this is too wide to read.
const WIDE_MAP: usize = 60;

/// Draw a map of the library.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/map.txt"))]
pub(in crate::cli) struct MapArgs {
    /// What to draw
    #[arg(short, long, value_enum, default_value_t)]
    kind: Kind,
    #[command(flatten)]
    books: BookArgs,
    /// Only what hangs together with this concept
    #[arg(long, value_name = "CONCEPT")]
    around: Option<String>,
    /// So many links away from the concept of --around
    #[arg(long, default_value_t = 1, requires = "around")]
    depth: usize,
    /// At most so many concepts, the most named ones
    #[arg(long, default_value_t = Selection::default().top, value_name = "N", value_parser = at_least_one)]
    top: usize,
    /// Links for each concept: more show more, fewer read better
    #[arg(long, default_value_t = Selection::default().edges_per_node, value_name = "N", value_parser = edges_per_node)]
    edges_per_node: f32,
    /// The form of the map [default: by the ending of --output, or dot]
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    /// Write to this file instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Kind {
    /// Concepts and how they hang together
    #[default]
    Concepts,
    /// Entries in reading order and what they share
    Entries,
    /// Chapters and what ties them together
    Chapters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Graphviz's language
    Dot,
    /// A picture; needs Graphviz
    Svg,
    /// A picture; needs Graphviz
    Png,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("a number from 1 on".to_owned()),
    }
}

fn edges_per_node(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(number) if (0.5..=20.0).contains(&number) => Ok(number),
        _ => Err("a number from 0.5 to 20, such as 1.75".to_owned()),
    }
}

pub(in crate::cli) fn run(
    args: &MapArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let format = format(args)?;
    refuse_notes(args, workspace)?;
    if matches!(args.kind, Kind::Chapters) && args.around.is_some() {
        return Err(CliError::usage(
            "--around is not for the chapter map",
            "it draws a part of the concepts or of the entries: --kind concepts, --kind entries",
        ));
    }
    let opened = workspace.open(printer)?.link();
    let library = &opened.library;
    let selection = Selection {
        book: args.books.book(library)?,
        chapters: args.books.chapters(library)?,
        around: match &args.around {
            Some(name) => Some((concept(library, name)?, args.depth)),
            None => None,
        },
        top: args.top,
        edges_per_node: args.edges_per_node,
        language: workspace.language(),
    };
    let map = draw(args.kind, &opened, &selection, printer);
    if map.is_empty() {
        printer.warn(
            "there is nothing to draw",
            Some("no entry that was asked for is about a concept; see `bookgraph list entries`"),
        );
        return Ok(Status::Nothing);
    }
    if matches!(args.kind, Kind::Entries) && map.nodes.len() > WIDE_MAP {
        printer.warn(
            &format!("{} entries in a row make a very wide map", map.nodes.len()),
            Some("--chapter, --book or --around draw a part of it"),
        );
    }
    let dot = dot::print(&map);
    let bytes = match format {
        Format::Dot => dot.into_bytes(),
        Format::Svg => graphviz::draw(&dot, graphviz::PictureFormat::Svg)?,
        Format::Png => graphviz::draw(&dot, graphviz::PictureFormat::Png)?,
    };
    match &args.output {
        Some(path) => {
            write(path, &bytes)?;
            printer.note(&format!(
                "{}: {} · {}",
                path.display(),
                map.title,
                map.subtitle
            ));
        }
        None => printer.print_bytes(&bytes)?,
    }
    Ok(Status::Done)
}

/// Draws the kind asked for. A library without concepts cannot have a concept
/// map: then, and saying so, its entries are drawn.
fn draw(kind: Kind, opened: &Linked, selection: &Selection, printer: &mut Printer) -> Map {
    let Linked {
        library,
        tagging,
        graph,
    } = opened;
    match kind {
        Kind::Concepts if library.vocabulary().is_empty() && selection.around.is_none() => {
            printer.warn(
                "this library has no concepts yet, so here is its entry map",
                Some("add concepts to notes/concepts.ron: docs/file-format.md shows how"),
            );
            map::entries(library, tagging, graph, selection)
        }
        Kind::Concepts => map::concepts(library, tagging, graph, selection),
        Kind::Entries => map::entries(library, tagging, graph, selection),
        Kind::Chapters => map::chapters(library, tagging, graph, selection),
    }
}

fn concept(library: &Library, name: &str) -> Result<ConceptId, CliError> {
    let names = ConceptNames::of(library);
    let resolution = names.resolve(name);
    resolution.concepts.first().copied().ok_or_else(|| {
        let hint = naming::near_names(&names, name);
        CliError::usage(format!("no concept is called `{name}`"), hint)
    })
}

/// The form asked for, or the one that the output's name ends in.
fn format(args: &MapArgs) -> Result<Format, CliError> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let ending = args.output.as_deref().and_then(|path| path.extension());
    match ending.and_then(|ending| ending.to_str()) {
        None | Some("dot" | "gv" | "txt") => Ok(Format::Dot),
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        Some(other) => Err(CliError::usage(
            format!("a map cannot be written as `.{other}`"),
            "name the file .dot, .svg or .png, or say -f",
        )),
    }
}

/// A drawing is never written over notes.
fn refuse_notes(args: &MapArgs, workspace: &Workspace<'_>) -> Result<(), CliError> {
    let Some(path) = &args.output else {
        return Ok(());
    };
    let notes = workspace.root()?.join(NOTES_FOLDER).canonicalize().ok();
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok();
    let inside = notes
        .zip(folder)
        .is_some_and(|(notes, folder)| folder.starts_with(notes));
    let is_ron = path.extension().is_some_and(|ending| ending == "ron");
    if inside || is_ron {
        return Err(CliError::usage(
            format!("{} is a place for notes, not for maps", path.display()),
            "write the map into another folder, such as graphs/",
        ));
    }
    Ok(())
}

/// Writes a drawing whole or not at all: a temporary file beside it is moved
/// into its place.
fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |source| CliError::Write {
        path: path.to_path_buf(),
        source,
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if target.exists() && !target.is_file() {
        // A device such as /dev/stdout takes what it is given.
        return std::fs::write(path, bytes).map_err(failed);
    }
    let path = &target;
    let mut file = tempfile::Builder::new()
        .prefix(".bookgraph-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    crate::notes::make_readable(file.path()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
