//! How long the program takes, beside yardsticks, beside other programs, and beside
//! its goals.
//!
//! ```text
//! cargo run --release --example benchmark -- [--peers] [--json] [--runs N] [--into FILE] DIR…
//! ```
//!
//! A library comes from `examples/generate`; all work is done on a copy of it. Every
//! job is a whole process. What counts is its CPU time, and of that the ratio to a
//! yardstick in the same round. Needs a Unix (Linux, macOS): processes are measured by
//! getrusage(2). `scripts/benchmark` makes the libraries and writes
//! docs/performance.md.

mod change;
mod communities;
mod figures;
mod formats;
mod goals;
mod hops;
mod hub;
mod layouts;
mod measure;
mod peers;
mod printer;
mod programs;
mod recall;
mod report;
mod rounds;
mod sample;
mod task;
mod warm;
mod workers;

use clap::Parser;
use programs::Programs;
use sample::Sample;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures the program.
#[derive(Debug, Parser)]
struct Args {
    /// Measure other programs on the same jobs, too: those that are installed
    #[arg(long)]
    peers: bool,
    /// One JSON object a line in place of tables
    #[arg(long)]
    json: bool,
    /// How often each job is run; one that takes long, less often
    #[arg(long, default_value_t = 9, value_name = "N")]
    runs: usize,
    /// Put the tables into this file, between its lines `<!-- measured -->` and `<!-- /measured -->`
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    into: Option<PathBuf>,
    /// The program to measure
    #[arg(long, default_value = "target/release/bookgraph", value_name = "FILE")]
    program: PathBuf,
    /// The Python that has the packages of --peers
    #[arg(long, default_value = "python3", value_name = "FILE")]
    python: PathBuf,
    /// Libraries from `examples/generate`
    #[arg(required = true, value_name = "DIR")]
    libraries: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match workers::asked(&arguments) {
        Some(work) => work,
        None => run(&Args::parse()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _ = writeln!(io::stderr(), "error: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let programs = Programs::find(&args.program, &args.python, args.peers)?;
    let samples = args.libraries.iter().map(|path| Sample::copy(path));
    let samples = samples.collect::<Result<Vec<_>, _>>()?;
    if args.peers {
        samples.iter().try_for_each(peers::prepare)?;
    }
    let figures = rounds::run(&samples, &programs, args.runs)?;
    let goals = goals::judge(&samples, &figures, &programs)?;
    let text = match args.json {
        true => report::json(&samples, &figures, &goals),
        false => report::markdown(&samples, &figures, &goals, &programs),
    };
    let written = match &args.into {
        Some(file) => return report::put(file, &text),
        None => io::stdout().write_all(text.as_bytes()),
    };
    written.map_err(|error| error.to_string())
}
