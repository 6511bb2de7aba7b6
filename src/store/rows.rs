//! Rows of a section.

use super::file::SnapshotFile;
use super::layout::{CHECKSUM, Section, u64s};
use rayon::prelude::*;
use serde::de::DeserializeOwned;

/// A row that is what was written.
#[derive(Debug)]
pub(super) struct Row {
    /// Its checksum, and then the rest.
    bytes: Vec<u8>,
}

impl Row {
    pub(super) fn body(&self) -> &[u8] {
        &self.bytes[CHECKSUM..]
    }

    pub(super) fn decode<T: DeserializeOwned>(&self) -> Option<T> {
        postcard::from_bytes(self.body()).ok()
    }
}

impl SnapshotFile {
    /// How many rows a section has.
    pub(super) fn rows(&self, section: Section) -> usize {
        self.extent(section).rows as usize
    }

    /// A row of a section; `None` when it is not what was written.
    pub(super) fn row(&self, section: Section, row: usize) -> Option<Row> {
        let ends = self.ends_at(section)?;
        // The end of the row before is its start.
        let before = row.min(1);
        let from = ends + 8 * (row - before) as u64;
        let bounds = self.piece(section, from, 8 * (1 + before))?;
        let mut bounds = u64s(&bounds);
        let start = if before == 1 { bounds.next()? } else { 0 };
        let end = bounds.next()?;
        let length = usize::try_from(end.checked_sub(start)?).ok()?;
        let bytes = self.piece(section, start, length)?;
        checked(section, row, &bytes)?;
        Some(Row { bytes })
    }

    /// What a row was made of.
    pub(super) fn decode<T: DeserializeOwned>(&self, section: Section, row: usize) -> Option<T> {
        self.row(section, row)?.decode()
    }

    /// What all rows of a section were made of, which is read in one go.
    pub(super) fn decode_all<T: DeserializeOwned + Send>(
        &self,
        section: Section,
    ) -> Option<Vec<T>> {
        let ends_at = self.ends_at(section)?;
        let length = usize::try_from(self.extent(section).length).ok()?;
        let bytes = self.piece(section, 0, length)?;
        let (rows, ends) = bytes.split_at(usize::try_from(ends_at).ok()?);
        let ends: Vec<usize> = u64s(ends).map(|end| end as usize).collect();
        let decode = |row: usize| {
            let start = if row == 0 { 0 } else { ends[row - 1] };
            let body = checked(section, row, rows.get(start..ends[row])?)?;
            postcard::from_bytes(body).ok()
        };
        let rows = (0..ends.len()).into_par_iter().with_min_len(256);
        rows.map(decode).collect()
    }

    /// Where in a section its rows end, and the numbers begin that say where each does.
    fn ends_at(&self, section: Section) -> Option<u64> {
        let extent = self.extent(section);
        extent.length.checked_sub(extent.rows.checked_mul(8)?)
    }
}

/// The body of a row that is what was written.
fn checked(section: Section, row: usize, bytes: &[u8]) -> Option<&[u8]> {
    let (checksum, body) = bytes.split_first_chunk::<CHECKSUM>()?;
    let intact = u64::from_le_bytes(*checksum) == section.checksum(row, body);
    intact.then_some(body)
}
