//! The snapshot of a library: when it is used, and when it is made.

use super::groundwork::KeptGroundwork;
use super::renewal::renew;
use super::workspace::Opened;
use crate::diagnostic::Severity;
use crate::notes::{
    self, DERIVED_FOLDER, EntriesRead, Ground, Home, ReadEntry, Reading, Survey,
    make_derived_folder,
};
use crate::source::Stamp;
use crate::store::{self, Builder, NewEntry, Opening, Snapshot, Warning};
use std::path::{Path, PathBuf};

/// Notes of fewer bytes than this are read as fast as a snapshot of them.
const WORTH_IT: u64 = 256 * 1024;

/// What a library's snapshot is good for.
pub(super) enum State {
    /// It says what the notes say.
    Fresh(Box<Opened>, Option<Warning>),
    /// The notes have to be read.
    Stale(Stale),
}

/// Why the notes have to be read.
pub(super) struct Stale {
    /// The files that there are; `None` when not all could be looked at. Those that
    /// are as they were have a digest.
    stamps: Option<Vec<Stamp>>,
    /// What they said before.
    before: Option<Box<Snapshot>>,
    /// There is a snapshot, and it is not what was written or of another program.
    pub(super) unusable: bool,
}

/// Where the snapshot of a library is.
pub(super) fn path(root: &Path) -> PathBuf {
    root.join(DERIVED_FOLDER).join("snapshot")
}

/// Opens the snapshot of a library if it says what the notes say; without `refresh`,
/// whatever they say now.
pub(super) fn open(home: &Home, refresh: bool) -> State {
    let path = path(home.root());
    let notes = home.notes();
    let (snapshot, unusable) = match store::open(&path) {
        Opening::Open(snapshot) => (Some(snapshot), false),
        Opening::None => (None, false),
        Opening::Unusable => (None, true),
    };
    let survey = match (&snapshot, refresh) {
        (Some(_), false) => Survey::Same,
        (Some(snapshot), true) => match snapshot.stamps() {
            Some(before) => notes::survey(notes, &before),
            None => return unread(notes),
        },
        (None, _) => notes::survey(notes, &[]),
    };
    let stamps = match survey {
        Survey::Changed(stamps) => {
            return State::Stale(Stale {
                stamps,
                before: snapshot,
                unusable,
            });
        }
        Survey::Same => None,
        Survey::Touched(stamps) => Some(stamps),
    };
    let loaded = snapshot.and_then(|snapshot| {
        if let Some(stamps) = &stamps {
            // It stays usable without; the files are only read again next time.
            let _ = snapshot.restamp(&path, stamps);
        }
        load(*snapshot, home)
    });
    match loaded {
        Some((opened, warning)) => State::Fresh(Box::new(opened), warning),
        None => unread(notes),
    }
}

/// The library of a snapshot, and what to warn of; `None` when it is not what was written.
fn load(snapshot: Snapshot, home: &Home) -> Option<(Opened, Option<Warning>)> {
    let groundwork = KeptGroundwork {
        path: home.root().join(DERIVED_FOLDER).join("groups"),
        of: snapshot.digest_of_tags(),
    };
    let (library, tagging, placement, warning) = snapshot.load()?;
    let opened = Opened {
        library,
        tagging,
        placement,
        groundwork: Some(groundwork),
    };
    Some((opened, warning))
}

/// There is a snapshot that is not what was written.
fn unread(notes: &Path) -> State {
    State::Stale(Stale {
        stamps: match notes::survey(notes, &[]) {
            Survey::Changed(stamps) => stamps,
            Survey::Same | Survey::Touched(_) => None,
        },
        before: None,
        unusable: true,
    })
}

/// What there is to say about the problems of a reading.
pub(super) fn warning(reading: &Reading) -> Option<Warning> {
    let problems = reading.diagnostics.iter();
    let mut problems = problems.filter(|it| it.severity() != Severity::Observation);
    let first = problems.next().map(ToString::to_string);
    let count = usize::from(first.is_some()) + problems.count();
    let known = reading.troubled.is_empty() && !reading.names_are_trouble;
    (first.is_some() || !known).then(|| Warning {
        first: first.unwrap_or_default(),
        problems: count,
        of_books: reading
            .books
            .iter()
            .any(|file| reading.troubled.contains(file)),
        of_names: reading.names_are_trouble,
        files: reading.troubled.iter().cloned().collect(),
    })
}

impl Stale {
    /// Makes the snapshot anew, if it is worth it, and opens it: of notes that were read
    /// before only what changed is read. What there is to say about problems, too. `tick`
    /// is called after each file that is read of all.
    pub(super) fn make(
        mut self,
        home: &Home,
        tick: &(dyn Fn() + Sync),
    ) -> Option<(Opened, Option<Warning>)> {
        let path = path(home.root());
        let mut stamps = self.stamps.take()?;
        let before = self.before.take();
        // A folder that may not be written is no trouble: the notes are read again then.
        let renewed = before.and_then(|before| renew(home, &mut stamps.clone(), &before, &path));
        if renewed.is_none() {
            let length: u64 = stamps.iter().map(|stamp| stamp.length).sum();
            if length < WORTH_IT {
                if self.unusable {
                    let _ = std::fs::remove_file(&path);
                }
                return None;
            }
            build(home, &mut stamps, &path, tick).ok()?;
        }
        let Opening::Open(snapshot) = store::open(&path) else {
            return None;
        };
        load(*snapshot, home)
    }
}

/// Makes a snapshot of all notes.
fn build(
    home: &Home,
    stamps: &mut [Stamp],
    path: &Path,
    tick: &(dyn Fn() + Sync),
) -> std::io::Result<()> {
    make_derived_folder(&home.root().join(DERIVED_FOLDER))?;
    let ground = Ground::all(home.notes(), tick);
    let mut builder = Builder::new(store::beside(path)?, &ground.library())?;
    let mut added = Ok(());
    let read = ground.entries(None, &mut |entries, _| {
        if added.is_ok() {
            added = builder.add(entries.into_iter().map(new_entry));
        }
    });
    added?;
    finish(ground, read, builder, stamps, path)
}

/// An entry of which nothing is known yet.
pub(super) fn new_entry(read: ReadEntry) -> NewEntry {
    NewEntry {
        entry: read.entry,
        written: read.written,
        known: None,
    }
}

/// Puts in order what was read, and writes the snapshot.
pub(super) fn finish(
    ground: Ground<'_>,
    read: EntriesRead,
    builder: Builder,
    stamps: &mut [Stamp],
    path: &Path,
) -> std::io::Result<()> {
    let ordered = builder.order(ground.library())?;
    let reading = ground.close(read, ordered.library());
    for stamp in stamps.iter_mut().filter(|stamp| stamp.digest.is_none()) {
        stamp.digest = reading.digest(&stamp.name);
    }
    ordered.write(path, stamps, warning(&reading))
}
