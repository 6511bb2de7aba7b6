//! How fast full text is, against a bare scan of the same bytes:
//! `cargo bench --bench searching -- DIR`, where DIR is a library with a snapshot
//! (`cargo run --release --example generate` makes one up; any command of `bookgraph`
//! leaves the snapshot).
//!
//! All of a question is measured in a row, so that the ratios hold on a machine that is
//! busy; the fastest of some turns counts.

use bookgraph::model::{EntryId, Library};
use bookgraph::search::{Question, TextIndex, search};
use bookgraph::store::{self, Opening};
use bookgraph::text::fold::{FoldedText, key};
use memchr::memmem::Finder;
use rayon::prelude::*;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const TURNS: usize = 7;

/// Of a library of `examples/generate`: words that are nowhere, rare, and in every
/// second entry, Latin and Korean.
const QUESTIONS: [&str; 6] = ["zebra", "kirpraim", "홸루텔", "stust", "걀패궨", "톄"];

#[expect(clippy::print_stdout, reason = "a benchmark prints its answer")]
fn main() {
    let folders = std::env::args().skip(1).filter(|arg| arg != "--bench");
    for folder in folders.map(PathBuf::from) {
        let Opening::Open(snapshot) = store::open(&folder.join(".bookgraph/snapshot")) else {
            println!("{}: there is no snapshot", folder.display());
            continue;
        };
        let Some((library, ..)) = snapshot.load() else {
            println!("{}: the snapshot is damaged", folder.display());
            continue;
        };
        println!("{}: {} entries", folder.display(), library.entries().len());
        measure(&library);
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its answer")]
fn measure(library: &Library) {
    let all: Vec<EntryId> = library.entry_ids().collect();
    let (opening, index) = fastest(|| TextIndex::of(library));
    let blocks: Vec<Vec<u8>> = index.stream().pass(|block| block.text().bytes().to_vec());
    let bytes: usize = blocks.iter().map(Vec::len).sum();
    println!("{} folded bytes; {} to open", bytes, ms(opening));
    println!(
        "question, found, bare scan on one thread, on all, pass, query, query / pass, query / bare on all"
    );
    for asked in QUESTIONS {
        let Ok(question) = Question::parse(asked) else {
            continue;
        };
        let finder = Finder::new(&key(asked)).into_owned();
        let count = |bytes: &[u8]| finder.find_iter(bytes).count();
        let (alone, _) = fastest(|| blocks.iter().map(|block| count(block)).sum::<usize>());
        let (bare, _) = fastest(|| blocks.par_iter().map(|block| count(block)).sum::<usize>());
        let (pass, _) = fastest(|| index.stream().pass(|block| count(block.text().bytes())));
        let (query, found) = fastest(|| search(&index, &question, &all));
        println!(
            "{asked}, {}, {}, {}, {}, {}, {:.1}, {:.1}",
            found.len(),
            ms(alone),
            ms(bare),
            ms(pass),
            ms(query),
            query.as_secs_f64() / pass.as_secs_f64(),
            query.as_secs_f64() / bare.as_secs_f64(),
        );
    }
}

/// The shortest time something takes, and what comes of it.
fn fastest<T>(mut what: impl FnMut() -> T) -> (Duration, T) {
    let mut turn = || {
        let start = Instant::now();
        let answer = what();
        (start.elapsed(), answer)
    };
    let (mut best, mut answer) = turn();
    for _ in 1..TURNS {
        let (time, again) = turn();
        best = best.min(time);
        answer = again;
    }
    (best, answer)
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
