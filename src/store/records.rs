//! An entry and what stands behind its tags, read when they are asked for.

use super::damage::Damaged;
use super::file::SnapshotFile;
use super::layout::Section;
use crate::model::{Entry, EntryId, EntrySource};
use crate::tag::{Behind, BehindSource};
use serde::Serialize;
use serde::de::DeserializeOwned;
use xxhash_rust::xxh3::xxh3_64;

/// Bytes of a checksum.
const CHECKSUM: usize = 8;

/// A record: for each of its two parts the checksum and the length, then the parts.
pub(super) fn to_bytes(entry: &Entry, behind: &Behind) -> postcard::Result<Vec<u8>> {
    let entry = part(entry)?;
    let behind = part(behind)?;
    let mut record = Vec::with_capacity(4 + entry.len() + behind.len());
    record.extend((entry.len() as u32).to_le_bytes());
    record.extend(entry);
    record.extend(behind);
    Ok(record)
}

fn part(value: &impl Serialize) -> postcard::Result<Vec<u8>> {
    let mut bytes = postcard::to_extend(value, vec![0; CHECKSUM])?;
    let checksum = xxh3_64(&bytes[CHECKSUM..]);
    bytes[..CHECKSUM].copy_from_slice(&checksum.to_le_bytes());
    Ok(bytes)
}

/// The records of a snapshot.
#[derive(Debug)]
pub(super) struct Records {
    file: SnapshotFile,
}

/// Which part of a record is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Entry,
    Behind,
}

impl Records {
    pub(super) fn new(file: SnapshotFile) -> Self {
        Self { file }
    }

    fn read<T: DeserializeOwned>(&self, id: EntryId, wanted: Part) -> Option<T> {
        let ends = self.file.piece(Section::Ends, id.index() as u64 * 8, 16)?;
        let (start, end) = ends.split_at(8);
        let start = u64::from_le_bytes(start.try_into().ok()?);
        let end = u64::from_le_bytes(end.try_into().ok()?);
        let length = usize::try_from(end.checked_sub(start)?).ok()?;
        let record = self.file.piece(Section::Records, start, length)?;
        let (first, parts) = record.split_first_chunk::<4>()?;
        let (entry, behind) = parts.split_at_checked(u32::from_le_bytes(*first) as usize)?;
        let part = match wanted {
            Part::Entry => entry,
            Part::Behind => behind,
        };
        let (checksum, body) = part.split_first_chunk::<CHECKSUM>()?;
        let intact = u64::from_le_bytes(*checksum) == xxh3_64(body);
        intact.then(|| postcard::from_bytes(body).ok()).flatten()
    }
}

impl EntrySource for Records {
    fn entry(&self, id: EntryId) -> Entry {
        self.read(id, Part::Entry)
            .unwrap_or_else(|| Damaged::throw())
    }
}

impl BehindSource for Records {
    fn behind(&self, id: EntryId) -> Behind {
        self.read(id, Part::Behind)
            .unwrap_or_else(|| Damaged::throw())
    }
}
