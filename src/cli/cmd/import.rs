//! `bookgraph import`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::did_you_mean;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::import::{self, Change, IMPORTERS, Imported, ImportedNote, Importer, Plan};
use crate::map::Words;
use crate::model::{
    Book, Certainty, Chapter, Edition, Language, Library, LocalText, Outline, PageBound,
};
use crate::notes::{self, NOTES_FOLDER, SaveError};
use crate::render::terminal::{self, Table, table};
use crate::source::SourceFile;
use crate::text::chapter_mention::chapter_mentions;
use crate::text::fold::is_syllable;
use crate::text::similarity::similarity;
use crate::text::slug::{is_id, slug};
use std::path::{Path, PathBuf};

/// A number larger than this is hardly one of a chapter.
const MOST_CHAPTERS: u32 = 60;

/// An id this much like a book's is taken for a slip.
const ALIKE: f64 = 0.75;

/// Bring in notes kept elsewhere.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/import.txt"))]
pub(in crate::cli) struct ImportArgs {
    /// What the files are: blog-list
    kind: String,
    /// The files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The book the notes are about, by its id; made if there is none
    #[arg(long, value_name = "BOOK")]
    book: String,
    /// Show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(
    args: &ImportArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let importer = importer(&args.kind)?;
    if !is_id(&args.book) {
        return Err(CliError::usage(
            format!("`{}` cannot be the id of a book", args.book),
            "an id has letters, digits, `-`, `_` and `.`: --book working-backwards",
        ));
    }
    let root = root(workspace)?;
    let reading = notes::read(&root.join(NOTES_FOLDER));
    let damaged = |problem: &&Diagnostic| {
        problem.severity() == Severity::Error || problem.code == Code::LinkNotFollowed
    };
    if let Some(problem) = reading.diagnostics.iter().find(damaged) {
        // What cannot be read may be an entry that was imported before.
        return Err(CliError::usage(
            format!("the library has problems, and nothing was imported: {problem}"),
            "`bookgraph check` shows every problem; put them right and import again",
        ));
    }
    let library = reading.library;
    let known = library.find_book(&args.book);
    if known.is_none() {
        refuse_slips(&library, &args.book)?;
    }
    let imported = read(args, importer, printer)?;
    let book = match known {
        Some(book) => library.book(book).clone(),
        None => new_book(&args.book, &imported.notes),
    };
    let plan = import::plan(&library, known, importer.name(), &imported.notes);
    if !args.dry_run && plan.new_entries().next().is_some() {
        save(&root, &library, known.is_none(), &book, &plan, printer)?;
    }
    report(args, &plan, workspace, &book, printer)?;
    Ok(match imported.diagnostics.is_empty() {
        true => Status::Done,
        false => Status::Nothing,
    })
}

fn importer(kind: &str) -> Result<&'static dyn Importer, CliError> {
    let found = IMPORTERS
        .iter()
        .copied()
        .find(|importer| importer.name() == kind);
    found.ok_or_else(|| {
        let names: Vec<&str> = IMPORTERS.iter().map(|importer| importer.name()).collect();
        let all: Vec<String> = IMPORTERS
            .iter()
            .map(|importer| format!("{} ({})", importer.name(), importer.about()))
            .collect();
        CliError::usage(
            format!("there is no importer `{kind}`"),
            did_you_mean(kind, &names, &format!("there are: {}", all.join(", "))),
        )
    })
}

/// A new book is not made for what looks like a slip in the name of one that
/// is there, or its title.
fn refuse_slips(library: &Library, id: &str) -> Result<(), CliError> {
    let meant = library.books().iter().find(|book| {
        let titles = book.title.iter().any(|(_, title)| slug(title) == slug(id));
        titles || similarity(&book.id, id) >= ALIKE
    });
    match meant {
        Some(book) => Err(CliError::usage(
            format!("there is no book `{id}`; did you mean `{}`?", book.id),
            format!("if it is another book, `bookgraph init --book TITLE --id {id}` makes it"),
        )),
        None => Ok(()),
    }
}

/// The library's folder. One that is named and has no notes yet is a library
/// in the making.
fn root(workspace: &Workspace<'_>) -> Result<PathBuf, CliError> {
    match workspace.named() {
        Some(folder) if folder.is_dir() => Ok(folder.to_path_buf()),
        _ => workspace.root(),
    }
}

/// Reads all files; says what was not understood.
fn read(
    args: &ImportArgs,
    importer: &dyn Importer,
    printer: &mut Printer,
) -> Result<Imported, CliError> {
    let mut all = Imported::default();
    for path in &args.files {
        let bytes = std::fs::read(path).map_err(|source| CliError::Read {
            path: path.clone(),
            source,
        })?;
        let decoded = import::decode(&bytes).ok_or_else(|| CliError::Undecodable(path.clone()))?;
        if let Some(remark) = decoded.remark {
            printer.note(&format!("{}: {remark}", path.display()));
        }
        let file = SourceFile::new(path.display().to_string(), decoded.text);
        let imported = importer.read(&file);
        all.notes.extend(imported.notes);
        all.diagnostics.extend(imported.diagnostics);
    }
    if !all.diagnostics.is_empty() {
        let text = terminal::diagnostics(&all.diagnostics, printer.styling());
        printer.warn_raw(&text);
    }
    Ok(all)
}

/// A book that is known only by its notes: the chapters they name, up to the
/// last one, and nothing else.
fn new_book(id: &str, notes: &[ImportedNote]) -> Book {
    let korean = notes.iter().any(|note| note.text.chars().any(is_syllable));
    let language = if korean {
        Language::KOREAN
    } else {
        Language::ENGLISH
    };
    let mentions = notes.iter().flat_map(|note| chapter_mentions(&note.text));
    let numbers = mentions.map(|mention| mention.number);
    let plausible = numbers.filter(|number| *number <= MOST_CHAPTERS);
    let last = plausible.max().unwrap_or(0);
    let chapters = (1..=last).map(|number| Chapter {
        id: number.to_string(),
        number: Some(number),
        part: None,
        title: LocalText::default(),
        starts: PageBound::UNKNOWN,
        ends: PageBound::UNKNOWN,
        certainty: Certainty::default(),
        note: None,
        sections: Vec::new(),
    });
    Book {
        id: id.to_owned(),
        language,
        title: LocalText::new(language, id),
        subtitle: LocalText::default(),
        authors: Vec::new(),
        edition: Edition::default(),
        outline: Outline {
            parts: Vec::new(),
            chapters: chapters.collect(),
        },
        file: format!("{NOTES_FOLDER}/{id}/book.ron"),
    }
}

fn save(
    root: &Path,
    library: &Library,
    is_new: bool,
    book: &Book,
    plan: &Plan,
    printer: &mut Printer,
) -> Result<(), CliError> {
    let mut files = Vec::new();
    if is_new {
        files.push((root.join(&book.file), notes::book_to_ron(book)));
    }
    let folder = root
        .join(
            Path::new(&book.file)
                .parent()
                .unwrap_or(Path::new(NOTES_FOLDER)),
        )
        .join("entries");
    for entry in plan.new_entries() {
        let path = folder.join(format!("{}.ron", entry.id));
        files.push((path, notes::entry_to_ron(entry, book)));
    }
    if let Some((taken, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(SaveError::Exists(taken.clone()).into());
    }
    notes::create_all(&files)?;
    if is_new {
        let outline = match book.outline.chapters.len() {
            0 => String::new(),
            chapters => format!(", with the {chapters} chapters that the notes imply"),
        };
        printer.note(&format!(
            "created {}{outline}; give it its title there",
            book.file
        ));
        if library.vocabulary().is_empty() {
            printer.note("there are no concepts yet: write them in notes/concepts.ron (`bookgraph init` starts that file)");
        }
    }
    Ok(())
}

fn report(
    args: &ImportArgs,
    plan: &Plan,
    workspace: &Workspace<'_>,
    book: &Book,
    printer: &mut Printer,
) -> Result<(), CliError> {
    let words = Words::new(workspace.language().unwrap_or(book.language));
    let rows = plan
        .notes
        .iter()
        .filter(|note| note.change != Change::Unchanged)
        .map(|note| {
            let entry = &note.entry;
            vec![
                if note.change == Change::New {
                    "new"
                } else {
                    "changed"
                }
                .to_owned(),
                entry.id.clone(),
                entry.date.map(|date| date.to_string()).unwrap_or_default(),
                entry
                    .pages
                    .map(|pages| words.pages(pages))
                    .unwrap_or_default(),
                if entry.truncated { "cut off" } else { "" }.to_owned(),
                entry.title.clone(),
            ]
        })
        .collect::<Vec<_>>();
    if !rows.is_empty() {
        let heads = ["", "entry", "date", "pages", "text", "title"];
        let rows = Table {
            heads: heads.iter().map(|head| (*head).to_owned()).collect(),
            rows,
        };
        let text = table(&rows, printer.styling());
        printer.print(&text)?;
    }
    let changed = plan.count(|change| matches!(change, Change::Changed(_)));
    let mut line = format!(
        "{} new, {} unchanged",
        plan.count(|change| change == Change::New),
        plan.count(|change| change == Change::Unchanged)
    );
    if changed > 0 {
        line.push_str(&format!(
            ", {changed} changed at the source (kept as they are)"
        ));
    }
    if args.dry_run {
        line.push_str(" (dry run: nothing was written)");
    }
    printer.print(&format!("{line}\n"))?;
    Ok(())
}
