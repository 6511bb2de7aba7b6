//! Commands that change several files. A folder in `suite/editing` has a script,
//! `edit.txt`: commands on a copy of the library in `suite/editing/base`, with what they
//! say; and the files as they are afterwards, as far as they changed, in `after`. Files
//! in `before` take the place of those of the library, or are added. A case whose name
//! starts with `vault-` is about a copy of the Markdown notes in `suite/editing/vault`.

use crate::support::{bookgraph, command, files, printed, project};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

type Notes = BTreeMap<PathBuf, String>;

fn suite() -> PathBuf {
    project().join("tests/suite/editing")
}

fn notes(folder: &Path) -> Notes {
    if !folder.is_dir() {
        return Notes::new();
    }
    let files = files(folder).into_iter();
    files
        .map(|(path, bytes)| {
            let name = path.strip_prefix(folder).unwrap().to_path_buf();
            (name, String::from_utf8(bytes).unwrap())
        })
        .filter(|(name, _)| !name.starts_with(".bookgraph"))
        .collect()
}

/// A copy of the library of a case.
struct Library {
    folder: tempfile::TempDir,
    is_vault: bool,
}

impl Library {
    fn of(case: &Path) -> Self {
        let library = Self {
            folder: tempfile::tempdir().unwrap(),
            is_vault: case
                .file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("vault-"),
        };
        let base = if library.is_vault {
            "vault"
        } else {
            "base/notes"
        };
        let mut all = notes(&suite().join(base));
        all.extend(notes(&case.join("before")));
        for (name, text) in all {
            let path = library.notes().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        library
    }

    /// Its folder; a book may be called so.
    fn root(&self) -> PathBuf {
        let root = self.folder.path().join("library");
        fs::create_dir_all(&root).unwrap();
        root
    }

    fn notes(&self) -> PathBuf {
        match self.is_vault {
            true => self.root(),
            false => self.root().join("notes"),
        }
    }
}

/// This case leaves a mistake of which it is not certain what was meant.
const WITH_PROBLEMS: &str = "check-fix";

/// Runs the commands of a script, one after the other; gives the script as it should
/// be. Lines that start with `<` are the input of the command above them.
fn run(script: &str, root: &Path) -> String {
    let mut said = String::new();
    let lines: Vec<&str> = script.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let Some(typed) = line.strip_prefix("$ bookgraph ") else {
            continue;
        };
        let input = lines[index + 1..]
            .iter()
            .take_while(|line| line.starts_with('<'));
        let input: Vec<&str> = input.map(|line| line[1..].trim_start()).collect();
        let args = super::words(typed);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut child = command(root, &args)
            .env_remove("VISUAL")
            .env("EDITOR", "false")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let _ = pipe.write_all((input.join("\n") + "\n").as_bytes());
        drop(pipe);
        let output = printed(&child.wait_with_output().unwrap());
        assert!(!output.stderr.contains("panicked"), "{typed}");
        said.push_str(&format!("{line}\n"));
        for line in input {
            said.push_str(&format!("< {line}\n"));
        }
        said.push_str(&format!(
            "{}{}? {}\n",
            output.stdout, output.stderr, output.status
        ));
    }
    // What is said of the time and the place is not the same twice.
    let said = said.replace(root.to_str().unwrap(), "LIBRARY");
    let mut lines: Vec<String> = said.lines().map(timeless).collect();
    lines.push(String::new());
    lines.join("\n")
}

/// The line without the time that it says.
fn timeless(line: &str) -> String {
    let Some((head, tail)) = line.rsplit_once("` of 2") else {
        return line.to_owned();
    };
    match tail.len() {
        15 => format!("{head}` of TIME"),
        _ => line.to_owned(),
    }
}

/// The notes that are not as they were.
fn changed(before: &Notes, after: &Notes) -> Notes {
    let same = |(name, text): &(&PathBuf, &String)| before.get(*name) != Some(*text);
    let changed = after.iter().filter(same);
    let mut changed: Notes = changed
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    for gone in before.keys().filter(|name| !after.contains_key(*name)) {
        changed.insert(gone.clone(), "(removed)\n".to_owned());
    }
    changed
}

fn cases() -> Vec<PathBuf> {
    let cases = fs::read_dir(suite()).unwrap();
    let mut cases: Vec<PathBuf> = cases
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("edit.txt").is_file())
        .collect();
    cases.sort();
    cases
}

#[test]
fn every_reference_follows() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut wrong = Vec::new();
    for case in cases() {
        let library = Library::of(&case);
        let root = library.notes();
        let before = notes(&root);
        let script = fs::read_to_string(case.join("edit.txt")).unwrap();
        let said = run(&script, &library.root());
        let now = changed(&before, &notes(&root));
        if overwrite {
            fs::write(case.join("edit.txt"), &said).unwrap();
            let _ = fs::remove_dir_all(case.join("after"));
            for (name, text) in &now {
                let path = case.join("after").join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            continue;
        }
        let wanted = notes(&case.join("after"));
        if said != script || now != wanted {
            wrong.push(format!("{}\n{said}\n{now:#?}", case.display()));
        }
        // What is written can be read, or was as bad before.
        let mut problems = bookgraph::notes::read(&root).diagnostics;
        problems.retain(|it| it.severity() != bookgraph::diagnostic::Severity::Observation);
        let may = case.ends_with(WITH_PROBLEMS) || !case.join("after").exists();
        assert!(problems.is_empty() || may, "{problems:#?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Whatever a case changes is taken back by as many `undo`, to the byte, and made again
/// by as many `redo`.
#[test]
fn every_change_can_be_taken_back_and_made_again() {
    for case in cases() {
        let script = fs::read_to_string(case.join("edit.txt")).unwrap();
        if script.contains("bookgraph undo") {
            continue;
        }
        let library = Library::of(&case);
        let root = library.notes();
        let before = notes(&root);
        run(&script, &library.root());
        let after = notes(&root);
        let turn = |what: &str| {
            let mut steps = 0;
            while bookgraph(&library.root(), &[what]).status == 0 {
                steps += 1;
            }
            steps
        };
        let undone = turn("undo");
        assert_eq!(notes(&root), before, "{}", case.display());
        assert_eq!(undone > 0, before != after, "{}", case.display());
        assert_eq!(turn("redo"), undone, "{}", case.display());
        assert_eq!(notes(&root), after, "{}", case.display());
    }
}
