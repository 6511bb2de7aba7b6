//! One struct of a file, from text to its mirror type, problem by problem.
//!
//! `ron` stops at the first error. Here the field or item with the error is
//! blanked out and the rest is tried again, so that one pass finds every
//! problem and keeps everything that can be read.

use super::explain::{Explained, explain};
use super::located::{Located, collect_fields};
use super::problems::Problems;
use super::syntax::{Item, LateTree, Node};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Place, SourceFile};
use crate::steps;
use ron::error::{Error, Position, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;

/// Reads a struct in which nothing is wrong.
pub(super) fn decode_plain<T: DeserializeOwned>(text: &str) -> Result<T, SpannedError> {
    steps::count(text.len());
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES);
    options.from_str(text)
}

/// Reads the struct at `node`; `None` when what is left of it after blanking
/// the wrong fields lacks a required one.
pub(super) fn decode<T: DeserializeOwned>(
    tree: &Arc<LateTree>,
    repaired: &str,
    node: &Node,
    diagnostics: &mut Problems,
) -> Option<Located<T>> {
    if node.broken {
        return None;
    }
    let mut attempt = Attempt {
        file: tree.file(),
        node,
        text: repaired[node.span.clone()].as_bytes().to_vec(),
        blanked: Vec::new(),
    };
    loop {
        let text = String::from_utf8_lossy(&attempt.text);
        match decode_plain::<T>(&text) {
            Ok(value) => {
                return Some(Located::in_tree(value, tree, node.span.clone()));
            }
            Err(error) => {
                let at = node.span.start + byte_offset(&text, error.span.start)
                    ..node.span.start + byte_offset(&text, error.span.end);
                if !attempt.recover(&error, at, diagnostics) {
                    return None;
                }
            }
        }
    }
}

struct Attempt<'a> {
    file: &'a Arc<SourceFile>,
    node: &'a Node,
    /// The struct's text with the wrong fields blanked.
    text: Vec<u8>,
    /// What was blanked: the names of fields, and the spans.
    blanked: Vec<(String, Range<usize>)>,
}

impl Attempt<'_> {
    /// Reports an error and blanks its field or item; gives whether another
    /// attempt makes sense.
    fn recover(
        &mut self,
        error: &SpannedError,
        at: Range<usize>,
        diagnostics: &mut Problems,
    ) -> bool {
        if let Error::MissingStructField { field, outer } = &error.code {
            let owner = self.owner(&at, outer.as_deref());
            let known = self.blanked.iter().any(|(name, span)| {
                name == field && span.start >= owner.start && span.end <= owner.end
            });
            if !known {
                diagnostics.push(missing(self.file, owner.clone(), field));
            }
            let field = self.item_with_value(&owner).unwrap_or(owner);
            return field != self.node.span && self.blank_at(&field, "");
        }
        let name_of = |item: &Item| {
            item.name
                .clone()
                .map(|span| self.file.text[span].to_owned())
        };
        let culprit = match &error.code {
            Error::NoSuchStructField { found, .. } => self.field_near(found, &at),
            _ => self.innermost(&at),
        };
        let (span, value, name) = match culprit {
            Some(item) => (
                item.span(),
                item.value.span.clone(),
                name_of(item).unwrap_or_default(),
            ),
            None => (
                self.node.span.clone(),
                self.node.span.clone(),
                String::new(),
            ),
        };
        let written = &self.file.text[value.clone()];
        let Explained {
            code,
            message,
            label,
            hint,
        } = explain(&error.code, &name, written);
        let place = match code {
            Code::UnknownField => span.start..span.start + name.len(),
            _ => value,
        };
        let mut diagnostic =
            Diagnostic::at(code, Place::new(self.file, place), message).label(label);
        diagnostic.hints.extend(hint);
        diagnostics.push(diagnostic);
        span != self.node.span && self.blank_at(&span, &name)
    }

    /// Blanks a span and the comma after it; false when it was blank already.
    fn blank_at(&mut self, span: &Range<usize>, name: &str) -> bool {
        let start = self.node.span.start;
        let local = span.start - start..span.end - start;
        if self.text[local.clone()].iter().all(u8::is_ascii_whitespace) {
            return false;
        }
        super::syntax::blank(&mut self.text, local.clone());
        super::syntax::blank_comma(&mut self.text, local.end);
        self.blanked.push((name.to_owned(), span.clone()));
        true
    }

    /// The innermost item whose value an error at `at` is about.
    fn innermost(&self, at: &Range<usize>) -> Option<&Item> {
        let mut found = None;
        let mut items = self.node.items();
        loop {
            let holds = |item: &&Item| {
                item.span().start <= at.start && at.start <= item.span().end && !self.is_blank(item)
            };
            // An error between two items belongs to the later one.
            let Some(item) = items.iter().rev().find(holds) else {
                return found;
            };
            // A tuple's parts make sense only together.
            let tuple = item.name.is_none() && !is_list(&self.file.text, found);
            if tuple {
                return found;
            }
            found = Some(item);
            items = item.value.items();
        }
    }

    /// The field called `name` that stands nearest before the error's end.
    fn field_near(&self, name: &str, at: &Range<usize>) -> Option<&Item> {
        let mut fields = Vec::new();
        collect_fields(self.node, &mut fields);
        fields
            .into_iter()
            .filter(|item| {
                item.name
                    .clone()
                    .is_some_and(|span| &self.file.text[span] == name)
            })
            .filter(|item| !self.is_blank(item))
            .min_by_key(|item| item.span().start.abs_diff(at.start))
    }

    /// The span of the innermost struct called `name`, or without a name, that
    /// holds the error.
    fn owner(&self, at: &Range<usize>, name: Option<&str>) -> Range<usize> {
        let mut owner = self.node;
        let mut node = self.node;
        while let Some(item) = node.items().iter().find(|item| {
            item.value.span.start < at.end
                && at.end <= item.value.span.end
                && !item.value.items().is_empty()
        }) {
            node = &item.value;
            let written = &self.file.text[node.span.clone()];
            let head = written.split('(').next().unwrap_or_default().trim();
            let is_struct = written.contains('(') && !written.starts_with('[');
            if is_struct && (head.is_empty() || name.is_none_or(|name| name == head)) {
                owner = node;
            }
        }
        owner.span.clone()
    }

    /// The span of the item whose value stands at `value`, its name included.
    fn item_with_value(&self, value: &Range<usize>) -> Option<Range<usize>> {
        let mut items = Vec::new();
        collect_fields(self.node, &mut items);
        let item = items.into_iter().find(|item| item.value.span == *value)?;
        Some(item.span())
    }

    fn is_blank(&self, item: &Item) -> bool {
        let span = item.span();
        let start = self.node.span.start;
        self.text[span.start - start..span.end - start]
            .iter()
            .all(u8::is_ascii_whitespace)
    }
}

fn is_list(text: &str, item: Option<&Item>) -> bool {
    item.is_some_and(|item| text[item.value.span.clone()].starts_with(['[', '［', '【']))
}

fn missing(file: &Arc<SourceFile>, owner: Range<usize>, field: &str) -> Diagnostic {
    // The bracket's line is enough to point at.
    let head = file.text[owner.clone()]
        .find(['(', '\n'])
        .map_or(owner.end, |at| owner.start + at + 1);
    Diagnostic::at(
        Code::MissingField,
        Place::new(file, owner.start..head),
        format!("`{field}` is missing"),
    )
    .label(format!("this has no `{field}`"))
    .hint(format!("add `{field}: …`; without it this cannot be used"))
}

/// `ron` counts lines and columns from 1, columns in characters.
fn byte_offset(text: &str, position: Position) -> usize {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = &text[line_start.min(text.len())..];
    line_start
        + line
            .char_indices()
            .nth(position.col.saturating_sub(1))
            .map_or(line.len(), |(at, _)| at)
}
