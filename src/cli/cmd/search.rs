//! `bookgraph search`

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::format::EntriesFormat;
use crate::cli::naming::did_you_mean;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::{ConceptId, EntryId};
use crate::query::{ConceptNames, Said};
use crate::render::{csv, entry_id, json, markdown, terminal};
use crate::search::{Found, Question, QuestionError, TextIndex, search};
use rayon::prelude::*;

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
    /// Only the number of entries, also of those that --limit leaves out
    #[arg(short, long, conflicts_with_all = ["ids", "format"])]
    count: bool,
    /// Only the ids of the entries, one a line
    #[arg(short = 'l', long, conflicts_with = "format")]
    ids: bool,
    /// End each id with a null character instead of a line break, for `xargs -0`
    #[arg(short = '0', long, requires = "ids")]
    null: bool,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: EntriesFormat,
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
    let answer = args.answer((&found, total), &opened, &index, workspace, printer)?;
    // As bytes: a null character is no text for a terminal.
    match args.null {
        true => printer.print_bytes(answer.as_bytes())?,
        false => printer.print(&answer)?,
    }
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
        (found, total): (&[Found], usize),
        opened: &Opened,
        index: &TextIndex<'_>,
        workspace: &Workspace<'_>,
        printer: &Printer,
    ) -> Result<String, CliError> {
        let (library, placement) = (&opened.library, &opened.placement);
        if self.count {
            return Ok(format!("{total}\n"));
        }
        if self.ids {
            let ids = found.iter().map(|found| entry_id(library, found.entry));
            let end = if self.null { '\0' } else { '\n' };
            return Ok(ids.map(|id| format!("{id}{end}")).collect());
        }
        let said = found.par_iter();
        let said = said.map(|found| Said::of(&opened.tagging, index, found));
        let said: Vec<Said> = said.collect();
        let shown = (said.as_slice(), total);
        let words = workspace.words(library, self.filters.book(library)?);
        let asked = self.asked();
        Ok(match self.format {
            EntriesFormat::Text if total == 0 => String::new(),
            EntriesFormat::Text => {
                terminal::search(library, placement, &asked, shown, words, printer.styling())
            }
            EntriesFormat::Md => markdown::search(library, placement, &asked, shown, words),
            EntriesFormat::Json => json::search(library, placement, (&asked, self.any), shown),
            EntriesFormat::Jsonl => json::search_lines(library, placement, &said),
            EntriesFormat::Csv => csv::search(library, placement, &said),
        })
    }
}

/// Says that nothing was found, and what comes nearest.
fn explain_nothing(
    args: &SearchArgs,
    question: &Question,
    opened: &Opened,
    index: &TextIndex<'_>,
    printer: &mut Printer,
) {
    let asked = args.asked();
    let all: Vec<EntryId> = opened.library.entry_ids().collect();
    let count = |question: &Question| search(index, question, &all).len();
    let names = ConceptNames::of(&opened.library);
    let concepts = names.resolve(asked.trim_matches('"')).concepts;
    let everywhere = count(question);
    let any = count(&question.clone().any());
    let apart = asked.replace(['|', '｜'], " ");
    let either = match apart == asked {
        true => 0,
        false => Question::parse(&apart).map_or(0, |apart| count(&apart.any())),
    };
    let vocabulary = opened.library.vocabulary();
    let is_about = |&concept: &ConceptId| opened.tagging.entries_about(concept) > 0;
    let is_told = |concept: &ConceptId| {
        is_about(concept) || vocabulary.narrower_closure(*concept).iter().any(is_about)
    };
    let hint = if everywhere > 0 {
        format!("without the filters, {everywhere} do")
    } else if concepts.iter().any(is_told) {
        format!("it names a concept: `bookgraph find {asked}` finds the entries about it")
    } else if either > 0 {
        format!("{either} have one of the words: --any {apart}")
    } else if any > 0 {
        format!("{any} have one of the words: --any")
    } else {
        let says = |name: &str| Question::parse(name).is_ok_and(|name| count(&name) > 0);
        did_you_mean(&names, &asked, says).unwrap_or_else(|| {
            "fewer words and beginnings of words (`플라이*`) find more; `bookgraph list concepts` has names"
                .to_owned()
        })
    };
    printer.warn(&format!("no entry says `{asked}`"), Some(&hint));
}
