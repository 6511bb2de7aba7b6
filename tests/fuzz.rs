//! Inputs by the thousand, made of a corpus (`suite/fuzz`): nothing panics, aborts, hangs
//! or takes too much memory. Each target has a process of its own, two at a time, for some
//! seconds; `BOOKGRAPH_FUZZ_SECONDS=60` as in continuous integration. For longer,
//! `cargo run --release --example fuzz -- --seconds 600`; `fuzz/` has the same targets for
//! cargo-fuzz.

mod bombs;
mod families;
mod mutate;
mod run;
mod shapes;
mod targets;

use crate::support::project;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

/// For so long each target is fed, unless told otherwise.
const SECONDS: u64 = 6;
/// So many targets are fed at once.
const AT_ONCE: usize = 2;
/// What a process is to do, for [`child`].
const JOB: &str = "BOOKGRAPH_FUZZ";

/// Runs a job in a process of its own; gives what it said when it did not end well.
fn run(job: &str, input: &Path) -> Option<String> {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["fuzz::child", "--exact", "--ignored", "--nocapture"])
        .env(JOB, job)
        .output()
        .expect("a process");
    if output.status.success() {
        return None;
    }
    // The input is kept where somebody can look at it.
    let what: Vec<&str> = job.split(' ').take(2).collect();
    let kept = std::env::temp_dir().join(format!("bookgraph-{}", what.join("-")));
    let kept = match std::fs::copy(input, &kept) {
        Ok(_) => format!("; the input is {}", kept.display()),
        Err(_) => String::new(),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    Some(format!("{job}: {}{kept}\n{said}", output.status))
}

/// Runs jobs, some at once; gives what was said of those that did not end well.
fn at_once<J>(jobs: impl Iterator<Item = J> + Send) -> Vec<String>
where
    J: FnOnce() -> Option<String> + Send,
{
    let next = Mutex::new(jobs);
    let wrong = Mutex::new(Vec::new());
    let work = || {
        loop {
            let Some(job) = next.lock().expect("no panic").next() else {
                return;
            };
            let said = job();
            wrong.lock().expect("no panic").extend(said);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(work);
        }
    });
    wrong.into_inner().expect("no panic")
}

#[test]
fn nothing_panics_aborts_or_hangs() {
    let folder = tempfile::tempdir().expect("a folder");
    let has_dot = crate::support::has_graphviz("fuzz::nothing_panics_aborts_or_hangs");
    let targets = targets::TARGETS.iter().map(|(target, _)| *target);
    let targets = targets.filter(|target| *target != "dot" || has_dot);
    let wrong = at_once(targets.map(|target| {
        let now = folder.path().join(target);
        move || run(&format!("feed {target} {}", now.display()), &now)
    }));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Does the same with every shape, each in a process of its own.
fn with_shapes(what: &str) -> Vec<String> {
    at_once((0..shapes::SHAPES.len()).map(|index| {
        let job = format!("{what} {index}");
        move || run(&job, Path::new(""))
    }))
}

#[test]
fn twice_as_much_takes_twice_as_long() {
    assert_eq!(with_shapes("family"), Vec::<String>::new());
}

#[test]
fn memory_is_bounded() {
    assert_eq!(with_shapes("bomb"), Vec::<String>::new());
}

/// What the processes of the tests above do.
#[test]
#[ignore = "the other tests of this module run it in a process of its own"]
fn child() {
    let Ok(job) = std::env::var(JOB) else {
        return;
    };
    let words: Vec<&str> = job.split(' ').collect();
    match words.as_slice() {
        ["feed", target, now] => {
            let corpus = run::corpus(&project().join("tests/suite"), target);
            let seconds = std::env::var("BOOKGRAPH_FUZZ_SECONDS").ok();
            let seconds = seconds.map_or(SECONDS, |it| it.parse().expect("a number of seconds"));
            let time = Duration::from_secs(seconds);
            let fed = run::feed(target, &corpus, 1, time, Path::new(now));
            assert!(fed.inputs > 0, "nothing was read");
        }
        ["family", index] => assert_eq!(families::measure(shape(index)), None),
        ["bomb", index] => assert_eq!(bombs::read(shape(index)), None),
        other => panic!("what is {other:?}?"),
    }
}

fn shape(index: &str) -> &'static shapes::Shape {
    &shapes::SHAPES[index.parse::<usize>().expect("a number")]
}
