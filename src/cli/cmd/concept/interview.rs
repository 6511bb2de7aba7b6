//! Asking about suggestions, one after the other.

use super::{add, alias, dismiss};
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::Words;
use crate::mine::Suggestion;
use crate::render::{Suggested, terminal};
use std::io::{self, BufRead};

/// What to do with a suggestion.
enum Answer {
    Accept,
    OtherName,
    Dismiss,
    Skip,
    Quit,
}

impl Answer {
    /// From the first letter of a line; `None` when it is another.
    fn of(line: &str) -> Option<Self> {
        match line.trim().chars().next() {
            Some('a' | 'A') => Some(Self::Accept),
            Some('l' | 'L') => Some(Self::OtherName),
            Some('d' | 'D') => Some(Self::Dismiss),
            None | Some('s' | 'S') => Some(Self::Skip),
            Some('q' | 'Q') => Some(Self::Quit),
            Some(_) => None,
        }
    }
}

/// Shows each suggestion and does with it what is said. Each decision is
/// written at once, so that nothing is lost when the reader stops.
pub(super) fn run(
    suggested: Suggested<'_>,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut input = io::stdin().lock();
    for (index, suggestion) in suggested.list.iter().enumerate() {
        let text = terminal::suggestion(suggested, suggestion, printer.styling());
        let place = format!("{}/{}", index + 1, suggested.list.len());
        printer.print(&format!("\n{place}  {text}"))?;
        let Some(answer) = ask(suggested.words, &mut input, printer)? else {
            break;
        };
        match answer {
            Answer::Accept => {
                report(
                    add::names(&names(suggestion), false, workspace, printer),
                    printer,
                )?;
            }
            Answer::Dismiss => {
                report(
                    dismiss::words(&names(suggestion), false, workspace, printer),
                    printer,
                )?;
            }
            Answer::OtherName => {
                if let Some(concept) = ask_concept(suggested, suggestion, &mut input, printer)? {
                    let done =
                        alias::names(&concept, &names(suggestion), false, workspace, printer);
                    report(done, printer)?;
                }
            }
            Answer::Skip => {}
            Answer::Quit => break,
        }
    }
    Ok(Status::Done)
}

fn names(suggestion: &Suggestion) -> Vec<String> {
    vec![suggestion.name.clone()]
}

/// What cannot be done with one suggestion does not end the interview.
fn report(done: Result<Status, CliError>, printer: &mut Printer) -> Result<(), CliError> {
    match done {
        Err(error) if error.is_broken_pipe() => Err(error),
        Err(error) => {
            printer.error(&error);
            Ok(())
        }
        Ok(_) => Ok(()),
    }
}

/// Asks until the answer is understood; `None` at the end of the input.
fn ask(
    words: Words,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Option<Answer>, CliError> {
    let prompt = words.pick(
        "    [a] 새 개념  [l] 다른 개념의 이름  [d] 다시 보지 않기  [s] 넘기기  [q] 그만 > ",
        "    [a]dd as a concept, a[l]ias of one, [d]ismiss, [s]kip, [q]uit > ",
    );
    loop {
        let Some(line) = read(prompt, input, printer)? else {
            return Ok(None);
        };
        match Answer::of(&line) {
            Some(answer) => return Ok(Some(answer)),
            None => printer.print(words.pick(
                "    a, l, d, s, q 가운데 하나를 쓰세요\n",
                "    answer with a, l, d, s, or q\n",
            ))?,
        }
    }
}

/// Asks of which concept it is another name; nothing means the one suggested,
/// or none.
fn ask_concept(
    suggested: Suggested<'_>,
    suggestion: &Suggestion,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Option<String>, CliError> {
    let vocabulary = suggested.library.vocabulary();
    let like = suggestion.like.as_ref();
    let default = like.map(|like| vocabulary.get(like.concept).id.clone());
    let question = suggested
        .words
        .pick("    어느 개념?", "    of which concept?");
    let prompt = match &default {
        Some(id) => format!("{question} [{id}] > "),
        None => format!("{question} > "),
    };
    let line = read(&prompt, input, printer)?.unwrap_or_default();
    match line.trim() {
        "" => Ok(default),
        name => Ok(Some(name.to_owned())),
    }
}

/// A line of input; `None` at its end.
fn read(
    prompt: &str,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Option<String>, CliError> {
    printer.print(prompt)?;
    printer.flush()?;
    let mut line = String::new();
    let read = input.read_line(&mut line)?;
    if read == 0 {
        printer.print("\n")?;
    }
    Ok((read > 0).then_some(line))
}
