//! A fault: steps, one a line, that are done in a copy of the case's library.
//!
//! ```text
//! write PATH TEXT     symlink TARGET PATH     fifo PATH      socket PATH
//! repeat PATH N TEXT  many PATH N TEXT        large PATH N   nest PATH N NAME TEXT
//! run ARGS            bytes ARGS              show PATH      lacks PATH TEXT
//! changes             (files may change)
//! ```
//!
//! Paths and `bytes` may have bytes as `\xFF`.

use super::stand;
use crate::support::command;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, Instant};

/// A command that takes longer has gone astray.
const LONGEST: Duration = Duration::from_secs(120);

pub(super) struct Fault {
    library: PathBuf,
    steps: String,
}

impl Fault {
    pub(super) fn read(case: &Path) -> Self {
        Self {
            library: case.join("library"),
            steps: fs::read_to_string(case.join("steps.txt")).expect("steps.txt"),
        }
    }

    /// Does the steps; gives what the program said.
    pub(super) fn suffer(&self) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        // Links may lead out of the library and stay in the folder.
        let root = folder.path().join("in/library");
        copy(&self.library, &root);
        let mut said = String::new();
        let mut changes = false;
        for step in self.steps.lines() {
            let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
            match verb {
                "changes" => changes = true,
                "run" | "bytes" => {
                    let before = stand::of(&root);
                    said.push_str(&run(&root, rest));
                    if !changes {
                        assert_eq!(stand::of(&root), before, "{step}: files changed");
                    }
                }
                "show" => {
                    let kind = fs::symlink_metadata(root.join(rest)).expect("a file");
                    let link = if kind.is_symlink() { " (a link)" } else { "" };
                    let text = fs::read_to_string(root.join(rest)).unwrap_or_default();
                    said.push_str(&format!("{rest}{link}:\n{text}\n"));
                }
                "lacks" => {
                    let (path, text) = rest.split_once(' ').expect("a path and a text");
                    let file = fs::read_to_string(root.join(path)).expect("a file");
                    assert!(!file.contains(text), "{path} has {text}");
                }
                _ => prepare(&root, verb, rest),
            }
        }
        said
    }
}

/// Makes what no repository can hold.
fn prepare(root: &Path, verb: &str, rest: &str) {
    let (first, more) = rest.split_once(' ').unwrap_or((rest, ""));
    let path = root.join(PathBuf::from(bytes(first)));
    let (number, text) = more.split_once(' ').unwrap_or((more, ""));
    let number = number.parse().unwrap_or(0);
    match verb {
        "write" => write(&path, more),
        "symlink" => std::os::unix::fs::symlink(first, root.join(more)).expect("a link"),
        "fifo" => {
            let mode = nix::sys::stat::Mode::from_bits_truncate(0o600);
            nix::unistd::mkfifo(&path, mode).expect("a pipe");
        }
        "socket" => drop(UnixListener::bind(&path).expect("a socket")),
        "repeat" => {
            let mut file = fs::File::options()
                .append(true)
                .create(true)
                .open(path)
                .expect("a file");
            file.write_all(text.repeat(number).as_bytes())
                .expect("a file");
        }
        "many" => (0..number).for_each(|index| {
            let text = text.replace("NUMBER", &index.to_string());
            write(&path.join(format!("note-{index}.ron")), &text);
        }),
        "large" => {
            let file = fs::File::create(path).expect("a file");
            file.set_len(number as u64).expect("a length");
        }
        "nest" => {
            let (name, text) = text.split_once(' ').expect("a name and a text");
            let deep = (0..number).fold(path, |path, _| path.join("d"));
            write(&deep.join(name), text);
        }
        other => panic!("what is `{other}`?"),
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn run(root: &Path, line: &str) -> String {
    let words = shell_words::split(&line.replace("\\x", "\\\\x")).expect("words");
    let mut child = command(root, &[]);
    child.args(words.iter().map(|word| bytes(word)));
    let started = Instant::now();
    let output = child.output().expect("bookgraph runs");
    assert!(
        started.elapsed() < LONGEST,
        "{line} took {:?}",
        started.elapsed()
    );
    told(line, &output)
}

fn told(line: &str, output: &Output) -> String {
    let [stdout, stderr] = [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8(bytes.clone()).expect("UTF-8"));
    assert!(!stderr.contains("panicked"), "{line}: {stderr}");
    for text in [&stdout, &stderr] {
        let harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!text.contains(harmful), "{line}: {text:?}");
    }
    let status = output.status.code().expect("a status, not a signal");
    format!("$ bookgraph {line}\n{stdout}{stderr}? {status}\n\n")
}

/// A text with bytes written as `\xFF`.
fn bytes(text: &str) -> OsString {
    let mut pieces = text.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (byte, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).expect("a byte"));
        bytes.extend(rest.as_bytes());
    }
    OsString::from_vec(bytes)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(fs::copy(&path, &target).expect("a copy")),
        }
    }
}
