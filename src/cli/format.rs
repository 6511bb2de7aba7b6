//! `--format` of answers that are read by people, put into documents, and
//! taken by scripts.

/// `-f` and `--format`.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct FormatArgs {
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    pub(super) format: Format,
}

/// The forms of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// JSON
    Json,
}

/// The forms of an answer that is a table as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum TableFormat {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// JSON
    Json,
    /// A table for spreadsheets
    Csv,
}

/// The forms of an answer that is entries, one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum EntriesFormat {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// JSON
    Json,
    /// JSON, an entry a line
    Jsonl,
    /// A table, an entry a row
    Csv,
}
