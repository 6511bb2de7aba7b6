//! Feeds what reads notes, lists and queries with inputs that nobody would write, for as
//! long as you like: `cargo run --release --example fuzz -- --seconds 60 ron`. Without a
//! target all are fed, one after the other, each in a process of its own, so that an abort
//! is seen. Another `--seed` makes other inputs. `tests/fuzz.rs` does the same for a few
//! seconds.
#![allow(clippy::print_stdout, reason = "examples print")]

#[path = "../../tests/fuzz/mutate.rs"]
mod mutate;
#[path = "../../tests/fuzz/run.rs"]
mod run;
#[path = "../../tests/fuzz/targets.rs"]
mod targets;

use clap::Parser;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

#[derive(Parser)]
struct Args {
    /// Seconds for each target
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// What the inputs depend on
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Feed the one target in this process
    #[arg(long, hide = true)]
    child: bool,
    /// What is fed
    targets: Vec<String>,
}

fn main() {
    let mut args = Args::parse();
    if args.targets.is_empty() {
        args.targets = targets::TARGETS.map(|(name, _)| name.to_owned()).to_vec();
    }
    let now =
        |target: &str| std::env::temp_dir().join(format!("bookgraph-fuzz-{target}-{}", args.seed));
    for target in &args.targets {
        if args.child {
            let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
            let corpus = run::corpus(&suite, target);
            let time = Duration::from_secs(args.seconds);
            let fed = run::feed(target, &corpus, args.seed, time, &now(target));
            println!(
                "{target}: {} inputs, the slowest {:?}",
                fed.inputs, fed.slowest
            );
            continue;
        }
        let status = Command::new(std::env::current_exe().expect("this program"))
            .args(["--child", "--seconds", &args.seconds.to_string()])
            .args(["--seed", &args.seed.to_string(), target])
            .status()
            .expect("a process");
        if !status.success() {
            println!("{target}: {status}; the input is {}", now(target).display());
        }
    }
}
