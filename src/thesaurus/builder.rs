//! Concepts as they are found, by what the source knows them by.

use super::{Found, Remark};
use crate::model::{Language, LocalText};
use crate::text::slug::{is_id, slug};
use std::collections::{HashMap, HashSet};

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

/// A concept in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    labels: Vec<(Language, String)>,
    aliases: Vec<(Language, String)>,
    definitions: Vec<(Language, String)>,
    notation: Option<String>,
    broader: Vec<String>,
    related: Vec<String>,
    note: Option<String>,
}

/// Gathers what is said of concepts, in any order.
#[derive(Debug, Default)]
pub(super) struct Builder {
    order: Vec<String>,
    drafts: HashMap<String, Draft>,
    pub(super) remarks: Vec<Remark>,
}

impl Builder {
    /// The concept that the source knows by a key.
    pub(super) fn concept(&mut self, key: &str) -> &mut Draft {
        if !self.drafts.contains_key(key) {
            self.order.push(key.to_owned());
        }
        self.drafts.entry(key.to_owned()).or_default()
    }

    /// Whether anything was said of it.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.drafts.contains_key(key)
    }

    /// The concepts, with ids.
    pub(super) fn finish(mut self) -> Found {
        let mut taken = HashSet::new();
        let mut ids: HashMap<String, String> = HashMap::new();
        for key in &self.order {
            let wanted = self.drafts[key].wanted_id(key);
            let mut id = wanted.clone();
            let mut number = 2;
            while !taken.insert(id.clone()) {
                id = format!("{wanted}-{number}");
                number += 1;
            }
            ids.insert(key.clone(), id);
        }
        let mut found = Found::default();
        for key in std::mem::take(&mut self.order) {
            let draft = self.drafts.remove(&key).unwrap_or_default();
            if draft.labels.is_empty() && draft.aliases.is_empty() {
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
            false => self.labels.push((language, text.to_owned())),
        }
    }

    /// Another name.
    pub(super) fn alias(&mut self, language: Language, text: &str) {
        let name = (language, text.trim().to_owned());
        if !name.1.is_empty() && !self.aliases.contains(&name) {
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
        if !self.broader.iter().any(|other| other == key) {
            self.broader.push(key.to_owned());
        }
    }

    /// The key of a related concept.
    pub(super) fn related(&mut self, key: &str) {
        if !self.related.iter().any(|other| other == key) {
            self.related.push(key.to_owned());
        }
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
        let named = english.or(self.labels.first()).or(self.aliases.first());
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
            broader: known(self.broader, "broader is"),
            related: known(self.related, "related is"),
            id: ids[key].clone(),
            aliases: self
                .aliases
                .into_iter()
                .filter(|it| !is_label(it))
                .collect(),
            label: self.labels.into_iter().collect(),
            definition: self.definitions.into_iter().collect(),
            note: self.note,
        }
    }
}
