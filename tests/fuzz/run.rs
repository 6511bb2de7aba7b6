//! A target, fed for a while; this runs in a process of its own, so that an abort is seen.

use super::mutate::{Random, mutated};
use super::targets::make;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// No input may take longer; what is not optimised may take longer.
pub(super) const LONGEST: Duration =
    Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fed {
    pub(super) inputs: u64,
    pub(super) slowest: Duration,
}

/// Samples of other tests that a target starts from, too: folders of the suite, and the
/// endings of files in them that are no samples.
const SAMPLES: [(&str, &str, &[&str]); 8] = [
    (
        "markdown",
        "vaults",
        &["txt", "ron", "json", "edn", "base", "canvas"],
    ),
    ("markdown", "editing/vault", &["ron"]),
    ("edit", "fuzz/ron", &[]),
    ("edit", "fuzz/markdown", &[]),
    (
        "edit",
        "vaults",
        &["txt", "ron", "json", "edn", "base", "canvas"],
    ),
    ("edit", "editing/vault", &["json", "txt"]),
    ("import", "import/cases", &["expected", "args"]),
    ("exchange", "export/vocabularies", &[]),
];

/// The inputs that a target starts from.
pub(super) fn corpus(suite: &Path, target: &str) -> Vec<Vec<u8>> {
    let mut paths = files(&suite.join("fuzz").join(target));
    for (_, folder, others) in SAMPLES.iter().filter(|(of, ..)| *of == target) {
        let samples = files(&suite.join(folder)).into_iter();
        paths.extend(samples.filter(|path| {
            let ending = path.extension().or(path.file_name()).unwrap_or_default();
            !others.iter().any(|other| *ending == **other)
        }));
    }
    assert!(!paths.is_empty(), "a corpus");
    paths
        .iter()
        .map(|path| std::fs::read(path).expect("an input"))
        .collect()
}

/// All files of a folder and the folders in it, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// Feeds a target with its corpus and then with mutations for some time. `now` holds the
/// input that is being read, should the process end.
pub(super) fn feed(target: &str, corpus: &[Vec<u8>], seed: u64, time: Duration, now: &Path) -> Fed {
    let mut read = make(target);
    let mut random = Random::new(seed);
    let mut fed = Fed::default();
    let started = Instant::now();
    let mut given = corpus.iter();
    while started.elapsed() < time {
        let input = given
            .next()
            .cloned()
            .unwrap_or_else(|| mutated(corpus, &mut random));
        std::fs::write(now, &input).expect("the input");
        let before = cpu_time();
        read(&input);
        let took = cpu_time() - before;
        assert!(
            took < LONGEST,
            "{target}: {} bytes took {took:?}",
            input.len()
        );
        fed.inputs += 1;
        fed.slowest = fed.slowest.max(took);
    }
    fed
}

/// What this process has worked, all threads together: other processes don't count.
pub(super) fn cpu_time() -> Duration {
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_SELF);
    let usage = usage.expect("the usage of this process");
    let [user, system] = [usage.user_time(), usage.system_time()];
    let micros =
        |time: nix::sys::time::TimeVal| time.tv_sec() as u64 * 1_000_000 + time.tv_usec() as u64;
    Duration::from_micros(micros(user) + micros(system))
}
