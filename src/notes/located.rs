//! A value that was read, and where each piece of it stands in its file.

use super::syntax::{Item, LateTree, Node, Shape};
use crate::source::{Place, SourceFile};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A mirror value with the places of its fields.
#[derive(Debug)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) file: Arc<SourceFile>,
    span: Range<usize>,
    fields: Fields,
}

/// A field of a note, and where its value stands in the file.
#[derive(Debug)]
pub(super) struct ListedField {
    pub(super) name: &'static str,
    pub(super) span: Range<usize>,
}

/// Where the fields of a value stand.
#[derive(Debug)]
enum Fields {
    /// In the tree of its file, which may be made when it is asked for: where there is no
    /// problem, it is not.
    InTree(Arc<LateTree>),
    /// In a Markdown note, all of whose entries have the same.
    Listed(Arc<[ListedField]>),
}

/// What stands in no tree.
const NOWHERE: &Node = &Node {
    span: 0..0,
    shape: Shape::Scalar,
    broken: false,
};

impl<T> Located<T> {
    /// A value that stands at a span of a file with a tree.
    pub(super) fn in_tree(value: T, tree: &Arc<LateTree>, span: Range<usize>) -> Self {
        Self {
            value,
            file: Arc::clone(tree.file()),
            span,
            fields: Fields::InTree(Arc::clone(tree)),
        }
    }

    /// A value that was read of a range of a Markdown file, and where its fields stand.
    pub(super) fn listed(
        value: T,
        file: &Arc<SourceFile>,
        span: Range<usize>,
        listed: Arc<[ListedField]>,
    ) -> Self {
        Self {
            value,
            file: Arc::clone(file),
            span,
            fields: Fields::Listed(listed),
        }
    }

    /// The struct in the tree of its file.
    pub(super) fn node(&self) -> &Node {
        match &self.fields {
            Fields::Listed(_) => NOWHERE,
            Fields::InTree(tree) => tree.node(&self.span),
        }
    }

    fn listed_fields(&self) -> &[ListedField] {
        match &self.fields {
            Fields::Listed(fields) => fields,
            Fields::InTree(_) => &[],
        }
    }

    /// The whole struct as it is written.
    pub(super) fn written(&self) -> &str {
        &self.file.text[self.span.clone()]
    }

    /// The place of the whole struct.
    pub(super) fn place(&self) -> Place {
        Place::new(&self.file, self.span.clone())
    }

    /// The place of the struct's name and opening bracket.
    pub(super) fn head(&self) -> Place {
        let text = &self.file.text[self.span.clone()];
        let end = match &self.fields {
            Fields::Listed(_) => text.find('\n'),
            Fields::InTree(_) => text.find('(').map(|at| at + 1),
        };
        let head = end.unwrap_or(text.len());
        let start = self.span.start;
        Place::new(&self.file, start..start + head)
    }

    /// The place of a field's value, or of the struct when the field is not
    /// there.
    pub(super) fn field(&self, name: &str) -> Place {
        if let Some(field) = self.listed_field(name) {
            return Place::new(&self.file, field.span.clone());
        }
        match self.node().field(&self.file.text, name) {
            Some(item) => Place::new(&self.file, item.value.span.clone()),
            None => self.place(),
        }
    }

    /// Whether a field is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.listed_field(name).is_some() || self.node().field(&self.file.text, name).is_some()
    }

    fn listed_field(&self, name: &str) -> Option<&ListedField> {
        self.listed_fields().iter().find(|field| field.name == name)
    }

    /// Where a text stands in a field of a note, as a word of its own.
    fn listed_text(&self, name: &str, value: &str) -> Option<Place> {
        let fields = self
            .listed_fields()
            .iter()
            .filter(|field| field.name == name);
        let mut fields = fields.filter(|_| !value.is_empty());
        fields.find_map(|field| {
            let written = &self.file.text[field.span.clone()];
            let (at, _) = written.match_indices(value).find(|(at, _)| {
                let before = written[..*at].chars().next_back();
                let after = written[at + value.len()..].chars().next();
                let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                apart(before) && apart(after)
            })?;
            let start = field.span.start + at;
            Some(Place::new(&self.file, start..start + value.len()))
        })
    }

    /// The place of a text or number under a field, at any depth: the first
    /// that is written just so, quotation marks aside.
    pub(super) fn find(&self, name: &str, value: &str) -> Place {
        if let Some(place) = self.listed_text(name, value) {
            return place;
        }
        let text = &self.file.text;
        let mut scalars = Vec::new();
        if let Some(field) = self.node().field(text, name) {
            collect_scalars(&field.value, &mut scalars);
        }
        let found = scalars
            .into_iter()
            .find(|span| unquoted(&text[span.clone()]) == value);
        found.map_or_else(|| self.field(name), |span| Place::new(&self.file, span))
    }

    /// The same, when it is asked for of many values: `known` is worked out at the first.
    pub(super) fn find_in<'a>(
        &'a self,
        known: &mut Option<HashMap<&'a str, Place>>,
        name: &str,
        value: &str,
    ) -> Place {
        if let Some(place) = self.listed_text(name, value) {
            return place;
        }
        let known = known.get_or_insert_with(|| self.places(name));
        let place = known.get(value).cloned();
        place.unwrap_or_else(|| self.field(name))
    }

    /// The places of all texts and numbers under a field, by how they are written,
    /// quotation marks aside; of two that are written alike the first.
    pub(super) fn places(&self, name: &str) -> HashMap<&str, Place> {
        let text = &self.file.text;
        let mut scalars = Vec::new();
        if let Some(field) = self.node().field(text, name) {
            collect_scalars(&field.value, &mut scalars);
        }
        let mut places = HashMap::new();
        for span in scalars {
            let place = places.entry(unquoted(&text[span.clone()]));
            place.or_insert_with(|| Place::new(&self.file, span));
        }
        places
    }

    /// The ids of all structs under a field, in order, with their places.
    pub(super) fn ids(&self, name: &str) -> Vec<(String, Place)> {
        let text = &self.file.text;
        let mut fields = Vec::new();
        if let Some(field) = self.node().field(text, name) {
            collect_fields(&field.value, &mut fields);
        }
        fields
            .into_iter()
            .filter(|item| item.name.clone().is_some_and(|name| &text[name] == "id"))
            .map(|item| item.value.span.clone())
            .map(|span| {
                (
                    unquoted(&text[span.clone()]).to_owned(),
                    Place::new(&self.file, span),
                )
            })
            .collect()
    }
}

fn collect_scalars(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match node.items() {
        [] => scalars.push(node.span.clone()),
        items => items
            .iter()
            .for_each(|item| collect_scalars(&item.value, scalars)),
    }
}

/// A string without its quotation marks; anything else as it is.
fn unquoted(written: &str) -> &str {
    let raw = written.trim_start_matches('r').trim_matches('#');
    let inner = raw
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(written)
}

/// All fields at and below a node, each before those in it.
pub(super) fn collect_fields<'a>(node: &'a Node, fields: &mut Vec<&'a Item>) {
    for item in node.items() {
        fields.push(item);
        collect_fields(&item.value, fields);
    }
}
