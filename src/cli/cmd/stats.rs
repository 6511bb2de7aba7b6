//! `bookgraph stats`

use crate::analyse::{Standing, Stats};
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::MapOptions;
use crate::render::{self, StandingOrder, StatsOptions, json};
use clap::ValueEnum;

/// Show coverage, pace of reading, central concepts and growth.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/stats.txt"))]
pub(in crate::cli) struct StatsArgs {
    /// What to show, instead of everything
    #[arg(value_enum, value_name = "PART")]
    parts: Vec<Part>,
    #[command(flatten)]
    filters: FilterArgs,
    /// The order of concepts
    #[arg(short, long, value_enum, default_value_t)]
    sort: Sort,
    /// At most so many lines of each list
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Pages noted, by book and chapter
    Coverage,
    /// The log of reading, day by day
    Days,
    /// Concepts by bridge score, PageRank or count
    Concepts,
    /// How the vocabulary grows
    Growth,
    /// Concepts most often named together
    Pairs,
    /// Who says what entries are about
    Tags,
    /// Nodes and edges of the graph
    Graph,
}

impl From<Part> for render::Part {
    fn from(part: Part) -> Self {
        match part {
            Part::Coverage => Self::Coverage,
            Part::Days => Self::Days,
            Part::Concepts => Self::Concepts,
            Part::Growth => Self::Growth,
            Part::Pairs => Self::Pairs,
            Part::Tags => Self::Tags,
            Part::Graph => Self::Graph,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Sort {
    /// By how much they hold groups together
    #[default]
    Bridge,
    /// By PageRank
    Rank,
    /// By how often they are named
    Mentions,
    /// By how many entries are about them
    Entries,
}

impl From<Sort> for StandingOrder {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Bridge => Self::Bridge,
            Sort::Rank => Self::Rank,
            Sort::Mentions => Self::Mentions,
            Sort::Entries => Self::Entries,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// JSON: all parts but the graph
    Json,
    /// A table for spreadsheets, of one part
    Csv,
}

pub(in crate::cli) fn run(
    args: &StatsArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let options = args.options();
    let table = args.table()?;
    let opened = workspace.open(printer)?;
    let entries = args.filters.select(&opened)?;
    let words = workspace.words(&opened.library, args.filters.book(&opened.library)?);
    if entries.is_empty() && matches!(args.format, Format::Text | Format::Md) {
        printer.note("no entries to count");
        return Ok(Status::Nothing);
    }
    let links = MapOptions::default().edges_per_node;
    let mut stats = Stats::of(
        &opened.library,
        &opened.tagging,
        &opened.placement,
        entries,
        links,
    );
    let mut filter = args.filters.filter(&opened)?;
    let chapters = std::mem::take(&mut filter.chapters);
    if !chapters.is_empty() {
        let all = filter.select(&opened.library, &opened.tagging, &opened.placement);
        stats.within(&opened.library, &opened.placement, &chapters, &all);
    }
    let status = match stats.entries.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    };
    let mut concepts: Vec<&Standing> = stats.standings.concepts.iter().collect();
    options.order.sort(&mut concepts);
    let limit = args.limit.unwrap_or(usize::MAX);
    concepts.truncate(limit);
    let text = match args.format {
        Format::Json => {
            let pairs = &stats.standings.pairs;
            let pairs = &pairs[..limit.min(pairs.len())];
            json::stats(&opened.library, &stats, &concepts, pairs, words)
        }
        Format::Csv => render::stats_csv(&opened.library, &stats, table, &concepts, words)
            .ok_or_else(no_table)?,
        Format::Text | Format::Md => {
            let report = match options.parts.contains(&render::Part::Graph) {
                true => {
                    let linked = opened.link();
                    let graph = Some(&linked.graph);
                    render::stats_report(&linked.library, &stats, graph, &options, words)
                }
                false => render::stats_report(&opened.library, &stats, None, &options, words),
            };
            match args.format {
                Format::Md => report.to_markdown(),
                _ => report.to_text(printer.styling()),
            }
        }
    };
    printer.print(&text)?;
    Ok(status)
}

impl StatsArgs {
    fn options(&self) -> StatsOptions {
        let named: &[Part] = match self.parts.is_empty() {
            true => Part::value_variants(),
            false => &self.parts,
        };
        let mut parts: Vec<render::Part> = named.iter().map(|&part| part.into()).collect();
        parts.sort_unstable();
        parts.dedup();
        StatsOptions {
            parts,
            order: self.sort.into(),
            limit: self.limit,
        }
    }

    /// The part that is printed as CSV.
    fn table(&self) -> Result<render::Part, CliError> {
        match self.parts[..] {
            [] => Ok(render::Part::Days),
            [part, ..] if self.parts.iter().all(|&other| other == part) => Ok(part.into()),
            _ if self.format == Format::Csv => Err(CliError::usage(
                "several parts are no table",
                "name one of them: `bookgraph stats days -f csv`",
            )),
            [part, ..] => Ok(part.into()),
        }
    }
}

fn no_table() -> CliError {
    CliError::usage(
        "this part has no rows for CSV",
        "coverage, days, concepts, growth and pairs have",
    )
}
