//! A text on its way to an entry: written in an editor, or begun by a template.

use crate::cli::editor::Editor;
use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::notes::edit::EntryField;
use crate::notes::{DERIVED_FOLDER, entry_of, make_derived_folder};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The longest first line that is taken for a title, in characters.
const LONGEST_TITLE: usize = 80;

/// The file that a new entry starts from.
pub(super) struct Template {
    /// All of it.
    pub(super) whole: String,
    /// The text of its entry.
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) day: Option<u32>,
    /// Whether it says a date.
    pub(super) dated: bool,
}

/// Reads a template: one entry without an id.
pub(super) fn template(path: &Path) -> Result<Template, CliError> {
    let whole = std::fs::read_to_string(path).map_err(|source| CliError::Read {
        path: path.to_path_buf(),
        source,
    })?;
    let name = path.display().to_string();
    let entry = entry_of(&name, &whole)?;
    if entry.id.is_some() {
        return Err(CliError::usage(
            format!("{name} has an id, and a template has none"),
            "take `id` out of it: each entry gets its own",
        ));
    }
    Ok(Template {
        text: entry.text,
        title: entry.title,
        day: entry.day,
        dated: entry.dated,
        whole,
    })
}

/// A text that was written in the reader's editor.
pub(super) struct Draft {
    path: PathBuf,
    text: String,
}

impl Draft {
    /// Opens the editor on an empty file; `None` when nothing is written, which is said.
    pub(super) fn write(
        root: &Path,
        start: &str,
        printer: &mut Printer,
    ) -> Result<Option<Self>, CliError> {
        let folder = root.join(DERIVED_FOLDER);
        let path = make(&folder, start).map_err(|source| CliError::Write {
            path: folder,
            source,
        })?;
        printer.note("write the entry in your editor: its first line, with an empty line below it, is the title");
        let edited = Editor::of_environment().open(&path, 1);
        let read = std::fs::read_to_string(&path);
        let draft = Self {
            text: read
                .unwrap_or_default()
                .replace("\r\n", "\n")
                .trim()
                .to_owned(),
            path,
        };
        if let Err(trouble) = edited {
            draft.keep(printer);
            return Err(CliError::usage(
                trouble,
                "--text TEXT, or --text - for the standard input",
            ));
        }
        if draft.text.is_empty() || draft.text == start.trim() {
            draft.remove();
            printer.note("nothing was written, and nothing was added");
            return Ok(None);
        }
        Ok(Some(draft))
    }

    /// The text, and the title when the first line may be one.
    pub(super) fn fields(&self, with_title: bool) -> Vec<EntryField> {
        let (title, text) = match self.text.split_once("\n\n") {
            Some((line, rest)) if with_title && is_title(line) => (Some(line), rest.trim()),
            _ => (None, self.text.as_str()),
        };
        let title = title.map(|line| line.trim_start_matches('#').trim().to_owned());
        let title = title.map(|title| EntryField::Title(Some(title)));
        let mut fields: Vec<EntryField> = title.into_iter().collect();
        fields.push(EntryField::Text(text.to_owned()));
        fields
    }

    /// Leaves the file, and says where.
    pub(super) fn keep(&self, printer: &mut Printer) {
        printer.note(&format!("what you wrote is in {}", self.path.display()));
    }

    /// Takes the file away.
    pub(super) fn remove(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

fn is_title(line: &str) -> bool {
    !line.contains('\n') && !line.trim().is_empty() && line.chars().count() <= LONGEST_TITLE
}

fn make(folder: &Path, start: &str) -> std::io::Result<PathBuf> {
    make_derived_folder(folder)?;
    let file = tempfile::Builder::new()
        .prefix("draft-")
        .suffix(".md")
        .tempfile_in(folder)?;
    file.as_file().write_all(start.as_bytes())?;
    let (_, path) = file.keep().map_err(|error| error.error)?;
    Ok(path)
}
