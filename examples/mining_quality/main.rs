//! How well new concepts are found, beside simpler methods.
//!
//! ```text
//! cargo run --release --example mining_quality -- [--json | --names N] [--concepts FILE] DATASET…
//! ```
//!
//! A data set is a book with the terms of its index, or labelled diary entries;
//! `docs/mining.md` says what is measured and what came out.

mod baselines;
mod dataset;
mod gold;
mod measures;
mod own;
mod phrases;

use clap::{Parser, ValueEnum};
use dataset::Dataset;
use measures::Measures;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures how well new concepts are found in texts whose terms are known.
#[derive(Debug, Parser)]
struct Args {
    /// Print one JSON object a line instead of a table
    #[arg(long)]
    json: bool,
    /// Print the first names of each method, a star before the right ones
    #[arg(long, value_name = "N", conflicts_with = "json")]
    names: Option<usize>,
    /// The concepts that labelled diary entries point to
    #[arg(long, value_name = "FILE")]
    concepts: Option<PathBuf>,
    /// Only these methods; all without it
    #[arg(long, value_enum)]
    method: Vec<Method>,
    /// Books with the terms of their index, or labelled diary entries
    #[arg(required = true)]
    datasets: Vec<PathBuf>,
}

/// A way to rank names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Method {
    /// This crate's.
    Bookgraph,
    /// This crate's candidates, by how often they stand in the text.
    Frequency,
    /// This crate's candidates, by C-value.
    CValue,
    /// Rapid automatic keyword extraction.
    Rake,
    /// PageRank over words that stand near each other.
    Textrank,
    /// Yet another keyword extractor, by the crate `yake-rust`.
    Yake,
}

impl Method {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The names found in a data set, best first.
    fn run(self, dataset: &Dataset) -> Vec<String> {
        match self {
            Self::Bookgraph => own::by_score(dataset),
            Self::Frequency => own::by_frequency(dataset),
            Self::CValue => own::by_c_value(dataset),
            Self::Rake => baselines::rake(dataset),
            Self::Textrank => baselines::textrank(dataset),
            Self::Yake => baselines::yake(dataset),
        }
    }
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nothing is left to be done when even this cannot be written.
            let _ = writeln!(io::stderr(), "mining_quality: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let datasets: Vec<Dataset> = args
        .datasets
        .iter()
        .map(|path| Dataset::read(path, args.concepts.as_deref()))
        .collect::<Result<_, _>>()?;
    let mut out = io::stdout().lock();
    let mut print = |line: String| match writeln!(out, "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    };
    if !args.json && args.names.is_none() {
        print(Measures::heading())?;
    }
    for dataset in &datasets {
        for method in Method::value_variants() {
            if !args.method.is_empty() && !args.method.contains(method) {
                continue;
            }
            let names = method.run(dataset);
            if let Some(most) = args.names {
                print(listed(&names, most, dataset, *method))?;
                continue;
            }
            let measures = Measures::of(&names, &dataset.gold);
            print(if args.json {
                measures.json(&dataset.name, &method.name())
            } else {
                measures.row(&dataset.name, &method.name())
            })?;
        }
    }
    Ok(())
}

/// The first names, one a line, under the data set and the method.
fn listed(names: &[String], most: usize, dataset: &Dataset, method: Method) -> String {
    let mut lines = vec![format!("{} {}", dataset.name, method.name())];
    for name in names.iter().take(most) {
        let right = dataset.gold.concept(name).is_some();
        lines.push(format!("{} {name}", if right { '*' } else { ' ' }));
    }
    lines.join("\n")
}
