//! An entry and what stands behind its tags, read when they are asked for.

use super::damage::Damaged;
use super::file::SnapshotFile;
use super::layout::Section;
use super::texts::Texts;
use crate::model::{Entry, EntryId, EntrySource};
use crate::tag::{Behind, BehindSource};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;
use xxhash_rust::xxh3::xxh3_64;

/// Bytes of a checksum.
const CHECKSUM: usize = 8;

/// A record: the length of its first part, then both parts, each after its checksum.
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
    /// Where each ends, after a 0.
    ends: Vec<u64>,
    texts: OnceLock<Option<Texts>>,
}

/// Which part of a record is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Entry,
    Behind,
}

impl Records {
    /// The records of a snapshot; `None` when there are not as many as entries, or
    /// what is known of them is not what was written.
    pub(super) fn new(file: SnapshotFile, entries: usize) -> Option<Self> {
        let bytes = file.section(Section::Ends)?;
        let numbers = bytes.chunks_exact(8);
        let numbers =
            numbers.map(|number| u64::from_le_bytes(number.try_into().unwrap_or_default()));
        let ends: Vec<u64> = numbers.collect();
        (ends.len() == entries + 1).then_some(Self {
            file,
            ends,
            texts: OnceLock::new(),
        })
    }

    pub(super) fn file(&self) -> &SnapshotFile {
        &self.file
    }

    /// What is known of the folded texts, read when it is first asked for.
    pub(super) fn texts(&self) -> Option<&Texts> {
        let read = || Texts::read(&self.file, self.ends.len() - 1);
        self.texts.get_or_init(read).as_ref()
    }

    fn read<T: DeserializeOwned>(&self, id: EntryId, wanted: Part) -> Option<T> {
        let (start, end) = (self.ends[id.index()], self.ends[id.index() + 1]);
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
