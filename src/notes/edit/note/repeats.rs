//! Names that stand twice in a list.

use super::super::splice::Splice;
use super::names::{Name, names, without};
use super::sheet::{Held, Sheet};
use crate::notes::format::{ConceptSource, EntrySource};
use crate::notes::markdown::Field;
use std::collections::HashSet;

/// Takes the names away that stand before in their property.
pub(super) fn step(sheet: &Sheet) -> Vec<Splice> {
    let fields = [
        Field::Concepts,
        Field::Refused,
        Field::Broader,
        Field::Related,
    ];
    let lists = sheet.properties.iter();
    let lists = lists.filter(|(field, _)| fields.contains(field));
    let repeated = lists.flat_map(|(_, property)| {
        let all: Vec<Name<'_>> = names(property);
        let mut known = HashSet::new();
        // Spelled otherwise it may be another concept.
        let again = all.iter().map(|name| !known.insert(name.text.clone()));
        let again: Vec<bool> = again.collect();
        match again.contains(&true) {
            true => without(sheet.text(), &all, &again),
            false => Vec::new(),
        }
    });
    repeated.collect()
}

/// Makes of a note's content what should become of it.
pub(super) fn expect(before: &mut Held, after: &Held) {
    match (before, after) {
        (Held::Entries(entries), Held::Entries(now)) => {
            for (entry, now) in entries.iter_mut().zip(now) {
                let EntrySource { tags, refused, .. } = &mut entry.value;
                once(tags, &now.value.tags);
                once(refused, &now.value.refused);
            }
        }
        (Held::Concept(concept), Held::Concept(now)) => {
            let ConceptSource {
                broader, related, ..
            } = &mut **concept;
            once(broader, &now.broader);
            once(related, &now.related);
        }
        _ => {}
    }
}

/// A list without its repeats, when that is what came of it.
fn once(list: &mut Vec<String>, now: &[String]) {
    let names = |list: &[String]| list.iter().cloned().collect::<HashSet<String>>();
    let fewer = now.len() <= list.len() && names(list) == names(now);
    if fewer {
        *list = now.to_vec();
    }
}
