//! Writing a snapshot.

use super::file::SnapshotFile;
use super::layout::{Extent, Head, Section};
use super::records;
use super::shelf::{Shelf, Warning};
use super::tags;
use super::texts::Texts;
use crate::model::{ENTRIES_A_BLOCK, EntryId, Library};
use crate::place::Placement;
use crate::source::Stamp;
use crate::steps;
use crate::tag::Tagging;
use rayon::prelude::*;
use serde::Serialize;
use std::io::{BufWriter, Error, Result, Seek, SeekFrom, Write};
use std::path::Path;
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

/// So many records, or folded entries, are in memory at once: whole blocks.
const TOGETHER: usize = 4096;

/// What a snapshot holds.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The files that it is made of, by their names.
    pub stamps: &'a [Stamp],
    /// What they say.
    pub library: &'a Library,
    /// Its tags.
    pub tagging: &'a Tagging,
    /// Its chapters.
    pub placement: &'a Placement,
    /// What to warn of.
    pub warning: Option<Warning>,
}

/// Writes a snapshot beside `path` and moves it there when it is whole. It is not
/// forced to the disk: what a crash leaves is noticed and made anew.
pub fn write(path: &Path, contents: &Contents<'_>) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let file = NamedTempFile::new_in(folder)?;
    let mut writer = Writer::new(file)?;
    let Contents {
        library, tagging, ..
    } = contents;
    writer.encoded(Section::Stamps, &contents.stamps)?;
    let shelf = Shelf::of(library, contents.warning.clone());
    writer.encoded(Section::Shelf, &shelf)?;
    writer.section(Section::Tags, &tags::to_bytes(tagging.all_tags()))?;
    writer.encoded(Section::Placement, contents.placement)?;
    let texts = writer.texts(library)?;
    writer.encoded(Section::Texts, &texts)?;
    let ends = writer.records(library, tagging)?;
    let ends: Vec<u8> = ends.iter().flat_map(|end| end.to_le_bytes()).collect();
    writer.section(Section::Ends, &ends)?;
    writer.finish(path)
}

/// Writes a snapshot again with other stamps.
pub(super) fn restamp(path: &Path, old: &SnapshotFile, stamps: &[Stamp]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut writer = Writer::new(NamedTempFile::new_in(folder)?)?;
    writer.encoded(Section::Stamps, &stamps)?;
    for section in &Section::ALL[1..] {
        writer.copy(*section, old)?;
    }
    writer.finish(path)
}

struct Writer {
    file: BufWriter<NamedTempFile>,
    head: Head,
    end: u64,
}

impl Writer {
    fn new(file: NamedTempFile) -> Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 20, file);
        file.write_all(&[0; Head::LENGTH])?;
        Ok(Self {
            file,
            head: Head::default(),
            end: Head::LENGTH as u64,
        })
    }

    fn encoded(&mut self, section: Section, value: &impl Serialize) -> Result<()> {
        let bytes = postcard::to_stdvec(value).map_err(Error::other)?;
        self.section(section, &bytes)
    }

    fn section(&mut self, section: Section, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes)?;
        self.note(section, bytes.len() as u64, xxh3_64(bytes));
        Ok(())
    }

    /// Copies a section, piece by piece.
    fn copy(&mut self, section: Section, old: &SnapshotFile) -> Result<()> {
        const PIECE: u64 = 1 << 20;
        let extent = old.extent(section);
        for from in (0..extent.length).step_by(PIECE as usize) {
            let length = PIECE.min(extent.length - from) as usize;
            let piece = old.piece(section, from, length);
            let piece = piece.ok_or(std::io::ErrorKind::InvalidData)?;
            self.file.write_all(&piece)?;
        }
        self.note(section, extent.length, extent.checksum);
        Ok(())
    }

    fn note(&mut self, section: Section, length: u64, checksum: u64) {
        steps::count(length as usize);
        self.head.sections[section as usize] = Extent {
            offset: self.end,
            length,
            checksum,
        };
        self.end += length;
    }

    /// Writes all folded texts; gives what is known of them.
    fn texts(&mut self, library: &Library) -> Result<Texts> {
        let entries: Vec<EntryId> = library.entry_ids().collect();
        let mut texts = Texts::default();
        for entries in entries.chunks(TOGETHER) {
            let blocks = entries.par_chunks(ENTRIES_A_BLOCK);
            let blocks: Vec<_> = blocks.map(|entries| library.fold(entries)).collect();
            for (block, entries) in blocks {
                let record = block.into_record();
                self.file.write_all(&record)?;
                texts.note(&record, entries);
            }
        }
        self.note(Section::Folded, texts.length(), 0);
        Ok(texts)
    }

    /// Writes all records; gives where each ends, after a 0.
    fn records(&mut self, library: &Library, tagging: &Tagging) -> Result<Vec<u64>> {
        let entries: Vec<EntryId> = library.entry_ids().collect();
        let mut ends = vec![0];
        let mut end = 0;
        for entries in entries.chunks(TOGETHER) {
            let record = |&id: &EntryId| records::to_bytes(library.entry(id), &tagging.behind(id));
            let records: Vec<_> = entries.par_iter().map(record).collect();
            for record in records {
                let record = record.map_err(Error::other)?;
                self.file.write_all(&record)?;
                end += record.len() as u64;
                ends.push(end);
            }
        }
        self.note(Section::Records, end, 0);
        Ok(ends)
    }

    fn finish(self, path: &Path) -> Result<()> {
        let mut file = self
            .file
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&self.head.to_bytes())?;
        file.persist(path)?;
        Ok(())
    }
}
