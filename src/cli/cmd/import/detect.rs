//! `bookgraph import --detect`

use super::{ImportArgs, LIBRARY, files};
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::import::{self, Confidence, Detection, IMPORTERS, Look};
use std::cmp::Reverse;
use std::path::Path;

/// So many bytes of a library tell what it is.
const HEAD: usize = 64;

/// Says of each file what kind it is of, the surest first, and why.
pub(super) fn run(args: &ImportArgs, printer: &mut Printer) -> Result<Status, CliError> {
    let mut status = Status::Done;
    // Without a kind, the first word is a file, too.
    let paths = std::iter::once(Path::new(&args.kind));
    for path in paths.chain(args.files.iter().map(AsRef::as_ref)) {
        let found = kinds(path)?;
        if found.is_empty() {
            status = Status::Nothing;
            printer.print(&format!("{}: not known\n", path.display()))?;
        }
        for (kind, found) in found {
            printer.print(&format!(
                "{}: {} ({}: {})\n",
                path.display(),
                kind,
                found.confidence.name(),
                found.reason
            ))?;
        }
    }
    Ok(status)
}

fn kinds(path: &Path) -> Result<Vec<(&'static str, Detection)>, CliError> {
    let bytes = match path.is_dir() {
        true => Vec::new(),
        false => files::bytes(path)?,
    };
    let text = import::decode(&bytes).map(|decoded| decoded.text);
    let look = Look {
        path,
        bytes: &bytes,
        text: text.as_deref(),
    };
    let all = IMPORTERS.iter().copied();
    let mut found: Vec<_> = all
        .filter_map(|importer| Some((importer.name(), importer.detect(&look)?)))
        .collect();
    found.extend(library(&look).map(|detection| (LIBRARY, detection)));
    found.sort_by_key(|(_, found)| Reverse(found.confidence));
    // What is only possible is not worth a word beside what is certain.
    let best = found.first().map(|(_, found)| found.confidence);
    found.retain(|(_, found)| Some(found.confidence) == best);
    Ok(found)
}

/// Whether it is a library that was exported.
fn library(look: &Look<'_>) -> Option<Detection> {
    let head = look.text().get(..HEAD).unwrap_or_default();
    let is_one = head.trim_start().starts_with('{') && head.contains("\"bookgraph.library/");
    is_one.then(|| Detection {
        confidence: Confidence::Certain,
        reason: "JSON of the schema bookgraph.library".to_owned(),
    })
}
