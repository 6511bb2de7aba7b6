//! The arguments.

use super::cmd;
use super::color::ColorArg;
use super::language::language;
use crate::model::Language;
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::path::PathBuf;

/// Turns the notes you keep while reading a book into a knowledge graph.
#[derive(Debug, Parser)]
#[command(name = "bookgraph", version, max_term_width = 100, after_help = include_str!("help/bookgraph.txt"))]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: GlobalArgs,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Clone, Debug, Args)]
pub(super) struct GlobalArgs {
    /// The library's folder, instead of the nearest one above the current
    #[arg(
        short = 'C',
        long = "library",
        value_name = "DIR",
        env = "BOOKGRAPH_LIBRARY",
        global = true,
        hide_env_values = true,
        help_heading = "Global options"
    )]
    pub(super) directory: Option<PathBuf>,
    /// The language of labels and headings (ko, en), instead of the book's
    #[arg(long, value_name = "LANG", value_parser = language, global = true, help_heading = "Global options")]
    pub(super) lang: Option<Language>,
    /// When to use colour
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        global = true,
        help_heading = "Global options"
    )]
    pub(super) color: ColorArg,
    /// Say nothing but the answer
    #[arg(short, long, global = true, help_heading = "Global options")]
    pub(super) quiet: bool,
    /// Answer from what was read last, without looking for changes in the notes
    #[arg(long, global = true, help_heading = "Global options")]
    pub(super) no_refresh: bool,
    /// How long to wait while another bookgraph writes here [default: 5]
    #[arg(
        long,
        value_name = "SECONDS",
        global = true,
        help_heading = "Global options"
    )]
    pub(super) wait: Option<u32>,
    /// Show no progress
    #[arg(long, global = true, help_heading = "Global options")]
    pub(super) no_progress: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(cmd::init::InitArgs),
    Import(cmd::import::ImportArgs),
    Add(cmd::add::AddArgs),
    Edit(cmd::edit::EditArgs),
    Chapter(cmd::chapter::ChapterArgs),
    Check(cmd::check::CheckArgs),
    Find(cmd::find::FindArgs),
    Browse(cmd::browse::BrowseArgs),
    Search(cmd::search::SearchArgs),
    Summary(cmd::summary::SummaryArgs),
    Map(cmd::map::MapArgs),
    Export(cmd::export::ExportArgs),
    List(cmd::list::ListArgs),
    Show(cmd::show::ShowArgs),
    Tag(cmd::tag::TagArgs),
    Concept(cmd::concept::ConceptArgs),
    Undo(cmd::undo::UndoArgs),
    Redo(cmd::undo::RedoArgs),
    Stats(cmd::stats::StatsArgs),
    Timeline(cmd::timeline::TimelineArgs),
    Index(cmd::index::IndexArgs),
    Path(cmd::path::PathArgs),
    Gaps(cmd::gaps::GapsArgs),
    Similar(cmd::similar::SimilarArgs),
    Review(cmd::review::ReviewArgs),
    Watch(cmd::watch::WatchArgs),
    Schema(cmd::schema::SchemaArgs),
    Completions(cmd::completions::CompletionsArgs),
    Man(cmd::man::ManArgs),
}

/// The command as clap knows it, for completions, man pages and tests.
pub fn command() -> clap::Command {
    Cli::command()
}
