//! The `dot` program, when it is installed: DOT in, a picture out.

use process_control::{ChildExt, Control};
use std::io::{ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

/// `dot` gets this long.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// `dot` gets this much memory, in bytes.
const MEMORY_LIMIT: usize = 1 << 30;
/// A picture larger than this is not taken, in bytes.
const OUTPUT_LIMIT: u64 = 64 << 20;

/// The formats that `dot` is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphvizError {
    /// There is no `dot`.
    #[error("the program `dot` of Graphviz is not installed")]
    NotInstalled,
    /// It ran too long or took too much memory.
    #[error("`dot` was stopped: it took more than {} seconds or {} MiB", TIME_LIMIT.as_secs(), MEMORY_LIMIT >> 20)]
    Stopped,
    /// It gave too much.
    #[error("`dot` was stopped: its picture is larger than {} MiB", OUTPUT_LIMIT >> 20)]
    TooLarge,
    /// It refused.
    #[error("`dot` failed: {0}")]
    Failed(String),
    /// It could not be run.
    #[error("`dot` could not be run: {0}")]
    Io(#[from] std::io::Error),
}

/// Draws a DOT text with the `dot` on the path, under a limit of time, memory
/// and output. No file is opened for the text: Graphviz is told that it runs
/// in a server.
///
/// # Errors
///
/// When there is no `dot`, or it fails or passes a limit.
pub fn draw(dot: &str, format: PictureFormat) -> Result<Vec<u8>, GraphvizError> {
    let format = match format {
        PictureFormat::Svg => "-Tsvg",
        PictureFormat::Png => "-Tpng",
    };
    let mut child = Command::new("dot")
        .arg(format)
        .env("SERVER_NAME", "bookgraph")
        .env("GV_FILE_PATH", "")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => GraphvizError::NotInstalled,
            _ => GraphvizError::Io(error),
        })?;
    let mut stdin = child.stdin.take();
    let mut stdout = child.stdout.take();
    let mut stderr = child.stderr.take();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // A `dot` that stops reading says why on stderr.
            let _ = stdin
                .take()
                .map(|mut stdin| stdin.write_all(dot.as_bytes()));
        });
        let picture = scope.spawn(|| read(stdout.take(), OUTPUT_LIMIT + 1));
        let complaints = scope.spawn(|| read(stderr.take(), 4_096));
        let status = child
            .controlled()
            .time_limit(TIME_LIMIT)
            .memory_limit(MEMORY_LIMIT)
            .terminate_for_timeout()
            .wait()?;
        let picture = picture.join().unwrap_or_default();
        let complaints = complaints.join().unwrap_or_default();
        match status {
            None => Err(GraphvizError::Stopped),
            Some(_) if picture.len() as u64 > OUTPUT_LIMIT => Err(GraphvizError::TooLarge),
            Some(status) if status.success() => Ok(picture),
            Some(_) => Err(GraphvizError::Failed(
                String::from_utf8_lossy(&complaints).trim().to_owned(),
            )),
        }
    })
}

/// Reads up to a limit; closing the pipe then stops the writer.
fn read(pipe: Option<impl Read>, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        // What was read before an error is still worth showing.
        let _ = pipe.take(limit).read_to_end(&mut bytes);
    }
    bytes
}
