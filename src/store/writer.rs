//! Putting a snapshot together, section by section.

use super::encode::encode_onto;
use super::file::SnapshotFile;
use super::layout::{CHECKSUM, Extent, Head, Section};
use crate::steps;
use serde::Serialize;
use std::io::{BufWriter, Result, Seek, SeekFrom, Write};
use std::path::Path;
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A snapshot that is being written.
#[derive(Debug)]
pub(super) struct Writer {
    file: BufWriter<NamedTempFile>,
    head: Head,
    end: u64,
    section: Section,
    /// Where each row of the section ends.
    ends: Vec<u64>,
    /// Of the checksums of these rows.
    digest: u64,
}

impl Writer {
    pub(super) fn new(file: NamedTempFile) -> Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 20, file);
        file.write_all(&[0; Head::LENGTH])?;
        Ok(Self {
            file,
            head: Head::default(),
            end: Head::LENGTH as u64,
            section: Section::Stamps,
            ends: Vec::new(),
            digest: 0,
        })
    }

    /// Writes a section of values, one a row.
    pub(super) fn encoded<T: Serialize>(
        &mut self,
        section: Section,
        values: impl IntoIterator<Item = T>,
    ) -> Result<()> {
        self.begin(section);
        for (row, value) in values.into_iter().enumerate() {
            let sealed = Self::sealed(section, row, &value)?;
            self.row(&sealed)?;
        }
        self.end()
    }

    /// Writes a section of these rows.
    pub(super) fn rows(
        &mut self,
        section: Section,
        rows: impl IntoIterator<Item = Vec<u8>>,
    ) -> Result<()> {
        self.begin(section);
        for (row, body) in rows.into_iter().enumerate() {
            let checksum = section.checksum(row, &body).to_le_bytes();
            self.row(&[&checksum[..], &body].concat())?;
        }
        self.end()
    }

    /// A row of a value, after its checksum.
    pub(super) fn sealed(section: Section, row: usize, value: &impl Serialize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; CHECKSUM];
        encode_onto(&mut bytes, value)?;
        let checksum = section.checksum(row, &bytes[CHECKSUM..]);
        bytes[..CHECKSUM].copy_from_slice(&checksum.to_le_bytes());
        Ok(bytes)
    }

    /// Begins a section.
    pub(super) fn begin(&mut self, section: Section) {
        self.section = section;
        self.ends.clear();
        self.digest = 0;
        self.head.sections[section as usize] = Extent {
            offset: self.end,
            ..Extent::default()
        };
    }

    /// Writes the next row, after its checksum.
    pub(super) fn row(&mut self, sealed: &[u8]) -> Result<()> {
        self.bytes(sealed)?;
        self.digest = xxh3_64_with_seed(&sealed[..CHECKSUM], self.digest);
        let start = self.head.extent(self.section).offset;
        self.ends.push(self.end - start);
        Ok(())
    }

    /// Where in the section the next bytes go.
    pub(super) fn at(&self) -> u64 {
        self.end - self.head.extent(self.section).offset
    }

    /// Writes bytes that are no row.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        steps::count(bytes.len());
        self.end += bytes.len() as u64;
        self.file.write_all(bytes)
    }

    /// Ends the section.
    pub(super) fn end(&mut self) -> Result<()> {
        let ends = std::mem::take(&mut self.ends);
        let bytes: Vec<u8> = ends.iter().flat_map(|end| end.to_le_bytes()).collect();
        self.bytes(&bytes)?;
        let extent = &mut self.head.sections[self.section as usize];
        extent.length = self.end - extent.offset;
        extent.rows = ends.len() as u64;
        extent.digest = self.digest;
        Ok(())
    }

    /// Copies a section, piece by piece.
    pub(super) fn copy(&mut self, section: Section, old: &SnapshotFile) -> Result<()> {
        const PIECE: u64 = 1 << 20;
        let extent = old.extent(section);
        self.begin(section);
        for from in (0..extent.length).step_by(PIECE as usize) {
            let length = PIECE.min(extent.length - from) as usize;
            let piece = old.piece(section, from, length);
            self.bytes(&piece.ok_or(std::io::ErrorKind::InvalidData)?)?;
        }
        let copied = &mut self.head.sections[section as usize];
        *copied = Extent {
            offset: copied.offset,
            ..extent
        };
        Ok(())
    }

    /// Writes where everything is, and moves the file to its place.
    pub(super) fn finish(self, path: &Path) -> Result<()> {
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
