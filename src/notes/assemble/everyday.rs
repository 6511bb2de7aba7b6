//! Acronyms that every text would name.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Alias;
use crate::notes::format::ConceptSource;
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::text::fold::key;
use std::collections::HashSet;

/// Short English words that stand in any text; a closed list, for no other word is
/// so common that a name in capitals is hardly ever meant by it.
const EVERYDAY: &str = "all am an and any are as at be but by can did do for get go had has he her him his how if in is it its let may me my no nor not now of off on one or our out put see she so the too to two up us use was way we who why yes yet you";

/// Warns of a concept's names in capitals that are everyday words in small letters,
/// and not to be found by their case: US, IT.
pub(super) fn report_everyday_names(
    id: &str,
    source: &Located<ConceptSource>,
    diagnostics: &mut Problems,
) {
    let value = &source.value;
    let aliases = &value.aliases.0;
    let settled = |text: &str| {
        let fits = |alias: &Alias| (alias.case || alias.weak) && key(&alias.text) == key(text);
        aliases.iter().any(fits)
    };
    let labels = value.label.0.iter().map(|(_, text)| ("label", text));
    let texts = aliases.iter().map(|alias| ("aliases", alias.text.as_str()));
    let mut met = HashSet::new();
    for (field, name) in labels.chain(texts) {
        if !is_everyday(name) || !met.insert(name) || settled(name) {
            continue;
        }
        let small = name.to_ascii_lowercase();
        diagnostics.push(
            Diagnostic::at(
                Code::EverydayWord,
                source.find(field, name),
                format!("every `{small}` names `{id}` too"),
            )
            .label("found whatever its case")
            .hint(format!(
                "ask for the capitals with an alias `(text: \"{name}\", case: true)`"
            )),
        );
    }
}

/// Whether a name in capitals is an everyday word in small letters.
fn is_everyday(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    name.bytes().all(|byte| byte.is_ascii_uppercase())
        && EVERYDAY.split(' ').any(|word| word == small)
}
