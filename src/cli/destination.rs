//! Files that a command writes: never where notes are, whole or not at all.

use super::exit::CliError;
use super::workspace::Workspace;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file that `--output` names; none for the standard output, which `-` is as well.
pub(super) fn file(output: Option<&PathBuf>) -> Option<&Path> {
    output
        .map(PathBuf::as_path)
        .filter(|path| *path != Path::new("-"))
}

/// Where what is written may go.
pub(super) struct Destination {
    /// The folder of the notes, links resolved; none for a vault, in which drawings may
    /// stand among the notes.
    notes: Option<PathBuf>,
    /// What is written: maps.
    what: &'static str,
    /// A folder for it.
    folder: &'static str,
}

impl Destination {
    /// For what a library gives; `folder` is a place that is offered for it.
    pub(super) fn new(
        workspace: &Workspace<'_>,
        what: &'static str,
        folder: &'static str,
    ) -> Result<Self, CliError> {
        let home = workspace.home()?;
        let top = (!home.is_vault()).then(|| home.notes());
        let notes = top.and_then(|notes| notes.canonicalize().ok());
        Ok(Self {
            notes,
            what,
            folder,
        })
    }

    /// Nothing is written over notes, nor through a link to them.
    pub(super) fn refuse_notes(&self, path: &Path) -> Result<(), CliError> {
        let target = resolved(path);
        let notes = self.notes.as_ref();
        let inside = notes.is_some_and(|notes| target.starts_with(notes));
        let is_note = |path: &Path| {
            let ending = path.extension();
            ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
        };
        if inside || is_note(path) || is_note(&target) {
            let (path, what, folder) = (path.display(), self.what, self.folder);
            return Err(CliError::usage(
                format!("{path} is a place for notes, not for {what}"),
                format!(
                    "write the {} into another folder, such as {folder}",
                    singular(what)
                ),
            ));
        }
        Ok(())
    }
}

/// `map` of `maps`.
fn singular(what: &str) -> &str {
    what.strip_suffix('s').unwrap_or(what)
}

/// Writes a file whole or not at all: a temporary file beside it is moved into its
/// place.
pub(super) fn write_whole(
    path: &Path,
    write: &mut dyn FnMut(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), CliError> {
    let failed = |source| CliError::Write {
        path: path.to_path_buf(),
        source,
    };
    let target = resolved(path);
    if target.exists() && !target.is_file() {
        // A device such as /dev/stdout takes what it is given.
        let device = std::fs::OpenOptions::new().write(true).open(path);
        return device
            .and_then(|mut device| write(&mut device))
            .map_err(failed);
    }
    let mut file = tempfile::Builder::new()
        .prefix(".bookgraph-")
        .tempfile_in(target.parent().unwrap_or(Path::new(".")))
        .map_err(failed)?;
    write(file.as_file_mut()).map_err(failed)?;
    crate::notes::make_readable(file.path()).map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Where a file really is or will be, links resolved.
fn resolved(path: &Path) -> PathBuf {
    // The nearest folder that is there may be a link.
    let there = path.ancestors().find_map(|folder| {
        let known = match folder.as_os_str().is_empty() {
            true => Path::new(".").canonicalize(),
            false => folder.canonicalize(),
        };
        Some((known.ok()?, path.strip_prefix(folder).ok()?))
    });
    match there {
        Some((known, rest)) if !rest.as_os_str().is_empty() => known.join(rest),
        Some((known, _)) => known,
        None => path.to_path_buf(),
    }
}
