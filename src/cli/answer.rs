//! What the commands have in common that answer a question about the graph.

use super::exit::CliError;
use super::filters::FilterArgs;
use super::format::TableFormat;
use super::printer::Printer;
use super::workspace::{Opened, Workspace};
use crate::model::BookId;
use crate::render::{AnswerSource, Document};

/// The filters of a question, and the form of its answer.
#[derive(Debug, clap::Args)]
pub(super) struct AnswerArgs {
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: TableFormat,
}

impl AnswerArgs {
    /// Prints an answer in the form asked for.
    pub(super) fn print(
        &self,
        printer: &mut Printer,
        document: impl FnOnce() -> Document,
        json: impl FnOnce() -> String,
        csv: impl FnOnce() -> String,
    ) -> Result<(), CliError> {
        let text = match self.format {
            TableFormat::Text => document().to_text(printer.styling()),
            TableFormat::Md => document().to_markdown(),
            TableFormat::Json => json(),
            TableFormat::Csv => csv(),
        };
        Ok(printer.print(&text)?)
    }
}

/// What answers are told from, in the language asked for or that of a book.
pub(super) fn source<'a>(
    opened: &'a Opened,
    workspace: &Workspace<'_>,
    book: Option<BookId>,
) -> AnswerSource<'a> {
    AnswerSource {
        library: &opened.library,
        tagging: &opened.tagging,
        placement: &opened.placement,
        words: workspace.words(&opened.library, book),
    }
}
