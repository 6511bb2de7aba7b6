//! A quick look over a text without a problem.
//!
//! Most files are well-formed, and of these only where items stand is wanted. What is
//! not plainly right is left to the parser, which tells what is wrong.

use super::DEEPEST;
use memchr::{memchr, memchr2, memmem};
use std::ops::Range;

/// No struct of ours has so many fields; each is compared with all others.
const MANY_FIELDS: usize = 64;

/// How deep the items of the root's lists are.
const ITEM_DEPTH: usize = 2;

/// A root with a name, whose fields are lists or plain values.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::notes) struct Skimmed {
    /// The root's name.
    pub(in crate::notes) name: Range<usize>,
    /// From its name to its last bracket.
    pub(in crate::notes) span: Range<usize>,
    /// Its fields.
    pub(in crate::notes) fields: Vec<SkimmedField>,
}

/// A field of the root.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::notes) struct SkimmedField {
    pub(in crate::notes) name: Range<usize>,
    pub(in crate::notes) value: Range<usize>,
    /// Its items, if it is a list.
    pub(in crate::notes) items: Option<Vec<SkimmedItem>>,
}

/// An item of a list.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::notes) struct SkimmedItem {
    pub(in crate::notes) span: Range<usize>,
    /// The value of its field `text`, if it has one.
    pub(in crate::notes) text: Option<Range<usize>>,
}

/// Skims a text; `None` unless it is one named struct of fields, in which all brackets,
/// commas, colons and quotation marks are in their places and no field is given twice.
pub(in crate::notes) fn skim(text: &str) -> Option<Skimmed> {
    let mut skimmer = Skimmer {
        bytes: text.as_bytes(),
        text,
        at: 0,
        spans: Vec::new(),
        text_of_item: None,
    };
    skimmer.space();
    let name = skimmer.word()?;
    skimmer.space();
    let fields = skimmer.root()?;
    let span = name.start..skimmer.at;
    skimmer.space();
    (skimmer.at == text.len()).then_some(Skimmed { name, span, fields })
}

struct Skimmer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// The names of the fields of all groups that are open.
    spans: Vec<Range<usize>>,
    /// The value of the field `text` of the item that was read last.
    text_of_item: Option<Range<usize>>,
}

impl Skimmer<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// White space, and comments that end with their line.
    fn space(&mut self) {
        while let Some(byte) = self.byte() {
            if byte.is_ascii_whitespace() {
                self.at += 1;
            } else if self.bytes[self.at..].starts_with(b"//") {
                let rest = &self.bytes[self.at..];
                self.at += memchr(b'\n', rest).unwrap_or(rest.len());
            } else {
                return;
            }
        }
    }

    /// A name in ASCII.
    fn word(&mut self) -> Option<Range<usize>> {
        let rest = &self.bytes[self.at..];
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = rest.iter().take_while(|byte| letter(byte)).count();
        let first = rest.first()?;
        if length == 0 || first.is_ascii_digit() {
            return None;
        }
        let start = self.at;
        self.at += length;
        Some(start..self.at)
    }

    fn root(&mut self) -> Option<Vec<SkimmedField>> {
        if !self.takes(b'(') {
            return None;
        }
        let mut fields: Vec<SkimmedField> = Vec::new();
        loop {
            self.space();
            if self.takes(b')') {
                return Some(fields);
            }
            if fields.len() == MANY_FIELDS {
                return None;
            }
            let name = self.word()?;
            let text = &self.text[name.clone()];
            if fields
                .iter()
                .any(|field| self.text[field.name.clone()] == *text)
            {
                return None;
            }
            self.colon()?;
            let start = self.at;
            let items = match self.byte() {
                Some(b'[') => Some(self.list()?),
                _ => {
                    self.value(1)?;
                    None
                }
            };
            let value = start..self.at;
            fields.push(SkimmedField { name, value, items });
            self.comma(b')')?;
        }
    }

    fn list(&mut self) -> Option<Vec<SkimmedItem>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.takes(b']') {
                return Some(items);
            }
            let start = self.at;
            self.value(ITEM_DEPTH)?;
            items.push(SkimmedItem {
                span: start..self.at,
                text: self.text_of_item.take(),
            });
            self.comma(b']')?;
        }
    }

    fn colon(&mut self) -> Option<()> {
        self.space();
        let found = self.takes(b':');
        self.space();
        found.then_some(())
    }

    /// A comma, or else the closing bracket is next.
    fn comma(&mut self, close: u8) -> Option<()> {
        self.space();
        (self.takes(b',') || self.byte() == Some(close)).then_some(())
    }

    /// One value.
    fn value(&mut self, depth: usize) -> Option<()> {
        match self.byte()? {
            b'"' => self.string(),
            b'(' => self.group(b')', depth),
            b'[' => self.group(b']', depth),
            b'r' if matches!(self.bytes.get(self.at + 1), Some(b'"' | b'#')) => self.raw(),
            byte if byte.is_ascii_digit() || matches!(byte, b'-' | b'+') => {
                let rest = &self.bytes[self.at + 1..];
                let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"._".contains(byte);
                self.at += 1 + rest.iter().take_while(|byte| part(byte)).count();
                Some(())
            }
            _ => {
                self.word()?;
                // What looks like the beginning of another string is none of ours.
                if matches!(self.byte(), Some(b'"' | b'#' | b'\'')) {
                    return None;
                }
                let end = self.at;
                self.space();
                if self.byte() == Some(b'(') {
                    return self.group(b')', depth);
                }
                self.at = end;
                Some(())
            }
        }
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            self.at += memchr2(b'"', b'\\', self.bytes.get(self.at..)?)?;
            let end = self.byte() == Some(b'"');
            self.at += if end { 1 } else { 2 };
            if end {
                return Some(());
            }
        }
    }

    fn raw(&mut self) -> Option<()> {
        let rest = &self.bytes[self.at + 1..];
        let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
        if rest.get(hashes) != Some(&b'"') {
            return None;
        }
        let mut closing = vec![b'"'];
        closing.resize(1 + hashes, b'#');
        let inside = self.at + 1 + hashes + 1;
        self.at = inside + memmem::find(&self.bytes[inside..], &closing)? + closing.len();
        Some(())
    }

    /// What stands in brackets: fields, or items, but not both.
    fn group(&mut self, close: u8, depth: usize) -> Option<()> {
        if depth + 1 >= DEEPEST {
            return None;
        }
        self.at += 1;
        let (first, mut nameless) = (self.spans.len(), false);
        loop {
            self.space();
            if self.takes(close) {
                self.spans.truncate(first);
                return Some(());
            }
            let start = self.at;
            self.value(depth + 1)?;
            let value = start..self.at;
            self.space();
            if self.takes(b':') {
                let name = &self.text[value.clone()];
                let word = name
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || it == b'_');
                let mut others = self.spans[first..].iter();
                if !word
                    || self.spans.len() - first == MANY_FIELDS
                    || nameless
                    || others.any(|other| self.text[other.clone()] == *name)
                {
                    return None;
                }
                self.spans.push(value.clone());
                self.space();
                let start = self.at;
                self.value(depth + 1)?;
                if depth == ITEM_DEPTH && &self.text[value] == "text" {
                    self.text_of_item = Some(start..self.at);
                }
            } else if self.spans.len() > first {
                return None;
            } else {
                nameless = true;
            }
            self.comma(close)?;
        }
    }
}
