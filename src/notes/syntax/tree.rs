//! The tree of brackets, fields and items of a RON text.

use crate::notes::problems::Problems;
use std::ops::Range;

/// A whole text.
#[derive(Debug)]
pub(in crate::notes) struct Tree {
    /// The value of the file, when there is one.
    pub(in crate::notes) root: Option<Node>,
    /// The text as it was probably meant, of the same length in bytes.
    pub(in crate::notes) repaired: String,
    pub(in crate::notes) diagnostics: Problems,
}

/// A value and where it stands, its name (`Entry` of `Entry(…)`) included.
#[derive(Clone, Debug)]
pub(in crate::notes) struct Node {
    pub(in crate::notes) span: Range<usize>,
    pub(in crate::notes) shape: Shape,
    /// Something inside is not well-formed; `ron` need not try.
    pub(in crate::notes) broken: bool,
}

#[derive(Clone, Debug)]
pub(in crate::notes) enum Shape {
    /// A string, number or bare word.
    Scalar,
    /// Anything in brackets.
    Group {
        /// The span of the name before the bracket; empty if none.
        name: Range<usize>,
        items: Vec<Item>,
    },
}

/// A field of a struct, or an item of a list or tuple.
#[derive(Clone, Debug)]
pub(in crate::notes) struct Item {
    /// The span of the field's name; `None` in lists and tuples.
    pub(in crate::notes) name: Option<Range<usize>>,
    pub(in crate::notes) value: Node,
}

impl Node {
    /// The items or fields; none for a scalar.
    pub(in crate::notes) fn items(&self) -> &[Item] {
        match &self.shape {
            Shape::Scalar => &[],
            Shape::Group { items, .. } => items,
        }
    }

    /// The field with a name.
    pub(in crate::notes) fn field(&self, text: &str, name: &str) -> Option<&Item> {
        self.items().iter().find(|item| {
            item.name
                .clone()
                .is_some_and(|span| field_name(&text[span]) == name)
        })
    }
}

impl Item {
    /// From the start of the name to the end of the value.
    pub(in crate::notes) fn span(&self) -> Range<usize> {
        self.name
            .as_ref()
            .map_or(self.value.span.start, |name| name.start)..self.value.span.end
    }
}

/// A field's name without RON's raw prefix: `r#a-b` is `a-b`.
pub(in crate::notes) fn field_name(text: &str) -> &str {
    text.strip_prefix("r#").unwrap_or(text)
}

/// Overwrites a span with spaces; line breaks stay.
pub(in crate::notes) fn blank(text: &mut [u8], span: Range<usize>) {
    for byte in &mut text[span] {
        if *byte != b'\n' && *byte != b'\r' {
            *byte = b' ';
        }
    }
}

/// Overwrites the comma that follows `at`, white space and comments between.
pub(in crate::notes) fn blank_comma(text: &mut [u8], at: usize) {
    let mut at = at;
    while let Some(byte) = text.get(at) {
        let rest = &text[at..];
        let until = |end: &[u8]| {
            let found = rest.windows(end.len()).position(|window| window == end);
            found.map_or(rest.len(), |found| found + end.len())
        };
        match byte {
            b',' => {
                text[at] = b' ';
                return;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            _ if rest.starts_with(b"//") => at += until(b"\n"),
            _ if rest.starts_with(b"/*") => at += until(b"*/"),
            _ => return,
        }
    }
}
