//! A file's bytes as text.

use super::limits::FILE_LIMIT;
use super::utf8;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::steps;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// What tells whether a file still holds what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digest(u128);

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Self {
        steps::count(bytes.len());
        Self(xxh3_128(bytes))
    }

    pub(super) fn number(self) -> u128 {
        self.0
    }
}

/// Reads a UTF-8 file, with the digest of its bytes; a byte order mark is left
/// out of the text.
pub(super) fn read(path: &Path, shown: &str) -> Result<(Arc<SourceFile>, Digest), Box<Diagnostic>> {
    let failed = |error: std::io::Error| Box::new(unreadable(shown, &error));
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(Box::new(no_file(shown)));
    }
    let size = metadata.len();
    if size > FILE_LIMIT {
        return Err(Box::new(
            Diagnostic::of_file(
                Code::TooLarge,
                shown,
                format!(
                    "larger than {} MiB and was not read",
                    FILE_LIMIT / 1024 / 1024
                ),
            )
            .hint("split it: one file for each month, chapter or entry"),
        ));
    }
    if let Some((mut text, digest)) = utf8::read(path, size as usize).map_err(failed)? {
        steps::count(text.len());
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        return Ok((SourceFile::new(shown, text), Digest(digest)));
    }
    let bytes = fs::read(path).map_err(failed)?;
    Err(Box::new(not_utf8(&bytes, shown)))
}

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 512;

/// How many bytes a file, or a text in its place, has, if its beginning says plainly that
/// entries are in it.
pub(super) fn starts_with_entries(path: &Path, text: Option<&str>) -> Option<u64> {
    if let Some(text) = text {
        return says_entries(text.as_bytes()).then_some(text.len() as u64);
    }
    // A pipe might never open.
    let metadata = fs::metadata(path).ok()?;
    let mut head = [0; HEAD];
    let mut file = metadata.is_file().then(|| fs::File::open(path).ok())??;
    let length = file.read(&mut head).ok()?;
    says_entries(&head[..length]).then_some(metadata.len())
}

fn says_entries(head: &[u8]) -> bool {
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    loop {
        rest = rest.trim_ascii_start();
        let Some(comment) = rest.strip_prefix(b"//") else {
            break;
        };
        match comment.iter().position(|byte| *byte == b'\n') {
            Some(end) => rest = &comment[end..],
            None => return false,
        }
    }
    let names: [&[u8]; 2] = [b"Entries", b"Entry"];
    let after = names.iter().find_map(|name| rest.strip_prefix(*name));
    let after = after.map(<[u8]>::trim_ascii_start);
    after.is_some_and(|after| after.starts_with(b"("))
}

/// What cannot be opened.
fn unreadable(shown: &str, error: &std::io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::of_file(
            Code::Unreadable,
            shown,
            "was there a moment ago and is gone",
        )
        .hint("it was taken away while notes were read; ask again"),
        _ => Diagnostic::of_file(Code::Unreadable, shown, format!("cannot be read: {error}"))
            .hint("check that you may read it; the other files were read"),
    }
}

/// A pipe, a socket or a device, which to open might never end.
pub(super) fn no_file(shown: &str) -> Diagnostic {
    Diagnostic::of_file(
        Code::Unreadable,
        shown,
        "is a pipe, a socket or a device, and was not opened",
    )
    .hint("take it out of the notes")
}

/// A text in the place of a file's; a byte order mark is left out.
pub(super) fn of_text(shown: &str, text: &str) -> (Arc<SourceFile>, Digest) {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    (SourceFile::new(shown, body), Digest::of(text.as_bytes()))
}

fn not_utf8(bytes: &[u8], shown: &str) -> Diagnostic {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let wrong = simdutf8::compat::from_utf8(bytes).err();
    let at = wrong.map_or(bytes.len(), |wrong| wrong.valid_up_to());
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let (_, had_errors) = encoding_rs::EUC_KR.decode_without_bom_handling(bytes);
    let hint = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "it looks like UTF-16; save it as UTF-8"
    } else if had_errors {
        "save it as UTF-8"
    } else {
        "it looks like CP949 (EUC-KR); save it as UTF-8"
    };
    Diagnostic::of_file(
        Code::NotUtf8,
        shown,
        format!("not UTF-8 at byte {at}, on line {line}; nothing of it was read"),
    )
    .hint(hint)
}
