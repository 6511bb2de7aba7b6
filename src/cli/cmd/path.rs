//! `bookgraph path`

use crate::analyse::{ChainQuestion, Strength, chains};
use crate::cli::answer::{AnswerArgs, source};
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::{ConceptId, Library};
use crate::query::ConceptNames;
use crate::render::{self, csv, json};

/// Show how two concepts hang together: the strongest chains of links between them.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/path.txt"))]
pub(in crate::cli) struct PathArgs {
    /// Two concepts, by any of their names
    #[arg(required = true, num_args = 1.., value_name = "CONCEPT")]
    concepts: Vec<String>,
    /// At most so many chains
    #[arg(short = 'n', long, value_name = "N", default_value_t = 1, value_parser = at_least_one)]
    limit: usize,
    /// At most so many steps
    #[arg(long, value_name = "STEPS", default_value_t = 6, value_parser = at_least_one)]
    max_steps: usize,
    /// Not through this concept; may be given again
    #[arg(long, value_name = "CONCEPT")]
    avoid: Vec<String>,
    /// Through concepts that are nearly everywhere too
    #[arg(long)]
    hubs: bool,
    /// Only links of the notes, none of the vocabulary
    #[arg(long)]
    notes_only: bool,
    /// What makes a chain strong
    #[arg(long, value_enum, default_value_t)]
    by: By,
    #[command(flatten)]
    answer: AnswerArgs,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum By {
    /// All its links together: few and strong ones
    #[default]
    Whole,
    /// Its weakest link
    Weakest,
}

pub(in crate::cli) fn run(
    args: &PathArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let library = &opened.library;
    let names = ConceptNames::of(library);
    let ends = naming::concepts(library, &names, &args.concepts, printer)?;
    let mut avoid = Vec::new();
    for name in &args.avoid {
        let words = std::slice::from_ref(name);
        let Some(named) = naming::concepts(library, &names, words, printer)? else {
            return Ok(Status::Nothing);
        };
        avoid.extend(named);
    }
    let Some(ends) = ends else {
        return Ok(Status::Nothing);
    };
    let [from, to] = two(library, &ends)?;
    if let Some(end) = avoid.iter().find(|concept| [from, to].contains(concept)) {
        return Err(CliError::usage(
            format!(
                "a chain cannot avoid its end, `{}`",
                library.vocabulary().get(*end).id
            ),
            "--avoid names a concept between the two",
        ));
    }
    let question = ChainQuestion {
        from,
        to,
        entries: args.answer.filters.select(&opened)?,
        avoid,
        hubs: args.hubs,
        vocabulary: !args.notes_only,
        strength: match args.by {
            By::Whole => Strength::Whole,
            By::Weakest => Strength::Weakest,
        },
        max_steps: args.max_steps,
        count: args.limit,
    };
    let Opened {
        tagging, placement, ..
    } = &opened;
    let answer = chains(library, tagging, placement, &question);
    let source = source(&opened, workspace, args.answer.filters.book(library)?);
    args.answer.print(
        printer,
        || render::chains(&source, &question, &answer),
        || json::chains(&source, &question, &answer),
        || csv::chains(&source, &answer),
    )?;
    Ok(match answer.chains.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The two concepts that were named.
fn two(library: &Library, concepts: &[ConceptId]) -> Result<[ConceptId; 2], CliError> {
    let ids: Vec<&str> = concepts
        .iter()
        .map(|&concept| library.vocabulary().get(concept).id.as_str())
        .collect();
    match concepts {
        [from, to] if from == to => Err(CliError::usage(
            format!("both names are of one concept, `{}`", ids[0]),
            "name two different ones",
        )),
        [from, to] => Ok([*from, *to]),
        _ => Err(CliError::usage(
            format!(
                "a path goes between two concepts; named is: {}",
                ids.join(", ")
            ),
            "`bookgraph path 넷플릭스 \"인풋 지표\"` names two",
        )),
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    let number = text.parse().map_err(|_| "a whole number".to_owned())?;
    (number > 0)
        .then_some(number)
        .ok_or_else(|| "at least 1".to_owned())
}
