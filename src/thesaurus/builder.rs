//! Concepts as they are found, by what the source knows them by.

use super::{Found, Remark};
use crate::model::{Language, LocalText};
use crate::text::slug::{is_id, slug};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A concept of another vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundConcept {
    /// An id made from what the source knows it by, unique in the source.
    pub id: String,
    /// Its label in each language.
    pub label: LocalText,
    /// Its other names with their languages.
    pub aliases: Vec<(Language, String)>,
    /// What it means.
    pub definition: LocalText,
    /// The ids of more general concepts of the same vocabulary.
    pub broader: Vec<String>,
    /// The ids of related ones.
    pub related: Vec<String>,
    /// A remark for people.
    pub note: Option<String>,
}

/// A list in which nothing comes twice.
#[derive(Debug)]
struct Once<T> {
    list: Vec<T>,
    /// The same, once there are so many that looking through them takes long.
    #[expect(
        clippy::box_collection,
        reason = "of very many lists hardly one has it: a pointer is smaller"
    )]
    known: Option<Box<HashSet<T>>>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            known: None,
        }
    }
}

impl<T: Clone + Eq + Hash> Once<T> {
    const MANY: usize = 32;

    fn push(&mut self, item: T) {
        let is_new = match self.list.len() < Self::MANY {
            true => !self.list.contains(&item),
            false => {
                let all = || Box::new(self.list.iter().cloned().collect());
                self.known.get_or_insert_with(all).insert(item.clone())
            }
        };
        if is_new {
            push(&mut self.list, item);
        }
    }
}

/// Adds to a list; most of them stay with one item.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}

/// A concept in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    labels: Vec<(Language, String)>,
    aliases: Once<(Language, String)>,
    definitions: Vec<(Language, String)>,
    notation: Option<String>,
    broader: Once<String>,
    related: Once<String>,
    note: Option<String>,
}

/// Gathers what is said of concepts, in any order.
#[derive(Debug, Default)]
pub(super) struct Builder {
    drafts: Vec<(String, Draft)>,
    by_key: HashMap<String, usize>,
    pub(super) remarks: Vec<Remark>,
}

impl Builder {
    /// The concept that the source knows by a key.
    pub(super) fn concept(&mut self, key: &str) -> &mut Draft {
        let at = self.by_key.get(key).copied().unwrap_or_else(|| {
            self.by_key.insert(key.to_owned(), self.drafts.len());
            self.drafts.push((key.to_owned(), Draft::default()));
            self.drafts.len() - 1
        });
        &mut self.drafts[at].1
    }

    /// Whether anything was said of it.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The concepts, with ids.
    pub(super) fn finish(mut self) -> Found {
        let mut taken = HashSet::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut ids: HashMap<String, String> = HashMap::new();
        self.by_key = HashMap::new();
        for (key, draft) in &self.drafts {
            let wanted = draft.wanted_id(key);
            let mut id = wanted.clone();
            while !taken.insert(id.clone()) {
                // Where it was left when this was last wanted.
                let number = numbers.entry(wanted.clone()).or_insert(1);
                *number += 1;
                id = format!("{wanted}-{number}");
            }
            ids.insert(key.clone(), id);
        }
        let mut found = Found::default();
        for (key, draft) in self.drafts {
            if draft.labels.is_empty() && draft.aliases.list.is_empty() {
                self.remarks.push(Remark {
                    line: None,
                    message: format!("`{key}` has no name, and was left out"),
                });
                continue;
            }
            let concept = draft.finish(&key, &ids, &mut self.remarks);
            found.concepts.push(concept);
        }
        // What has no name is nothing that another may be narrower than.
        let kept: HashSet<String> = found.concepts.iter().map(|it| it.id.clone()).collect();
        for concept in &mut found.concepts {
            concept.broader.retain(|id| kept.contains(id));
            concept.related.retain(|id| kept.contains(id));
        }
        found.remarks = self.remarks;
        found
    }
}

impl Draft {
    /// A preferred label. Of several in one language the first stays it; the others
    /// become further names.
    pub(super) fn label(&mut self, language: Language, text: &str) {
        let text = text.trim();
        let known = self.labels.iter().any(|(other, _)| *other == language);
        match known {
            _ if text.is_empty() => {}
            true => self.alias(language, text),
            false => push(&mut self.labels, (language, text.to_owned())),
        }
    }

    /// Another name.
    pub(super) fn alias(&mut self, language: Language, text: &str) {
        let name = (language, text.trim().to_owned());
        if !name.1.is_empty() {
            self.aliases.push(name);
        }
    }

    /// What it means; of several texts in one language all are kept.
    pub(super) fn definition(&mut self, language: Language, text: &str) {
        let known = self
            .definitions
            .iter_mut()
            .find(|(other, _)| *other == language);
        match known {
            Some((_, before)) => {
                before.push('\n');
                before.push_str(text.trim());
            }
            None => self.definitions.push((language, text.trim().to_owned())),
        }
    }

    /// The short name by which the source lists it.
    pub(super) fn notation(&mut self, text: &str) {
        self.notation.get_or_insert_with(|| text.trim().to_owned());
    }

    /// The key of a more general concept.
    pub(super) fn broader(&mut self, key: &str) {
        self.broader.push(key.to_owned());
    }

    /// The key of a related concept.
    pub(super) fn related(&mut self, key: &str) {
        self.related.push(key.to_owned());
    }

    /// A remark for people.
    pub(super) fn note(&mut self, text: &str) {
        match &mut self.note {
            Some(note) => {
                note.push('\n');
                note.push_str(text.trim());
            }
            None => self.note = Some(text.trim().to_owned()),
        }
    }

    /// The notation where it can be an id, or else the English label, or the first one.
    fn wanted_id(&self, key: &str) -> String {
        if let Some(notation) = self.notation.as_deref().filter(|it| is_id(it)) {
            return notation.to_owned();
        }
        let english = self.labels.iter().find(|(it, _)| *it == Language::ENGLISH);
        let named = english
            .or(self.labels.first())
            .or(self.aliases.list.first());
        let made = slug(named.map_or(key, |(_, text)| text));
        match made.is_empty() {
            true => "concept".to_owned(),
            false => made,
        }
    }

    fn finish(
        self,
        key: &str,
        ids: &HashMap<String, String>,
        remarks: &mut Vec<Remark>,
    ) -> FoundConcept {
        let mut known = |keys: Vec<String>, what: &str| -> Vec<String> {
            let mut found = Vec::new();
            for other in keys {
                match ids.get(&other) {
                    Some(id) if other != key => found.push(id.clone()),
                    _ => remarks.push(Remark {
                        line: None,
                        message: format!("`{key}`: {what} `{other}`, which is not in the file"),
                    }),
                }
            }
            found
        };
        let is_label = |(language, text): &(Language, String)| {
            self.labels
                .iter()
                .any(|(of, label)| of == language && label == text)
        };
        FoundConcept {
            broader: known(self.broader.list, "broader is"),
            related: known(self.related.list, "related is"),
            id: ids[key].clone(),
            aliases: self
                .aliases
                .list
                .into_iter()
                .filter(|it| !is_label(it))
                .collect(),
            label: self.labels.into_iter().collect(),
            definition: self.definitions.into_iter().collect(),
            note: self.note,
        }
    }
}
