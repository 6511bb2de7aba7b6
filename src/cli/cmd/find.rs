//! `bookgraph find`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::format::{Format, FormatArgs};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::map::Words;
use crate::query::{self, Answer, Ask, ConceptNames, Find, Resolution};
use crate::render::{json, markdown, terminal};

/// Words this much like a name are taken for that name misspelt.
const ONE_NAME: f64 = 0.75;

/// Find every entry about a concept.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/find.txt"))]
pub(in crate::cli) struct FindArgs {
    /// Concepts, by any of their names
    #[arg(required = true, value_name = "CONCEPT")]
    concepts: Vec<String>,
    /// Entries about all of the concepts (this is the default)
    #[arg(long, conflicts_with = "any")]
    all: bool,
    /// Entries about any of the concepts
    #[arg(long)]
    any: bool,
    /// Don't take narrower concepts for the ones asked for
    #[arg(long)]
    no_narrower: bool,
    /// Only entries that name it word for word, or are most likely about it
    #[arg(long)]
    sure: bool,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(in crate::cli) fn run(
    args: &FindArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.concepts.iter().all(|name| name.trim().is_empty()) {
        return Err(CliError::usage(
            "no concept is named",
            "`bookgraph find 인풋 지표` finds one by any of its names",
        ));
    }
    let opened = workspace.open(printer)?;
    let Opened {
        library,
        tagging,
        placement,
    } = &opened;
    let names = ConceptNames::of(library);
    let asked = names.resolve_words(&args.concepts);
    let book = args.filters.book(library)?;
    let words = workspace.words(library, book);
    let unknown: Vec<&str> = asked
        .iter()
        .filter(|name| name.concepts.is_empty())
        .map(|name| name.name.as_str())
        .collect();
    let phrase = args.concepts.join(" ");
    if unknown.len() > 1
        && names
            .near(&phrase, 1)
            .first()
            .is_some_and(|miss| miss.similarity >= ONE_NAME)
    {
        // Several words that are, but for a slip, one name.
        explain_unknown(&opened, &names, &phrase, words, printer);
    } else {
        for name in &unknown {
            explain_unknown(&opened, &names, name, words, printer);
        }
    }
    if !unknown.is_empty() && (!args.any || unknown.len() == asked.len()) {
        if matches!(args.format.format, Format::Json) {
            let nothing = Answer::default();
            printer.print(&json::find(library, placement, &asked, &nothing, words))?;
        }
        return Ok(Status::Nothing);
    }
    let asked: Vec<Resolution> = asked
        .into_iter()
        .filter(|name| !name.concepts.is_empty())
        .collect();
    for name in asked.iter().filter(|name| name.concepts.len() > 1) {
        let labels: Vec<&str> = name
            .concepts
            .iter()
            .map(|&concept| library.vocabulary().get(concept).id.as_str())
            .collect();
        printer.warn(
            &format!(
                "`{}` names several concepts: {}",
                name.name,
                labels.join(", ")
            ),
            None,
        );
    }
    let question = Find {
        names: asked.iter().map(|name| name.concepts.clone()).collect(),
        ask: if args.any { Ask::Any } else { Ask::All },
        narrower: !args.no_narrower,
        sure: args.sure,
        filter: args.filters.filter(&opened)?,
    };
    let answer = query::find(library, tagging, placement, &question);
    let text = match args.format.format {
        Format::Text => terminal::find(
            library,
            placement,
            &asked,
            &answer,
            words,
            printer.styling(),
        ),
        Format::Md => markdown::find(library, placement, &asked, &answer, words),
        Format::Json => json::find(library, placement, &asked, &answer, words),
    };
    printer.print(&text)?;
    Ok(match answer.entries.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// Says that a name is unknown, which names are like it, and where its words
/// stand in the notes all the same.
fn explain_unknown(
    opened: &Opened,
    names: &ConceptNames,
    name: &str,
    words: Words,
    printer: &mut Printer,
) {
    let library = &opened.library;
    let near: Vec<String> = names
        .near(name, 3)
        .into_iter()
        .map(|miss| {
            let entries = opened.tagging.about(miss.concept).len();
            format!("{} ({})", miss.name, words.entries(entries))
        })
        .collect();
    let hint = match near.is_empty() {
        true => "`bookgraph list concepts` lists them".to_owned(),
        false => format!("did you mean {}?", near.join(", ")),
    };
    printer.warn(&format!("no concept is called `{name}`"), Some(&hint));
    let entries: Vec<String> = library
        .entry_ids()
        .filter(|&entry| library.entry(entry).text.contains(name))
        .map(|entry| library.entry(entry).id.clone())
        .collect();
    if !entries.is_empty() {
        printer.note(&format!(
            "`{name}` stands in the text of: {}",
            entries.join(", ")
        ));
    }
}
