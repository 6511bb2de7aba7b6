//! Reading pieces of a file.

use super::layout::{Extent, Head, Section};
use crate::steps;
use std::fs::File;
use std::io::Result;
use std::path::Path;

/// An open snapshot. Pieces are read at their offsets, by several threads at once.
#[derive(Debug)]
pub(super) struct SnapshotFile {
    file: File,
    head: Head,
}

impl SnapshotFile {
    /// Opens a snapshot of this program; `Ok(None)` when the file is something else.
    pub(super) fn open(path: &Path) -> Result<Option<Self>> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let mut head = vec![0; Head::LENGTH];
        if !metadata.is_file() || metadata.len() < head.len() as u64 {
            return Ok(None);
        }
        read_at(&file, &mut head, 0)?;
        let Some(head) = Head::of_bytes(&head) else {
            return Ok(None);
        };
        let end = head
            .sections
            .iter()
            .map(|extent| extent.offset.saturating_add(extent.length));
        let whole = end.max() == Some(metadata.len());
        Ok(whole.then_some(Self { file, head }))
    }

    /// The same file, open once more.
    pub(super) fn again(&self) -> Result<Self> {
        Ok(Self {
            file: self.file.try_clone()?,
            head: self.head,
        })
    }

    pub(super) fn extent(&self, section: Section) -> Extent {
        self.head.extent(section)
    }

    /// Some bytes of a section, unchecked.
    pub(super) fn piece(&self, section: Section, from: u64, length: usize) -> Option<Vec<u8>> {
        self.piece_into(Vec::new(), section, from, length)
    }

    /// The same in place of what is in `bytes`, whose memory is used again.
    pub(super) fn piece_into(
        &self,
        mut bytes: Vec<u8>,
        section: Section,
        from: u64,
        length: usize,
    ) -> Option<Vec<u8>> {
        let extent = self.extent(section);
        let end = from.checked_add(length as u64)?;
        if end > extent.length {
            return None;
        }
        steps::count(length);
        bytes.resize(length, 0);
        read_at(&self.file, &mut bytes, extent.offset + from).ok()?;
        Some(bytes)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, bytes, offset)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => {
                bytes = &mut bytes[read..];
                offset += read as u64;
            }
        }
    }
    Ok(())
}
