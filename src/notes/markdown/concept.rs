//! A note about one concept.

use super::entry::local;
use super::note::Note;
use super::properties::{Field, Said};
use super::yaml::Value;
use crate::model::{Alias, Language, LocalText, MarkdownSettings};
use crate::notes::format::{AliasesSource, ConceptSource, LocalTextSource, guess_language};
use crate::notes::located::{ListedField, Located};

/// What says that a note is a concept: its kind, in words of a few languages.
const KINDS: [&str; 2] = ["concept", "개념"];

impl Note<'_> {
    /// Whether the note says that it is a concept, or stands where concepts do.
    pub(super) fn is_concept(&self, settings: &MarkdownSettings) -> bool {
        let said = self.properties.text(Field::Kind);
        let said = said.is_some_and(|said| KINDS.contains(&super::folded(&said.text).as_str()));
        let stands = |folder: &String| {
            let folder = super::folded(folder);
            let here = super::folded(self.folder);
            here == folder
                || here
                    .strip_prefix(&folder)
                    .is_some_and(|it| it.starts_with('/'))
        };
        said || settings.concepts.as_ref().is_some_and(stands)
    }

    /// The concept: its label is the title, its definition the first paragraph, and what
    /// follows is a remark.
    pub(super) fn into_concept(self) -> Located<ConceptSource> {
        let properties = &self.properties;
        let texts = |field| -> Vec<String> {
            let list = properties.list(field).into_iter();
            list.map(|said: Said| said.text).collect()
        };
        let text = self.prose.text.as_str();
        let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
        let given = properties.text(Field::Definition).map(|said| said.text);
        let (definition, note) = match given {
            Some(given) => (given, text),
            None => (first.to_owned(), rest),
        };
        let kind = properties.text(Field::Kind).map(|said| said.text);
        let kind = kind.filter(|kind| !KINDS.contains(&super::folded(kind).as_str()));
        let (id, _) = super::entry::ids_of(&self, None);
        let value = ConceptSource {
            id: properties.text(Field::Id).map_or(id, |said| said.text),
            label: self.label(),
            aliases: AliasesSource(texts(Field::Aliases).into_iter().map(alias).collect()),
            definition: match definition.is_empty() {
                true => LocalTextSource::default(),
                false => local(definition),
            },
            kind,
            broader: texts(Field::Broader),
            related: texts(Field::Related),
            note: (!note.is_empty()).then(|| note.to_owned()),
            by_name: true,
            ..ConceptSource::default()
        };
        let places = super::entry::places(properties).collect();
        Located::listed(
            value,
            self.file,
            0..self.file.text.len(),
            with_names(places, &self).into(),
        )
    }

    /// `label: { ko: …, en: … }`, or the title.
    fn label(&self) -> LocalTextSource {
        let given = self
            .properties
            .get(Field::Label)
            .map(|given| &given.value.value);
        match given {
            Some(Value::Map(fields)) => {
                let label = |(code, node): &(String, super::yaml::Node)| match &node.value {
                    Value::Text(text) => Some((Language::parse(code)?, text.clone())),
                    _ => None,
                };
                let label: LocalText = fields.iter().filter_map(label).collect();
                LocalTextSource(label)
            }
            Some(Value::Text(text)) => local(text.clone()),
            _ => local(self.title()),
        }
    }
}

/// The first heading and the file's name say what no property says.
fn with_names(mut places: Vec<ListedField>, note: &Note<'_>) -> Vec<ListedField> {
    let title = note
        .prose
        .title
        .as_ref()
        .map_or(0..0, |title| title.span.clone());
    for name in ["id", "label"] {
        if !places.iter().any(|place| place.name == name) {
            places.push(ListedField {
                name,
                span: title.clone(),
            });
        }
    }
    places
}

fn alias(text: String) -> Alias {
    Alias {
        language: guess_language(&text),
        text,
        ..Alias::default()
    }
}
