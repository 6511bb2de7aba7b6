//! What happens to notes while a command waits: changes, and the end.

use super::exit::CliError;
use notify_debouncer_full::notify::{
    Config, Error, Event, EventKind, RecommendedWatcher, RecursiveMode, event::ModifyKind,
};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Editors write a file in several steps: it is looked at when it was left alone for so
/// long.
const CALM: Duration = Duration::from_millis(250);

/// How often files are looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_secs(2);

/// What there is to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Something may have changed below the folder.
    Changed,
    /// The user wants to stop.
    Stop,
}

/// Waits for changes below a folder, and for Ctrl-C.
pub(super) struct Watcher {
    told: Receiver<Told>,
    /// Files are looked at so often; `None` where the system tells of changes.
    every: Option<Duration>,
    /// Why the system does not tell.
    pub(super) blind: Option<Error>,
    /// Tells as long as it is there.
    _system: Option<Debouncer<RecommendedWatcher, NoCache>>,
}

impl Watcher {
    /// Watches the notes in a folder; with `every`, by looking at them so often. From
    /// now on Ctrl-C asks to stop, and a second one stops.
    pub(super) fn start(notes: &Path, every: Option<Duration>) -> Result<Self, CliError> {
        let (teller, told) = channel();
        wait_for_the_end(teller.clone())?;
        let system = match every {
            Some(_) => Ok(None),
            None => system(notes, teller).map(Some),
        };
        let (system, blind) = match system {
            Ok(system) => (system, None),
            Err(error) => (None, Some(error)),
        };
        Ok(Self {
            told,
            every: every.or(blind.is_some().then_some(LOOK)),
            blind,
            _system: system,
        })
    }

    /// Waits for what there is to do next; what was told meanwhile counts once.
    pub(super) fn next(&self) -> Told {
        let first = match self.every {
            None => self.told.recv().unwrap_or(Told::Stop),
            Some(every) => match self.told.recv_timeout(every) {
                Ok(told) => told,
                Err(RecvTimeoutError::Timeout) => Told::Changed,
                Err(RecvTimeoutError::Disconnected) => Told::Stop,
            },
        };
        let mut all = std::iter::once(first).chain(self.told.try_iter());
        match all.any(|told| told == Told::Stop) {
            true => Told::Stop,
            false => Told::Changed,
        }
    }
}

/// Lets the system tell of changes; fails where it cannot, or has no more room for
/// folders to watch.
fn system(
    notes: &Path,
    teller: Sender<Told>,
) -> Result<Debouncer<RecommendedWatcher, NoCache>, Error> {
    let tell = move |found: DebounceEventResult| {
        let changed = match found {
            Ok(events) => events.iter().any(|event| may_be_of_notes(event)),
            // It lost track of something: whoever looks sees what.
            Err(_) => true,
        };
        if changed {
            let _ = teller.send(Told::Changed);
        }
    };
    let mut system = new_debouncer_opt(CALM, None, tell, NoCache::new(), Config::default())?;
    system.watch(notes, RecursiveMode::Recursive)?;
    Ok(system)
}

/// Whether notes may have changed: not when files are read, nor when those come and go
/// that editors, and this program, keep beside what they write.
fn may_be_of_notes(event: &Event) -> bool {
    let renamed = matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
    let moved = renamed || event.kind.is_create() || event.kind.is_remove();
    let is_note = |path: &Path| path.extension().is_some_and(|ending| ending == "ron");
    let hidden = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with('.')
    };
    // Of what is gone nobody can tell whether it was a folder.
    let may_be_folder = |path: &Path| moved && (path.is_dir() || !path.exists());
    event.need_rescan()
        || !event.kind.is_access()
            && event
                .paths
                .iter()
                .any(|path| !hidden(path) && (is_note(path) || may_be_folder(path)))
}

fn wait_for_the_end(teller: Sender<Told>) -> Result<(), CliError> {
    let asked = AtomicBool::new(false);
    let stop = move || {
        if asked.swap(true, Ordering::Relaxed) {
            end_at_once();
        }
        let _ = teller.send(Told::Stop);
    };
    ctrlc::set_handler(stop).map_err(|error| CliError::Output(io::Error::other(error)))
}

/// Ends the program in the middle of its work. Files are replaced whole, so that
/// nothing is left half written.
#[cfg(unix)]
fn end_at_once() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
}

#[cfg(not(unix))]
fn end_at_once() {}
