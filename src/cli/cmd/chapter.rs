//! `bookgraph chapter`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::fields::{chapters, read_pages};
use crate::cli::language::language;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{BookId, EntryId, Language, Library};
use crate::notes::edit::{ChapterField, Edit, EntryField, EntryRef};
use crate::notes::guess_language;
use crate::query;

/// Say which chapter entries are in, and what a chapter is called and where it is.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/chapter.txt"))]
pub(in crate::cli) struct ChapterArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Set(SetArgs),
    Reset(ResetArgs),
}

/// Put entries into a chapter, or change its heading and pages.
#[derive(Debug, clap::Args)]
struct SetArgs {
    /// The chapter, by its number, id, or heading
    #[arg(value_name = "CHAPTER")]
    chapter: String,
    /// Entries that are in it, by their ids
    #[arg(value_name = "ENTRY")]
    entries: Vec<String>,
    /// Its heading
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The language of the heading [default: told by its letters]
    #[arg(long = "in", value_name = "LANG", value_parser = language, requires = "title")]
    language: Option<Language>,
    /// Its pages: 353-361
    #[arg(long, value_name = "PAGES")]
    pages: Option<String>,
    /// The book, by its id or title [default: that of the entries, or the only one]
    #[arg(long, value_name = "BOOK")]
    book: Option<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Let the chapter of entries be worked out again, from their pages and texts.
#[derive(Debug, clap::Args)]
struct ResetArgs {
    /// The entries, by their ids
    #[arg(required = true, value_name = "ENTRY")]
    entries: Vec<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(
    args: &ChapterArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    match &args.what {
        What::Set(args) => set(args, workspace, printer),
        What::Reset(args) => reset(args, workspace, printer),
    }
}

fn set(
    args: &SetArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.entries.is_empty() && args.title.is_none() && args.pages.is_none() {
        return Err(CliError::usage(
            "nothing is said of the chapter",
            "name entries that are in it, --title, or --pages",
        ));
    }
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let library = decisions.library();
    let Some(entries) = naming::entries(library, &args.entries, printer)? else {
        return Ok(Status::Nothing);
    };
    let book = book(library, args.book.as_deref(), &entries)?;
    let named = chapters(library, book, std::slice::from_ref(&args.chapter))?;
    let [chapter] = named.as_slice() else {
        return Err(CliError::usage(
            format!("`{}` is no one chapter", args.chapter),
            "name one, by its number, id, or heading: `bookgraph list chapters`",
        ));
    };
    let file = library.book(book).file.clone();
    let fields = fields(args)?;
    if file.is_empty() && !fields.is_empty() {
        return Err(CliError::usage(
            "this book has no file: its chapters are those that its notes name",
            "`bookgraph init --book TITLE` starts a file for a book; its `outline` has chapters with headings and pages",
        ));
    }
    let mut lines = Vec::new();
    for field in fields {
        let said = told(&field);
        let edit = Edit::SetChapter {
            chapter: chapter.clone(),
            field,
        };
        let changed = decisions.edit(&file, &edit)?;
        let verb = match changed {
            true => decisions.verb("has", "would have"),
            false => "has already",
        };
        lines.push(format!("chapter {chapter} {verb} {said} ({file})\n"));
    }
    let said = place(&mut decisions, &entries, std::slice::from_ref(chapter))?;
    let written = decisions.write(printer)?;
    lines.extend(said);
    printer.print(&lines.concat())?;
    written.remind(printer)?;
    Ok(Status::Done)
}

fn reset(
    args: &ResetArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let Some(entries) = naming::entries(decisions.library(), &args.entries, printer)? else {
        return Ok(Status::Nothing);
    };
    let lines = place(&mut decisions, &entries, &[])?;
    let written = decisions.write(printer)?;
    printer.print(&lines.concat())?;
    written.remind(printer)?;
    Ok(Status::Done)
}

/// Puts entries into chapters, or none; those further down in their files first, as a
/// change moves what is below it. Gives what to say, in the order they were named.
fn place(
    decisions: &mut Decisions,
    entries: &[EntryId],
    chapters: &[String],
) -> Result<Vec<String>, CliError> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    let line = |index: &usize| decisions.library().entry(entries[*index]).line;
    order.sort_by_key(|index| std::cmp::Reverse(line(index)));
    let mut lines = vec![String::new(); entries.len()];
    for index in order {
        let library = decisions.library();
        let entry = library.entry(entries[index]);
        let id = library.qualified_id(entries[index]);
        let file = entry.file.clone();
        let edit = Edit::SetEntry {
            entry: EntryRef {
                id: entry.id.clone(),
                line: entry.line,
            },
            field: EntryField::Chapters(chapters.to_vec()),
        };
        let changed = decisions.edit(&file, &edit)?;
        lines[index] = match (changed, chapters) {
            (true, [chapter, ..]) => {
                let verb = decisions.verb("is in", "would be in");
                format!("{id} {verb} chapter {chapter} ({file})\n")
            }
            (true, []) => {
                let verb = decisions.verb("says", "would say");
                format!("{id} {verb} no chapter any more ({file})\n")
            }
            (false, [chapter, ..]) => format!("{id} is in chapter {chapter} already\n"),
            (false, []) => format!("{id} says no chapter\n"),
        };
    }
    Ok(lines)
}

fn book(library: &Library, named: Option<&str>, entries: &[EntryId]) -> Result<BookId, CliError> {
    if let Some(name) = named {
        return Ok(query::book(library, name)?);
    }
    let mut books: Vec<BookId> = match entries {
        [] => library.book_ids().collect(),
        entries => entries
            .iter()
            .map(|&entry| library.book_of(entry))
            .collect(),
    };
    books.dedup();
    match books.as_slice() {
        [book] => Ok(*book),
        _ => Err(CliError::usage(
            "it is not clear which book is meant",
            "name it: --book BOOK; `bookgraph list books` lists them",
        )),
    }
}

fn fields(args: &SetArgs) -> Result<Vec<ChapterField>, CliError> {
    let mut fields = Vec::new();
    if let Some(title) = &args.title {
        let language = args.language.unwrap_or_else(|| guess_language(title));
        fields.push(ChapterField::Title(language, title.trim().to_owned()));
    }
    if let Some(pages) = &args.pages {
        let (first, last) = read_pages(pages)?;
        fields.extend([ChapterField::Starts(first), ChapterField::Ends(last)]);
    }
    Ok(fields)
}

fn told(field: &ChapterField) -> String {
    match field {
        ChapterField::Title(language, title) => format!("the heading {title} ({language})"),
        ChapterField::Starts(page) => format!("page {page} as its first"),
        ChapterField::Ends(page) => format!("page {page} as its last"),
    }
}
