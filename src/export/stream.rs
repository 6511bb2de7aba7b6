//! Text on its way out.

use std::io::{self, Write};

/// As much is gathered before it is given on, in bytes.
const PIECE: usize = 1 << 16;

/// Gathers text and gives it on in large pieces, so that of a document never more
/// than a piece and one record are in memory.
pub(super) struct Stream<'a> {
    bytes: Vec<u8>,
    out: &'a mut dyn Write,
}

/// How the characters that a format reads as something else are written.
pub(super) struct Escape {
    /// Where in some bytes of UTF-8 the first is with which a character starts that is looked
    /// at: what [`position`] finds.
    pub(super) next: fn(&[u8]) -> Option<usize>,
    /// Writes a character that is looked at.
    pub(super) write: fn(char, &mut Vec<u8>),
}

impl<'a> Stream<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            bytes: Vec::with_capacity(2 * PIECE),
            out,
        }
    }

    /// Text as it is.
    pub(super) fn text(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Text in which some characters are written otherwise.
    pub(super) fn escaped(&mut self, text: &str, escape: &Escape) {
        let bytes = text.as_bytes();
        let mut written = 0;
        let mut at = 0;
        while let Some(next) = (escape.next)(&bytes[at..]) {
            at += next;
            // What is looked at starts a character.
            let Some(c) = text[at..].chars().next() else {
                break;
            };
            self.bytes.extend_from_slice(&bytes[written..at]);
            (escape.write)(c, &mut self.bytes);
            at += c.len_utf8();
            written = at;
        }
        self.bytes.extend_from_slice(&bytes[written..]);
    }

    /// A value as it prints: a number or a date.
    pub(super) fn shown(&mut self, value: impl std::fmt::Display) {
        // Memory takes all that is written.
        let _ = write!(self.bytes, "{value}");
    }

    /// Gives on what was gathered, once it is much; called after each record.
    pub(super) fn flow(&mut self) -> io::Result<()> {
        match self.bytes.len() < PIECE {
            true => Ok(()),
            false => self.give(),
        }
    }

    /// Gives on the rest.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.give()?;
        self.out.flush()
    }

    fn give(&mut self) -> io::Result<()> {
        self.out.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }
}

/// For those who write by `Write`: pieces are given on as they fill.
impl Write for Stream<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.flow()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where the first byte is that is looked at. Several are compared at once if that is told
/// of a byte without a branch.
#[inline]
pub(super) fn position(bytes: &[u8], looked_at: impl Fn(u8) -> bool) -> Option<usize> {
    const AT_ONCE: usize = 32;
    let any = |bytes: &[u8; AT_ONCE]| {
        let found = bytes.iter().map(|&byte| looked_at(byte));
        found.fold(false, |any, found| any | found)
    };
    let (runs, _) = bytes.as_chunks::<AT_ONCE>();
    let plain = runs.iter().take_while(|run| !any(run)).count() * AT_ONCE;
    let rest = bytes[plain..].iter();
    let found = rest.copied().position(looked_at);
    found.map(|at| plain + at)
}

/// Writes a character as it is.
pub(super) fn plain(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// What stands for a character that a format cannot hold.
pub(super) const REPLACEMENT: char = '\u{FFFD}';
