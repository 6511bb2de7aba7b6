//! What a reader may do to this program, or a computer to its notes: `suite/faults` has
//! a folder for each fault, with a library, the steps to the fault, and what was said.
//! `suite/faults/README.md` lists all faults, and where those are tested that have no
//! folder. Whatever happens, files stay as they were.

mod fault;
mod stand;

use crate::support::project;
use fault::Fault;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn folder() -> PathBuf {
    project().join("tests/suite/faults")
}

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the cases");
    let paths = entries.map(|entry| entry.expect("a case").path());
    let mut cases: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

/// Every fault: the words, the statuses, and files that stay as they were.
#[test]
#[cfg(unix)]
fn every_fault_is_told_and_survived() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failed = Vec::new();
    for case in cases() {
        let said = Fault::read(&case).suffer();
        let expected = snapbox::Data::read_from(&case.join("said.txt"), None).raw();
        if let Err(difference) = assert.try_eq(Some(&case.display()), said.into(), expected) {
            failed.push(difference.to_string());
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// A wrong note is told and left alone: each folder of `suite/diagnostics` is as it was
/// after all commands that read.
#[test]
fn what_is_wrong_in_notes_stays() {
    let entries = std::fs::read_dir(project().join("tests/suite/diagnostics")).expect("cases");
    for case in entries.map(|entry| entry.expect("a case").path()) {
        let before = stand::of(&case);
        for args in [
            &["check", "--strict"][..],
            &["find", "세계"],
            &["list", "concepts"],
        ] {
            let printed = crate::support::bookgraph(&case, args);
            assert!(printed.status <= 2, "{}", case.display());
            assert!(!printed.stderr.contains("panicked"), "{}", printed.stderr);
        }
        assert_eq!(stand::of(&case), before, "{}", case.display());
    }
}

/// Nobody's `dot` is run, however it behaves: every form of a map is drawn without it.
#[test]
#[cfg(unix)]
fn no_other_program_is_run() {
    use std::os::unix::fs::PermissionsExt;
    let library = crate::support::TestLibrary::with_concepts(&[("pond", "호수", "Pond")])
        .entry("1", "호수. A pond.");
    let programs = library.root().join("programs");
    std::fs::create_dir(&programs).expect("a folder");
    let marker = library.root().join("was-run");
    for name in ["dot", "neato", "sfdp", "rsvg-convert", "chromium", "git"] {
        let program = programs.join(name);
        let script = format!(
            "#!/bin/sh\necho {name} >> '{}'\nsleep 60\n",
            marker.display()
        );
        std::fs::write(&program, script).expect("a program");
        let all = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&program, all).expect("permissions");
    }
    for format in ["svg", "dot", "html", "mermaid", "text", "json"] {
        let args = ["map", "-f", format];
        let output = crate::support::command(library.root(), &args)
            .env("PATH", &programs)
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{format}");
        assert!(!output.stdout.is_empty(), "{format}");
    }
    assert!(!marker.exists(), "a program was run");
}

/// Ctrl-C while an import waits for its file: nothing was written, and the lock is free.
#[test]
#[cfg(unix)]
fn an_import_that_is_interrupted_leaves_nothing() {
    use std::os::unix::fs::OpenOptionsExt;
    use std::os::unix::process::ExitStatusExt;
    let library = crate::support::TestLibrary::with_concepts(&[("pond", "호수", "Pond")])
        .entry("1", "호수. A pond.");
    let pipe = library.root().join("list.txt");
    let mode = nix::sys::stat::Mode::from_bits_truncate(0o600);
    nix::unistd::mkfifo(&pipe, mode).expect("a pipe");
    let before = crate::support::files(&library.root().join("notes"));
    let mut child = crate::support::command(library.root(), &["import", "blog-list", "list.txt"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program runs");
    // Once the pipe can be opened to write, the program reads it, and waits for its end.
    let opened = (0..600).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let mut options = std::fs::OpenOptions::new();
        options.write(true);
        options.custom_flags(nix::fcntl::OFlag::O_NONBLOCK.bits());
        options.open(&pipe).ok()
    });
    let mut list = opened.expect("a reader of the pipe");
    std::io::Write::write_all(&mut list, "전체 글 1\n".as_bytes()).expect("a line");
    let process = nix::unistd::Pid::from_raw(child.id().try_into().expect("a process"));
    // As by Ctrl-C; whoever runs in the background may ignore that, and this not.
    nix::sys::signal::kill(process, nix::sys::signal::Signal::SIGTERM).expect("a signal");
    let status = child.wait().expect("an end");
    let interrupted = nix::sys::signal::Signal::SIGTERM as i32;
    assert!(
        status.signal() == Some(interrupted) || status.code() == Some(128 + interrupted),
        "{status}"
    );
    drop(list);
    assert_eq!(crate::support::files(&library.root().join("notes")), before);
    let printed = library.run(&["tag", "1", "--confirm", "pond"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
}

/// The table has every number once, and names nothing that is not there.
#[test]
fn the_table_of_faults_is_true() {
    let table = std::fs::read_to_string(folder().join("README.md")).expect("the table");
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        Some((cells.next()?.parse::<usize>().ok()?, cells.nth(1)?))
    });
    let rows: Vec<(usize, &str)> = rows.collect();
    let numbers: Vec<usize> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=66).collect::<Vec<_>>());
    let named: BTreeSet<&str> = rows
        .iter()
        .flat_map(|(_, place)| place.split('`').skip(1).step_by(2))
        .collect();
    for name in &named {
        let path = name.split_once("::").map_or(*name, |(path, _)| path);
        let found = project().join("tests").join(path);
        let holds = |function: &str| {
            let text = std::fs::read_to_string(&found).expect("a file");
            text.contains(&format!("fn {function}("))
        };
        let there = match name.split_once("::") {
            Some((_, function)) => found.is_file() && holds(function),
            None => found.exists(),
        };
        assert!(there, "{name} is not there");
    }
    for case in cases() {
        let name = format!(
            "suite/faults/{}",
            case.file_name().unwrap().to_string_lossy()
        );
        assert!(named.contains(name.as_str()), "{name} is not in the table");
    }
}
