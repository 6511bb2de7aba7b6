//! What came of decisions that were written, or would be.

use super::exit::CliError;
use super::printer::Printer;
use crate::query::{TagChange, Tagged, tag_changes};

/// Files that a message names.
const NAMED: usize = 4;

/// The entries whose tags changed, by their ids.
pub(super) struct Written {
    gained: Vec<String>,
    lost: Vec<String>,
    /// The files that changed.
    files: Vec<String>,
    dry_run: bool,
}

impl Written {
    /// When there was nothing to write.
    pub(super) fn nothing(dry_run: bool) -> Self {
        Self {
            gained: Vec::new(),
            lost: Vec::new(),
            files: Vec::new(),
            dry_run,
        }
    }

    /// From the library as it was to the library as it is, or would be.
    /// `follow` gives the ids that concepts have afterwards.
    pub(super) fn of(
        before: Tagged<'_>,
        after: Tagged<'_>,
        follow: &dyn Fn(&str) -> Option<String>,
        files: Vec<String>,
        dry_run: bool,
    ) -> Self {
        let changes = tag_changes(before, after, follow);
        let entries = |changed: fn(&TagChange) -> bool| {
            let changes = changes.iter().filter(|change| changed(change));
            let ids = changes.map(|change| match before.library.book_count() {
                0 | 1 => before.library.brief(change.entry).id.to_owned(),
                _ => before.library.qualified_id(change.entry),
            });
            ids.collect()
        };
        Self {
            gained: entries(|change| !change.gained.is_empty()),
            lost: entries(|change| !change.lost.is_empty()),
            files,
            dry_run,
        }
    }

    /// Says which entries are tagged now, and which are no longer.
    pub(super) fn report_tags(&self, printer: &mut Printer) -> Result<(), CliError> {
        if self.gained.is_empty() {
            printer.print("no entry gains a tag by this\n")?;
        }
        self.report_changes(printer)
    }

    /// Says which files changed.
    pub(super) fn report_files(&self, printer: &mut Printer) -> Result<(), CliError> {
        let verb = match self.dry_run {
            true => "would change",
            false => "changed",
        };
        let files = match self.files.len() {
            0..=NAMED => self.files.join(", "),
            count => format!(
                "{} and {} more files",
                self.files[..NAMED].join(", "),
                count - NAMED
            ),
        };
        Ok(printer.print(&format!("{verb} {files}\n"))?)
    }

    /// The same as [`Self::report_tags`] where nothing is expected to change.
    pub(super) fn report_changes(&self, printer: &mut Printer) -> Result<(), CliError> {
        let (gain, lose) = match self.dry_run {
            true => (["would be tagged"; 2], ["would lose a tag"; 2]),
            false => (
                ["is now tagged", "are now tagged"],
                ["loses a tag", "lose tags"],
            ),
        };
        if !self.gained.is_empty() {
            printer.print(&counted(&self.gained, gain))?;
        }
        if !self.lost.is_empty() {
            printer.print(&counted(&self.lost, lose))?;
        }
        self.remind(printer)
    }

    /// Says that a dry run wrote nothing.
    pub(super) fn remind(&self, printer: &mut Printer) -> Result<(), CliError> {
        if self.dry_run {
            printer.print("dry run: nothing was written\n")?;
        }
        Ok(())
    }
}

/// `3 entries are now tagged: day-19, day-20, day-22`.
fn counted(entries: &[String], verbs: [&str; 2]) -> String {
    let (count, verb) = match entries.len() {
        1 => ("1 entry".to_owned(), verbs[0]),
        many => (format!("{many} entries"), verbs[1]),
    };
    format!("{count} {verb}: {}\n", entries.join(", "))
}
