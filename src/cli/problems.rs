//! The problems of a library, and which of them were asked for.

use super::exit::CliError;
use super::workspace::Workspace;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lint::{Finding, Notes, Subject, lint};
use crate::model::Library;
use crate::notes::{Places, Reading};
use crate::place::Placement;
use crate::query;
use crate::source::Place;
use crate::tag::Tagging;

/// Which problems are shown.
#[derive(Debug, clap::Args)]
pub(super) struct Chosen {
    /// Show observations too: nothing is wrong with them, but they may be worth a look
    #[arg(short, long)]
    all: bool,
    /// Show observations too, and exit with status 1 when there are any
    #[arg(long)]
    strict: bool,
    /// Only problems with these codes
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    only: Vec<Code>,
    /// No problems with these codes
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    except: Vec<Code>,
}

impl Chosen {
    /// Whether a problem was asked for; observations have to be.
    pub(super) fn has(&self, problem: &Diagnostic) -> bool {
        let code = problem.code;
        let named = self.only.contains(&code);
        let observed = self.all || self.strict || problem.severity() != Severity::Observation;
        (named || (self.only.is_empty() && observed)) && !self.except.contains(&code)
    }

    /// Whether a problem makes the status 1.
    pub(super) fn counts(&self, problem: &Diagnostic) -> bool {
        self.strict || problem.severity() != Severity::Observation
    }

    /// Whether a problem is only not shown because it is an observation.
    pub(super) fn hides(&self, problem: &Diagnostic) -> bool {
        self.only.is_empty() && !self.has(problem) && !self.except.contains(&problem.code)
    }
}

fn code(name: &str) -> Result<Code, String> {
    Code::find(name).ok_or_else(|| "docs/diagnostics.md has every code, such as E333".to_owned())
}

/// Everything that there is to say about a library, by file and place.
pub(super) fn problems_of(
    workspace: &Workspace<'_>,
    reading: &Reading,
) -> Result<Vec<Diagnostic>, CliError> {
    let library = &reading.library;
    let mut problems = query::check_saved(library);
    let notes = Notes {
        library,
        tagging: &Tagging::of(library),
        placement: &Placement::of(library),
    };
    let mut places = Places::of(workspace.home()?.notes(), reading);
    for finding in lint(notes) {
        problems.push(located(finding, library, &mut places));
    }
    // Those of the reading were left out already.
    reading.allowed.leave_out(&mut problems);
    problems.extend(reading.diagnostics.iter().cloned());
    problems.sort_by_cached_key(Diagnostic::sort_key);
    problems.dedup_by(|a, b| a.code == Code::UselessAllow && a.sort_key() == b.sort_key());
    Ok(problems)
}

fn located(finding: Finding, library: &Library, places: &mut Places) -> Diagnostic {
    let file = match &finding.subject {
        Subject::Entry(entry, _) => library.entry(*entry).file.clone(),
        Subject::Book(book, ..) => library.book(*book).file.clone(),
        Subject::Concept(..) => String::new(),
    };
    finding.located(&file, &mut |subject| place(subject, library, places))
}

fn place(subject: &Subject, library: &Library, places: &mut Places) -> Option<Place> {
    match subject {
        Subject::Entry(id, field) => places.entry(library.entry(*id), field),
        Subject::Concept(id, field, text) => {
            places.concept(library.vocabulary().get(*id), field, text.as_deref())
        }
        Subject::Book(id, field, text) => places.book(library.book(*id), field, text.as_deref()),
    }
}
