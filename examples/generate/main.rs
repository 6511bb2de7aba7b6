//! Makes a library of any size up: books, chapters, concepts with names in two
//! languages, and entries that name them in running text.
//!
//! `cargo run --release --example generate -- --entries N --concepts C --seed S DIR`
//!
//! The same numbers make the same bytes. docs/performance.md says what such a
//! library is like, and what is measured on it.

mod concepts;
mod entries;
mod layout;
mod words;
mod zipf;

use clap::{Parser, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Makes a library up.
#[derive(Parser)]
struct Args {
    /// How many entries
    #[arg(long, value_name = "N")]
    entries: usize,
    /// How many concepts; one for twenty entries, 20 to 20,000, unless said
    #[arg(long, value_name = "C")]
    concepts: Option<usize>,
    /// Where chance starts
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// All entries in one file, or a few: each as large as is read
    #[arg(long)]
    one_file: bool,
    /// How entries are written
    #[arg(long, short, value_enum, default_value_t = Format::Ron)]
    format: Format,
    /// A folder that is empty or not there yet
    dir: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// `Entry(…)`
    Ron,
    /// Front matter and text
    Markdown,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match layout::write(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&args, &error);
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stderr, reason = "an example prints its errors")]
fn report(args: &Args, error: &std::io::Error) {
    eprintln!("error: {}: {error}", args.dir.display());
}
