//! What an import did.

use super::job::Job;
use super::{ImportArgs, Resolve};
use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::import::{Change, Imported, Planned, Reason, Skipped};
use crate::map::Words;
use crate::model::{Library, Voice};
use crate::render::phrases;
use crate::render::terminal::{self, Table, table};

/// So many new entries are listed; the rest is counted.
const LISTED: usize = 40;

/// So many places of what was skipped are named for each reason.
const PLACES: usize = 8;

pub(super) fn print(
    args: &ImportArgs,
    library: &Library,
    jobs: &[Job],
    imported: &Imported,
    tells_missing: bool,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<(), CliError> {
    new_books(args, library, jobs, printer);
    for job in jobs {
        printer.print(&decision(job))?;
    }
    let rows = rows(jobs, workspace);
    let hidden = rows.len().saturating_sub(LISTED);
    if !rows.is_empty() {
        let heads = ["", "entry", "date", "pages", "text", "title"];
        let rows = Table {
            heads: heads.iter().map(|head| (*head).to_owned()).collect(),
            rows: rows.into_iter().take(LISTED).collect(),
        };
        let text = table(&rows, printer.styling());
        printer.print(&text)?;
    }
    if hidden > 0 {
        printer.print(&format!("… and {hidden} more\n"))?;
    }
    for note in conflicts(jobs).filter(|_| args.resolve.is_none()) {
        let Some(upstream) = &note.upstream else {
            continue;
        };
        let (file, text) = (&note.entry.file, Some(note.entry.text.as_str()));
        let diff = terminal::diff(file, text, Some(&upstream.text), printer.styling());
        printer.print(&diff)?;
    }
    let planned = jobs.iter().flat_map(|job| &job.plan.skipped);
    let skipped: Vec<&Skipped> = imported.skipped.iter().chain(planned).collect();
    printer.print(&reasons(&skipped))?;
    if tells_missing {
        printer.print(&missing(library, jobs))?;
    }
    printer.print(&counts(args, jobs, skipped.len()))?;
    Ok(())
}

/// The books that were made.
fn new_books(args: &ImportArgs, library: &Library, jobs: &[Job], printer: &mut Printer) {
    if args.dry_run {
        return;
    }
    let mut any = false;
    for job in jobs.iter().filter(|job| job.is_new) {
        any = true;
        let outline = match job.book.outline.chapters.len() {
            0 => String::new(),
            1 => ", with the chapter that the notes imply".to_owned(),
            chapters => format!(", with the {chapters} chapters that the notes imply"),
        };
        let title = match job.title {
            Some(_) => "",
            None => "; give it its title there",
        };
        printer.note(&format!("created {}{outline}{title}", job.book.file));
    }
    if any && library.vocabulary().is_empty() {
        printer.note(
            "there are no concepts yet: write them in notes/concepts.ron (`bookgraph init` starts that file)",
        );
    }
}

/// Which book notes went to, and why; nothing when the reader named it.
fn decision(job: &Job) -> String {
    let why = match job.reason {
        Reason::Asked => return String::new(),
        Reason::SourceId => "known by its id at the source",
        Reason::Entries => "it has notes from there",
        Reason::Isbn => "by its ISBN",
        Reason::Title => "by its title",
        Reason::NoneFits if job.is_new => "a new book",
        Reason::NoneFits => return String::new(),
    };
    let title = job.title.as_deref().unwrap_or("?");
    format!("{title} → {} ({why})\n", job.book.id)
}

fn rows(jobs: &[Job], workspace: &Workspace<'_>) -> Vec<Vec<String>> {
    let several = jobs.len() > 1;
    let rows = jobs.iter().flat_map(|job| {
        let words = Words::new(workspace.language().unwrap_or(job.book.language));
        let notes = job.plan.notes.iter();
        let told = notes.filter(|note| note.change != Change::Unchanged);
        told.map(move |note| {
            let entry = &note.entry;
            vec![
                match note.change {
                    Change::New => "new",
                    Change::Updated(_) => "updated",
                    Change::Conflict(_) => "conflict",
                    Change::Unchanged => "",
                }
                .to_owned(),
                match several {
                    true => format!("{}/{}", job.book.id, entry.id),
                    false => entry.id.clone(),
                },
                entry.date.map(|date| date.to_string()).unwrap_or_default(),
                entry
                    .pages
                    .map(|pages| words.pages(pages))
                    .unwrap_or_default(),
                state(words, note),
                entry.title.clone(),
            ]
        })
    });
    rows.collect()
}

/// Who speaks, and whether the text was cut off.
fn state(words: Words, note: &Planned) -> String {
    let truncated = note
        .upstream
        .as_ref()
        .map_or(note.entry.truncated, |now| now.truncated);
    let voice = note
        .upstream
        .as_ref()
        .map_or(note.entry.voice, |now| now.voice);
    match (truncated, voice) {
        (true, _) => "cut off".to_owned(),
        (false, Voice::Own) => String::new(),
        (false, voice) => phrases::voice(words, voice).unwrap_or_default().to_owned(),
    }
}

fn conflicts(jobs: &[Job]) -> impl Iterator<Item = &Planned> {
    let notes = jobs.iter().flat_map(|job| &job.plan.notes);
    notes.filter(|note| matches!(note.change, Change::Conflict(_)))
}

/// Why records became no entry, and where they stand.
fn reasons(skipped: &[&Skipped]) -> String {
    let mut whys: Vec<&str> = Vec::new();
    for record in skipped {
        if !whys.contains(&record.why.as_str()) {
            whys.push(&record.why);
        }
    }
    let lines = whys.into_iter().map(|why| {
        let same: Vec<&&Skipped> = skipped.iter().filter(|record| record.why == why).collect();
        let places = same.iter().filter_map(|record| record.place.as_ref());
        let mut lines: Vec<String> = places
            .map(|place| format!("{}:{}", place.file.name, place.position().line))
            .collect();
        lines.dedup();
        let more = lines.len().saturating_sub(PLACES);
        lines.truncate(PLACES);
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        let places = match lines.is_empty() {
            true => String::new(),
            false => format!(" ({})", lines.join(", ")),
        };
        format!("skipped {}: {why}{places}\n", same.len())
    });
    lines.collect()
}

/// Entries that are at their source no more.
fn missing(library: &Library, jobs: &[Job]) -> String {
    let missing: Vec<String> = jobs
        .iter()
        .flat_map(|job| &job.plan.missing)
        .map(|&id| library.qualified_id(id))
        .collect();
    let named = missing
        .iter()
        .take(PLACES)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match missing.len() {
        0 => String::new(),
        1 => format!("1 entry is not at its source any more, and is kept: {named}\n"),
        count if count > PLACES => {
            format!("{count} entries are not at their source any more, and are kept: {named}, …\n")
        }
        count => {
            format!("{count} entries are not at their source any more, and are kept: {named}\n")
        }
    }
}

fn counts(args: &ImportArgs, jobs: &[Job], skipped: usize) -> String {
    let count = |is: fn(Change) -> bool| jobs.iter().map(|job| job.plan.count(is)).sum::<usize>();
    let mut line = format!(
        "{} new, {} unchanged",
        count(|change| change == Change::New),
        count(|change| change == Change::Unchanged)
    );
    let updated = count(|change| matches!(change, Change::Updated(_)));
    let conflicts = count(|change| matches!(change, Change::Conflict(_)));
    if updated > 0 {
        line.push_str(&format!(", {updated} updated"));
    }
    if conflicts > 0 {
        line.push_str(&match args.resolve {
            None => {
                format!(", {conflicts} edited both here and at the source (kept; see --resolve)")
            }
            Some(Resolve::Mine) => format!(", {conflicts} kept as they are here"),
            Some(Resolve::Theirs) => format!(", {conflicts} taken from the source"),
        });
    }
    if skipped > 0 {
        line.push_str(&format!(", {skipped} skipped"));
    }
    if args.dry_run {
        line.push_str(" (dry run: nothing was written)");
    }
    line.push('\n');
    line
}
