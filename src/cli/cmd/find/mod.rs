//! `bookgraph find`

mod alone;
mod args;
mod output;
mod unknown;

pub(in crate::cli) use args::FindArgs;

use crate::cli::exit::{CliError, Status};
use crate::cli::filters::groups;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::ConceptId;
use crate::query::{
    self, Answer, Ask, ConceptNames, Condition, Corpus, Find, Query, Ranker, Reach, Scope,
};
use crate::render::Finding;
use crate::search::TextIndex;
use args::Sort;
use output::Output;

pub(in crate::cli) fn run(
    args: &FindArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    args.refuse_misfits()?;
    if args.query.iter().all(|word| word.trim().is_empty()) {
        return Err(CliError::usage(
            "no concept is named",
            "`bookgraph find 인풋 지표` finds one by any of its names",
        ));
    }
    let opened = workspace.open(printer)?;
    let names = ConceptNames::of(&opened.library);
    let book = args.filters.book(&opened.library)?;
    let words = workspace.words(&opened.library, book);
    let mut query = read(args, &opened, &names)?;
    let unknown = std::mem::take(&mut query.unknown);
    unknown::explain(args, &opened, &names, &unknown, words, printer);
    let known = query.condition.terms();
    let known = known.iter().any(|term| !term.asked.is_empty());
    if !(unknown.is_empty() || args.any && known) {
        query.condition = Condition::All(vec![query.condition, Condition::Any(Vec::new())]);
    }
    warn_of_ambiguous(&query.condition, &opened, printer);
    let question = Find {
        condition: query.condition,
        filter: args.filters.filter(&opened)?,
    };
    let Opened {
        library,
        tagging,
        placement,
        ..
    } = &opened;
    let corpus = Corpus::new(library, tagging, placement);
    let answer = query::find(corpus, &question);
    let answer = match args.sort {
        Sort::Reading => answer,
        Sort::Relevance => by_relevance(corpus, &question.condition, answer)?,
    };
    let finding = Finding {
        corpus,
        query: &query.text,
        question: &question,
        words,
        explain: args.explain,
    };
    let nothing = !unknown.is_empty() && answer.entries.is_empty();
    if !nothing || args.answers_scripts() {
        let output = Output::new(args, finding, &answer, workspace, printer)?;
        output.write(printer)?;
    }
    if answer.entries.is_empty() && unknown.is_empty() {
        alone::tell(finding, printer);
    }
    Ok(match answer.entries.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// Reads the words of the command line as one query.
fn read(args: &FindArgs, opened: &Opened, names: &ConceptNames) -> Result<Query, CliError> {
    let scope = Scope {
        narrower: !args.no_narrower,
        sure: args.sure,
        ask: if args.any { Ask::Any } else { Ask::All },
        ..Scope::new(&opened.library, names)
    };
    let text = args.text(names);
    let book = args.filters.book(&opened.library)?;
    let groups = groups(opened, book, scope, &text);
    let scope = Scope {
        groups: groups.as_deref(),
        ..scope
    };
    Ok(scope.read(&text)?)
}

/// The entries that answer best first.
fn by_relevance(
    corpus: Corpus<'_>,
    condition: &Condition,
    answer: Answer,
) -> Result<Answer, CliError> {
    let terms = condition.terms();
    let asked: Vec<ConceptId> = terms.iter().flat_map(|term| &term.asked).copied().collect();
    let counted = terms.iter().flat_map(|term| &term.counted);
    let narrower: Vec<ConceptId> = counted
        .map(|counted| counted.concept)
        .filter(|concept| !asked.contains(concept))
        .collect();
    if asked.is_empty() {
        return Err(CliError::usage(
            "--sort relevance is for concepts, and none is asked for",
            "`bookgraph search` ranks by words of the text",
        ));
    }
    let index = TextIndex::of(corpus.library);
    let ranker = Ranker::new(corpus.library, corpus.tagging, corpus.placement, &index);
    let mut among = answer.ids();
    among.sort_unstable();
    let relevance = ranker.weigh(&asked, &narrower, &among);
    Ok(answer.ranked(|entry| relevance[entry.index()].score()))
}

/// Says which names stand for several concepts.
fn warn_of_ambiguous(condition: &Condition, opened: &Opened, printer: &mut Printer) {
    let terms = condition.terms().into_iter();
    for term in terms.filter(|term| term.reach != Reach::Group && term.asked.len() > 1) {
        let concepts = term.asked.iter();
        let ids: Vec<&str> = concepts
            .map(|&concept| opened.library.vocabulary().get(concept).id.as_str())
            .collect();
        let message = format!("`{}` names several concepts: {}", term.name, ids.join(", "));
        printer.warn(&message, None);
    }
}
