//! Inputs that ask for memory.

use super::targets::make;

/// A target, what comes before, what is repeated to a megabyte, and what comes after.
const BOMBS: [(&str, &str, &str, &str); 9] = [
    ("ron", "Entries(entries: [", "0,", "])"),
    ("ron", "", "[", ""),
    ("ron", "Entries(entries: [", "Entry(),", "])"),
    ("ron", "Entry(text: \"a\", tags: [", "\"\",", "])"),
    ("ron", "Vocabulary(concepts: [", "Concept(id: \"a\"),", "])"),
    ("ron", "Entry(text: \"", "두 세계 ", "\")"),
    ("markdown", "", "[[AWS]] #세계 ", ""),
    ("exchange", "", "<http://a/b>\t이름\n", ""),
    ("import", "전체 글 1\n", "12/30- 3 (p4)\n", ""),
];

const BYTES: usize = 1024 * 1024;

/// How many bombs there are.
pub(super) const COUNT: usize = BOMBS.len();

/// Reads one; says what is wrong when it takes more than twelve times its size and 64 MB.
pub(super) fn read(index: usize) -> Option<String> {
    let (target, before, piece, after) = BOMBS[index];
    let input = format!("{before}{}{after}", piece.repeat(BYTES / piece.len()));
    let mut read = make(target);
    let before_it = peak();
    read(input.as_bytes());
    let took = peak() - before_it;
    let most = 12 * input.len() + 64 * 1024 * 1024;
    (took > most).then(|| format!("{target} {before}{piece}…: {} MB", took >> 20))
}

/// The most memory that this process had, in bytes.
fn peak() -> usize {
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_SELF);
    let kibibytes = usage.expect("the usage of this process").max_rss() as usize;
    // Darwin counts bytes.
    if cfg!(target_os = "macos") {
        kibibytes
    } else {
        kibibytes * 1024
    }
}
