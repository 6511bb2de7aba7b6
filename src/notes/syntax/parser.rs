//! Tokens → tree, problem by problem.

use super::DEEPEST;
use super::lexer::{Kind, Lexer, Token};
use super::tree::{Item, Node, Shape, Tree, blank, blank_comma};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Place, SourceFile};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

/// Parses a text as far as it goes; never fails as a whole.
pub(in crate::notes) fn parse(file: &Arc<SourceFile>) -> Tree {
    let mut parser = Parser {
        file,
        lexer: Lexer::new(file),
        peeked: None,
        last_end: 0,
    };
    let root = parser.root();
    Tree {
        root,
        // Only whole characters are replaced, by ASCII ones.
        repaired: String::from_utf8(parser.lexer.repaired).unwrap_or_else(|_| file.text.clone()),
        diagnostics: parser.lexer.diagnostics.in_order(),
    }
}

struct Parser<'a> {
    file: &'a Arc<SourceFile>,
    lexer: Lexer<'a>,
    peeked: Option<Token>,
    /// The end of the last token taken.
    last_end: usize,
}

impl Parser<'_> {
    fn root(&mut self) -> Option<Node> {
        self.peek()?;
        let root = self.value(0)?;
        if let Some(token) = self.peek() {
            let place = Place::new(self.file, token.span);
            self.problem(
                Diagnostic::at(
                    Code::Syntax,
                    place,
                    "text after the end of the file's value",
                )
                .label("nothing may follow the last closing bracket")
                .hint("a file holds one value: several entries go into `Entries(entries: [ … ])`"),
            );
        }
        Some(root)
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        let token = self.take()?;
        match token.kind {
            Kind::Open(open) => {
                Some(self.group(token.span.start..token.span.start, token.span, open, depth))
            }
            Kind::Scalar => match self.peek() {
                Some(Token {
                    kind: Kind::Open('('),
                    span,
                }) if is_name(&self.file.text[token.span.clone()]) => {
                    self.take();
                    Some(self.group(token.span, span, '(', depth))
                }
                _ => Some(Node {
                    span: token.span,
                    shape: Shape::Scalar,
                    broken: false,
                }),
            },
            Kind::Close(_) | Kind::Comma | Kind::Colon => {
                let place = Place::new(self.file, token.span.clone());
                let found = &self.file.text[token.span.clone()];
                self.problem(
                    Diagnostic::at(
                        Code::Syntax,
                        place,
                        format!("a value is missing before this `{found}`"),
                    )
                    .label("a value was expected here"),
                );
                if matches!(token.kind, Kind::Close(_)) {
                    self.peeked = Some(token);
                }
                None
            }
        }
    }

    /// What stands in brackets, after the opening one at `bracket`.
    fn group(
        &mut self,
        name: Range<usize>,
        bracket: Range<usize>,
        open: char,
        depth: usize,
    ) -> Node {
        let mut group = Node {
            span: name.start..bracket.end,
            shape: Shape::Scalar,
            broken: false,
        };
        if depth >= DEEPEST {
            self.too_deep(&bracket);
            self.skip_group();
            group.broken = true;
            group.span.end = self.last_end;
            return group;
        }
        let mut items: Vec<Item> = Vec::new();
        loop {
            match self.peek() {
                None => {
                    self.unclosed(&bracket, open);
                    group.broken = true;
                    break;
                }
                Some(Token {
                    kind: Kind::Close(close),
                    span,
                }) => {
                    if close == closing(open) {
                        self.take();
                        group.span.end = span.end;
                    } else {
                        self.mismatched(&bracket, open, &span, close);
                        group.broken = true;
                        if depth == 0 {
                            self.take();
                            continue;
                        }
                    }
                    break;
                }
                Some(_) => {
                    let item = self.item(depth);
                    group.broken |= item.as_ref().is_none_or(|item| item.value.broken);
                    group.span.end = self.last_end;
                    items.extend(item);
                    group.broken |= !self.comma(items.last());
                }
            }
        }
        if group.broken {
            group.span.end = group.span.end.max(self.last_end);
        }
        self.duplicates(&items);
        items.shrink_to_fit();
        group.shape = Shape::Group { name, items };
        group
    }

    fn item(&mut self, depth: usize) -> Option<Item> {
        let first = self.value(depth + 1)?;
        let name = &self.file.text[first.span.clone()];
        let next = self.peek().map(|token| token.kind);
        let nameless = matches!(first.shape, Shape::Scalar);
        match next {
            Some(Kind::Colon) if nameless => {
                self.take();
            }
            Some(Kind::Scalar) if nameless && is_name(name) => self.missing_colon(&first.span),
            _ => {
                return Some(Item {
                    name: None,
                    value: first,
                });
            }
        }
        self.peek()?;
        let value = self.value(depth + 1)?;
        Some(Item {
            name: Some(first.span),
            value,
        })
    }

    /// `text "…"`: a field without its colon, put right where there is room.
    fn missing_colon(&mut self, name: &Range<usize>) {
        let written = &self.file.text[name.clone()];
        let place = Place::new(self.file, name.end..name.end);
        self.problem(
            Diagnostic::at(Code::Syntax, place, "a colon is missing here")
                .label("`:` expected after this")
                .hint(format!("write `{written}: …`")),
        );
        if let Some(space) = self.lexer.repaired.get_mut(name.end) {
            *space = b':';
        }
    }

    /// Takes the comma after an item; when there should be one and is not,
    /// says so. Gives whether all is well.
    fn comma(&mut self, last: Option<&Item>) -> bool {
        match self.peek() {
            Some(Token {
                kind: Kind::Comma, ..
            }) => {
                self.take();
                true
            }
            Some(Token {
                kind: Kind::Close(_),
                ..
            })
            | None => true,
            Some(token) if self.is_swallowed(last, &token) => {
                self.swallowed(last);
                false
            }
            Some(token) => {
                let at = last.map_or(token.span.start, |item| item.value.span.end);
                let found = &self.file.text[token.span.clone()];
                let place = Place::new(self.file, at..at);
                let message = if token.kind == Kind::Colon {
                    "this `:` has no field name before it"
                } else {
                    "a comma is missing here"
                };
                self.problem(
                    Diagnostic::at(Code::Syntax, place, message)
                        .label("`,` expected after this")
                        .hint(format!("put a `,` before `{}`", first_words(found))),
                );
                if token.kind == Kind::Colon {
                    self.take();
                }
                // Put right in the repaired text where there is room for it.
                if self
                    .lexer
                    .repaired
                    .get(at)
                    .is_some_and(u8::is_ascii_whitespace)
                {
                    self.lexer.repaired[at] = b',';
                    return true;
                }
                false
            }
        }
    }

    /// Whether a string of several lines ends right before a word: then it was
    /// most likely meant to end earlier, and this is where the next one starts.
    fn is_swallowed(&self, last: Option<&Item>, next: &Token) -> bool {
        last.is_some_and(|item| {
            let written = &self.file.text[item.value.span.clone()];
            next.kind == Kind::Scalar
                && next.span.start == item.value.span.end
                && written.ends_with('"')
                && written.contains('\n')
        })
    }

    fn swallowed(&mut self, last: Option<&Item>) {
        let start = last.map_or(0, |item| item.value.span.start);
        let place = Place::new(self.file, start..start + 1);
        self.problem(
            Diagnostic::at(Code::Syntax, place, "this string is never closed")
                .label("it seems to end only where the next one begins")
                .hint("close it with `\"`; nothing after it was read"),
        );
        self.lexer.give_up();
        self.peeked = None;
    }

    /// A field given twice is reported; the second one is blanked.
    fn duplicates(&mut self, items: &[Item]) {
        let file = Arc::clone(self.file);
        let text = &file.text;
        let mut names: HashMap<&str, Range<usize>> = HashMap::new();
        for item in items {
            let Some(name) = item.name.clone() else {
                continue;
            };
            let first = match names.entry(&text[name.clone()]) {
                Entry::Occupied(first) => first.get().clone(),
                Entry::Vacant(place) => {
                    place.insert(name);
                    continue;
                }
            };
            self.problem(
                Diagnostic::at(
                    Code::DuplicateField,
                    Place::new(self.file, name.clone()),
                    format!("`{}` is given twice", &text[name.clone()]),
                )
                .label("the second one was not used")
                .related(Place::new(self.file, first), "the first one")
                .hint("keep one of them"),
            );
            blank(&mut self.lexer.repaired, item.span());
            blank_comma(&mut self.lexer.repaired, item.span().end);
        }
    }

    fn too_deep(&mut self, bracket: &Range<usize>) {
        let place = Place::new(self.file, bracket.clone());
        self.problem(
            Diagnostic::at(
                Code::NestedTooDeep,
                place,
                format!("nested deeper than {DEEPEST} brackets"),
            )
            .label("not read from here on")
            .hint("no notes need this; a bracket is probably missing further up"),
        );
    }

    /// Skips to the bracket that closes the group just opened.
    fn skip_group(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.take().map(|token| token.kind) {
                Some(Kind::Open(_)) => depth += 1,
                Some(Kind::Close(_)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    fn unclosed(&mut self, bracket: &Range<usize>, open: char) {
        // One unclosed string swallows every bracket: saying so once is enough.
        if self
            .lexer
            .diagnostics
            .iter()
            .any(|d| d.message.ends_with("is never closed"))
        {
            return;
        }
        let place = Place::new(self.file, bracket.clone());
        self.problem(
            Diagnostic::at(
                Code::Syntax,
                place,
                format!("this `{open}` is never closed"),
            )
            .label("opened here")
            .hint(format!("close it with `{}`", closing(open))),
        );
    }

    fn mismatched(
        &mut self,
        bracket: &Range<usize>,
        open: char,
        found: &Range<usize>,
        close: char,
    ) {
        let place = Place::new(self.file, found.clone());
        self.problem(
            Diagnostic::at(
                Code::Syntax,
                place,
                format!("`{close}` cannot close `{open}`"),
            )
            .label(format!("`{}` expected", closing(open)))
            .related(Place::new(self.file, bracket.clone()), "opened here")
            .hint(format!("close `{open}` with `{}` first", closing(open))),
        );
    }

    fn problem(&mut self, diagnostic: Diagnostic) {
        self.lexer.diagnostics.push(diagnostic);
    }

    fn peek(&mut self) -> Option<Token> {
        if self.peeked.is_none() {
            self.peeked = self.lexer.next();
        }
        self.peeked.clone()
    }

    fn take(&mut self) -> Option<Token> {
        self.peek();
        self.last_end = self
            .peeked
            .as_ref()
            .map_or(self.last_end, |token| token.span.end);
        self.peeked.take()
    }
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_') && !text.ends_with('"')
}

fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    crate::text::width::shorten(line, 24)
}
