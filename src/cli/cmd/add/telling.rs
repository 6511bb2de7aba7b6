//! What is said of a new entry, and asked.

use super::{AddArgs, confirm};
use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library};
use crate::notes::edit::ConceptRef;
use crate::place::{Basis, Placement};
use crate::query::{self, Suggestion, TaggedEntry};
use crate::tag::Tagging;
use std::io::{self, BufRead, IsTerminal};

/// Says what the new entry is about, asks about what it may be about, and writes it.
pub(super) fn finish(
    args: &AddArgs,
    mut decisions: Decisions,
    (file, id): (&str, &str),
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let (changes, before) = decisions.so_far();
    // What cannot be read is said before anything is asked.
    let library = changes.check(before)?.library;
    let mut entries = library.entry_ids();
    let Some(entry) = entries.find(|&entry| library.entry(entry).file == file) else {
        return Err(CliError::usage(
            format!("{file} would hold no entry"),
            "`bookgraph check` shows what hides it",
        ));
    };
    let words = workspace.words(&library, Some(library.entry(entry).book));
    let tagging = Tagging::of(&library);
    let tagged = query::tags(&library, &tagging, &[entry]);
    let tagged = &tagged[0];
    let mut lines = vec![placed(&library, entry, words)];
    lines.extend(named(&library, tagged, words));
    for suggestion in &tagged.suggestions {
        if accepts(args, &library, suggestion, words, printer)? {
            let concept = ConceptRef::of(library.vocabulary(), suggestion.concept);
            confirm(&mut decisions, file, id, concept)?;
            let label = label(&library, suggestion.concept, words);
            lines.push(format!(
                "{}: {label}\n",
                words.pick("확인한 개념", "tagged with")
            ));
        } else if !asks(args) {
            lines.push(doubtful(&library, id, suggestion, words));
        }
    }
    let written = decisions.write(printer)?;
    let verb = decisions.verb("added", "would add");
    printer.print(&format!("{verb} {id} in {file}\n"))?;
    printer.print(&lines.concat())?;
    written.remind(printer)?;
    Ok(Status::Done)
}

/// The chapters of the entry, and what says so.
fn placed(library: &Library, entry: EntryId, words: Words) -> String {
    let placement = Placement::of(library);
    let chapters = placement.chapters(library, entry);
    let chapters: Vec<String> = chapters
        .map(|chapter| words.chapter(library.chapter(chapter)))
        .collect();
    let chapters = chapters.join(", ");
    let why = match placement.basis(entry) {
        Basis::Given | Basis::GivenAsInferred => words.pick("적힌 대로", "as you said"),
        Basis::Stated => words.pick("글이 말하는 대로", "as the text says"),
        Basis::Pages => words.pick("쪽수에서", "by its pages"),
        Basis::Neighbours => words.pick("앞뒤 글에서", "by the entries around it"),
        Basis::Unknown => {
            let unknown = words.pick(
                "장을 알 수 없음: --chapter로 말해 주세요",
                "chapter not known: --chapter says it",
            );
            return format!("{unknown}\n");
        }
    };
    format!("{}: {chapters} ({why})\n", words.pick("장", "chapter"))
}

/// The concepts that the entry is about.
fn named(library: &Library, tagged: &TaggedEntry, words: Words) -> Option<String> {
    let labels = tagged.tags.iter();
    let labels: Vec<&str> = labels
        .map(|tag| label(library, tag.concept, words))
        .collect();
    let head = words.pick("개념", "about");
    (!labels.is_empty()).then(|| format!("{head}: {}\n", labels.join(", ")))
}

fn label(library: &Library, concept: ConceptId, words: Words) -> &str {
    library.vocabulary().get(concept).label_in(words.language())
}

/// Whether somebody is there to be asked.
fn asks(args: &AddArgs) -> bool {
    !args.confirm && !args.dry_run && io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn accepts(
    args: &AddArgs,
    library: &Library,
    suggestion: &Suggestion,
    words: Words,
    printer: &mut Printer,
) -> Result<bool, CliError> {
    if !asks(args) {
        return Ok(args.confirm);
    }
    let label = label(library, suggestion.concept, words);
    let question = match words.is_korean() {
        true => format!("{} — {label} 이야기인가요? [y/N] > ", suggestion.word),
        false => format!("{}: is it about {label}? [y/N] > ", suggestion.word),
    };
    printer.print(&question)?;
    printer.flush()?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    read.map_err(|source| CliError::Read {
        path: "the standard input".into(),
        source,
    })?;
    let answer = line.trim().to_lowercase();
    Ok(["y", "yes", "예", "네", "ㅇ", "응"].contains(&answer.as_str()))
}

/// What the entry may be about, and how to say so.
fn doubtful(library: &Library, id: &str, suggestion: &Suggestion, words: Words) -> String {
    let concept = library.vocabulary().get(suggestion.concept);
    let label = concept.label_in(words.language());
    let head = words.pick("아마도", "perhaps about");
    format!(
        "{head}: {label} ({}): bookgraph tag {id} --confirm {}\n",
        suggestion.word, concept.id
    )
}
