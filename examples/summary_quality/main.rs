//! How well sentences are chosen for a summary, beside simpler methods.
//!
//! ```text
//! cargo run --release --example summary_quality -- [--json] [--method M]… DATASET…
//! ```
//!
//! A data set is a folder of texts with the sentences that people chose, or a book
//! with summaries of its chapters; `docs/summary.md` says what is measured and what
//! came out.

mod dataset;
mod measures;
mod methods;
mod rouge;

use clap::Parser;
use dataset::Dataset;
use measures::Measures;
use methods::Method;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures how well sentences are chosen from texts whose summaries are known.
#[derive(Debug, Parser)]
struct Args {
    /// Print one JSON object a line instead of a table
    #[arg(long)]
    json: bool,
    /// Only these methods; all without it
    #[arg(long, value_enum)]
    method: Vec<Method>,
    /// Folders or files of texts with chosen sentences, or books with summaries
    #[arg(required = true)]
    datasets: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let mut out = io::stdout().lock();
    for path in &args.datasets {
        let dataset = Dataset::read(path)?;
        if !args.json {
            writeln!(out, "{}", measures::header(&dataset)).map_err(|error| error.to_string())?;
        }
        for method in Method::all(&args.method) {
            let measures = Measures::of(&dataset, method);
            let line = match args.json {
                true => measures.json(&dataset, method),
                false => measures.row(method),
            };
            writeln!(out, "{line}").map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}
