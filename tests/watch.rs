//! `bookgraph watch`: it is started, notes are changed, its lines are waited for, and
//! it is stopped.

use crate::support::{TestLibrary, command};
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Longer than any work takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(library: &TestLibrary, args: &[&str]) -> Self {
        let mut child = command(library.root(), &[&["watch"], args].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let errors = BufReader::new(child.stderr.take().unwrap());
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in errors.lines() {
                let _ = tell.send(line.unwrap());
            }
        });
        Self { child, lines }
    }

    /// Waits for the next line, of which the time is left out; that a map was drawn is
    /// not told here.
    fn line(&self) -> String {
        let mut line = String::from("graphs/");
        while line.starts_with("graphs/") {
            line = self.lines.recv_timeout(PATIENCE).expect("a line");
        }
        let until_time = line
            .rsplit_once(", ")
            .filter(|(_, end)| end.contains(" ms"));
        until_time.map_or(line.clone(), |(told, _)| told.to_owned())
    }

    /// Whether nothing is said for a while.
    fn is_quiet(&self) -> bool {
        let next = self.lines.recv_timeout(Duration::from_millis(1_500));
        next == Err(RecvTimeoutError::Timeout)
    }

    /// Ends it as Ctrl-C does; gives its status and its output.
    fn stop(mut self) -> (Option<i32>, String) {
        kill_process(Pid::from_child(&self.child), Signal::INT).unwrap();
        let mut output = String::new();
        let mut stdout = self.child.stdout.take().unwrap();
        stdout.read_to_string(&mut output).unwrap();
        (self.child.wait().unwrap().code(), output)
    }
}

fn entry(text: &str) -> String {
    format!("Entry(text: \"{text}\")")
}

/// A library of the size of which a snapshot is kept.
fn library() -> TestLibrary {
    let concepts = [
        ("flywheel", "플라이휠", "flywheel"),
        ("customer", "고객", "customer"),
    ];
    TestLibrary::with_concepts(&concepts)
        .entry("long", &"오늘도 읽었다. ".repeat(14_000))
        .entry("first", "고객이 먼저다.")
}

#[test]
fn maps_and_snapshot_follow_the_notes() {
    for how in [&[][..], &["--poll", "1"]] {
        let library = library();
        let notes = library.root().join("notes/b");
        let asked = [
            "--",
            "map",
            "-o",
            "graphs/map.svg",
            "--",
            "find",
            "flywheel",
            "-c",
        ];
        fs::create_dir(library.root().join("graphs")).unwrap();
        let watching = Watching::start(&library, &[how, &asked].concat());
        assert_eq!(watching.line(), "watching 4 files, 2 entries", "{how:?}");
        assert!(watching.is_quiet(), "its own writes don't set it off");
        let drawn = || fs::read_to_string(library.root().join("graphs/map.svg")).unwrap();
        let mut before = drawn();
        let steps: [(&dyn Fn(), &str); 6] = [
            (
                &|| fs::write(notes.join("둘째.ron"), entry("플라이휠이 돈다.")).unwrap(),
                "notes/b/둘째.ron new; 3 entries",
            ),
            (
                &|| fs::write(notes.join("둘째.ron"), entry("A flywheel.")).unwrap(),
                "notes/b/둘째.ron changed; 3 entries",
            ),
            (
                &|| fs::write(notes.join(".bookgraph-1.tmp"), "Entry(").unwrap(),
                "",
            ),
            (
                &|| fs::rename(notes.join("둘째.ron"), notes.join("셋째.ron")).unwrap(),
                "1 file new, 1 file gone; 3 entries",
            ),
            (
                &|| {
                    fs::create_dir(notes.join("late")).unwrap();
                    fs::write(notes.join("late/fourth.ron"), entry("Flywheels.")).unwrap();
                },
                "notes/b/late/fourth.ron new; 4 entries",
            ),
            (
                &|| fs::remove_dir_all(notes.join("late")).unwrap(),
                "notes/b/late/fourth.ron gone; 3 entries",
            ),
        ];
        for (change, told) in steps {
            change();
            if told.is_empty() {
                assert!(watching.is_quiet(), "what is hidden is no note");
                continue;
            }
            assert_eq!(watching.line(), told, "{how:?}");
            // What it left answers without a look at the notes.
            let entries = library.run(&["list", "entries", "--no-refresh", "-f", "json"]);
            let count = entries.stdout.matches("\"id\":").count();
            assert!(told.contains(&format!("{count} entries")), "{told} {count}");
        }
        let after = drawn();
        assert_ne!(std::mem::replace(&mut before, after.clone()), after);
        assert!(watching.is_quiet());
        let (status, output) = watching.stop();
        assert_eq!(status, Some(0), "{how:?}");
        assert_eq!(output, "0\n1\n1\n1\n2\n1\n", "{how:?}");
        assert_eq!(drawn(), after);
    }
}

#[test]
fn what_cannot_be_done_is_said_and_watching_goes_on() {
    let library = library().entry("short", "플라이휠이 돈다.");
    let note = library.root().join("notes/b/short.ron");
    let written = fs::read_to_string(&note).unwrap();
    let onto = ["--", "map", "-f", "svg", "-o", "notes/b/short.ron"];
    let watching = Watching::start(&library, &onto);
    assert!(
        watching.line().starts_with("error"),
        "notes are not drawn over"
    );
    assert!(watching.line().starts_with("hint"));
    assert_eq!(watching.line(), "watching 5 files, 3 entries");
    assert_eq!(fs::read_to_string(&note).unwrap(), written);
    fs::write(&note, "Entry(text: 플라이휠").unwrap();
    let warning = watching.line();
    assert!(warning.contains("notes/b/short.ron:1"), "{warning}");
    let mut line = watching.line();
    while line.starts_with("hint") || line.starts_with("error") {
        line = watching.line();
    }
    assert_eq!(line, "notes/b/short.ron changed; 2 entries");
    fs::rename(library.root().join("notes"), library.root().join("away")).unwrap();
    let gone = watching.line();
    assert!(
        gone.starts_with("error") && gone.contains("no library"),
        "{gone}"
    );
}
