//! What a process took.

use crate::programs::Invocation;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What one process and its children took.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// Seconds of CPU, user and system.
    pub(crate) cpu: f64,
    /// Seconds from start to end.
    pub(crate) wall: f64,
    /// The most memory at once, in bytes. Never less than the three megabytes of
    /// the process that started it.
    pub(crate) peak: u64,
}

/// Runs a command in a process of its own, whose only child it is: the peak of memory
/// that getrusage(2) gives is that of the largest child ever.
pub(crate) fn measure(itself: &Path, invocation: &Invocation) -> Result<Usage, String> {
    let mut command = Command::new(itself);
    command.arg("--worker-measure").arg(&invocation.program);
    let output = command.args(&invocation.arguments).output();
    let output = output.map_err(|error| format!("{}: {error}", itself.display()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{invocation}: {}", said.trim()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("{invocation}: {error}"))
}

/// The other end of [`measure`]: runs the command and prints what it took.
pub(crate) fn worker(arguments: &[String]) -> Result<(), String> {
    let (program, arguments) = arguments.split_first().ok_or("no command")?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().map_err(|error| error.to_string())?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("ended with {status}"));
    }
    let (cpu, peak) = of_children()?;
    let usage = Usage { cpu, wall, peak };
    let text = serde_json::to_string(&usage).map_err(|error| error.to_string())?;
    super::workers::print(&text)
}

/// The seconds of CPU that this process takes to do something, and what comes of it.
pub(crate) fn cpu_of<T>(work: impl FnOnce() -> T) -> Result<(f64, T), String> {
    let (before, _) = of_itself()?;
    let done = work();
    Ok((of_itself()?.0 - before, done))
}

#[cfg(unix)]
fn of_children() -> Result<(f64, u64), String> {
    of(nix::sys::resource::UsageWho::RUSAGE_CHILDREN)
}

#[cfg(unix)]
fn of_itself() -> Result<(f64, u64), String> {
    of(nix::sys::resource::UsageWho::RUSAGE_SELF)
}

#[cfg(unix)]
fn of(who: nix::sys::resource::UsageWho) -> Result<(f64, u64), String> {
    use nix::sys::resource::getrusage;
    use nix::sys::time::{TimeVal, TimeValLike};
    let usage = getrusage(who).map_err(|error| error.to_string())?;
    let seconds = |time: TimeVal| time.num_microseconds() as f64 / 1e6;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    // Kibibytes, but bytes on macOS.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    Ok((cpu, u64::try_from(usage.max_rss()).unwrap_or(0) * unit))
}

#[cfg(not(unix))]
fn of_children() -> Result<(f64, u64), String> {
    Err("processes can be measured on Linux and macOS alone".to_owned())
}

#[cfg(not(unix))]
fn of_itself() -> Result<(f64, u64), String> {
    of_children()
}
