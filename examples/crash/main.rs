//! Kills editing commands at random moments and checks that nothing is lost:
//! `cargo build --release && cargo run --release --example crash -- --kills 1000`.

mod harness;
mod library;
mod random;

use clap::Parser;
use harness::{Harness, Report};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

#[derive(Parser)]
struct Args {
    /// So many kills
    #[arg(long, default_value_t = 1000)]
    kills: usize,
    /// But no longer than this
    #[arg(long, default_value_t = 3600)]
    seconds: u64,
    /// Where the random moments start from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The program [default: the one beside this one]
    #[arg(long)]
    program: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "an example tells its result")]
fn main() -> ExitCode {
    let args = Args::parse();
    let program = args.program.unwrap_or_else(|| {
        let here = std::env::current_exe().expect("the path of this program");
        let folder = here.ancestors().nth(2).expect("target/release");
        folder.join(format!("bookgraph{}", std::env::consts::EXE_SUFFIX))
    });
    let harness = Harness::new(program, args.seed);
    let report: Report = harness.run(args.kills, Duration::from_secs(args.seconds));
    println!("{report}");
    match report.faults.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
