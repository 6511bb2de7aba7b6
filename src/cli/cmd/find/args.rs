//! What can be asked of `bookgraph find`.

use crate::cli::exit::CliError;
use crate::cli::filters::FilterArgs;
use crate::cli::format::EntriesFormat;
use crate::query::ConceptNames;
use crate::query::language::{self, Expr, Node};

/// Find every entry about a concept.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/find.txt"))]
pub(in crate::cli) struct FindArgs {
    /// Concepts, by any of their names, and what else the query language has
    #[arg(required = true, value_name = "QUERY")]
    pub(super) query: Vec<String>,
    /// Entries about all of the names in a row (this is the default)
    #[arg(long, conflicts_with = "any")]
    all: bool,
    /// Entries about any of the names in a row
    #[arg(long)]
    pub(super) any: bool,
    /// Don't take narrower concepts for the ones asked for
    #[arg(long)]
    pub(super) no_narrower: bool,
    /// Only entries that name it word for word, or are most likely about it
    #[arg(long)]
    pub(super) sure: bool,
    /// Show so many sentences around those that were looked for
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) context: usize,
    /// Show what meets each part of the query, and which entries come close
    #[arg(long)]
    pub(super) explain: bool,
    /// The order of the entries
    #[arg(short, long, value_enum, default_value_t)]
    pub(super) sort: Sort,
    /// Show at most so many entries
    #[arg(short = 'n', long, value_name = "N")]
    pub(super) limit: Option<usize>,
    /// Print only how many entries there are
    #[arg(short, long, conflicts_with_all = ["ids", "format", "explain"])]
    pub(super) count: bool,
    /// Print only the ids of the entries
    #[arg(short = 'l', long, conflicts_with_all = ["format", "explain"])]
    pub(super) ids: bool,
    /// End each id with a null character instead of a line break, for `xargs -0`
    #[arg(short = '0', long, requires = "ids")]
    pub(super) null: bool,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    pub(super) format: EntriesFormat,
}

/// The orders of the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Sort {
    /// As they were written; what names the concepts in passing comes last
    #[default]
    Reading,
    /// Those that answer best first
    Relevance,
}

impl FindArgs {
    /// Refuses options that the form of the answer has no room for.
    pub(super) fn refuse_misfits(&self) -> Result<(), CliError> {
        let table = self.format == EntriesFormat::Csv;
        if self.explain && (table || self.format == EntriesFormat::Md) {
            return Err(CliError::usage(
                "--explain is for text and JSON",
                "leave -f out, or ask for -f json",
            ));
        }
        if self.context > 0 && (table || self.count || self.ids) {
            return Err(CliError::usage(
                "--context is for sentences, and this form of the answer shows none or only those found",
                "ask for text, md, json or jsonl",
            ));
        }
        Ok(())
    }

    /// Whether the answer is taken by scripts, who want it empty rather than not at
    /// all.
    pub(super) fn answers_scripts(&self) -> bool {
        self.count || self.format == EntriesFormat::Json || self.format == EntriesFormat::Csv
    }

    /// The words of the command line as one query. A word that is a name with marks
    /// of the language in it stays that name: the shell took its quotation marks.
    pub(super) fn text(&self, names: &ConceptNames) -> String {
        let words: Vec<String> = self.query.iter().map(|word| quoted(word, names)).collect();
        words.join(" ")
    }
}

/// A word, or the name of a concept that it is and that would be read otherwise.
fn quoted(word: &str, names: &ConceptNames) -> String {
    let is_chain = |node: &Node| matches!(node.expr, Expr::All(_) | Expr::Any(_));
    let is_name = |name: &str| !names.resolve(name).concepts.is_empty();
    let read = language::parse_with(word, &is_name);
    let misread = read.as_ref().map_or(true, is_chain);
    let count = |mark| word.matches(mark).count();
    let unbalanced = count('(') != count(')') || word.ends_with(['-', '−']);
    let marked = unbalanced || word.starts_with(['-', '−', '!']) || word.contains('"');
    match !misread || marked || !is_name(word) {
        true => word.to_owned(),
        false => {
            let escaped = word.replace('\\', "\\\\").replace('"', "\\\"");
            format!("concept:\"{escaped}\"")
        }
    }
}
