//! The files of an import.

use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::import::{self, Confidence, Imported, Importer, Input, Look, Options};
use crate::source::SourceFile;
use std::path::{Path, PathBuf};

/// A file that is larger is hardly one of notes.
const LIMIT: u64 = 512 * 1024 * 1024;

/// Reads all files.
pub(super) fn read(
    paths: &[PathBuf],
    importer: &dyn Importer,
    options: &Options,
    printer: &mut Printer,
) -> Result<Imported, CliError> {
    let mut all = Imported::default();
    for path in paths {
        if path.is_dir() && !importer.opens_files() {
            for file in inside(path, importer)? {
                all.merge(read_one(&file, importer, options, printer)?);
            }
        } else {
            all.merge(read_one(path, importer, options, printer)?);
        }
    }
    Ok(all)
}

fn read_one(
    path: &Path,
    importer: &dyn Importer,
    options: &Options,
    printer: &mut Printer,
) -> Result<Imported, CliError> {
    let name = path.display().to_string();
    let text = match importer.opens_files() {
        true => String::new(),
        false => {
            let bytes = bytes(path)?;
            let decoded = import::decode(&bytes);
            let decoded = decoded.ok_or_else(|| CliError::Undecodable(path.to_path_buf()))?;
            if let Some(remark) = decoded.remark {
                printer.note(&format!("{name}: {remark}"));
            }
            decoded.text
        }
    };
    let file = SourceFile::new(name, text);
    Ok(importer.read(&Input { file: &file, path }, options))
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let failed = |source| CliError::Read {
        path: path.to_path_buf(),
        source,
    };
    if std::fs::metadata(path).map_err(failed)?.len() > LIMIT {
        return Err(failed(std::io::ErrorKind::FileTooLarge.into()));
    }
    std::fs::read(path).map_err(failed)
}

/// The files in a folder, at any depth, that are of a kind.
fn inside(folder: &Path, importer: &dyn Importer) -> Result<Vec<PathBuf>, CliError> {
    let mut found = Vec::new();
    let walk = ignore::WalkBuilder::new(folder)
        .standard_filters(false)
        .sort_by_file_path(Path::cmp)
        .build();
    for item in walk {
        let item = item.map_err(|error| CliError::Read {
            path: folder.to_path_buf(),
            source: std::io::Error::other(error),
        })?;
        if !item.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let bytes = bytes(item.path())?;
        let text = import::decode(&bytes).map(|decoded| decoded.text);
        let look = Look {
            path: item.path(),
            bytes: &bytes,
            text: text.as_deref(),
        };
        let is_one = importer.detect(&look);
        if is_one.is_some_and(|found| found.confidence >= Confidence::Likely) {
            found.push(item.into_path());
        }
    }
    match found.is_empty() {
        false => Ok(found),
        true => Err(CliError::usage(
            format!(
                "no file in {} is of the kind {}",
                folder.display(),
                importer.name()
            ),
            "`bookgraph import --detect FILE` tells of what kind a file is",
        )),
    }
}
