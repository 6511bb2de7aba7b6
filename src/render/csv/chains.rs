//! The answer to `path`.

use super::table;
use crate::analyse::{ChainAnswer, Relation};
use crate::render::AnswerSource;

const HEADINGS: [&str; 11] = [
    "chain",
    "step",
    "from",
    "to",
    "strength",
    "relation",
    "entry",
    "date",
    "pages",
    "in_one_sentence",
    "sentence",
];

/// A row for every entry behind a step; one for a step that no entry is behind.
pub fn chains(source: &AnswerSource<'_>, answer: &ChainAnswer) -> String {
    let id = |concept| source.library.vocabulary().get(concept).id.clone();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (number, chain) in answer.chains.iter().enumerate() {
        for (at, step) in chain.steps.iter().enumerate() {
            let start = || {
                vec![
                    (number + 1).to_string(),
                    (at + 1).to_string(),
                    id(step.from),
                    id(step.to),
                    format!("{:.2}", step.weight),
                    step.relation.map_or("", relation).to_owned(),
                ]
            };
            let entries = step.witnesses.iter().map(|witness| {
                let sentences = witness.sentences.iter();
                let sentences: Vec<&str> = sentences
                    .filter_map(|&sentence| source.sentence(witness.entry, sentence))
                    .collect();
                let mut row = start();
                row.extend(source.entry_cells(witness.entry));
                row.push(witness.together.to_string());
                row.push(sentences.join(" "));
                row
            });
            rows.extend(entries);
            if step.witnesses.is_empty() {
                rows.push([start(), vec![String::new(); 5]].concat());
            }
        }
    }
    table(
        &HEADINGS,
        rows.into_iter().map(|row| row.into_iter().map(Into::into)),
    )
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Broader => "broader",
        Relation::Narrower => "narrower",
        Relation::Related => "related",
    }
}
