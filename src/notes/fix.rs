//! Repairs that `check --fix` makes.

use super::Reading;
use super::edit::{ConceptField, Edit};
use crate::model::Alias;
use crate::text::fold;

/// A repair, as an edit that leaves the meaning of the notes as it is.
#[derive(Clone, Debug)]
pub struct Fix {
    /// The file.
    pub file: String,
    /// The edit.
    pub edit: Edit,
    /// What it does, in words that go on after “put right: ”.
    pub description: String,
}

/// What may be put right in notes as they were read. Those that do not apply to their
/// file change nothing.
pub fn fixes(reading: &Reading) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for file in reading.seen.keys() {
        for (edit, description) in [
            (Edit::PutRight, "characters that only look like RON's"),
            (Edit::DropRepeats, "names that stand twice in a list"),
        ] {
            fixes.push(Fix {
                file: file.clone(),
                edit,
                description: description.to_owned(),
            });
        }
    }
    for concept in reading.library.vocabulary().concepts() {
        let labels = concept.label.iter().map(|(_, label)| fold::key(label));
        let mut known: Vec<Vec<u8>> = labels.collect();
        for alias in &concept.aliases {
            let key = fold::key(&alias.text);
            if !known.contains(&key) {
                known.push(key);
            } else if is_plain(alias) && !has_options(&concept.aliases, &key) {
                let edit = Edit::SetConcept {
                    concept: concept.id.clone(),
                    field: ConceptField::DropAlias(alias.text.clone()),
                };
                let description =
                    format!("the name {} of `{}`, there twice", alias.text, concept.id);
                let note = reading.concept_notes.get(&concept.id);
                let files = reading.vocabularies.iter().chain(note);
                fixes.extend(files.map(|file| Fix {
                    file: file.clone(),
                    edit: edit.clone(),
                    description: description.clone(),
                }));
            }
        }
    }
    fixes
}

fn is_plain(alias: &Alias) -> bool {
    *alias
        == Alias {
            text: alias.text.clone(),
            language: alias.language,
            ..Alias::default()
        }
}

/// Whether one of the names that read alike has options: then it is not clear which is
/// meant.
fn has_options(aliases: &[Alias], key: &[u8]) -> bool {
    let mut alike = aliases.iter().filter(|alias| fold::key(&alias.text) == key);
    alike.any(|alias| !is_plain(alias))
}
