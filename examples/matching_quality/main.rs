//! How well names are found, measured on data sets of other people.
//!
//! `cargo run --release --example matching_quality -- [--concepts FILE] [--json] DATASET…`
//!
//! A data set is a list of sentences or a table of entries in which every
//! mention is marked (these need `--concepts`), a book with the marks of its own
//! index, or texts in which two analysers agree where words begin and end. See docs/matching.md for the protocol and the results.

mod baseline;
mod book;
mod marked;
mod read;
mod score;
mod silver;
mod table;

use clap::Parser;
use read::Dataset;
use score::Row;
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures matching on data sets.
#[derive(Parser)]
struct Args {
    /// The concepts of data sets in which every mention is marked
    #[arg(long, value_name = "FILE")]
    concepts: Option<PathBuf>,
    /// One JSON object a line: data set, method, and every metric
    #[arg(long)]
    json: bool,
    /// Show what was missed and, in marked texts, what was found wrongly
    #[arg(long, conflicts_with = "json")]
    errors: bool,
    /// Data sets
    #[arg(required = true, value_name = "DATASET")]
    datasets: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(output) => {
            print(&output);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprint(&problem);
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<String, String> {
    let concepts = args.concepts.as_deref().map(read::concepts).transpose()?;
    let mut rows: Vec<Row> = Vec::new();
    for path in &args.datasets {
        let name = read::name(path);
        match read::dataset(path)? {
            Dataset::Book(book) => rows.extend(book::measure(&name, &book, args.errors)),
            Dataset::Silver(set) => rows.extend(silver::measure(&name, &set, args.errors)),
            Dataset::Marked(texts) => {
                let Some(concepts) = &concepts else {
                    return Err(format!("{name} needs its concepts: --concepts FILE"));
                };
                rows.extend(marked::measure(&name, &texts, concepts, args.errors)?);
            }
        }
    }
    Ok(if args.json {
        rows.iter().map(|row| format!("{}\n", row.json())).collect()
    } else {
        table::table(&rows)
    })
}

#[expect(clippy::print_stdout, reason = "an example prints its answer")]
fn print(text: &str) {
    print!("{text}");
}

#[expect(clippy::print_stderr, reason = "an example prints its errors")]
fn eprint(text: &str) {
    eprintln!("error: {text}");
}
