//! Repairs of the notes: what `check --fix` does.

use super::decisions::Decisions;
use super::exit::{CliError, Status};
use super::printer::Printer;
use super::workspace::Workspace;
use crate::diagnostic::Severity;
use crate::notes::edit::rewired;
use crate::notes::{EditError, fixes};

/// Puts right what is certain, and says what was and what problems are left.
pub(super) fn run(
    dry_run: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, dry_run, printer)?;
    let mut lines = Vec::new();
    for fix in fixes(decisions.so_far().1) {
        match decisions.try_edit(&fix.file, &fix.edit) {
            Ok(true) => {
                let verb = decisions.verb("put right", "would put right");
                lines.push(format!("{verb}: {} ({})\n", fix.description, fix.file));
            }
            Ok(false) | Err(EditError::NotThere { .. } | EditError::WrongKind { .. }) => {}
            // A file that cannot be read, or not patched safely, is left as it is.
            Err(EditError::Unreadable(_) | EditError::Unsafe { .. } | EditError::Problem(_)) => {
                lines.push(format!(
                    "left as it is: {} ({})\n",
                    fix.description, fix.file
                ));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (changes, before) = decisions.so_far();
    let same = |id: &str| Some(id.to_owned());
    let after = changes.check(before)?;
    rewired(&before.library, &after.library, &same)?;
    let problems = after.diagnostics.iter();
    let left = problems
        .filter(|problem| problem.severity() != Severity::Observation)
        .count();
    let written = decisions.write(printer)?;
    printer.print(&lines.concat())?;
    if lines.is_empty() {
        printer.print("there is nothing that can be put right for certain\n")?;
    }
    written.report_changes(printer)?;
    if left > 0 {
        printer.note(&format!(
            "{left} {} left: `bookgraph check` shows them",
            if left == 1 {
                "problem is"
            } else {
                "problems are"
            }
        ));
    }
    Ok(match left {
        0 => Status::Done,
        _ => Status::Nothing,
    })
}
