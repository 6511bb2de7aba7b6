//! What this program does as a child of itself, asked by a first argument that is in
//! no help.

use crate::measure;
use crate::printer;
use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Does the work that is asked for; `None` if there is none.
pub(crate) fn asked(arguments: &[String]) -> Option<Result<(), String>> {
    let (first, rest) = arguments.split_first()?;
    match (first.as_str(), rest) {
        ("--worker-measure", command) => Some(measure::worker(command)),
        ("--worker-scan", [library]) => Some(scan(library.as_ref())),
        ("--worker-write", [from, to]) => Some(write(from.as_ref(), to.as_ref())),
        ("--worker-printer", [from, to]) => Some(printer::print(from.as_ref(), to.as_ref())),
        _ => None,
    }
}

/// Prints a line.
pub(crate) fn print(text: &str) -> Result<(), String> {
    writeln!(io::stdout(), "{text}").map_err(|error| error.to_string())
}

/// The least that tagging a text takes: checks that all bytes of the notes are UTF-8,
/// and passes once over them with an automaton of all names, counting.
fn scan(library: &Path) -> Result<(), String> {
    let notes = library.join("notes");
    let vocabulary = read(&notes.join("concepts.ron"))?;
    let mut names: Vec<&str> = crate::sample::names(&vocabulary)
        .flat_map(|names| names.skip(1))
        .collect();
    names.sort_unstable();
    names.dedup();
    let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build::<_, _, u32>(names)
        .map_err(|error| error.to_string())?;
    let mut found = 0;
    let mut folders = vec![notes];
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(&folder).map_err(|error| error.to_string())? {
            let file = file.map_err(|error| error.to_string())?;
            match file.file_type().is_ok_and(|it| it.is_dir()) {
                true => folders.push(file.path()),
                false => found += automaton.leftmost_find_iter(&read(&file.path())?).count(),
            }
        }
    }
    print(&found.to_string())
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Writes as many bytes as a file has into another, in pieces as long as a line.
fn write(from: &Path, to: &Path) -> Result<(), String> {
    let length = fs::metadata(from).map_or(0, |it| it.len());
    let done = File::create(to).and_then(|file| {
        let mut file = io::BufWriter::new(file);
        for at in 0..length.div_ceil(64) {
            writeln!(file, "{at:>20} {:>20} {:>21}", at * 3, at * 7)?;
        }
        file.flush()
    });
    done.map_err(|error| error.to_string())
}
