//! Commands, killed.

use super::library::{self, Files};
use super::random::Random;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A library is used for so many commands; then a new one is made.
const ROUND: usize = 40;

/// So many write at once, each so often.
const WRITERS: usize = 4;
const TIMES: usize = 25;

/// Runs a program on libraries.
pub(crate) struct Harness {
    program: PathBuf,
    random: Random,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Commands that were killed before they ended.
    pub(crate) kills: usize,
    /// Commands that were done before the kill came.
    pub(crate) done: usize,
    /// Kills after which the change was not made.
    before: usize,
    /// Kills after which it was.
    after: usize,
    /// Kills that left a change that was put down, to be finished or taken back.
    pending: usize,
    /// Kills that left temporary files.
    temporary: usize,
    /// Updates of several writers at once.
    pub(crate) updates: usize,
    /// What went wrong.
    pub(crate) faults: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} kills ({} commands more were done first): {} left the notes as they were, {} changed",
            self.kills, self.done, self.before, self.after
        )?;
        writeln!(
            f,
            "{} left a change to be finished or taken back, {} left temporary files, until the next run",
            self.pending, self.temporary
        )?;
        writeln!(f, "{} updates of {WRITERS} writers at once", self.updates)?;
        write!(f, "{} faults", self.faults.len())?;
        for fault in self.faults.iter().take(20) {
            write!(f, "\n{fault}")?;
        }
        Ok(())
    }
}

impl Harness {
    pub(crate) fn new(program: PathBuf, seed: u64) -> Self {
        Self {
            program: program.canonicalize().unwrap_or(program),
            random: Random::new(seed),
        }
    }

    /// Kills until there were so many, or the time is over; then lets several write at
    /// once.
    pub(crate) fn run(mut self, kills: usize, time: Duration) -> Report {
        let start = Instant::now();
        let mut report = Report::default();
        let mut n = 0;
        while report.kills < kills && start.elapsed() < time {
            let folder = tempfile::tempdir().expect("a folder");
            library::write(folder.path(), &library::fresh());
            for _ in 0..ROUND {
                if report.kills >= kills || start.elapsed() >= time {
                    break;
                }
                n += 1;
                self.kill(folder.path(), n, &mut report);
            }
        }
        self.write_at_once(&mut report);
        report
    }

    fn start(&self, root: &Path, words: &[String]) -> Child {
        Command::new(&self.program)
            .current_dir(root)
            .env_remove("BOOKGRAPH_LIBRARY")
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs")
    }

    fn succeeds(&self, root: &Path, words: &[&str]) -> bool {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let status = self.start(root, &words).wait().expect("it ends");
        status.code().is_some_and(|code| code < 2)
    }

    /// One command, killed at a random moment, and all that must hold then.
    fn kill(&mut self, root: &Path, n: usize, report: &mut Report) {
        let before = library::read(root);
        let hub = hub(&before);
        let words = library::command(&mut self.random, &hub, n);
        // What the command makes of the library, on a copy.
        let copy = tempfile::tempdir().expect("a folder");
        library::write(copy.path(), &before);
        let start = Instant::now();
        let status = self.start(copy.path(), &words).wait().expect("it ends");
        let whole = start.elapsed();
        let wanted = library::notes(&library::read(copy.path()));
        let told = format!("{n}: {words:?}");
        if status.code().is_none_or(|code| code > 1) {
            // It has nothing to do: undo after an edit of another file, a name that is taken.
            if wanted != library::notes(&before) {
                report.faults.push(format!("{told}: failed, and changed"));
            }
            return;
        }
        // Later moments are the likelier: there the files are written.
        let moment = whole.mul_f64(self.random.share().sqrt() * 1.1);
        let mut child = self.start(root, &words);
        sleep(moment);
        let _ = child.kill();
        let done = child.wait().expect("it ends").code().is_some();
        let left = library::read(root);
        self.check(root, &told, done, [&before, &wanted], &left, report);
    }

    fn check(
        &mut self,
        root: &Path,
        told: &str,
        done: bool,
        [before, wanted]: [&Files; 2],
        left: &Files,
        report: &mut Report,
    ) {
        let before = library::notes(before);
        let mut fault = |what: &str| report.faults.push(format!("{told}: {what}"));
        let is_temporary = |name: &Path| name.to_string_lossy().ends_with(".tmp");
        for (name, bytes) in library::notes(left) {
            let sides = [before.get(&name), wanted.get(&name)];
            if !is_temporary(&name) && !sides.contains(&Some(&bytes)) {
                fault(&format!("{} is torn", name.display()));
            }
        }
        let pending = left.keys().any(|name| name.ends_with("pending.json"));
        let temporary = left.keys().any(|name| is_temporary(name));
        // The next command may be one that only reads, when a change is put down.
        if pending && self.random.below(2) == 0 {
            if !self.succeeds(root, &["check", "-f", "short"]) {
                fault("the notes cannot be read afterwards");
            }
            let now = library::notes(&library::read(root));
            if now != before && now != *wanted {
                fault("a reader sees half of a change");
            }
        }
        if !self.succeeds(root, &["concept", "dismiss", "살얼음판"]) {
            fault("the next command fails");
        }
        // That it took, and what it said, is taken back.
        let undone = self.succeeds(root, &["undo"]);
        let now = library::read(root);
        let strays = now
            .keys()
            .any(|name| is_temporary(name) || name.ends_with("pending.json"));
        if strays {
            fault("something is left");
        }
        let now = library::notes(&now);
        if !undone || (now != before && now != *wanted) {
            fault("the notes are neither as they were nor as they should be");
        }
        if done && now != *wanted {
            fault("what was done is lost");
        }
        match done {
            true => report.done += 1,
            false => report.kills += 1,
        }
        if !done {
            report.pending += usize::from(pending);
            report.temporary += usize::from(temporary);
            match now == *wanted && now != before {
                true => report.after += 1,
                false => report.before += 1,
            }
        }
    }

    /// Several write at once, and no update is lost.
    fn write_at_once(&self, report: &mut Report) {
        let folder = tempfile::tempdir().expect("a folder");
        library::write(folder.path(), &library::fresh());
        let root = folder.path();
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                scope.spawn(move || {
                    for time in 0..TIMES {
                        let name = format!("이름 {writer}-{time}.");
                        self.succeeds(root, &["--wait", "60", "concept", "alias", "hub", &name]);
                    }
                });
            }
        });
        let text = &library::read(root)[Path::new("notes/concepts.ron")];
        let text = String::from_utf8_lossy(text);
        for writer in 0..WRITERS {
            for time in 0..TIMES {
                match text.contains(&format!("이름 {writer}-{time}.")) {
                    true => report.updates += 1,
                    false => report
                        .faults
                        .push(format!("writer {writer} lost update {time}")),
                }
            }
        }
    }
}

/// The id that the first concept has by now.
fn hub(files: &Files) -> String {
    let text = &files[Path::new("notes/concepts.ron")];
    let text = String::from_utf8_lossy(text);
    let rest = text.split("Concept(id: \"").nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}
