//! Values of the events of a parser.

use super::{Node, Value};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};
use std::ops::Range;

/// Values are not nested deeper than this.
const DEEPEST: usize = 32;

/// A key and where it stands, and its value; none for what is no property.
pub(super) type Read = Option<(String, Range<usize>, Node)>;

/// Reads one property by the rules of YAML; an error says what and where, in bytes of
/// the file. `text` is what stands there, and `yaml` the same with as many characters.
pub(super) fn parse(yaml: &str, text: &str, start: usize) -> Result<Read, (String, usize)> {
    let mut builder = Builder {
        text,
        start,
        open: Vec::new(),
        root: None,
        last: (0, 0),
    };
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| builder.explain(&error))?;
        builder.take(event, span)?;
    }
    let Some(Node {
        value: Value::Map(fields),
        span,
    }) = builder.root
    else {
        return Ok(None);
    };
    let mut fields = fields.into_iter();
    Ok(match (fields.next(), fields.next()) {
        (Some((key, value)), None) => {
            let end = span.start + text[span.start - start..].find(':').unwrap_or(0);
            Some((key, span.start..end, value))
        }
        _ => None,
    })
}

/// Builds values of a parser's events.
struct Builder<'a> {
    text: &'a str,
    start: usize,
    open: Vec<Open>,
    root: Option<Node>,
    /// A place by its number of characters, and by its bytes.
    last: (usize, usize),
}

struct Open {
    start: usize,
    is_map: bool,
    key: Option<String>,
    items: Vec<Node>,
    fields: Vec<(String, Node)>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), (String, usize)> {
        let at = self.byte(&span.start);
        match event {
            Event::Scalar(text, style, ..) => {
                let nothing = style == ScalarStyle::Plain
                    && (text.is_empty() || text == "~" || text.eq_ignore_ascii_case("null"));
                let value = match nothing {
                    true => Value::Nothing,
                    false => Value::Text(text.into_owned()),
                };
                let end = self.byte(&span.end).max(at);
                let end = match style {
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                        self.closed(at).unwrap_or(end)
                    }
                    _ => end,
                };
                self.put(Node {
                    value,
                    span: at..end,
                });
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if self.open.len() >= DEEPEST {
                    return Err(("values are nested too deep".to_owned(), at));
                }
                self.open.push(Open {
                    start: at,
                    is_map: matches!(event, Event::MappingStart(..)),
                    key: None,
                    items: Vec::new(),
                    fields: Vec::new(),
                });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let last = open
                        .items
                        .last()
                        .or(open.fields.last().map(|(_, node)| node));
                    let end = last
                        .map_or(0, |node| node.span.end)
                        .max(self.byte(&span.end));
                    let value = match open.is_map {
                        true => Value::Map(open.fields),
                        false => Value::List(open.items),
                    };
                    let end = self.trimmed(open.start, end);
                    self.put(Node {
                        value,
                        span: open.start..end,
                    });
                }
            }
            Event::Alias(_) => self.put(Node {
                value: Value::Nothing,
                span: at..at,
            }),
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(open) if !open.is_map => open.items.push(node),
            Some(open) => match open.key.take() {
                Some(key) => open.fields.push((key, node)),
                None => {
                    open.key = Some(match node.value {
                        Value::Text(text) => text,
                        _ => String::new(),
                    });
                }
            },
        }
    }

    /// Where a text in quotation marks ends; what follows on its line is not part of it.
    fn closed(&self, start: usize) -> Option<usize> {
        let text = &self.text[start - self.start..];
        let mark = text.chars().next()?;
        let mut inside = text.char_indices().skip(1).peekable();
        while let Some((at, c)) = inside.next() {
            match c {
                '\\' if mark == '"' => drop(inside.next()),
                c if c != mark => {}
                // Twice, it stands for itself.
                '\'' if inside.peek().is_some_and(|(_, next)| *next == mark) => {
                    inside.next();
                }
                c => return Some(start + at + c.len_utf8()),
            }
        }
        None
    }

    /// An end without the white space before it.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let text = &self.text[start - self.start..end - self.start];
        start + text.trim_end().len()
    }

    fn explain(&mut self, error: &ScanError) -> (String, usize) {
        let at = self.byte(error.marker());
        let last = self.start + self.text.trim_end().len();
        (
            format!("this is no YAML: {}", error.info()),
            at.min(last.saturating_sub(1)),
        )
    }

    /// The byte of a place. Places come nearly in order, so the way from the last one
    /// is short.
    fn byte(&mut self, marker: &Marker) -> usize {
        let (mut index, mut at) = self.last;
        while index < marker.index() && at < self.text.len() {
            at += self.text[at..].chars().next().map_or(1, char::len_utf8);
            index += 1;
        }
        while index > marker.index() && at > 0 {
            at -= self.text[..at]
                .chars()
                .next_back()
                .map_or(1, char::len_utf8);
            index -= 1;
        }
        self.last = (index, at);
        self.start + at
    }
}
