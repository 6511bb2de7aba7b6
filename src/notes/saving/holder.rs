//! Who holds the lock of a library.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

/// The process that may change a library, as it says in the lock file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// Its command, as it was typed.
    pub command: String,
    /// Since when, in the time of the place: `2023-10-17T21:04:05`.
    pub since: String,
}

impl Holder {
    /// This process.
    pub(super) fn this(command: &str) -> Self {
        Self {
            process: std::process::id(),
            command: command.to_owned(),
            since: jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        }
    }

    /// Writes it into the lock file.
    pub(super) fn sign(&self, file: &mut File) -> io::Result<()> {
        file.set_len(0)?;
        file.rewind()?;
        let line = serde_json::to_string(self).map_err(io::Error::other)?;
        file.write_all(line.as_bytes())
    }

    /// Reads it from the lock file; `None` where a file that is locked cannot be read,
    /// and when nothing stands in it yet.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let mut text = String::new();
        let file = File::open(path).ok()?;
        file.take(64 * 1024).read_to_string(&mut text).ok()?;
        serde_json::from_str(&text).ok()
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            process,
            command,
            since,
        } = self;
        let clock = since
            .split_once('T')
            .map_or(since.as_str(), |(_, clock)| clock);
        write!(f, "`{command}` (process {process}, since {clock})")
    }
}
