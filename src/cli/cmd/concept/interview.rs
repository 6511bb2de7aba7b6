//! Asking about suggestions, one after the other.

use super::{add, alias, dismiss};
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::Words;
use crate::mine::Suggestion;
use crate::render::{Suggested, terminal};
use std::io::{self, BufRead};

/// At the question for a concept: none, after all.
const NONE: &str = "-";

/// What to do with a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    OtherName,
    Dismiss,
    Skip,
    Quit,
}

impl Answer {
    /// From a line, by its letter or its word; `None` when it is another.
    fn of(line: &str) -> Option<Self> {
        match line.trim().to_lowercase().as_str() {
            "a" | "add" => Some(Self::Accept),
            "l" | "alias" => Some(Self::OtherName),
            "d" | "dismiss" => Some(Self::Dismiss),
            "" | "s" | "skip" => Some(Self::Skip),
            "q" | "quit" => Some(Self::Quit),
            _ => None,
        }
    }
}

/// What the reader decided about a suggestion.
enum Decision {
    Accept,
    OtherNameOf(String),
    Dismiss,
    Skip,
    Quit,
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
        let done = match decide(suggested, suggestion, &mut input, printer)? {
            Decision::Accept => add::names(&names(suggestion), false, workspace, printer),
            Decision::Dismiss => dismiss::words(&names(suggestion), false, workspace, printer),
            Decision::OtherNameOf(concept) => {
                alias::names(&concept, &names(suggestion), false, workspace, printer)
            }
            Decision::Skip => continue,
            Decision::Quit => break,
        };
        report(done, printer)?;
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

/// Asks until something is decided. Nothing is decided by the end of the input.
fn decide(
    suggested: Suggested<'_>,
    suggestion: &Suggestion,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Decision, CliError> {
    let words = suggested.words;
    let prompt = words.pick(
        "    [a] 새 개념  [l] 다른 개념의 이름  [d] 다시 보지 않기  [s] 넘기기  [q] 그만 > ",
        "    [a]dd as a concept, a[l]ias of one, [d]ismiss, [s]kip, [q]uit > ",
    );
    loop {
        let Some(line) = read(prompt, words, input, printer)? else {
            return Ok(Decision::Quit);
        };
        match Answer::of(&line) {
            Some(Answer::Accept) => return Ok(Decision::Accept),
            Some(Answer::Dismiss) => return Ok(Decision::Dismiss),
            Some(Answer::Skip) => return Ok(Decision::Skip),
            Some(Answer::Quit) => return Ok(Decision::Quit),
            Some(Answer::OtherName) => {
                if let Some(decision) = ask_concept(suggested, suggestion, input, printer)? {
                    return Ok(decision);
                }
            }
            None => printer.print(words.pick(
                "    a, l, d, s, q 가운데 하나를 쓰세요\n",
                "    answer with a, l, d, s, or q\n",
            ))?,
        }
    }
}

/// Asks of which concept it is another name. An empty line means the one that
/// is suggested; `None` when it is none, after all.
fn ask_concept(
    suggested: Suggested<'_>,
    suggestion: &Suggestion,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Option<Decision>, CliError> {
    let vocabulary = suggested.library.vocabulary();
    let like = suggestion.like.as_ref();
    let default = like.map(|like| vocabulary.get(like.concept).id.clone());
    let words = suggested.words;
    let question = words.pick(
        "    어느 개념? (없으면 -)",
        "    of which concept? (- for none)",
    );
    let prompt = match &default {
        Some(id) => format!("{question} [{id}] > "),
        None => format!("{question} > "),
    };
    let Some(line) = read(&prompt, words, input, printer)? else {
        return Ok(Some(Decision::Quit));
    };
    let concept = match line.trim() {
        NONE => None,
        "" => default,
        name => Some(name.to_owned()),
    };
    Ok(concept.map(Decision::OtherNameOf))
}

/// A line of input; `None` at its end. What is no text is asked for again.
fn read(
    prompt: &str,
    words: Words,
    input: &mut impl BufRead,
    printer: &mut Printer,
) -> Result<Option<String>, CliError> {
    loop {
        printer.print(prompt)?;
        printer.flush()?;
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line);
        let read = read.map_err(|source| CliError::Read {
            path: "the standard input".into(),
            source,
        })?;
        if read == 0 {
            printer.print("\n")?;
            return Ok(None);
        }
        match String::from_utf8(line) {
            Ok(line) => return Ok(Some(line)),
            Err(_) => printer.print(words.pick(
                "    UTF-8로 쓴 글이 아닙니다\n",
                "    that is no text in UTF-8\n",
            ))?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, Accept, Dismiss, OtherName, Quit, Skip};

    #[test]
    fn a_letter_or_its_whole_word() {
        for (line, answer) in [
            ("a\n", Some(Accept)),
            (" Add\r\n", Some(Accept)),
            ("l", Some(OtherName)),
            ("alias", Some(OtherName)),
            ("D", Some(Dismiss)),
            ("dismiss", Some(Dismiss)),
            ("\n", Some(Skip)),
            ("skip", Some(Skip)),
            ("q", Some(Quit)),
            ("quit", Some(Quit)),
            ("all", None),
            ("al", None),
            ("delete", None),
            ("아니", None),
        ] {
            assert_eq!(Answer::of(line), answer, "{line:?}");
        }
    }
}
