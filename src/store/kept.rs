//! A value that follows from a snapshot and is kept beside it.
//!
//! ```text
//! magic (16 bytes) · format u32 · program u64 · what it follows from u64
//! checksum of all other bytes u64 · the value
//! ```

use super::layout::program;
use super::restamp::beside;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{Error, Result, Write};
use std::path::Path;
use xxhash_rust::xxh3::Xxh3;

const MAGIC: &[u8; 16] = b"bookgraph kept\n\n";

/// Raised whenever a type that is kept, or what it is made by, changes.
const FORMAT: u32 = 1;

const HEAD: usize = 16 + 4 + 8 + 8;

/// More than any such value has, in bytes: what is longer is something else.
const LONGEST: u64 = 1 << 28;

/// What is kept in a file, if it follows from what has this digest, was written by this
/// program, and is what was written.
pub fn kept<T: DeserializeOwned>(path: &Path, of: u64) -> Option<T> {
    let about = path.metadata().ok()?;
    if !about.is_file() || about.len() > LONGEST {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    let (start, rest) = bytes.split_at_checked(HEAD)?;
    let (sum, body) = rest.split_first_chunk::<8>()?;
    let intact = start == head(of) && checksum(start, body) == u64::from_le_bytes(*sum);
    intact.then(|| postcard::from_bytes(body).ok())?
}

/// Keeps a value that follows from what has this digest in the place of what was kept. The
/// file is replaced whole; when several do that at once, one of them stays.
///
/// # Errors
///
/// Those of the file system.
pub fn keep(path: &Path, of: u64, value: &impl Serialize) -> Result<()> {
    let body = postcard::to_stdvec(value).map_err(Error::other)?;
    let start = head(of);
    let mut file = beside(path)?;
    file.write_all(&start)?;
    file.write_all(&checksum(&start, &body).to_le_bytes())?;
    file.write_all(&body)?;
    file.persist(path)?;
    Ok(())
}

fn head(of: u64) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    head[..16].copy_from_slice(MAGIC);
    head[16..20].copy_from_slice(&FORMAT.to_le_bytes());
    head[20..28].copy_from_slice(&program().to_le_bytes());
    head[28..].copy_from_slice(&of.to_le_bytes());
    head
}

fn checksum(head: &[u8], body: &[u8]) -> u64 {
    let mut sum = Xxh3::new();
    sum.update(head);
    sum.update(body);
    sum.digest()
}
