//! The notes of one book, and what becomes of them.

use super::Resolve;
use crate::cli::exit::CliError;
use crate::import::{self, Assigned, Change, Importer, Plan, Planned, Reason, Target, Upstream};
use crate::model::{Book, EntryId, Library};
use crate::notes::edit::{Edit, EntryRef, RevisedText, Revision};
use crate::notes::{self, Changes, NOTES_FOLDER};
use jiff::civil::Date;
use std::cmp::Reverse;

/// A book, and what importing would do to it.
pub(super) struct Job {
    /// The title at the source.
    pub(super) title: Option<String>,
    pub(super) reason: Reason,
    pub(super) book: Book,
    pub(super) is_new: bool,
    pub(super) plan: Plan,
}

impl Job {
    pub(super) fn plan(
        library: &Library,
        importer: &dyn Importer,
        assigned: Assigned,
        since: Option<Date>,
    ) -> Self {
        let Assigned {
            book: imported,
            target,
            reason,
        } = assigned;
        let (id, book) = match target {
            Target::Known(id) => (Some(id), library.book(id).clone()),
            Target::New(id) => {
                let file = format!("{NOTES_FOLDER}/{id}/book.ron");
                (None, import::new_book(&id, &imported, file))
            }
        };
        let plan = import::plan(
            library,
            (id, &book),
            importer.name(),
            &imported.notes,
            since,
        );
        let has_new = plan.new_entries().next().is_some();
        Self {
            is_new: id.is_none() && (has_new || imported.notes.is_empty()),
            title: imported.title,
            reason,
            book,
            plan,
        }
    }

    pub(super) fn has_conflicts(&self) -> bool {
        let conflict = |change| matches!(change, Change::Conflict(_));
        self.plan.count(conflict) > 0
    }

    /// Makes the files of what is new, and edits those of what has changed.
    pub(super) fn change(
        &self,
        library: &Library,
        resolve: Option<Resolve>,
        changes: &mut Changes,
    ) -> Result<(), CliError> {
        if self.is_new {
            changes.create(&self.book.file, &notes::book_to_ron(&self.book))?;
        }
        let folder = self
            .book
            .file
            .rsplit_once('/')
            .map_or(NOTES_FOLDER, |(folder, _)| folder);
        for entry in self.plan.new_entries() {
            let text = notes::entry_to_ron(entry, &self.book, library.vocabulary());
            changes.create(&format!("{folder}/entries/{}.ron", entry.id), &text)?;
        }
        let mut edits: Vec<(EntryId, Edit)> = Vec::new();
        edits.extend(
            self.plan
                .notes
                .iter()
                .filter_map(|note| edit(note, resolve)),
        );
        // Those further down first: an edit moves what is below it.
        edits.sort_by_key(|(id, _)| {
            let entry = library.entry(*id);
            (&entry.file, Reverse(entry.line))
        });
        for (id, edit) in &edits {
            changes.edit(&library.entry(*id).file, edit)?;
        }
        Ok(())
    }
}

fn edit(note: &Planned, resolve: Option<Resolve>) -> Option<(EntryId, Edit)> {
    let upstream = note.upstream.as_ref()?;
    let (id, text) = match (note.change, resolve) {
        (Change::Updated(id), _) | (Change::Conflict(id), Some(Resolve::Theirs)) => {
            (id, Some(revised(upstream)))
        }
        (Change::Conflict(id), Some(Resolve::Mine)) => (id, None),
        _ => return None,
    };
    let edit = Edit::Revise {
        entry: EntryRef {
            id: note.entry.id.clone(),
            line: note.entry.line,
        },
        revision: Revision {
            text,
            title: upstream.title.clone(),
            digest: upstream.digest.clone(),
        },
    };
    Some((id, edit))
}

fn revised(upstream: &Upstream) -> RevisedText {
    RevisedText {
        text: upstream.text.clone(),
        voice: upstream.voice,
        truncated: upstream.truncated,
    }
}
