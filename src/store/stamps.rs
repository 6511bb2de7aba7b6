//! The files that were read, column by column: where the names end, lengths, times,
//! digests, what else is known, and the names.

use super::layout::{u32s, u64s};
use crate::source::Stamp;

/// Bytes of a file in all columns but the names.
const WIDTH: usize = 4 + 8 + 8 + 16 + 1;

/// The file was settled when it was looked at; it has a digest.
const SETTLED: u8 = 1;
const READ: u8 = 2;

pub(super) fn to_bytes(stamps: &[Stamp]) -> Vec<u8> {
    let mut bytes = (stamps.len() as u32).to_le_bytes().to_vec();
    let mut end = 0;
    bytes.extend(stamps.iter().flat_map(|stamp| {
        end += stamp.name.len() as u32;
        end.to_le_bytes()
    }));
    bytes.extend(stamps.iter().flat_map(|stamp| stamp.length.to_le_bytes()));
    bytes.extend(stamps.iter().flat_map(|stamp| stamp.modified.to_le_bytes()));
    let digests = stamps.iter().map(|stamp| stamp.digest.unwrap_or(0));
    bytes.extend(digests.flat_map(u128::to_le_bytes));
    bytes.extend(stamps.iter().map(|stamp| {
        let settled = if stamp.settled { SETTLED } else { 0 };
        let read = if stamp.digest.is_some() { READ } else { 0 };
        settled | read
    }));
    let names = stamps.iter().flat_map(|stamp| stamp.name.bytes());
    bytes.extend(names);
    bytes
}

/// Reads what [`to_bytes`] wrote; `None` for anything else.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Vec<Stamp>> {
    let (count, rest) = bytes.split_first_chunk::<4>()?;
    let count = u32::from_le_bytes(*count) as usize;
    let (columns, names) = rest.split_at_checked(count.checked_mul(WIDTH)?)?;
    let names = str::from_utf8(names).ok()?;
    let (ends, columns) = columns.split_at(4 * count);
    let (lengths, columns) = columns.split_at(8 * count);
    let (times, columns) = columns.split_at(8 * count);
    let (digests, flags) = columns.split_at(16 * count);
    let digests = digests.chunks_exact(16);
    let digests = digests.map(|digest| u128::from_le_bytes(digest.try_into().unwrap_or_default()));
    let mut start = 0;
    let columns = u32s(ends).zip(u64s(lengths)).zip(u64s(times));
    columns
        .zip(digests.zip(flags))
        .map(|(((end, length), modified), (digest, flags))| {
            let name = names.get(start..end as usize)?.to_owned();
            start = end as usize;
            Some(Stamp {
                name,
                length,
                modified,
                settled: flags & SETTLED != 0,
                digest: (flags & READ != 0).then_some(digest),
            })
        })
        .collect()
}
