//! How much of what the texts name is found.

use crate::programs::Programs;
use crate::sample::Sample;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// So many concepts are asked for, each by one of its names.
const ASKED: usize = 100;

/// The share of the entries naming a concept that `find` does not give when asked by
/// one of its names.
pub(crate) fn missed(sample: &Sample, programs: &Programs) -> Result<f64, String> {
    let (mut named, mut found) = (0, 0);
    let step = sample.truth.len().div_ceil(ASKED);
    for (number, (concept, entries)) in sample.truth.iter().step_by(step).enumerate() {
        let names = &sample.names[concept];
        let output = Command::new(&programs.bookgraph)
            .arg("-C")
            .arg(sample.library())
            .args([
                "--no-refresh",
                "find",
                "--ids",
                &names[number % names.len()],
            ])
            .output()
            .map_err(|error| error.to_string())?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let ids: BTreeSet<&str> = printed.lines().collect();
        named += entries.len();
        // In a library of one book ids stand alone; Markdown notes of one name go by their
        // folders, too.
        let has = |entry: &&String| {
            let alone = entry.rsplit('/').next().unwrap_or(entry);
            let book = entry.split('/').next().unwrap_or_default();
            let of_folder = format!("{book}/{}", entry.replace('/', "-"));
            [entry, alone, &of_folder].iter().any(|id| ids.contains(id))
        };
        found += entries.iter().filter(has).count();
    }
    Ok(1.0 - f64::from(found as u32) / f64::from((named as u32).max(1)))
}

/// A database of what the texts name, with an index, for the yardstick of `find`.
pub(crate) fn make_tags(sample: &Sample, programs: &Programs) -> Result<(), String> {
    let Some(sqlite) = &programs.sqlite else {
        return Ok(());
    };
    let (tags, database) = (sample.out("tags.tsv"), sample.out("tags.db"));
    let pairs = sample.truth.iter().flat_map(|(concept, entries)| {
        let line = move |entry: &String| format!("{concept}\t{entry}\n");
        entries.iter().map(line)
    });
    let error = |error: std::io::Error| format!("{}: {error}", sqlite.display());
    fs::write(&tags, pairs.collect::<String>()).map_err(error)?;
    let mut child = Command::new(sqlite)
        .arg(database)
        .stdin(Stdio::piped())
        .spawn()
        .map_err(error)?;
    let script = format!(
        "create table tag(concept, entry);\n.mode tabs\n.import \"{}\" tag\ncreate index of_concept on tag(concept, entry);\n",
        tags.display()
    );
    if let Some(mut input) = child.stdin.take() {
        input.write_all(script.as_bytes()).map_err(error)?;
    }
    child.wait().map(drop).map_err(error)
}
