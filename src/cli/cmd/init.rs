//! `bookgraph init`

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::seen::Seen;
use crate::cli::workspace::Workspace;
use crate::model::{Book, Edition, Language, LocalText, Outline, Split};
use crate::notes::{self, Changes, EditError, NOTES_FOLDER, Reading, SaveError, VAULT_FILE};
use crate::text::fold::is_syllable;
use crate::text::slug::{is_id, slug};
use std::path::Path;

/// Start a library in this folder.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct InitArgs {
    /// Also start a book with this title
    #[arg(long, value_name = "TITLE")]
    book: Option<String>,
    /// The book's id [default: made from the title]
    #[arg(long, value_name = "ID", requires = "book")]
    id: Option<String>,
    /// The book's authors
    #[arg(long, value_name = "NAME", requires = "book")]
    author: Vec<String>,
    /// Which pieces of a Markdown file are entries: whole, heading, or heading-2 for a
    /// level
    #[arg(long, value_name = "HOW", value_parser = split)]
    split: Option<Split>,
    /// The folder of a vault whose notes are concepts
    #[arg(long, value_name = "FOLDER")]
    concepts: Option<String>,
    /// The folder of a vault in which each folder is a book
    #[arg(long, value_name = "FOLDER")]
    books: Option<String>,
}

/// A vocabulary without concepts, which shows how to write one.
const CONCEPTS: &str = r#"// The concepts of this library. Labels and aliases are found in the text of
// entries whatever their case, spacing, plural or Korean particle.
Vocabulary(
    format: 1,
    concepts: [
        // Concept(
        //     id: "input-metrics",
        //     label: (ko: "인풋 지표", en: "Input metrics"),
        //     aliases: (ko: ["핵심 인풋"]),
        // ),
    ],
)
"#;

pub(in crate::cli) fn run(
    args: &InitArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let folder = match workspace.named() {
        Some(folder) => folder.to_path_buf(),
        None => std::env::current_dir()?,
    };
    if let Some(seen) = Seen::of(&folder) {
        return vault(args, &folder, &seen, workspace, printer);
    }
    let book = args.book.as_ref().map(|title| new_book(args, title));
    let book = book.transpose()?;
    let lock = workspace.lock(&folder, printer)?;
    let mut changes = Changes::of(&folder, &Reading::default());
    let concepts = format!("{NOTES_FOLDER}/concepts.ron");
    let mut said = vec![create(&mut changes, &concepts, CONCEPTS, &folder)?];
    if args.tells_of_markdown() {
        let file = format!("{NOTES_FOLDER}/library.ron");
        said.push(create(&mut changes, &file, &settings(args), &folder)?);
    }
    if let Some(book) = &book {
        let file = format!("{NOTES_FOLDER}/{}/book.ron", book.id);
        said.push(create(
            &mut changes,
            &file,
            &notes::book_to_ron(book),
            &folder,
        )?);
    }
    if changes.files().len() > 0 {
        changes.write(&lock)?;
    }
    for line in said {
        printer.note(&line);
    }
    printer.note("add entries under notes/, or `bookgraph import`; then `bookgraph map`");
    Ok(Status::Done)
}

/// Makes a vault a library: one file with settings at its top, and nothing else.
fn vault(
    args: &InitArgs,
    folder: &Path,
    seen: &Seen,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.book.is_some() {
        return Err(CliError::usage(
            format!(
                "{} has notes already, and --book would add to them",
                folder.display()
            ),
            "leave --book out: a note says `book: …` in its properties, or belongs to the one book",
        ));
    }
    printer.note(&seen.told());
    if let Some(hint) = seen.hint() {
        printer.note(hint);
    }
    let lock = workspace.lock(folder, printer)?;
    let mut changes = Changes::of(folder, &Reading::default());
    let said = create(&mut changes, VAULT_FILE, &settings(args), folder)?;
    if changes.files().len() > 0 {
        changes.write(&lock)?;
    }
    printer.note(&said);
    printer.note("the notes are read where they are, and stay as they are");
    printer.note("`bookgraph list entries` shows what was read, `bookgraph check` what was not");
    Ok(Status::Done)
}

/// The settings of a library.
fn settings(args: &InitArgs) -> String {
    let mut fields = Vec::new();
    match args.split {
        None | Some(Split::Whole) => {}
        Some(Split::Headings) => fields.push("split: Headings".to_owned()),
        Some(Split::Heading(level)) => fields.push(format!("split: Heading({level})")),
    }
    let folders = [("books", &args.books), ("concepts", &args.concepts)];
    for (name, folder) in folders {
        fields.extend(folder.as_ref().map(|folder| format!("{name}: {folder:?}")));
    }
    format!(
        "// How bookgraph reads the notes in this folder; docs/markdown.md says what can stand here.\n\
         Library(\n    format: 1,\n    markdown: Markdown({}),\n)\n",
        fields.join(", ")
    )
}

/// `whole`, `heading`, `heading-2`.
fn split(word: &str) -> Result<Split, String> {
    let level = word
        .strip_prefix("heading-")
        .and_then(|level| level.parse().ok());
    match (word, level) {
        ("whole", _) => Ok(Split::Whole),
        ("heading", _) => Ok(Split::Headings),
        (_, Some(level @ 1..=6)) => Ok(Split::Heading(level)),
        _ => Err("it can be whole, heading, or heading-1 to heading-6".to_owned()),
    }
}

impl InitArgs {
    fn tells_of_markdown(&self) -> bool {
        self.split.is_some() || self.concepts.is_some() || self.books.is_some()
    }
}

/// Makes a file, which gives what to say of it; one that is there stays as it is.
fn create(
    changes: &mut Changes,
    file: &str,
    text: &str,
    folder: &Path,
) -> Result<String, CliError> {
    let path = folder.join(file);
    match changes.create(file, text) {
        Ok(()) => Ok(format!("created {}", path.display())),
        Err(EditError::Save(SaveError::Exists(path))) => Ok(format!("kept {}", path.display())),
        Err(error) => Err(error.into()),
    }
}

fn new_book(args: &InitArgs, title: &str) -> Result<Book, CliError> {
    let id = args.id.clone().unwrap_or_else(|| slug(title));
    if !is_id(&id) {
        return Err(CliError::usage(
            format!("`{id}` cannot be the id of a book"),
            "an id has letters, digits, `-`, `_` and `.`: --id working-backwards",
        ));
    }
    let language = match title.chars().any(is_syllable) {
        true => Language::KOREAN,
        false => Language::ENGLISH,
    };
    Ok(Book {
        id,
        language,
        title: LocalText::new(language, title),
        subtitle: LocalText::default(),
        authors: args.author.clone(),
        edition: Edition::default(),
        outline: Outline::default(),
        sources: Vec::new(),
        file: String::new(),
    })
}
