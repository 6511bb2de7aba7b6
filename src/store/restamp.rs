//! A snapshot with other stamps.

use super::file::SnapshotFile;
use super::layout::Section;
use super::stamps;
use super::writer::Writer;
use crate::source::Stamp;
use std::io::Result;
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a snapshot once more with other stamps.
pub(super) fn restamp(path: &Path, old: &SnapshotFile, stamps: &[Stamp]) -> Result<()> {
    let mut writer = Writer::new(beside(path)?)?;
    writer.rows(Section::Stamps, [stamps::to_bytes(stamps)])?;
    for section in &Section::ALL[1..] {
        writer.copy(*section, old)?;
    }
    writer.finish(path)
}

/// A file beside another one, that can be moved into its place.
pub fn beside(path: &Path) -> Result<NamedTempFile> {
    NamedTempFile::new_in(path.parent().unwrap_or(Path::new("")))
}
