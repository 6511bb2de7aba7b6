//! `bookgraph timeline`

use crate::analyse::{Family, strands, take_hubs, weigh};
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::format::TableFormat;
use crate::cli::naming;
use crate::cli::nothing::none_about;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::{ConceptId, EntryId};
use crate::query::ConceptNames;
use crate::render::{self, Timeline, json, markdown, terminal};

/// So many concepts where none is named.
const CONCEPTS: usize = 12;

/// Show where concepts come, rest, return and crowd.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/timeline.txt"))]
pub(in crate::cli) struct TimelineArgs {
    /// Concepts, by any of their names
    #[arg(value_name = "CONCEPT")]
    concepts: Vec<String>,
    /// Don't take narrower concepts for the ones named
    #[arg(long, requires = "concepts")]
    no_narrower: bool,
    #[command(flatten)]
    filters: FilterArgs,
    /// At most so many concepts, where none is named
    #[arg(short = 'n', long, value_name = "N", conflicts_with = "concepts")]
    limit: Option<usize>,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: TableFormat,
}

pub(in crate::cli) fn run(
    args: &TimelineArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let library = &opened.library;
    let entries = args.filters.select(&opened)?;
    let whole = !args.concepts.is_empty();
    let concepts = match whole {
        true => {
            let names = ConceptNames::of(library);
            let named = naming::concepts(library, &names, &args.concepts, printer)?;
            let Some(mut concepts) = named else {
                return Ok(Status::Nothing);
            };
            let mut seen = std::collections::BTreeSet::new();
            concepts.retain(|&concept| seen.insert(concept));
            concepts
        }
        false => weightiest(&opened, &entries, args.limit.unwrap_or(CONCEPTS)),
    };
    let families = concepts.iter().map(|&concept| match whole {
        true if !args.no_narrower => Family::of(library, concept),
        _ => Family::alone(concept),
    });
    let families: Vec<Family> = families.collect();
    let strands = strands(
        library,
        &opened.tagging,
        &opened.placement,
        &entries,
        &families,
    );
    for family in &families {
        if !strands.iter().any(|strand| strand.family == *family) {
            printer.note(&none_about(&opened, &args.filters, family));
        }
    }
    let empty = strands.is_empty();
    if empty && matches!(args.format, TableFormat::Text | TableFormat::Md) {
        if !whole {
            printer.note("no concept to show");
        }
        return Ok(Status::Nothing);
    }
    let timeline = Timeline {
        library,
        tagging: &opened.tagging,
        entries: &entries,
        strands: &strands,
        whole,
        words: workspace.words(library, args.filters.book(library)?),
    };
    let text = match args.format {
        TableFormat::Text => terminal::timeline(&timeline, printer.styling()),
        TableFormat::Md => markdown::timeline(&timeline),
        TableFormat::Json => json::timeline(&timeline),
        TableFormat::Csv => render::timeline_csv(&timeline),
    };
    printer.print(&text)?;
    Ok(match empty {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The concepts of most weight, without those nearly everywhere, in the order in
/// which they come up.
fn weightiest(opened: &Opened, entries: &[EntryId], most: usize) -> Vec<ConceptId> {
    let mut weighed = weigh(&opened.library, &opened.tagging, entries);
    take_hubs(&opened.tagging, entries, &mut weighed, None);
    weighed.truncate(most);
    let first = |concept: ConceptId| {
        let about = opened.tagging.about(concept).map(|tag| tag.entry);
        let asked = about.filter(|entry| entries.binary_search(entry).is_ok());
        asked
            .map(|entry| opened.library.reading_position(entry))
            .min()
    };
    let mut concepts: Vec<ConceptId> = weighed.iter().map(|it| it.concept).collect();
    concepts.sort_by_key(|&concept| (first(concept), concept));
    concepts
}
