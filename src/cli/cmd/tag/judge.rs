//! `bookgraph tag ENTRY --confirm …`: what the reader says entries are about.

use super::TagArgs;
use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::model::{ConceptId, EntryId, Library};
use crate::notes::edit::Verdict;
use crate::query::ConceptNames;

pub(super) fn run(
    args: &TagArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    filters::refuse_beside(
        "--confirm, --refuse and --reset",
        "name the entries they are for: bookgraph tag day-19 day-20 --confirm AWS",
        (&args.filters, &args.format),
    )?;
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let Some(entries) = naming::entries(decisions.library(), &args.entries, printer)? else {
        return Ok(Status::Nothing);
    };
    let Some(verdicts) = verdicts(args, &decisions, printer)? else {
        return Ok(Status::Nothing);
    };
    let mut lines = Vec::new();
    for index in bottom_up(decisions.library(), &entries) {
        let entry = entries[index];
        for &(concept, verdict) in &verdicts {
            let line = judge(&mut decisions, workspace, entry, concept, verdict)?;
            lines.push((index, line));
        }
    }
    // Said in the order in which they were named.
    lines.sort_by_key(|(index, _)| *index);
    let written = decisions.write(printer)?;
    for (_, line) in lines {
        printer.print(&format!("{line}\n"))?;
    }
    written.remind(printer)?;
    Ok(Status::Done)
}

/// The places of entries in a list, those further down in their files first: a
/// decision moves what is below it, and nothing above.
fn bottom_up(library: &Library, entries: &[EntryId]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(library.entry(entries[index]).line));
    order
}

/// What is said of which concept. A concept is named once.
fn verdicts(
    args: &TagArgs,
    decisions: &Decisions,
    printer: &mut Printer,
) -> Result<Option<Vec<(ConceptId, Verdict)>>, CliError> {
    let library = decisions.library();
    let names = ConceptNames::of(library);
    let mut verdicts: Vec<(ConceptId, Verdict)> = Vec::new();
    for (typed, verdict) in [
        (&args.confirm, Verdict::Confirm),
        (&args.refuse, Verdict::Refuse),
        (&args.reset, Verdict::Reset),
    ] {
        let Some(concepts) = naming::concepts(library, &names, typed, printer)? else {
            return Ok(None);
        };
        for concept in concepts {
            match verdicts.iter().find(|(other, _)| *other == concept) {
                Some((_, other)) if *other != verdict => {
                    let id = &library.vocabulary().get(concept).id;
                    return Err(CliError::usage(
                        format!("two things are said of `{id}`"),
                        "an entry is about a concept, or it is not",
                    ));
                }
                Some(_) => {}
                None => verdicts.push((concept, verdict)),
            }
        }
    }
    Ok(Some(verdicts))
}

/// Says it, and gives the line that tells so.
fn judge(
    decisions: &mut Decisions,
    workspace: &Workspace<'_>,
    entry: EntryId,
    concept: ConceptId,
    verdict: Verdict,
) -> Result<String, CliError> {
    let file = decisions.judge(entry, concept, verdict)?;
    let library = decisions.library();
    let words = workspace.words(library, Some(library.entry(entry).book));
    let label = library.vocabulary().get(concept).label_in(words.language());
    let id = match library.book_count() {
        0 | 1 => library.brief(entry).id.to_owned(),
        _ => library.qualified_id(entry),
    };
    let says = match verdict {
        Verdict::Confirm => decisions.verb("tagged with", "would be tagged with"),
        Verdict::Refuse => decisions.verb("refuses", "would refuse"),
        Verdict::Reset => decisions.verb("says nothing of", "would say nothing of"),
    };
    Ok(match (file, verdict) {
        (Some(file), Verdict::Reset) => format!("{id}: {says} {label} any more ({file})"),
        (Some(file), _) => format!("{id}: {says} {label} ({file})"),
        (None, Verdict::Confirm) => format!("{id}: has the tag {label} already"),
        (None, Verdict::Refuse) => format!("{id}: refuses {label} already"),
        (None, Verdict::Reset) => format!("{id}: says nothing of {label}"),
    })
}
