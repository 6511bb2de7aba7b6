//! How fast names are found, against a bare Aho–Corasick scan of the same
//! bytes: `cargo bench --bench matching`.
//!
//! The methods take turns, so that the ratios hold on a machine that is busy;
//! the fastest of all turns counts.

mod corpus;

use aho_corasick::AhoCorasick;
use bookgraph::model::{Alias, Concept, Vocabulary};
use bookgraph::tag::{Lexicon, Matcher};
use bookgraph::text::fold::{Folded, FoldedText};
use std::hint::black_box;
use std::time::{Duration, Instant};

const NOTES: usize = 8_000;
const TURNS: usize = 7;
const ALIASES: [usize; 4] = [200, 2_000, 20_000, 100_000];

#[expect(clippy::print_stdout, reason = "a benchmark prints its answer")]
fn main() {
    let notes = corpus::notes(NOTES);
    let bytes: usize = notes.iter().map(String::len).sum();
    let megabytes = bytes as f64 / 1e6;
    println!("{NOTES} notes, {megabytes:.1} MB; one thread; MB/s of original text\n");
    println!(
        "{:>8} {:>10} {:>10} {:>10} {:>9} {:>9} {:>9}",
        "aliases", "bare", "fold", "pipeline", "ratio", "hits", "build"
    );
    for count in ALIASES {
        let aliases = corpus::aliases(count);
        let vocabulary = vocabulary(&aliases);
        let start = Instant::now();
        let lexicon = Lexicon::of(&vocabulary);
        let build = start.elapsed();
        let [bare, fold, pipeline] = race(&notes, &aliases, &lexicon);
        let hits = pipeline.1;
        let speed = |time: Duration| megabytes / time.as_secs_f64();
        println!(
            "{count:>8} {:>10.0} {:>10.0} {:>10.0} {:>9.2} {hits:>9} {:>6} ms",
            speed(bare.0),
            speed(fold.0),
            speed(pipeline.0),
            speed(pipeline.0) / speed(bare.0),
            build.as_millis(),
        );
    }
}

/// The time and the count of each method: a bare scan, folding alone, and
/// everything.
fn race(notes: &[String], aliases: &[String], lexicon: &Lexicon) -> [(Duration, usize); 3] {
    let bare = AhoCorasick::new(aliases).expect("the aliases fit");
    let mut folded = Folded::default();
    let mut matcher = Matcher::new(lexicon);
    let mut methods: [&mut dyn FnMut(&str) -> usize; 3] = [
        &mut |note| bare.find_overlapping_iter(note).count(),
        &mut |note| {
            folded.refill(note);
            black_box(folded.bytes().len())
        },
        &mut |note| {
            let mut hits = 0;
            matcher.find(note, |hit| {
                black_box(hit);
                hits += 1;
            });
            hits
        },
    ];
    let mut best = [(Duration::MAX, 0); 3];
    for _ in 0..TURNS {
        for (method, best) in methods.iter_mut().zip(&mut best) {
            let start = Instant::now();
            let count = notes.iter().map(|note| method(note)).sum();
            *best = (best.0.min(start.elapsed()), count);
        }
    }
    best
}

fn vocabulary(aliases: &[String]) -> Vocabulary {
    let concept = |(index, alias): (usize, &String)| Concept {
        id: format!("c{index}"),
        aliases: vec![Alias {
            text: alias.clone(),
            ..Alias::default()
        }],
        ..Concept::default()
    };
    Vocabulary::new(aliases.iter().enumerate().map(concept).collect())
}
