//! The library that a command works on.

use super::args::GlobalArgs;
use super::exit::CliError;
use super::groundwork::KeptGroundwork;
use super::printer::Printer;
use super::snapshot::{self, State};
use crate::graph::BookGraph;
use crate::map::Words;
use crate::model::{BookId, Language, Library};
use crate::notes::{self, Home, LibraryLock, PATIENCE, Reading, Writer};
use crate::place::Placement;
use crate::store::Warning;
use crate::tag::Tagging;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where the library is, and what the global options say.
pub(super) struct Workspace<'a> {
    global: &'a GlobalArgs,
}

/// A library, read, tagged and placed.
pub(super) struct Opened {
    pub(super) library: Library,
    pub(super) tagging: Tagging,
    pub(super) placement: Placement,
    /// Where the groundwork of its maps is kept, if it has a snapshot.
    pub(super) groundwork: Option<KeptGroundwork>,
}

/// The same with its graph, for the commands that need it.
pub(super) struct Linked {
    pub(super) library: Library,
    pub(super) tagging: Tagging,
    pub(super) graph: BookGraph,
}

impl Opened {
    /// Tags and places what was read, and takes it.
    fn of(reading: &mut Reading) -> Self {
        let library = std::mem::take(&mut reading.library);
        Self {
            tagging: Tagging::of(&library),
            placement: Placement::of(&library),
            library,
            groundwork: None,
        }
    }

    pub(super) fn link(self) -> Linked {
        Linked {
            graph: BookGraph::build(&self.library, &self.tagging, self.placement),
            library: self.library,
            tagging: self.tagging,
        }
    }
}

impl<'a> Workspace<'a> {
    pub(super) fn new(global: &'a GlobalArgs) -> Self {
        Self { global }
    }

    /// The folder named by `-C` or `BOOKGRAPH_LIBRARY`, if any.
    pub(super) fn named(&self) -> Option<&Path> {
        let folder = self.global.directory.as_deref();
        folder.filter(|folder| !folder.as_os_str().is_empty())
    }

    /// Gives a command that is run beside the options that it does not have itself.
    pub(super) fn hand_on(&self, global: &mut GlobalArgs) {
        global.directory.clone_from(&self.global.directory);
        global.lang = global.lang.or(self.global.lang);
    }

    /// The library's folder.
    pub(super) fn root(&self) -> Result<PathBuf, CliError> {
        Ok(self.home()?.root().to_path_buf())
    }

    /// The library: the one named, or the nearest from the current folder upwards.
    pub(super) fn home(&self) -> Result<Home, CliError> {
        match self.named() {
            Some(folder) => {
                Home::at(folder).ok_or_else(|| CliError::NotALibrary(folder.to_path_buf()))
            }
            None => {
                let here = std::env::current_dir()?;
                notes::find_library(&here).ok_or(CliError::NoLibrary(here))
            }
        }
    }

    /// The right to change the library in a folder; waits for another bookgraph that
    /// has it. Says what an interrupted one left.
    pub(super) fn lock(&self, root: &Path, printer: &mut Printer) -> Result<LibraryLock, CliError> {
        let seconds = self.global.wait.map(u64::from);
        let writer = Writer {
            command: typed(),
            patience: seconds.map_or(PATIENCE, Duration::from_secs),
        };
        let lock = LibraryLock::take_as(&writer, root, |holder| {
            printer.note(&match holder {
                Some(holder) => format!("waiting for another bookgraph to finish: {holder}"),
                None => "waiting for another bookgraph to finish writing here".to_owned(),
            });
        })?;
        for line in lock.tidied().lines() {
            printer.note(&line);
        }
        Ok(lock)
    }

    /// Sees to it that no change is read that is made in part: waits for one that is
    /// being made, and finishes one that was interrupted.
    fn settle(&self, root: &Path, printer: &mut Printer) {
        if !notes::is_pending(root) {
            return;
        }
        if let Err(error) = self.lock(root, printer) {
            let hint = error.hint();
            printer.warn(
                &format!("a change of the notes is made in part: {error}"),
                hint.as_deref(),
            );
        }
    }

    /// Reads the notes for a command that only reads.
    pub(super) fn read_settled(&self, printer: &mut Printer) -> Result<Reading, CliError> {
        self.settle(&self.root()?, printer);
        self.read(printer)
    }

    /// Reads the notes.
    pub(super) fn read(&self, printer: &Printer) -> Result<Reading, CliError> {
        let home = self.home()?;
        let counter = printer.counter("files read");
        let reading = notes::read_with(home.notes(), &|| counter.step());
        counter.finish();
        Ok(reading)
    }

    /// The library, tagged and placed: from its snapshot, or else from the notes,
    /// which leaves a snapshot for the next time. Says how many problems there are.
    pub(super) fn open(&self, printer: &mut Printer) -> Result<Opened, CliError> {
        let home = self.home()?;
        let root = home.root().to_path_buf();
        self.settle(&root, printer);
        let stale = match snapshot::open(&home, !self.global.no_refresh) {
            State::Fresh(opened, warning) => {
                warn(warning.as_ref(), printer);
                self.warn_of_language(&opened.library, printer);
                return Ok(*opened);
            }
            State::Stale(stale) => stale,
        };
        if stale.unusable {
            printer.note("the snapshot in .bookgraph/ cannot be used; it is made anew");
        }
        let counter = printer.counter("files read");
        let made = stale.make(&home, &|| counter.step());
        counter.finish();
        if let Some((opened, warning)) = made {
            warn(warning.as_ref(), printer);
            self.warn_of_language(&opened.library, printer);
            return Ok(opened);
        }
        let mut reading = self.read(printer)?;
        self.warn_of(&reading, printer);
        let opened = Opened::of(&mut reading);
        self.warn_of_language(&opened.library, printer);
        Ok(opened)
    }

    /// Reads, tags and places everything, saying nothing; gives how many problems
    /// there are.
    pub(super) fn open_quietly(&self) -> Result<(Opened, usize), CliError> {
        let mut reading = notes::read(self.home()?.notes());
        let opened = Opened::of(&mut reading);
        Ok((
            opened,
            snapshot::warning(&reading).map_or(0, |it| it.problems),
        ))
    }

    /// Says how many problems there are, and the first one.
    pub(super) fn warn_of(&self, reading: &Reading, printer: &mut Printer) {
        warn(snapshot::warning(reading).as_ref(), printer);
    }

    /// Takes the snapshot away, which was found damaged while it was used.
    pub(super) fn remove_snapshot(&self) -> Result<(), CliError> {
        let path = snapshot::path(&self.root()?);
        std::fs::remove_file(&path).map_err(|source| CliError::Write { path, source })
    }

    /// Says that nothing is in the language asked for.
    fn warn_of_language(&self, library: &Library, printer: &mut Printer) {
        let ours = [Language::KOREAN, Language::ENGLISH];
        let Some(language) = self.language().filter(|asked| !ours.contains(asked)) else {
            return;
        };
        let labels = library.vocabulary().concepts().iter();
        let mut texts = labels
            .map(|concept| &concept.label)
            .chain(library.books().iter().map(|book| &book.title));
        if !texts.any(|text| text.get(language).is_some()) {
            printer.warn(
                &format!("no title and no label is in `{language}`, so the answer is in English"),
                Some("write labels in it, or ask for --lang ko or --lang en"),
            );
        }
    }

    /// The language asked for with `--lang`.
    pub(super) fn language(&self) -> Option<Language> {
        self.global.lang
    }

    /// Words in the language asked for, or else in a book's.
    pub(super) fn words(&self, library: &Library, book: Option<BookId>) -> Words {
        let of_book = || {
            book.or(library.book_ids().next())
                .map(|book| library.book(book).language)
        };
        Words::new(
            self.language()
                .or_else(of_book)
                .unwrap_or(Language::ENGLISH),
        )
    }
}

fn warn(warning: Option<&Warning>, printer: &mut Printer) {
    let Some(warning) = warning.filter(|warning| warning.problems > 0) else {
        return;
    };
    let Warning {
        first, problems, ..
    } = warning;
    let more = match problems - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    printer.warn(
        &format!("{first}{more}"),
        Some("`bookgraph check` shows every problem; the rest was read"),
    );
}

/// The longest word, and the longest command, that is put down, in characters.
const LONGEST_WORD: usize = 40;
const LONGEST_COMMAND: usize = 160;

/// The command as it was typed, on one line; what is long is cut.
fn typed() -> String {
    let words = std::env::args_os().skip(1);
    let words = words.map(|word| cut(&word.to_string_lossy(), LONGEST_WORD));
    let words = shell_words::join(words.collect::<Vec<String>>());
    cut(&format!("bookgraph {words}"), LONGEST_COMMAND)
}

/// The start of a text without control characters.
fn cut(text: &str, longest: usize) -> String {
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut cut: String = plain.clone().take(longest).collect();
    if plain.count() > longest {
        cut.push('…');
    }
    cut
}
