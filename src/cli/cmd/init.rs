//! `bookgraph init`

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{Book, Edition, Language, LocalText, Outline};
use crate::notes::{self, Changes, EditError, NOTES_FOLDER, Reading, SaveError};
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
    let book = args.book.as_ref().map(|title| new_book(args, title));
    let book = book.transpose()?;
    let lock = workspace.lock(&folder, printer)?;
    let mut changes = Changes::of(&folder, &Reading::default());
    let mut said = vec![create(&mut changes, "concepts.ron", CONCEPTS, &folder)?];
    if let Some(book) = &book {
        let file = format!("{}/book.ron", book.id);
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

/// Makes a file, which gives what to say of it; one that is there stays as it is.
fn create(
    changes: &mut Changes,
    file: &str,
    text: &str,
    folder: &Path,
) -> Result<String, CliError> {
    let name = format!("{NOTES_FOLDER}/{file}");
    let path = folder.join(&name);
    match changes.create(&name, text) {
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
