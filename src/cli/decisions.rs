//! Decisions of the reader, written into the notes, and what comes of them.

use super::exit::CliError;
use super::printer::Printer;
use super::workspace::Workspace;
use super::written::Written;
use crate::model::{ConceptId, EntryId, Library};
use crate::notes::edit::{ConceptField, ConceptRef, Edit, EntryRef, NewConcept, Verdict};
use crate::notes::{Changes, EditError, FileChange, Home, LibraryLock, Reading, guess_language};
use crate::query::Tagged;
use crate::render::terminal;
use crate::tag::Tagging;
use crate::text::fold;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The vocabulary that is made where there is none.
const FIRST_VOCABULARY: &str = "concepts.ron";
const NO_CONCEPTS: &str = "Vocabulary(\n    format: 1,\n    concepts: [\n    ],\n)\n";

/// A library whose reader decides something. Nothing is written before
/// [`Decisions::write`].
pub(super) struct Decisions {
    home: Home,
    root: PathBuf,
    /// Held from before the notes are read; none when nothing will be written.
    lock: Option<LibraryLock>,
    reading: Reading,
    tagging: Tagging,
    changes: Changes,
    warnings: Warnings,
    /// The concepts that are Markdown notes by now: their ids, and their files.
    notes: BTreeMap<String, String>,
    /// The notes of concepts whose files go away, by the ids the concepts had.
    moved: BTreeMap<String, String>,
}

/// Whether the notes may have a warning afterwards that they do not have now.
#[derive(Clone, Copy)]
enum Warnings {
    /// One decision that makes one is a slip.
    Refused,
    /// Of many at once some may.
    Allowed,
}

impl Decisions {
    /// Reads the library, and keeps others from changing it meanwhile.
    pub(super) fn open(
        workspace: &Workspace<'_>,
        dry_run: bool,
        printer: &mut Printer,
    ) -> Result<Self, CliError> {
        let home = workspace.home()?;
        let root = home.root().to_path_buf();
        let lock = match dry_run {
            true => None,
            false => Some(workspace.lock(&root, printer)?),
        };
        let reading = workspace.read(printer)?;
        workspace.warn_of(&reading, printer);
        Ok(Self {
            tagging: Tagging::of(&reading.library),
            changes: Changes::of(&root, &reading),
            warnings: Warnings::Refused,
            notes: reading.concept_notes.clone(),
            moved: BTreeMap::new(),
            home,
            root,
            lock,
            reading,
        })
    }

    pub(super) fn library(&self) -> &Library {
        &self.reading.library
    }

    /// Adds a concept to the last vocabulary; gives the file.
    pub(super) fn accept(&mut self, concept: NewConcept) -> Result<String, CliError> {
        let file = self.last_vocabulary()?;
        self.changes.edit(&file, &Edit::AddConcept(concept))?;
        Ok(file)
    }

    /// Adds concepts to the last vocabulary; gives the file.
    pub(super) fn accept_all(&mut self, concepts: Vec<NewConcept>) -> Result<String, CliError> {
        let file = self.last_vocabulary()?;
        self.changes.edit(&file, &Edit::AddConcepts(concepts))?;
        self.warnings = Warnings::Allowed;
        Ok(file)
    }

    /// Gives a concept another name; gives the file, or none when the concept
    /// has that name.
    pub(super) fn alias(
        &mut self,
        concept: ConceptId,
        name: &str,
    ) -> Result<Option<String>, CliError> {
        let id = self.library().vocabulary().get(concept).id.clone();
        let edit = Edit::AddAlias {
            concept: id.clone(),
            language: guess_language(name),
            name: name.to_owned(),
        };
        Ok(self.in_vocabulary(&edit)?.1)
    }

    /// Sets a field of a concept; gives the file, or none when it is so already.
    pub(super) fn set_concept(
        &mut self,
        concept: &str,
        field: ConceptField,
    ) -> Result<Option<String>, CliError> {
        if let (Some(file), ConceptField::Id(id)) = (self.notes.get(concept).cloned(), &field) {
            let new = self.changes.rename_note(&file, concept, id)?;
            self.notes.remove(concept);
            self.notes.insert(id.clone(), new.clone());
            if new != file {
                self.moved.insert(concept.to_owned(), file);
            }
            return Ok(Some(new));
        }
        let concept = concept.to_owned();
        let edit = Edit::SetConcept { concept, field };
        Ok(self.in_vocabulary(&edit)?.1)
    }

    /// The file of a concept that is a Markdown note.
    pub(super) fn note_of(&self, concept: &str) -> Option<&str> {
        self.notes.get(concept).map(String::as_str)
    }

    /// The files of all concepts that are Markdown notes.
    pub(super) fn concept_notes(&self) -> Vec<String> {
        self.notes.values().cloned().collect()
    }

    /// The file that the note of a concept had, by the id it had, when it goes away.
    pub(super) fn moved(&self, concept: &str) -> Option<&str> {
        self.moved.get(concept).map(String::as_str)
    }

    /// Makes an edit of a concept in the vocabulary that has it: which that is, and the
    /// same when anything changed.
    fn in_vocabulary(&mut self, edit: &Edit) -> Result<(String, Option<String>), CliError> {
        let concept = match edit {
            Edit::AddAlias { concept, .. }
            | Edit::SetConcept { concept, .. }
            | Edit::RemoveConcept(concept) => Some(concept),
            _ => None,
        };
        if let Some(file) = concept.and_then(|id| self.notes.get(id)).cloned() {
            let changed = self.changes.edit(&file, edit)?;
            return Ok((file.clone(), changed.then_some(file)));
        }
        let mut missing = None;
        for file in self.reading.vocabularies.clone() {
            match self.changes.edit(&file, edit) {
                Ok(true) => return Ok((file.clone(), Some(file))),
                Ok(false) => return Ok((file, None)),
                Err(error @ EditError::NotThere { .. }) => missing = Some(error),
                Err(error) => return Err(error.into()),
            }
        }
        Err(match missing {
            Some(error) => error.into(),
            None => no_vocabulary(),
        })
    }

    /// Takes a concept out of its vocabulary.
    pub(super) fn remove_concept(&mut self, concept: &str) -> Result<(), CliError> {
        self.in_vocabulary(&Edit::RemoveConcept(concept.to_owned()))?;
        if let Some(file) = self.notes.remove(concept) {
            self.moved.insert(concept.to_owned(), file);
        }
        Ok(())
    }

    /// Makes an edit in a file; gives whether anything changed.
    pub(super) fn edit(&mut self, file: &str, edit: &Edit) -> Result<bool, CliError> {
        Ok(self.changes.edit(file, edit)?)
    }

    /// The same with the error as it is.
    pub(super) fn try_edit(&mut self, file: &str, edit: &Edit) -> Result<bool, EditError> {
        self.changes.edit(file, edit)
    }

    /// Makes a file that is not there yet.
    pub(super) fn create(&mut self, file: &str, text: &str) -> Result<(), CliError> {
        Ok(self.changes.create(file, text)?)
    }

    /// The changes so far, and what was read before them.
    pub(super) fn so_far(&self) -> (&Changes, &Reading) {
        (&self.changes, &self.reading)
    }

    /// Remembers that a word is no concept; gives the file, or none when that
    /// is known.
    pub(super) fn dismiss(&mut self, word: &str) -> Result<Option<String>, CliError> {
        let key = fold::key(word);
        let mut known = self.library().vocabulary().dismissed().iter();
        if known.any(|known| fold::key(known) == key) {
            return Ok(None);
        }
        let file = self.last_vocabulary()?;
        let changed = self.changes.edit(&file, &Edit::Dismiss(word.to_owned()))?;
        Ok(changed.then_some(file))
    }

    /// Says whether an entry is about a concept; gives the file, or none when
    /// the entry says so.
    pub(super) fn judge(
        &mut self,
        entry: EntryId,
        concept: ConceptId,
        verdict: Verdict,
    ) -> Result<Option<String>, CliError> {
        let library = &self.reading.library;
        let entry = library.entry(entry);
        let edit = Edit::Judge {
            entry: EntryRef {
                id: entry.id.clone(),
                line: entry.line,
            },
            concept: ConceptRef::of(library.vocabulary(), concept),
            verdict,
        };
        let file = entry.file.clone();
        let changed = self.changes.edit(&file, &edit)?;
        Ok(changed.then_some(file))
    }

    /// The file that new concepts go to; made where there is none.
    fn last_vocabulary(&mut self) -> Result<String, CliError> {
        if let Some(file) = self.reading.vocabularies.last() {
            return Ok(file.clone());
        }
        let file = self.home.name_of(FIRST_VOCABULARY);
        if self.changes.files().any(|changed| changed.name == file) {
            return Ok(file);
        }
        if self.root.join(&file).symlink_metadata().is_ok() {
            return Err(CliError::usage(
                format!("{file} is there, and holds no vocabulary that can be read"),
                "`bookgraph check` shows its problems; remove it if it is empty",
            ));
        }
        self.changes.create(&file, NO_CONCEPTS)?;
        Ok(file)
    }

    /// Checks the decisions made so far and writes them; a dry run shows them
    /// instead. Further decisions may follow.
    pub(super) fn write(&mut self, printer: &mut Printer) -> Result<Written, CliError> {
        self.write_redirected(&|id| Some(id.to_owned()), printer)
    }

    /// The same when concepts are called otherwise afterwards; `follow` gives their ids.
    pub(super) fn write_redirected(
        &mut self,
        follow: &dyn Fn(&str) -> Option<String>,
        printer: &mut Printer,
    ) -> Result<Written, CliError> {
        let changes = std::mem::replace(&mut self.changes, Changes::of(&self.root, &self.reading));
        if changes.files().len() == 0 {
            return Ok(Written::nothing(self.lock.is_none()));
        }
        let after = match self.warnings {
            Warnings::Refused => changes.check(&self.reading)?,
            Warnings::Allowed => changes.check_errors(&self.reading)?,
        };
        let files = changes.files().map(|file| file.name.clone()).collect();
        match &self.lock {
            Some(lock) => {
                changes.write(lock)?;
                self.changes = Changes::of(&self.root, &after);
            }
            None => show_changes(&changes.file_changes(), printer)?,
        }
        let tagging = Tagging::of(&after.library);
        let before = Tagged {
            library: &self.reading.library,
            tagging: &self.tagging,
        };
        let now = Tagged {
            library: &after.library,
            tagging: &tagging,
        };
        let written = Written::of(before, now, follow, files, self.lock.is_none());
        self.notes = after.concept_notes.clone();
        self.moved.clear();
        self.reading = after;
        self.tagging = tagging;
        Ok(written)
    }

    /// `added`, or what a dry run says.
    pub(super) fn verb<'a>(&self, done: &'a str, planned: &'a str) -> &'a str {
        match self.lock {
            Some(_) => done,
            None => planned,
        }
    }
}

fn no_vocabulary() -> CliError {
    CliError::usage(
        "there is no vocabulary",
        "`bookgraph concept add NAME` starts one",
    )
}

/// Shows what becomes of files.
pub(super) fn show_changes(changes: &[FileChange], printer: &mut Printer) -> Result<(), CliError> {
    for FileChange {
        name,
        before,
        after,
    } in changes
    {
        let (before, after) = (before.as_deref(), after.as_deref());
        let text = terminal::diff(name, before, after, printer.styling());
        printer.print(&text)?;
    }
    Ok(())
}
