//! A folder with the files of an export.

use crate::cli::exit::CliError;
use crate::export::Folder;
use crate::notes::make_readable;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Says that a folder is one of ours, and which files in it are: a line each, with a
/// fingerprint. What was changed since, and what others put there, is never touched.
const MARK: &str = ".bookgraph-export";

/// Files are written here first, inside of the folder, and moved to their places when
/// all are there.
const NEW: &str = ".bookgraph-new";

/// A folder that is being filled.
pub(super) struct ExportFolder {
    path: PathBuf,
    format: &'static str,
    /// What the last export made, with the fingerprints of what it wrote.
    before: BTreeMap<String, u64>,
    made: BTreeMap<String, u64>,
}

impl ExportFolder {
    /// A folder that is not there yet, is empty, or was made by an earlier export in
    /// the same format.
    pub(super) fn open(path: &Path, format: &'static str) -> Result<Self, CliError> {
        let before = match fs::read_to_string(path.join(MARK)) {
            Ok(mark) => Some(read_mark(&mark, format).ok_or_else(|| not_ours(path, format))?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(read_error(path, source)),
        };
        if before.is_none() && !is_empty(path)? {
            return Err(not_ours(path, format));
        }
        let folder = Self {
            path: path.to_path_buf(),
            format,
            before: before.unwrap_or_default(),
            made: BTreeMap::new(),
        };
        folder.clear_new();
        fs::create_dir_all(folder.path.join(NEW)).map_err(|source| folder.failed(source))?;
        Ok(folder)
    }

    /// That the files could not be written.
    pub(super) fn failed(&self, source: io::Error) -> CliError {
        CliError::Write {
            path: self.path.clone(),
            source,
        }
    }

    /// Moves all files into their places, takes those away that the last export made
    /// and this one does not, and gives how many there are.
    pub(super) fn finish(self) -> Result<usize, CliError> {
        self.refuse_changed()?;
        let moved = self.put().map_err(|source| self.failed(source));
        self.clear_new();
        moved.map(|()| self.made.len())
    }

    /// Refuses to write over what is not as an export left it.
    fn refuse_changed(&self) -> Result<(), CliError> {
        let names: BTreeSet<&String> = self.before.keys().chain(self.made.keys()).collect();
        for name in names {
            let path = self.path.join(name);
            let Ok(bytes) = fs::read(&path) else {
                continue;
            };
            if self.before.get(name) != Some(&xxh3_64(&bytes)) {
                self.clear_new();
                return Err(CliError::usage(
                    format!(
                        "{} was changed since it was exported, and would be lost",
                        path.display()
                    ),
                    "export into another folder, or move that file away",
                ));
            }
        }
        Ok(())
    }

    fn put(&self) -> io::Result<()> {
        // First of all, so that what is moved is known to be ours whatever happens.
        let both = self.before.iter().chain(&self.made);
        self.mark(&both.map(|(name, print)| (name.as_str(), *print)).collect())?;
        for name in self.made.keys() {
            let target = self.path.join(name);
            fs::create_dir_all(target.parent().unwrap_or(&self.path))?;
            fs::rename(self.path.join(NEW).join(name), target)?;
        }
        for name in self
            .before
            .keys()
            .filter(|name| !self.made.contains_key(*name))
        {
            match fs::remove_file(self.path.join(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        let made = self.made.iter();
        self.mark(&made.map(|(name, print)| (name.as_str(), *print)).collect())
    }

    fn mark(&self, files: &BTreeMap<&str, u64>) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(self.path.join(NEW))?;
        let mut text = BufWriter::new(&mut file);
        writeln!(text, "bookgraph export {}", self.format)?;
        for (name, print) in files {
            writeln!(text, "{print:016x} {name}")?;
        }
        text.flush()?;
        drop(text);
        make_readable(file.path())?;
        file.persist(self.path.join(MARK))?;
        Ok(())
    }

    /// Takes away what an export that was stopped may have left.
    fn clear_new(&self) {
        let _ = fs::remove_dir_all(self.path.join(NEW));
    }
}

impl Folder for ExportFolder {
    fn file(
        &mut self,
        name: &str,
        write: &mut dyn FnMut(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> io::Result<()> {
        let path = self.path.join(NEW).join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.path))?;
        let mut file = Printed {
            file: BufWriter::new(File::create_new(&path)?),
            print: Xxh3::new(),
        };
        write(&mut file)?;
        file.flush()?;
        self.made.insert(name.to_owned(), file.print.digest());
        Ok(())
    }
}

/// A file, and the fingerprint of what was written.
struct Printed {
    file: BufWriter<File>,
    print: Xxh3,
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.print.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The files of a mark; `None` when it is of another format or none of ours.
fn read_mark(mark: &str, format: &str) -> Option<BTreeMap<String, u64>> {
    let mut lines = mark.lines();
    let ours = format!("bookgraph export {format}");
    lines.next().filter(|line| *line == ours)?;
    let file = |line: &str| {
        let (print, name) = line.split_once(' ')?;
        // A mark that somebody made up must not lead out of the folder.
        let inside = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let print = u64::from_str_radix(print, 16).ok()?;
        inside.then(|| (name.to_owned(), print))
    };
    lines.map(file).collect()
}

fn is_empty(path: &Path) -> Result<bool, CliError> {
    match fs::read_dir(path) {
        Ok(files) => {
            let mut names = files.map(|file| file.map(|file| file.file_name()));
            // What an export left that was stopped before it made anything.
            Ok(names.all(|name| name.is_ok_and(|name| name == NEW)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(source) => Err(read_error(path, source)),
    }
}

fn read_error(path: &Path, source: io::Error) -> CliError {
    CliError::Read {
        path: path.to_path_buf(),
        source,
    }
}

fn not_ours(path: &Path, format: &str) -> CliError {
    CliError::usage(
        format!(
            "{} holds files that no export in this format made",
            path.display()
        ),
        format!("name a folder that is empty or not there yet: -o {format}"),
    )
}
