//! `bookgraph search`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::naming::near_names;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::{ConceptId, EntryId};
use crate::query::{ConceptNames, Said};
use crate::render::{entry_id, json, markdown, terminal};
use crate::search::{Found, Question, QuestionError, TextIndex, search};

/// Find what the notes say: full text, the best entries first.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/search.txt"))]
pub(in crate::cli) struct SearchArgs {
    /// Words, "phrases" and begin* of words
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,
    /// Entries that have any of the words, instead of all
    #[arg(long)]
    any: bool,
    /// Only entries without this word or phrase
    #[arg(long, value_name = "TEXT")]
    not: Vec<String>,
    /// The order of the entries
    #[arg(short, long, value_enum, default_value_t)]
    sort: Sort,
    /// At most so many entries
    #[arg(short = 'n', long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// Only the number of entries
    #[arg(short, long, conflicts_with_all = ["ids", "format"])]
    count: bool,
    /// Only the ids of the entries, one a line
    #[arg(short = 'l', long, conflicts_with = "format")]
    ids: bool,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: SearchFormat,
    #[command(flatten)]
    filters: FilterArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Sort {
    /// The best answer first
    #[default]
    Relevance,
    /// As they were read
    Reading,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum SearchFormat {
    /// For reading
    #[default]
    Text,
    /// Markdown
    Md,
    /// JSON
    Json,
    /// JSON, an entry a line
    Jsonl,
}

pub(in crate::cli) fn run(
    args: &SearchArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let question = args.question()?;
    let opened = workspace.open(printer)?;
    let among = args.filters.select(&opened)?;
    let index = TextIndex::of(&opened.library);
    let mut found = search(&index, &question, &among);
    if found.is_empty() {
        explain_nothing(args, &question, &opened, &index, printer);
    }
    let total = found.len();
    if args.sort == Sort::Reading {
        found.sort_by_key(|found| opened.library.reading_position(found.entry));
    }
    found.truncate(args.limit.unwrap_or(total));
    let answer = args.answer(&found, total, &opened, workspace, printer)?;
    printer.print(&answer)?;
    Ok(match total {
        0 => Status::Nothing,
        _ => Status::Done,
    })
}

impl SearchArgs {
    /// What was typed, as one text.
    fn asked(&self) -> String {
        self.text.join(" ")
    }

    fn question(&self) -> Result<Question, CliError> {
        let refused = |error: QuestionError| {
            let hint = match &error {
                QuestionError::OpenQuote(_) => {
                    "a phrase stands between two marks, and the shell wants marks of its own \
                     around them: '\"input metrics\"'"
                }
                QuestionError::OnlyUnwanted(_) => "name a word that the entries should have",
                QuestionError::TooMany(_) => "leave some out, or put words in a row into marks",
                _ => "`bookgraph search 서점` finds the entries that say 서점",
            };
            CliError::usage(error.to_string(), hint)
        };
        let mut question = Question::parse(&self.asked()).map_err(refused)?;
        for text in &self.not {
            question = question.without(text).map_err(refused)?;
        }
        Ok(if self.any { question.any() } else { question })
    }

    fn answer(
        &self,
        found: &[Found],
        total: usize,
        opened: &Opened,
        workspace: &Workspace<'_>,
        printer: &Printer,
    ) -> Result<String, CliError> {
        let (library, placement) = (&opened.library, &opened.placement);
        if self.count {
            return Ok(format!("{}\n", found.len()));
        }
        if self.ids {
            let ids = found.iter().map(|found| entry_id(library, found.entry));
            return Ok(ids.map(|id| format!("{id}\n")).collect());
        }
        let said = found.iter().map(|found| Said::of(&opened.tagging, found));
        let said: Vec<Said> = said.collect();
        let shown = (said.as_slice(), total);
        let words = workspace.words(library, self.filters.book(library)?);
        let asked = self.asked();
        Ok(match self.format {
            SearchFormat::Text if total == 0 => String::new(),
            SearchFormat::Text => {
                terminal::search(library, placement, &asked, shown, words, printer.styling())
            }
            SearchFormat::Md => markdown::search(library, placement, &asked, shown, words),
            SearchFormat::Json => json::search(library, placement, (&asked, self.any), shown),
            SearchFormat::Jsonl => json::search_lines(library, placement, &said),
        })
    }
}

/// Says that nothing was found, and what comes nearest.
fn explain_nothing(
    args: &SearchArgs,
    question: &Question,
    opened: &Opened,
    index: &TextIndex,
    printer: &mut Printer,
) {
    let asked = args.asked();
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    let count = |question: &Question| search(index, question, &all).len();
    let names = ConceptNames::of(&opened.library);
    let concepts = names.resolve(asked.trim_matches('"')).concepts;
    let everywhere = count(question);
    let any = count(&question.clone().any());
    let vocabulary = opened.library.vocabulary();
    let is_about = |&concept: &ConceptId| opened.tagging.about(concept).len() > 0;
    let is_told = |concept: &ConceptId| {
        is_about(concept) || vocabulary.narrower_closure(*concept).iter().any(is_about)
    };
    let hint = if everywhere > 0 {
        format!("without the filters, {everywhere} do")
    } else if concepts.iter().any(is_told) {
        format!("it names a concept: `bookgraph find {asked}` finds the entries about it")
    } else if any > 0 {
        format!("{any} have one of the words: --any")
    } else {
        near_names(&names, &asked)
    };
    printer.warn(&format!("no entry says `{asked}`"), Some(&hint));
}
