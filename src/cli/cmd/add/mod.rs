//! `bookgraph add`

mod draft;
mod note;
mod telling;

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::fields::{FieldArgs, INPUT};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{BookId, ConceptId, Entry, Library};
use crate::notes::edit::{ConceptRef, Edit, EntryField, EntryRef, Verdict, patch};
use crate::notes::{self};
use crate::query::{self, ConceptNames};
use crate::text::entry_id::stem;
use crate::text::slug::is_id;
use draft::Draft;
use std::collections::HashSet;
use std::io::IsTerminal;
use std::path::PathBuf;

/// Add an entry: a new note about some pages.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/add.txt"))]
pub(in crate::cli) struct AddArgs {
    #[command(flatten)]
    fields: FieldArgs,
    /// The book it is about, by its id or title [default: the only one]
    #[arg(long, value_name = "BOOK")]
    book: Option<String>,
    /// The entry's id [default: made from its day, date, or title]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Concepts it is about, beside those that its text names
    #[arg(long, value_name = "CONCEPT", num_args = 1..)]
    tag: Vec<String>,
    /// Tag it with what its text may name, too, instead of asking
    #[arg(long)]
    confirm: bool,
    /// Start from this file: an Entry( … ) without an id
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Show the new file, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(
    args: &AddArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let template = args.template.as_deref().map(draft::template).transpose()?;
    // Written before the lock is taken: others need not wait for a writer of prose.
    let draft = match (&args.fields.text, &template) {
        (Some(_), _) => None,
        (None, _) if std::io::stdin().is_terminal() => {
            let start = template.as_ref().map_or("", |template| &template.text);
            match Draft::write(&workspace.root()?, start, printer)? {
                Some(draft) => Some(draft),
                None => return Ok(Status::Nothing),
            }
        }
        (None, Some(template)) if !template.text.trim().is_empty() => None,
        (None, _) => {
            return Err(CliError::usage(
                "there is no text",
                format!("--text TEXT, or --text {INPUT} for the standard input"),
            ));
        }
    };
    let fields = args.fields.with_input()?;
    let text = (template.as_ref(), draft.as_ref());
    let added = add(args, &fields, text, workspace, printer);
    match (&added, draft) {
        // What was written is not lost with the error.
        (Err(_), Some(draft)) => draft.keep(printer),
        (Ok(Status::Done), Some(draft)) if args.dry_run => draft.keep(printer),
        (_, Some(draft)) => draft.remove(),
        _ => {}
    }
    added
}

fn add(
    args: &AddArgs,
    said: &FieldArgs,
    (template, draft): (Option<&draft::Template>, Option<&Draft>),
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let library = decisions.library();
    let book = book(library, args.book.as_deref())?;
    let mut fields = said.read(library, book)?;
    if let Some(draft) = draft {
        fields.extend(draft.fields(said.title.is_none()));
    }
    // A template that says its date keeps it.
    let dated = |field: &EntryField| matches!(field, EntryField::Date(_));
    if template.is_none_or(|template| !template.dated) && !fields.iter().any(dated) {
        fields.push(EntryField::Date(Some(jiff::Zoned::now().date())));
    }
    let Some(tags) = tags(library, &args.tag, printer)? else {
        return Ok(Status::Nothing);
    };
    let id = id(args.id.as_deref(), library, book, &fields, template)?;
    let (file, text) = match (note::is_for(library, book), template) {
        (true, None) => note::of(library, book, &id, &fields),
        (true, Some(_)) => {
            return Err(CliError::usage(
                "the notes of this book are Markdown, and a template is an entry in RON",
                "leave --template out",
            ));
        }
        (false, template) => {
            let book_file = library.book(book).file.clone();
            let folder = book_file.rsplit_once('/').map_or("", |(folder, _)| folder);
            let file = format!("{folder}/entries/{id}.ron");
            let text = match template {
                Some(template) => filled(&file, &template.whole, &id, &fields)?,
                None => plain(library, book, &id, &fields),
            };
            (file, text)
        }
    };
    let refs: Vec<ConceptRef> = tags
        .iter()
        .map(|&tag| ConceptRef::of(library.vocabulary(), tag))
        .collect();
    decisions.create(&file, &text)?;
    for concept in refs {
        confirm(&mut decisions, &file, &id, concept)?;
    }
    telling::finish(args, decisions, (&file, &id), workspace, printer)
}

/// Says that the new entry is about a concept.
fn confirm(
    decisions: &mut Decisions,
    file: &str,
    id: &str,
    concept: ConceptRef,
) -> Result<(), CliError> {
    // A new file has one entry, whatever its line.
    let entry = EntryRef {
        id: id.to_owned(),
        line: 1,
    };
    let verdict = Verdict::Confirm;
    let edit = Edit::Judge {
        entry,
        concept,
        verdict,
    };
    decisions.edit(file, &edit)?;
    Ok(())
}

fn book(library: &Library, named: Option<&str>) -> Result<BookId, CliError> {
    if let Some(name) = named {
        return Ok(query::book(library, name)?);
    }
    let mut books = library.book_ids();
    match (books.next(), books.next()) {
        (Some(book), None) => Ok(book),
        (None, _) => Err(CliError::usage(
            "there is no book yet",
            "`bookgraph init --book TITLE` starts one",
        )),
        (Some(_), Some(_)) => {
            let ids: Vec<&str> = library
                .books()
                .iter()
                .map(|book| book.id.as_str())
                .collect();
            Err(CliError::usage(
                "there are several books",
                format!("name one of them: --book {}", ids.join(", --book ")),
            ))
        }
    }
}

fn tags(
    library: &Library,
    typed: &[String],
    printer: &mut Printer,
) -> Result<Option<Vec<ConceptId>>, CliError> {
    let names = ConceptNames::of(library);
    naming::concepts(library, &names, typed, printer)
}

/// The id asked for, or one that nobody has.
fn id(
    asked: Option<&str>,
    library: &Library,
    book: BookId,
    fields: &[EntryField],
    template: Option<&draft::Template>,
) -> Result<String, CliError> {
    let taken: HashSet<&str> = library
        .entries_of(book)
        .map(|entry| library.brief(entry).id)
        .collect();
    if let Some(id) = asked {
        return match (is_id(id), taken.contains(id)) {
            (true, false) => Ok(id.to_owned()),
            (false, _) => Err(CliError::usage(
                format!("`{id}` cannot be the id of an entry"),
                "an id has letters, digits, `-`, `_` and `.`: --id day-19",
            )),
            (true, true) => Err(CliError::usage(
                format!("there is an entry `{id}` already"),
                format!("`bookgraph edit {id}` changes it"),
            )),
        };
    }
    let (mut day, mut date, mut title) = (None, None, None);
    if let Some(template) = template {
        (day, title) = (template.day, template.title.clone());
    }
    for field in fields {
        match field {
            EntryField::Day(said) => day = *said,
            EntryField::Date(said) => date = *said,
            EntryField::Title(said) => title.clone_from(said),
            _ => {}
        }
    }
    let stem = stem(day, date, title.as_deref().unwrap_or_default());
    let mut ids = (2..).map(|number| format!("{stem}-{number}"));
    let free = |id: &String| !taken.contains(id.as_str());
    Ok(match free(&stem) {
        true => stem,
        false => ids.find(free).unwrap_or(stem),
    })
}

/// The file of an entry with these fields, as an import makes it.
fn plain(library: &Library, book: BookId, id: &str, fields: &[EntryField]) -> String {
    let book = library.book(book);
    let mut entry = Entry {
        id: id.to_owned(),
        title: id.to_owned(),
        ..Entry::default()
    };
    for field in fields {
        match field.clone() {
            EntryField::Title(title) => entry.title = title.unwrap_or_else(|| id.to_owned()),
            EntryField::Date(date) => entry.date = date,
            EntryField::Day(day) => entry.day = day,
            EntryField::Pages(pages) => {
                entry.pages = pages.and_then(|(a, b)| crate::model::PageRange::new(a, b));
            }
            EntryField::Chapters(ids) => {
                let found = ids.iter().filter_map(|id| book.outline.find(id));
                entry.chapters = found.map(|index| index as u32).collect();
            }
            EntryField::Text(text) => entry.text = text,
        }
    }
    notes::entry_to_ron(&entry, book, library.vocabulary())
}

/// A template with its fields filled in; its comments stay.
fn filled(file: &str, template: &str, id: &str, fields: &[EntryField]) -> Result<String, CliError> {
    let mut text = template.to_owned();
    for field in fields {
        let edit = Edit::SetEntry {
            entry: EntryRef {
                id: id.to_owned(),
                line: 1,
            },
            field: field.clone(),
        };
        if let Some(patched) = patch(file, &text, &edit)? {
            text = patched;
        }
    }
    Ok(text)
}
