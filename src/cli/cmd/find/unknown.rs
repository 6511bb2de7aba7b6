//! Names that no concept has.

use super::FindArgs;
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::workspace::Opened;
use crate::map::Words;
use crate::query::{ConceptNames, Condition, Corpus, Phrase, UnknownName};
use crate::text::typed::{is_initials, letters};

/// Words this much like a name are taken for that name misspelt.
const ONE_NAME: f64 = 0.75;

/// So many entries are named that say an unknown name.
const SHOWN: usize = 12;

/// Says which names are unknown, which names are like them, and where their words
/// stand in the notes all the same.
pub(super) fn explain(
    args: &FindArgs,
    opened: &Opened,
    names: &ConceptNames,
    unknown: &[UnknownName],
    words: Words,
    printer: &mut Printer,
) {
    let phrase = args.query.join(" ");
    let near = || names.near(&phrase, 1).first().map(|miss| miss.similarity);
    if unknown.len() > 1 && near().is_some_and(|similarity| similarity >= ONE_NAME) {
        // Several words that are, but for a slip, one name.
        one(opened, names, &phrase, words, printer);
        return;
    }
    for unknown in unknown {
        one(opened, names, &unknown.name, words, printer);
    }
    let mut cut: Vec<String> = unknown.iter().filter_map(UnknownName::as_words).collect();
    cut.dedup();
    for words in cut {
        printer.note(&format!(
            "`&` joins two names; find '{words}' looks for the words"
        ));
    }
}

fn one(opened: &Opened, names: &ConceptNames, name: &str, words: Words, printer: &mut Printer) {
    let library = &opened.library;
    let near = names.near(name, 3).into_iter();
    let near: Vec<String> = near
        .map(|miss| {
            let entries = opened.tagging.entries_about(miss.concept);
            format!("{} ({})", miss.name, words.entries(entries))
        })
        .collect();
    let hint = match near.is_empty() {
        true => naming::near_names(names, name),
        false => format!("did you mean {}?", near.join(", ")),
    };
    let hint = match is_initials(&letters(name)) {
        true => format!("{hint} `bookgraph browse` finds names by their first letters"),
        false => hint,
    };
    printer.warn(&format!("no concept is called `{name}`"), Some(&hint));
    let corpus = Corpus::new(library, &opened.tagging, &opened.placement);
    let says = Phrase::new(name).map(Condition::Says);
    let entries = says.map(|says| says.entries(corpus)).unwrap_or_default();
    if !entries.is_empty() {
        let shown = entries.iter().take(SHOWN);
        let ids: Vec<&str> = shown.map(|&entry| library.brief(entry).id).collect();
        let more = match entries.len() - ids.len() {
            0 => String::new(),
            more => format!(" (and {more} more: find '\"{name}\"')"),
        };
        printer.note(&format!(
            "`{name}` stands in the text of: {}{more}",
            ids.join(", ")
        ));
    }
}
