//! Inputs that ask for memory.

use super::run::{LONGEST, cpu_time};
use super::shapes::Shape;
use super::targets::make;

/// So many times its size, and 64 MB, an input may take.
const TIMES: usize = 12;

const BYTES: usize = 1024 * 1024;

/// What is read before, so that what a process takes once is not counted: where nothing is
/// optimised, the program itself is a large part of it.
const FIRST: usize = 1024;

/// So many times longer than any input of the fuzzer it may take.
const LONGER: u32 = 4;

/// Reads one shape; says what is wrong when it takes more than it may.
pub(super) fn read(shape: &Shape) -> Option<String> {
    let input = shape.of_length(BYTES);
    let mut read = make(shape.0);
    read(shape.of_length(FIRST).as_bytes());
    let (before, started) = (peak(), cpu_time());
    read(input.as_bytes());
    let (took, time) = (peak() - before, cpu_time() - started);
    let most = TIMES * input.len() + 64 * 1024 * 1024;
    let wrong = took > most || time > LONGEST * LONGER;
    wrong.then(|| format!("{}: {} MB, {time:?}", shape.name(), took >> 20))
}

/// The most memory that this process had, in bytes. What getrusage(2) says starts, on
/// Linux, from that of the process that started this one.
#[cfg(target_os = "linux")]
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("what this process is");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kibibytes.expect("its memory") * 1024
}

/// The most memory that this process had, in bytes.
#[cfg(not(target_os = "linux"))]
fn peak() -> usize {
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_SELF);
    let peak = usage.expect("the usage of this process").max_rss() as usize;
    // Darwin counts bytes.
    if cfg!(target_os = "macos") {
        peak
    } else {
        peak * 1024
    }
}
