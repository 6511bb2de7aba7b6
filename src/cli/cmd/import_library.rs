//! `bookgraph import bookgraph-json`

use crate::cli::counted::counted;
use crate::cli::decisions::show_changes;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::Severity;
use crate::exchange::{self, Additions};
use crate::import;
use crate::model::{ConceptId, Library};
use crate::notes::edit::{Edit, NewConcept};
use crate::notes::{self, Changes, Home, NOTES_FOLDER, Reading};
use crate::source::SourceFile;
use std::path::{Path, PathBuf};

/// As many things that are kept are named.
const NAMED: usize = 20;

/// Adds what a library exported as JSON has and this one lacks.
pub(super) fn run(
    path: &Path,
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let coming = read(path)?;
    let root = workspace.root()?;
    let lock = match dry_run {
        true => None,
        false => Some(workspace.lock(&root, printer)?),
    };
    let before = notes::read(Home::of_root(&root).notes());
    if let Some(problem) = before
        .diagnostics
        .iter()
        .find(|it| it.severity() == Severity::Error)
    {
        return Err(CliError::usage(
            format!("the library has problems, and nothing was imported: {problem}"),
            "`bookgraph check` shows every problem; put them right and import again",
        ));
    }
    let additions = Additions::of(&before.library, &coming);
    let changes = changes(&root, &before, &coming, &additions, printer)?;
    if changes.files().len() > 0 {
        let after = changes.check_errors(&before)?;
        refuse_losses(&after.library, &coming, &additions)?;
        match &lock {
            Some(lock) => changes.write(lock)?,
            None => show_changes(&changes.file_changes(), printer)?,
        }
    }
    report(&additions, dry_run, printer)?;
    Ok(Status::Done)
}

fn read(path: &Path) -> Result<Library, CliError> {
    let bytes = std::fs::read(path).map_err(|source| CliError::Read {
        path: path.to_path_buf(),
        source,
    })?;
    let decoded =
        import::decode(&bytes).ok_or_else(|| CliError::Undecodable(path.to_path_buf()))?;
    let file = SourceFile::new(path.display().to_string(), decoded.text);
    exchange::read(&file).map_err(|error| CliError::usage(error.to_string(), error.hint()))
}

/// The files that are new, and a vocabulary that gets longer.
fn changes(
    root: &Path,
    before: &Reading,
    coming: &Library,
    additions: &Additions,
    printer: &mut Printer,
) -> Result<Changes, CliError> {
    let mut changes = Changes::of(root, before);
    match before.vocabularies.last() {
        None => {
            if let Some((name, text)) = notes::vocabulary_file(coming) {
                changes.create(&name, &text)?;
            }
        }
        Some(file) => {
            let new = additions.concepts.iter().map(|&id| new_concept(coming, id));
            changes.edit(file, &Edit::AddConcepts(new.collect()))?;
            for word in coming.vocabulary().dismissed() {
                changes.edit(file, &Edit::Dismiss(word.clone()))?;
            }
        }
    }
    for &book in &additions.books {
        let (name, text) = notes::book_file(coming, book);
        changes.create(&name, &text)?;
    }
    for &entry in &additions.entries {
        let book = &coming.book(coming.book_of(entry)).id;
        let known = before.library.find_book(book);
        let folder = known.map(|known| folder(&before.library.book(known).file));
        let (name, text) = notes::entry_file(coming, entry, folder.as_deref());
        changes.create(&name, &text)?;
    }
    queries(&mut changes, &before.library, coming, printer)?;
    Ok(changes)
}

/// The folder of a book's file.
fn folder(file: &str) -> String {
    let folder = file
        .rsplit_once('/')
        .map_or(NOTES_FOLDER, |(folder, _)| folder);
    folder.to_owned()
}

/// Saved queries go into a file of their own, where there is none.
fn queries(
    changes: &mut Changes,
    there: &Library,
    coming: &Library,
    printer: &mut Printer,
) -> Result<(), CliError> {
    if there.queries().is_empty() {
        if let Some((name, text)) = notes::queries_file(coming) {
            changes.create(&name, &text)?;
        }
        return Ok(());
    }
    for query in coming.queries() {
        let mut known = there.queries().iter();
        if !known.any(|other| other.name == query.name && other.query == query.query) {
            printer.warn(
                &format!(
                    "the query `{}` was not taken over: {}",
                    query.name, query.query
                ),
                Some("this library has queries of its own; add it to them in notes/library.ron"),
            );
        }
    }
    Ok(())
}

fn new_concept(coming: &Library, id: ConceptId) -> NewConcept {
    let vocabulary = coming.vocabulary();
    let concept = vocabulary.get(id).clone();
    let ids = |concepts: &[ConceptId]| {
        let ids = concepts.iter().map(|&id| vocabulary.get(id).id.clone());
        ids.collect()
    };
    NewConcept {
        broader: ids(&concept.broader),
        related: ids(&concept.related),
        id: concept.id,
        label: concept.label,
        aliases: concept.aliases,
        exclude: concept.exclude,
        definition: concept.definition,
        kind: concept.kind,
        note: concept.note,
    }
}

/// Refuses to write what would not be read as it came.
fn refuse_losses(after: &Library, coming: &Library, additions: &Additions) -> Result<(), CliError> {
    let left = Additions::of(after, coming);
    let missing = left
        .different
        .iter()
        .find(|it| !additions.different.contains(it));
    match (left.is_empty(), missing) {
        (true, None) => Ok(()),
        (_, missing) => Err(CliError::usage(
            format!(
                "{} would not be read as it stands in the file; nothing was imported",
                missing.map_or("something", String::as_str)
            ),
            "please report this with the file",
        )),
    }
}

fn report(additions: &Additions, dry_run: bool, printer: &mut Printer) -> Result<(), CliError> {
    let mut line = format!(
        "new: {}, {}, {}; unchanged: {}",
        counted(additions.books.len(), "book", "books"),
        counted(additions.concepts.len(), "concept", "concepts"),
        counted(additions.entries.len(), "entry", "entries"),
        additions.unchanged
    );
    if !additions.different.is_empty() {
        let count = additions.different.len();
        line.push_str(&format!(
            "; different here, and kept as it is here: {count}"
        ));
    }
    if dry_run {
        line.push_str(" (dry run: nothing was written)");
    }
    printer.print(&format!("{line}\n"))?;
    for name in additions.different.iter().take(NAMED) {
        printer.print(&format!("  {name}\n"))?;
    }
    Ok(())
}

/// The files to be imported; one at a time, as each is a whole library.
pub(super) fn only(files: &[PathBuf]) -> Result<&Path, CliError> {
    match files {
        [file] => Ok(file),
        _ => Err(CliError::usage(
            "a library is imported from one file",
            "run the command once for each file",
        )),
    }
}
