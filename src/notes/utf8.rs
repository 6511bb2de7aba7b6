//! The text of a file, read piece by piece.

use std::fs::File;
use std::io::{Read, Result};
use std::path::Path;
use xxhash_rust::xxh3::Xxh3;

/// So many bytes are read at a time: a file is in memory once, as text, and not beside
/// that as bytes.
const PIECE: usize = 1 << 17;

/// Reads a file of about so many bytes: its text, and what its bytes add up to; `None` when
/// it is not UTF-8.
pub(super) fn read(path: &Path, size: usize) -> Result<Option<(String, u128)>> {
    let mut file = File::open(path)?;
    // A byte more than there are shows the end without asking again.
    let mut piece = vec![0; PIECE.min(size + 1)];
    let mut text = String::with_capacity(size);
    let mut digest = Xxh3::new();
    let mut kept = 0;
    loop {
        let filled = kept + fill(&mut file, &mut piece[kept..])?;
        digest.update(&piece[kept..filled]);
        let last = filled < piece.len();
        let end = if last { filled } else { whole(&piece) };
        let Ok(new) = simdutf8::basic::from_utf8(&piece[..end]) else {
            return Ok(None);
        };
        text.push_str(new);
        if last {
            return Ok(Some((text, digest.digest128())));
        }
        kept = filled - end;
        piece.copy_within(end..filled, 0);
        if piece.len() < PIECE {
            // It is longer than it was.
            piece.resize(PIECE, 0);
        }
    }
}

/// Fills a piece as far as the file goes.
fn fill(file: &mut File, piece: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while filled < piece.len() {
        match file.read(&mut piece[filled..]) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// How many bytes there are before the character at the end, of which there may be more to
/// come.
fn whole(piece: &[u8]) -> usize {
    let goes_on = |byte: &&u8| **byte & 0xC0 == 0x80;
    let rest = piece.iter().rev().take(3).take_while(goes_on).count();
    piece.len() - (rest + 1).min(piece.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use xxhash_rust::xxh3::xxh3_128;

    /// Characters of every length, across every border of a piece.
    #[test]
    fn what_is_read_in_pieces_is_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for before in 0..8 {
            let text = "a".repeat(before) + &"고é😀".repeat(PIECE / 4);
            for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, text.len()] {
                let length = (length..).find(|&at| text.is_char_boundary(at)).unwrap();
                let text = &text[..length];
                fs::write(&path, text).unwrap();
                for size in [0, length / 2, length, 2 * length] {
                    let read = read(&path, size).unwrap();
                    assert!(read == Some((text.to_owned(), xxh3_128(text.as_bytes()))));
                }
            }
        }
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let long = "고".repeat(PIECE);
        for (before, wrong) in [
            ("", &b"\xFF"[..]),
            ("a", b"\xEA"),
            (&long, b"\xEA\xB3"),
            (&long, b"\x80"),
        ] {
            fs::write(&path, [before.as_bytes(), wrong].concat()).unwrap();
            assert!(read(&path, before.len()).unwrap().is_none());
        }
    }
}
