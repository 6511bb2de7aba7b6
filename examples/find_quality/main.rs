//! How well the entries about a term are ranked, measured on the marks that
//! authors made for the indexes of their books.
//!
//! `cargo run --release --example find_quality -- [--json] BOOK…`
//!
//! docs/search.md has the protocol and the results.

mod baseline;
mod library;
#[path = "../support/marked_book.rs"]
mod marked_book;
mod measures;
mod methods;
mod table;
mod terms;

use clap::Parser;
use marked_book::MarkedBook;
use measures::Row;
use std::path::PathBuf;
use std::process::ExitCode;
use terms::Mode;

/// Measures the ranking of entries on books with an index.
#[derive(Parser)]
struct Args {
    /// One JSON object a line: data set, mode, method, and every metric
    #[arg(long)]
    json: bool,
    /// Books with index marks
    #[arg(required = true, value_name = "BOOK")]
    books: Vec<PathBuf>,
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
    let mut rows: Vec<Row> = Vec::new();
    for path in &args.books {
        let dataset = marked_book::name(path);
        let book: MarkedBook = marked_book::json(path)?;
        for mode in [Mode::Leaf, Mode::Root] {
            let terms = terms::terms(&book, mode);
            rows.extend(methods::measure(&dataset, &book, mode, &terms));
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
