//! A disk of which a step fails.

use bookgraph::notes::{Disk, RealDisk};
use std::fs::{File, Permissions};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Not at all.
    Never,
    /// At one step.
    Once,
    /// At one step, after half of the bytes if it writes any, or after it was done.
    Halfway,
    /// From a step on.
    Dead,
}

/// The disk of the computer, with a fault.
pub(super) struct FailingDisk {
    at: usize,
    manner: Manner,
    taken: AtomicUsize,
    failed: AtomicUsize,
}

impl FailingDisk {
    pub(super) fn at(at: usize, manner: Manner) -> Self {
        Self {
            at,
            manner,
            taken: AtomicUsize::new(0),
            failed: AtomicUsize::new(0),
        }
    }

    pub(super) fn sound() -> Self {
        Self::at(0, Manner::Never)
    }

    /// How many steps were taken.
    pub(super) fn steps(&self) -> usize {
        self.taken.load(Ordering::SeqCst)
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::SeqCst) > 0
    }

    /// One step: fails, or does it.
    fn step<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let step = self.taken.fetch_add(1, Ordering::SeqCst);
        let fails = match self.manner {
            Manner::Never => false,
            Manner::Once | Manner::Halfway => step == self.at,
            Manner::Dead => step >= self.at,
        };
        if !fails {
            return work();
        }
        self.failed.fetch_add(1, Ordering::SeqCst);
        if self.manner == Manner::Halfway {
            // A disk may do a thing and say that it failed.
            work()?;
        }
        Err(io::ErrorKind::StorageFull.into())
    }
}

impl Disk for FailingDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step(|| RealDisk.read(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.step(|| RealDisk.list(folder))
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.step(|| RealDisk.make_folders(folder))
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.step(|| RealDisk.create(path))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let half = match self.manner {
            Manner::Halfway if self.steps() == self.at => &bytes[..bytes.len() / 2],
            _ => bytes,
        };
        self.step(|| RealDisk.write(file, half))
    }

    fn allow(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.step(|| RealDisk.allow(file, permissions))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step(|| RealDisk.sync(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| RealDisk.rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| RealDisk.rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|| RealDisk.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| RealDisk.sync_folder(folder))
    }
}
