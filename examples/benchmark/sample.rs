//! A library that is measured: a copy, with what there is to ask for in it.

use rayon::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A copy of a library, gone when dropped.
pub(crate) struct Sample {
    folder: tempfile::TempDir,
    /// `10k entries, a file each`.
    pub(crate) name: String,
    pub(crate) entries: usize,
    pub(crate) layout: Layout,
    /// Bytes of the notes.
    pub(crate) bytes: u64,
    pub(crate) files: usize,
    /// Concepts and the ids of the entries that name them; the rarest first.
    pub(crate) truth: Vec<(String, Vec<String>)>,
    /// The names of each concept, by its id.
    pub(crate) names: BTreeMap<String, Vec<String>>,
    /// How many changes were made.
    pub(crate) changes: Cell<u64>,
}

/// How the entries of a library are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    FileEach,
    OneFile,
    /// A Markdown note each.
    Markdown,
}

impl Layout {
    fn of(notes: &Path) -> Self {
        match () {
            () if notes.join("entries.ron").is_file() => Self::OneFile,
            () if notes.join("b00000/n0.md").is_file() => Self::Markdown,
            () => Self::FileEach,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::FileEach => "a file each",
            Self::OneFile => "in one file",
            Self::Markdown => "a Markdown note each",
        }
    }
}

impl Sample {
    pub(crate) fn copy(from: &Path) -> Result<Self, String> {
        let error = |error: io::Error| format!("{}: {error}", from.display());
        let truth = fs::read_to_string(from.join("truth.tsv")).map_err(|_| {
            let at = from.display();
            format!("{at} has no truth.tsv; `cargo run --example generate` makes such libraries")
        })?;
        let folder = tempfile::tempdir().map_err(error)?;
        let notes = folder.path().join("library/notes");
        let (files, bytes) = copy(&from.join("notes"), &notes).map_err(error)?;
        fs::create_dir(folder.path().join("out")).map_err(error)?;
        let vocabulary = fs::read_to_string(notes.join("concepts.ron")).map_err(error)?;
        let names = crate::sample::names(&vocabulary).filter_map(|mut names| {
            let id = names.next()?.to_owned();
            Some((id, names.map(str::to_owned).collect()))
        });
        let layout = Layout::of(&notes);
        let entries = truth.lines().count();
        Ok(Self {
            names: names.collect(),
            name: format!("{} entries, {}", short(entries), layout.words()),
            truth: by_concept(&truth),
            folder,
            entries,
            layout,
            bytes,
            files,
            changes: Cell::new(0),
        })
    }

    pub(crate) fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    pub(crate) fn notes(&self) -> PathBuf {
        self.library().join("notes")
    }

    pub(crate) fn snapshot(&self) -> PathBuf {
        self.library().join(".bookgraph/snapshot")
    }

    pub(crate) fn groups(&self) -> PathBuf {
        self.library().join(".bookgraph/groups")
    }

    /// A file for what a job writes.
    pub(crate) fn out(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    /// The rarest concept on five entries or more, so that all libraries have as many
    /// to show; the id.
    pub(crate) fn rare(&self) -> &str {
        let found = self.truth.iter().find(|(_, entries)| entries.len() >= 5);
        &found.unwrap_or(&self.truth[self.truth.len() - 1]).0
    }

    /// The concept in the middle.
    pub(crate) fn median(&self) -> &str {
        &self.truth[self.truth.len() / 2].0
    }

    /// The most frequent concept.
    pub(crate) fn common(&self) -> &str {
        &self.truth[self.truth.len() - 1].0
    }

    /// The concept that shares most entries with that.
    pub(crate) fn companion(&self) -> &str {
        let Some(((common, theirs), others)) = self.truth.split_last() else {
            return "";
        };
        let theirs: BTreeSet<&String> = theirs.iter().collect();
        let shared = |entries: &[String]| entries.iter().filter(|it| theirs.contains(it)).count();
        let most = others.iter().max_by_key(|(_, entries)| shared(entries));
        most.map_or(common, |(concept, _)| concept)
    }

    /// The English label of the most frequent concept.
    pub(crate) fn words(&self) -> &str {
        self.names[self.common()].get(1).map_or("", String::as_str)
    }
}

/// The id and the names of each concept of a vocabulary as `examples/generate` writes
/// it, a concept a line.
pub(crate) fn names(vocabulary: &str) -> impl Iterator<Item = impl Iterator<Item = &str>> {
    let lines = vocabulary.lines().filter(|line| line.contains("Concept("));
    lines.map(|line| line.split('"').skip(1).step_by(2))
}

fn by_concept(truth: &str) -> Vec<(String, Vec<String>)> {
    let mut by_concept: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (entry, concepts) in truth.lines().filter_map(|line| line.split_once('\t')) {
        for concept in concepts.split(' ') {
            by_concept
                .entry(concept)
                .or_default()
                .push(entry.to_owned());
        }
    }
    let mut truth: Vec<_> = by_concept.into_iter().collect();
    truth.sort_by_key(|(_, entries)| entries.len());
    let owned = |(concept, entries): (&str, _)| (concept.to_owned(), entries);
    truth.into_iter().map(owned).collect()
}

/// Copies a folder and makes it a day old; how many files and bytes.
fn copy(from: &Path, to: &Path) -> io::Result<(usize, u64)> {
    fs::create_dir_all(to)?;
    let day = SystemTime::now() - Duration::from_secs(86_400);
    let entries = fs::read_dir(from)?.collect::<io::Result<Vec<_>>>()?;
    let counts = entries.into_par_iter().map(|entry| {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            return copy(&entry.path(), &target);
        }
        let bytes = fs::copy(entry.path(), &target)?;
        File::options()
            .write(true)
            .open(target)?
            .set_modified(day)?;
        Ok((1, bytes))
    });
    counts.try_reduce(|| (0, 0), |a, b| Ok((a.0 + b.0, a.1 + b.1)))
}

/// 10, 1k, 100k, 1M.
fn short(number: usize) -> String {
    match number {
        1_000_000.. => format!("{}M", number / 1_000_000),
        1_000.. => format!("{}k", number / 1_000),
        _ => number.to_string(),
    }
}
