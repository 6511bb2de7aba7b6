//! Concepts.

use super::fields::Fields;
use crate::model::{Alias, Concept, ConceptId, Language, Vocabulary};
use crate::notes::edit::quoted;

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
/// a list for each language, in the order they come up.
fn aliases(aliases: &[Alias]) -> String {
    let list = |aliases: &mut dyn Iterator<Item = &Alias>| {
        let names: Vec<String> = aliases.map(alias).collect();
        format!("[{}]", names.join(", "))
    };
    let guessed = |alias: &Alias| alias.language == crate::notes::guess_language(&alias.text);
    if aliases.iter().all(guessed) {
        return list(&mut aliases.iter());
    }
    let mut languages: Vec<Language> = Vec::new();
    for alias in aliases {
        if !languages.contains(&alias.language) {
            languages.push(alias.language);
        }
    }
    let lists = languages.into_iter().map(|language| {
        let mut of_it = aliases.iter().filter(|alias| alias.language == language);
        format!("{language}: {}", list(&mut of_it))
    });
    format!("({})", lists.collect::<Vec<_>>().join(", "))
}

fn alias(alias: &Alias) -> String {
    let mut fields = Fields::default();
    fields.text("text", &alias.text);
    fields.flag("case", alias.case);
    fields.flag("weak", alias.weak);
    fields.flag("strict", alias.strict);
    fields.flag("inner_particles", alias.inner_particles);
    fields.flag("keep_inner", alias.keep_inner);
    fields.texts("unless", &alias.unless);
    fields.texts("exclude", &alias.exclude);
    let plain = Alias {
        text: alias.text.clone(),
        language: alias.language,
        ..Alias::default()
    };
    match *alias == plain {
        true => quoted(&alias.text),
        false => fields.line(""),
    }
}
