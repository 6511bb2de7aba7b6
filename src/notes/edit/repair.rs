//! Repairs of which it is certain what was meant.

use super::error::EditError;
use super::fields::take_first_or_many;
use super::page::Page;
use super::references::{lists, most};
use super::splice::{Splice, splice};
use super::vocabulary::list;
use crate::notes::format::{ConceptSource, EntrySource};
use crate::notes::parse::Parsed;
use crate::notes::syntax::lookalike;
use std::collections::HashSet;

/// Writes the characters that were meant in the place of those that only look like them:
/// full-width brackets, typographic quotation marks around a text.
pub(super) fn lookalikes(page: &Page) -> Option<String> {
    let text = page.text();
    let repaired = page.repaired().as_bytes();
    let splices = text.char_indices().filter_map(|(at, c)| {
        let range = at..at + c.len_utf8();
        let read_otherwise = repaired[range.clone()] != text.as_bytes()[range.clone()];
        let meant = lookalike::meant(c).filter(|_| read_otherwise)?;
        Some(Splice {
            range,
            text: meant.to_string(),
        })
    });
    let splices: Vec<Splice> = splices.collect();
    (!splices.is_empty()).then(|| splice(text, splices))
}

/// Takes names out of lists that stand in them before: of `tags` and `refused`, of
/// `broader` and `related`.
pub(super) fn repeats(page: &Page) -> Result<Option<String>, EditError> {
    let mut whole: Option<String> = None;
    for _ in 0..=most(page) {
        let text = match &whole {
            None => one_each(page)?,
            Some(text) => one_each(&Page::read(&page.name(), text)?)?,
        };
        match text {
            Some(text) => whole = Some(text),
            None => return Ok(whole),
        }
    }
    Err(page.cannot_patch())
}

/// Takes a name out of each list that has repeats, or all of them when they are many.
fn one_each(page: &Page) -> Result<Option<String>, EditError> {
    let mut splices = Vec::new();
    for (node, field, _) in lists(page) {
        let Ok(Some(group)) = list(page, node, field) else {
            continue;
        };
        let names = group.items().iter().map(|item| page.text_of(&item.value));
        let names: Vec<Option<String>> = names.collect();
        let mut known = HashSet::new();
        let repeated = names.iter().enumerate().filter(|(_, name)| {
            // Spelled otherwise it may be another concept.
            name.as_ref().is_some_and(|name| !known.insert(name))
        });
        let repeated: Vec<usize> = repeated.map(|(index, _)| index).collect();
        splices.extend(take_first_or_many(page, node, field, &repeated)?);
    }
    Ok((!splices.is_empty()).then(|| splice(page.text(), splices)))
}

/// Makes of a file's content what should become of it.
pub(super) fn expect_repeats(parsed: &mut Parsed) {
    let once = |list: &mut Vec<String>| {
        let mut known = HashSet::new();
        list.retain(|name| known.insert(name.clone()));
    };
    match parsed {
        Parsed::Vocabulary(vocabulary) => {
            for concept in &mut vocabulary.concepts {
                let ConceptSource {
                    broader, related, ..
                } = &mut concept.value;
                once(broader);
                once(related);
            }
        }
        Parsed::Entries { entries, .. } => {
            for entry in entries {
                let EntrySource { tags, refused, .. } = &mut entry.value;
                once(tags);
                once(refused);
            }
        }
        _ => {}
    }
}
