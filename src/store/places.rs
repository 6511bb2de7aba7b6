//! Where the records of entries are: themselves, and what stands behind their tags.

use super::damage::Damaged;
use super::layout::{CHECKSUM, Piece, Section, u32s, u64s};
use super::stored::Stored;
use crate::model::EntryId;
use serde::de::DeserializeOwned;

/// The places of so many entries are read at once.
pub(super) const PLACES_TOGETHER: usize = 64;

/// Bytes of a place in all columns.
const WIDTH: usize = 8 + 3 * 4;

/// Where an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RecordPlace {
    /// Where its record begins, after which comes what stands behind its tags.
    pub(super) offset: u64,
    /// How many bytes both have.
    pub(super) lengths: [u32; 2],
    /// The line in its file.
    pub(super) line: u32,
}

/// Some places, column by column.
pub(super) fn to_bytes(places: &[RecordPlace]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(places.len() * WIDTH);
    bytes.extend(places.iter().flat_map(|place| place.offset.to_le_bytes()));
    for column in [
        |place: &RecordPlace| place.lengths[0],
        |place: &RecordPlace| place.lengths[1],
        |place: &RecordPlace| place.line,
    ] {
        bytes.extend(places.iter().flat_map(|place| column(place).to_le_bytes()));
    }
    bytes
}

/// One of the places that [`to_bytes`] wrote.
fn of_bytes(bytes: &[u8], at: usize) -> Option<RecordPlace> {
    let count = bytes.len() / WIDTH;
    let (offsets, rest) = bytes.split_at_checked(8 * count)?;
    let column = |number: usize| {
        let column = rest.get(4 * count * number..4 * count * (number + 1))?;
        u32s(column).nth(at)
    };
    Some(RecordPlace {
        offset: u64s(offsets).nth(at)?,
        lengths: [column(0)?, column(1)?],
        line: column(2)?,
    })
}

impl Stored {
    /// A piece of an entry, and the line of the entry in its file.
    pub(super) fn record<T: DeserializeOwned>(&self, entry: EntryId, piece: Piece) -> (T, u32) {
        let read = self.read_record(entry, piece);
        read.unwrap_or_else(|| Damaged::throw())
    }

    fn read_record<T: DeserializeOwned>(&self, entry: EntryId, piece: Piece) -> Option<(T, u32)> {
        let block = entry.index() / PLACES_TOGETHER;
        let read = || self.file.row(Section::Places, block);
        let row = self
            .places
            .get(block, || read().unwrap_or_else(|| Damaged::throw()));
        let place = of_bytes(row.body(), entry.index() % PLACES_TOGETHER)?;
        let [of_entry, of_behind] = place.lengths;
        let (offset, length) = match piece {
            Piece::Entry => (place.offset, of_entry),
            Piece::Behind => (place.offset + u64::from(of_entry), of_behind),
        };
        let bytes = self.file.piece(Section::Pieces, offset, length as usize)?;
        Some((decode(piece, &bytes)?, place.line))
    }
}

/// What a piece was made of; `None` when it is not what was written.
pub(super) fn decode<T: DeserializeOwned>(piece: Piece, bytes: &[u8]) -> Option<T> {
    let (checksum, body) = bytes.split_first_chunk::<CHECKSUM>()?;
    let intact = u64::from_le_bytes(*checksum) == piece.checksum(body);
    intact.then(|| postcard::from_bytes(body).ok())?
}
