//! Concepts.

use super::fields::Fields;
use crate::model::{Alias, Concept, ConceptId, Language, Vocabulary};
use crate::notes::edit::alias;

/// A concept in a vocabulary's list.
pub(super) fn concept(concept: &Concept, vocabulary: &Vocabulary) -> String {
    let ids = |ids: &[ConceptId]| -> Vec<String> {
        let ids = ids.iter().map(|&id| vocabulary.get(id).id.clone());
        ids.collect()
    };
    let mut fields = Fields::default();
    fields.text("id", &concept.id);
    fields.local("label", &concept.label);
    if !concept.aliases.is_empty() {
        fields.raw("aliases", aliases(&concept.aliases));
    }
    fields.texts("exclude", &concept.exclude);
    fields.local("definition", &concept.definition);
    fields.maybe_text("kind", concept.kind.as_deref());
    fields.texts("broader", ids(&concept.broader));
    fields.texts("related", ids(&concept.related));
    fields.maybe_text("note", concept.note.as_deref());
    fields.tall("Concept", "        ")
}

/// One list, where every name's language is what the reader of notes would guess; else
/// a list for each language.
fn aliases(aliases: &[Alias]) -> String {
    let guessed = |alias: &Alias| alias.language == crate::notes::guess_language(&alias.text);
    match aliases.iter().all(guessed) {
        true => list(aliases.iter()),
        false => format!("({})", aliases_by_language(aliases)),
    }
}

/// `ko: ["…"], en: ["…"]`, languages in the order they come up.
pub(in crate::notes) fn aliases_by_language(aliases: &[Alias]) -> String {
    let mut languages: Vec<Language> = Vec::new();
    for alias in aliases {
        if !languages.contains(&alias.language) {
            languages.push(alias.language);
        }
    }
    let lists = languages.into_iter().map(|language| {
        let of_it = aliases.iter().filter(|alias| alias.language == language);
        format!("{language}: {}", list(of_it))
    });
    lists.collect::<Vec<_>>().join(", ")
}

fn list<'a>(aliases: impl Iterator<Item = &'a Alias>) -> String {
    let names: Vec<String> = aliases.map(alias).collect();
    format!("[{}]", names.join(", "))
}
