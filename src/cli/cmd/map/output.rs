//! Where a map goes, and in what form.

use super::args::MapArgs;
use super::{group_name, scene_name};
use crate::cli::destination::{self, Destination, write_whole};
use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::{EarlierMap, ROOM, Scene};
use crate::render::png::{Font, PngError};
use crate::render::{ExportOptions, MapFormat, export, positions};
use std::path::{Path, PathBuf};

/// A drawing larger than this is no earlier drawing of ours, in bytes.
const LARGEST_EARLIER: u64 = 64 << 20;

/// A picture smaller than this, for a pixel of the map, can't be read.
const LEAST_SCALE: f64 = 0.1;

/// The form and the place of a map.
pub(super) struct Output<'a> {
    format: MapFormat,
    path: Option<&'a Path>,
    destination: Destination,
    fresh: bool,
    flat: bool,
}

impl<'a> Output<'a> {
    pub(super) fn new(args: &'a MapArgs, workspace: &Workspace<'_>) -> Result<Self, CliError> {
        let path = destination::file(args.output.as_ref());
        let output = Self {
            format: format(args.format.map(MapFormat::from), path)?,
            path,
            destination: Destination::new(workspace, "maps", "graphs/")?,
            fresh: args.fresh,
            flat: args.flat,
        };
        if output.format != MapFormat::Png && (args.scale.is_some() || args.font.is_some()) {
            return Err(CliError::usage(
                "--scale and --font are for PNG",
                "the other forms have no pixels, and the fonts of whoever looks at them",
            ));
        }
        path.map_or(Ok(()), |path| output.destination.refuse_notes(path))?;
        Ok(output)
    }

    /// The drawing that stands where this one will go, unless all is to be
    /// placed anew. What is there may be anything: then there is no earlier one.
    pub(super) fn earlier(&self) -> EarlierMap {
        let Some(path) = self.path.filter(|_| !self.fresh) else {
            return EarlierMap::default();
        };
        let mut files: Vec<String> = earlier_file(path).into_iter().collect();
        if files.iter().any(|file| positions::is_overview(file)) {
            let groups = (1..).map_while(|group| earlier_file(&beside(path, &group_name(group))));
            files.extend(groups);
        }
        let mut earlier = positions::read(&files);
        let overview = !earlier.group_colours.is_empty();
        let flat = !overview && earlier.places.len() > ROOM;
        // The places of many maps say nothing for one, nor those of one for many.
        if (self.flat && overview) || (!self.flat && flat) {
            earlier.places.clear();
        }
        earlier
    }

    /// The bytes of some scenes. A picture that is too large at the usual scale is
    /// drawn as large as can be, and that is said.
    fn export(
        &self,
        scenes: &[Scene],
        args: &MapArgs,
        printer: &mut Printer,
    ) -> Result<Vec<u8>, CliError> {
        let options = export_options(args);
        match export(scenes, self.format, &options) {
            Err(PngError::Size { fits, .. }) if args.scale.is_none() && fits >= LEAST_SCALE => {
                // Rounded down, so that it does fit.
                let scale = (fits * 100.0).floor() / 100.0;
                printer.warn(
                    &format!("so large a map is drawn {scale} times its size, not twice"),
                    Some("draw less, or draw SVG, which is sharp at any size"),
                );
                let smaller = ExportOptions { scale, ..options };
                Ok(export(scenes, self.format, &smaller)?)
            }
            drawn => Ok(drawn?),
        }
    }

    /// Whether there is a place for one map only.
    pub(super) fn holds_one(&self) -> bool {
        self.path.is_none() && !self.format.holds_several()
    }

    /// Whether sentences are quoted in it.
    pub(super) fn quotes(&self) -> bool {
        self.format.quotes()
    }

    /// Writes the scenes: into one file where it holds several, else each into
    /// its own, and to the standard output only the first.
    pub(super) fn write(
        &self,
        scenes: &[Scene],
        args: &MapArgs,
        printer: &mut Printer,
    ) -> Result<(), CliError> {
        let at_once = match self.format.holds_several() {
            true => scenes.len(),
            false => 1,
        };
        let Some(path) = self.path else {
            let bytes = self.export(&scenes[..at_once], args, printer)?;
            return Ok(printer.print_bytes(&bytes)?);
        };
        for (index, chunk) in scenes.chunks(at_once).enumerate() {
            let name = scene_name(scenes, index * at_once);
            let path = name.map_or_else(|| path.to_path_buf(), |name| beside(path, &name));
            self.destination.refuse_notes(&path)?;
            write(&path, &self.export(chunk, args, printer)?)?;
            let scene = &chunk[0];
            let told = format!("{}: {} · {}", path.display(), scene.title, scene.subtitle);
            printer.note(&told);
            for finding in &scene.findings {
                printer.note(&format!("  {finding}"));
            }
        }
        Ok(())
    }
}

/// The text of a file that may be an earlier drawing: a device or a pipe is none.
fn earlier_file(path: &Path) -> Option<String> {
    let about = path.metadata().ok()?;
    let may_be = about.is_file() && about.len() <= LARGEST_EARLIER;
    may_be.then(|| std::fs::read_to_string(path).ok())?
}

fn export_options(args: &MapArgs) -> ExportOptions {
    let font = args.font.as_deref().map(|font| match Path::new(font) {
        path if path.is_file() => Font::File(path.to_path_buf()),
        _ => Font::Family(font.to_owned()),
    });
    ExportOptions {
        theme: args.theme(),
        scale: args.scale.map_or(ExportOptions::default().scale, f64::from),
        font,
    }
}

/// `map.svg` → `map-group-1.svg`.
fn beside(path: &Path, name: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let file = match path.extension() {
        Some(ending) => format!("{stem}-{name}.{}", ending.to_string_lossy()),
        None => format!("{stem}-{name}"),
    };
    path.with_file_name(file)
}

/// The form asked for, or the one that the output's name ends in.
fn format(asked: Option<MapFormat>, path: Option<&Path>) -> Result<MapFormat, CliError> {
    let ending = path
        .and_then(Path::extension)
        .map(|ending| ending.to_string_lossy());
    match (asked, ending) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(MapFormat::Dot),
        (None, Some(ending)) => MapFormat::of_ending(&ending.to_lowercase()).ok_or_else(|| {
            CliError::usage(
                format!("a map cannot be written as `.{ending}`"),
                "name the file .dot, .svg, .png, .html, .txt, .mmd or .json, or say -f",
            )
        }),
    }
}

/// Writes a drawing whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    write_whole(path, &mut |file| file.write_all(bytes))
}
