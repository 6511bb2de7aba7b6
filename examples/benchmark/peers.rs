//! Other programs on the same jobs.

use crate::programs::{Invocation, Programs};
use crate::sample::{Layout, Sample};
use bookgraph::notes;
use std::fmt::Write;
use std::fs;

/// Some take a minute for more entries.
const UP_TO: usize = 10_000;

const SCRIPT: &str = include_str!("peers.py");

/// Writes what the programs read: entries with texts and the concepts they name,
/// as JSON lines, and all names with their concepts.
pub(crate) fn prepare(sample: &Sample) -> Result<(), String> {
    if sample.entries > UP_TO {
        return Ok(());
    }
    let library = notes::read(&sample.notes()).library;
    let mut concepts = vec![Vec::new(); library.entries().len()];
    let mut ids: Vec<_> = library
        .entry_ids()
        .map(|id| (library.qualified_id(id), id))
        .collect();
    ids.sort();
    for (concept, entries) in &sample.truth {
        for entry in entries {
            let own = entry.rsplit('/').next().unwrap_or(entry);
            let place = |id: &str| ids.binary_search_by(|it| it.0.as_str().cmp(id));
            if let Ok(at) = place(entry).or_else(|_| place(own)) {
                concepts[ids[at].1.index()].push(concept);
            }
        }
    }
    let mut lines = String::new();
    for id in library.entry_ids() {
        let line = serde_json::json!({
            "id": library.qualified_id(id),
            "text": library.entry(id).text,
            "concepts": concepts[id.index()],
        });
        let _ = writeln!(lines, "{line}");
    }
    let mut names = String::new();
    for (concept, all) in &sample.names {
        for name in all {
            let _ = writeln!(names, "{name}\t{concept}");
        }
    }
    let written = fs::write(sample.out("entries.jsonl"), lines)
        .and_then(|()| fs::write(sample.out("names.tsv"), names))
        .and_then(|()| fs::write(sample.out("peers.py"), SCRIPT));
    written.map_err(|error| error.to_string())
}

/// Looks for a label in all notes, printing where it is.
pub(crate) fn ripgrep(sample: &Sample, programs: &Programs) -> Option<Invocation> {
    let notes = sample.notes().display().to_string();
    let arguments = ["-l", "-F", label(sample), &notes];
    Some(Invocation::new(programs.ripgrep.as_ref()?, arguments))
}

/// Reads a vault and writes its graph.
pub(crate) fn iwe(sample: &Sample, programs: &Programs) -> Option<Invocation> {
    let iwe = programs.iwe.as_ref()?;
    let script = "cd \"$1\" && mkdir -p .iwe && touch .iwe/config.toml && exec \"$0\" export";
    let notes = sample.notes().display().to_string();
    let arguments = [
        "-c".to_owned(),
        script.to_owned(),
        iwe.display().to_string(),
        notes,
    ];
    (sample.layout == Layout::Markdown).then(|| Invocation::new("sh".as_ref(), arguments))
}

/// A job of `peers.py`, if Python finds the package.
pub(crate) fn python(
    sample: &Sample,
    programs: &Programs,
    package: &str,
    job: &str,
) -> Option<Invocation> {
    let out = sample.out("").display().to_string();
    let script = sample.out("peers.py").display().to_string();
    let notes = sample.notes().display().to_string();
    let arguments = [
        &script,
        package,
        job,
        &out,
        label(sample),
        sample.median(),
        &notes,
    ];
    let there = sample.entries <= UP_TO && programs.packages.contains(&package);
    there.then(|| Invocation::new(&programs.python, arguments))
}

/// The English label of the concept that `find` looks for.
fn label(sample: &Sample) -> &str {
    sample.names[sample.median()]
        .get(1)
        .map_or("", String::as_str)
}
