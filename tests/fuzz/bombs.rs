//! Inputs that ask for memory.

use super::targets::make;

/// A target, what comes before, what is repeated to a megabyte, and what comes after.
const BOMBS: [(&str, &str, &str, &str); 10] = [
    ("ron", "Entries(entries: [", "0,", "])"),
    ("ron", "", "[", ""),
    ("ron", "Entries(entries: [", "Entry(),", "])"),
    ("ron", "Entry(text: \"a\", tags: [", "\"\",", "])"),
    ("ron", "Vocabulary(concepts: [", "Concept(id: \"a\"),", "])"),
    ("ron", "Entry(text: \"", "두 세계 ", "\")"),
    ("markdown", "", "[[AWS]] #세계 ", ""),
    ("exchange", "", "<http://a/b>\t이름\n", ""),
    ("import", "전체 글 1\n", "12/30- 3 (p4)\n", ""),
    ("markdown", "---\ntags: [", "a, ", "a]\n---\n"),
];

/// So many times its size, and 64 MB, an input may take.
const TIMES: usize = 12;

/// What is known to take more, and how many times its size that may be: a list of
/// concepts that have one id, and one of names in properties.
const KNOWN: [(&str, usize); 2] = [("Concept(id: \"a\"),", 28), ("a, ", 64)];

const BYTES: usize = 1024 * 1024;

/// How many bombs there are.
pub(super) const COUNT: usize = BOMBS.len();

/// Reads one; says what is wrong when it takes more than it may.
pub(super) fn read(index: usize) -> Option<String> {
    let (target, before, piece, after) = BOMBS[index];
    let input = format!("{before}{}{after}", piece.repeat(BYTES / piece.len()));
    let mut read = make(target);
    let before_it = peak();
    read(input.as_bytes());
    let took = peak() - before_it;
    let known = KNOWN.iter().find(|(of, _)| *of == piece);
    let times = known.map_or(TIMES, |(_, times)| *times);
    let most = times * input.len() + 64 * 1024 * 1024;
    (took > most).then(|| format!("{target} {before}{piece}…: {} MB", took >> 20))
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
