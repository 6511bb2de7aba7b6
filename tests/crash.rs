//! Commands that are killed. By default for some seconds; `BOOKGRAPH_KILL_SECONDS=60` as
//! in continuous integration (`scripts/test`); for longer, `cargo run --release --example crash`.

#[path = "../examples/crash/harness.rs"]
mod harness;
#[path = "../examples/crash/library.rs"]
mod library;
#[path = "../examples/crash/random.rs"]
mod random;

use harness::Harness;
use std::time::Duration;

/// How long, unless told otherwise.
const SECONDS: u64 = 10;

#[test]
fn nothing_is_lost_by_a_kill() {
    let seconds = std::env::var("BOOKGRAPH_KILL_SECONDS").ok();
    let seconds = seconds.map_or(SECONDS, |text| text.parse().expect("a number of seconds"));
    let harness = Harness::new(env!("CARGO_BIN_EXE_bookgraph").into(), 7);
    let report = harness.run(usize::MAX, Duration::from_secs(seconds));
    assert!(report.faults.is_empty(), "{report}");
    assert!(report.kills > 0 && report.updates > 0, "{report}");
}
