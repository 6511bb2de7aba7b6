//! What each part of a query finds when all of them together find nothing.

use crate::cli::printer::Printer;
use crate::query::{Condition, Corpus, Find};
use crate::render::Finding;

/// Says how many entries each part finds alone, and what `--any` would.
pub(super) fn tell(finding: Finding<'_>, printer: &mut Printer) {
    let Condition::All(parts) = finding.condition() else {
        return;
    };
    let wanted: Vec<&Condition> = parts.iter().filter(|part| !is_not(part)).collect();
    if wanted.len() < 2 {
        return;
    }
    let each = wanted.iter().map(|part| {
        let told = part.told(finding.words.connectives(), |concept| {
            let concept = finding.corpus.library.vocabulary().get(concept);
            concept.label_in(finding.words.language()).to_owned()
        });
        format!("{told} {}", count(finding, part))
    });
    let each = each.collect::<Vec<_>>().join(", ");
    let in_a_row = parts.iter().all(|part| matches!(part, Condition::About(_)));
    let any = match count(finding, &Condition::Any(parts.clone())) {
        any if in_a_row && any > 0 => format!("; --any finds {any}"),
        _ => String::new(),
    };
    printer.note(&format!("each alone: {each}{any}"));
}

fn is_not(condition: &Condition) -> bool {
    matches!(condition, Condition::Not(_))
}

/// How many entries a condition finds among those that pass the filters.
fn count(finding: Finding<'_>, condition: &Condition) -> usize {
    let corpus: Corpus<'_> = finding.corpus;
    let question = Find {
        condition: condition.clone(),
        filter: finding.question.filter.clone(),
    };
    crate::query::find(corpus, &question).entries.len()
}
