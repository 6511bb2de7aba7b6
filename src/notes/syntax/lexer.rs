//! Cuts a RON text into tokens, keeping the place of each.

use super::lookalike;
use crate::diagnostic::{Code, Diagnostic};
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::sync::Arc;

/// Marks inside a text are looked for in so many characters after it …
const LONGEST_REMARK: usize = 400;
/// … and there may be so many.
const MOST_MARKS: usize = 16;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Comma,
    Colon,
    /// A name, number, string or character.
    Scalar,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// Reads tokens from left to right; problems go into `diagnostics`, and
/// characters that only look like RON's are put right in `repaired`, byte for
/// byte, so that offsets stay true.
pub(super) struct Lexer<'a> {
    file: &'a Arc<SourceFile>,
    text: &'a str,
    at: usize,
    /// The text as it was probably meant, of the same length in bytes.
    pub(super) repaired: Vec<u8>,
    pub(super) diagnostics: Problems,
}

/// So many characters a character has at most, as it is written: `\u{10FFFF}'`.
const LONGEST_CHARACTER: usize = 12;

impl<'a> Lexer<'a> {
    pub(super) fn new(file: &'a Arc<SourceFile>) -> Self {
        Self {
            file,
            text: &file.text,
            at: 0,
            repaired: file.text.as_bytes().to_vec(),
            diagnostics: Problems::new(),
        }
    }

    /// The next token, white space and comments skipped.
    pub(super) fn next(&mut self) -> Option<Token> {
        loop {
            let c = self.text[self.at..].chars().next()?;
            let start = self.at;
            let rest = &self.text[start..];
            if c.is_ascii_whitespace() {
                self.at += 1;
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if let Some(end) = self.attribute(rest) {
                self.at += end;
            } else if let Some(meant) = lookalike::meant(c) {
                if let Some(token) = self.lookalike(c, meant) {
                    return Some(token);
                }
            } else {
                return Some(self.token(c));
            }
        }
    }

    /// The length of an attribute, `#![enable(…)]`, which stands on one line
    /// before anything else.
    fn attribute(&self, rest: &str) -> Option<usize> {
        // Asked at every token: a line may be as long as the file.
        if !rest.starts_with("#![") {
            return None;
        }
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let first = self.text[..self.at].trim().is_empty()
            || self.text[..self.at].trim_end().ends_with(']');
        (first && line.ends_with(']')).then_some(line.len())
    }

    fn token(&mut self, c: char) -> Token {
        let start = self.at;
        let single = |kind| (kind, start + 1);
        let (kind, end) = match c {
            '(' | '[' | '{' => single(Kind::Open(c)),
            ')' | ']' | '}' => single(Kind::Close(c)),
            ',' => single(Kind::Comma),
            ':' => single(Kind::Colon),
            '"' => (Kind::Scalar, self.string(start + 1)),
            '\'' => (Kind::Scalar, self.character(start + 1)),
            _ => (Kind::Scalar, self.word()),
        };
        self.at = end;
        Token {
            kind,
            span: start..end,
        }
    }

    /// The end of a quoted string whose text starts at `from`.
    fn string(&mut self, from: usize) -> usize {
        let mut escaped = false;
        for (at, byte) in self.text.bytes().enumerate().skip(from) {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return self.inner_marks(from, at + 1).unwrap_or(at + 1),
                _ => {}
            }
        }
        self.unclosed(from - 1, "string", "`\"`");
        self.text.len()
    }

    /// A string of one line that is followed at once by a word has quotation
    /// marks inside (`"he said "yes" to it"`): it goes on to the mark before
    /// the next comma, bracket or line end. The marks inside are read as `'`.
    fn inner_marks(&mut self, from: usize, end: usize) -> Option<usize> {
        let ends_value = |at: usize| {
            let rest = self.text[at..].trim_start_matches([' ', '\t']);
            rest.is_empty() || rest.starts_with([',', ')', ']', '}', '\n', '\r', '/'])
        };
        let one_line = !self.text[from..end].contains('\n');
        let word_follows = self.text[end..].starts_with(char::is_alphanumeric);
        if !one_line || !word_follows {
            return None;
        }
        let line = self.text[end..].lines().next().unwrap_or_default();
        let near = line
            .char_indices()
            .nth(LONGEST_REMARK)
            .map_or(line.len(), |(at, _)| at);
        let line = &line[..near];
        let is_field = line
            .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
            .trim_start()
            .starts_with(':');
        if is_field {
            return None;
        }
        let marks: Vec<usize> = line
            .match_indices('"')
            .map(|(at, _)| end + at)
            .take(MOST_MARKS)
            .collect();
        let last = *marks.iter().find(|at| ends_value(**at + 1))?;
        let inside = marks.iter().copied().take_while(|at| *at < last);
        for at in std::iter::once(end - 1).chain(inside) {
            self.repaired[at] = b'\'';
        }
        let place = Place::new(self.file, end - 1..end);
        self.diagnostics.push(
            Diagnostic::at(Code::Syntax, place, "a quotation mark inside a text")
                .label("the text would end here; read as `'`")
                .hint("write `\\\"` for it, or put the whole text into r#\"…\"#"),
        );
        Some(last + 1)
    }

    fn character(&mut self, from: usize) -> usize {
        let line = &self.text[from..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        line.char_indices()
            .take(LONGEST_CHARACTER)
            .skip(1)
            .find(|&(at, c)| c == '\'' && !line[..at].ends_with('\\'))
            .map_or(from, |(at, _)| from + at + 1)
    }

    /// A name, a number, or a string with a prefix (`r#"…"#`, `b"…"`).
    fn word(&mut self) -> usize {
        let rest = &self.text[self.at..];
        let prefix = rest
            .bytes()
            .take_while(|b| matches!(b, b'b' | b'r'))
            .count();
        let hashes = rest[prefix..].bytes().take_while(|b| *b == b'#').count();
        if prefix > 0 && rest[prefix + hashes..].starts_with('"') {
            let open = self.at + prefix + hashes + 1;
            return if rest[..prefix].contains('r') {
                let closing = format!("\"{}", "#".repeat(hashes));
                match self.text[open..].find(&closing) {
                    Some(end) => open + end + closing.len(),
                    None => {
                        self.unclosed(self.at, "raw string", &format!("`{closing}`"));
                        self.text.len()
                    }
                }
            } else {
                self.string(open)
            };
        }
        let ends = |c: char| {
            c.is_ascii_whitespace() || "()[]{},:\"".contains(c) || lookalike::meant(c).is_some()
        };
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let length = rest[first..]
            .find(ends)
            .map_or(rest.len(), |end| first + end);
        let comment = ["//", "/*"]
            .iter()
            .filter_map(|mark| rest[..length].find(mark))
            .min();
        self.at + comment.filter(|end| *end > 0).unwrap_or(length)
    }

    /// A character that was meant as another one: says so and goes on as if
    /// the right one stood there.
    fn lookalike(&mut self, c: char, meant: char) -> Option<Token> {
        let start = self.at;
        let end = start + self.alike(c, meant);
        let instead = match meant {
            ' ' => "a plain space".to_owned(),
            digit if digit.is_ascii_digit() => "plain digits".to_owned(),
            meant => format!("`{meant}`"),
        };
        let place = Place::new(self.file, start..end);
        self.diagnostics.push(
            Diagnostic::at(
                Code::Lookalike,
                place,
                format!("{} here", lookalike::name(c)),
            )
            .label(format!("use {instead}"))
            .hint(match c.is_ascii() {
                true => format!("RON wants {instead} here"),
                false => {
                    format!("RON wants {instead}; switch the keyboard to half-width to type it")
                }
            }),
        );
        self.at = end;
        if meant == ' ' {
            self.repaired[start..end].fill(b' ');
            return None;
        }
        if meant.is_ascii_digit() {
            return Some(self.digits(start..end));
        }
        self.replace(start..end, meant);
        if meant != '"' {
            let token = self.token_as(meant, start, end);
            self.at = token.span.end;
            return Some(token);
        }
        let single = matches!(c, '‘' | '’');
        let closes = |c: char| match c {
            '‘' | '’' => single,
            c => !single && (c == '"' || lookalike::meant(c) == Some('"')),
        };
        let closing = self.text[end..].char_indices().find(|&(_, c)| closes(c));
        if let Some((at, c)) = closing {
            let (from, to) = (end + at, end + at + c.len_utf8());
            // The opening mark is padded on the left, the closing one on the
            // right, so that the string's text stays as it is.
            self.repaired[start..end].fill(b' ');
            self.repaired[end - 1] = b'"';
            self.replace(from..to, '"');
            self.at = to;
        } else {
            self.unclosed(start, "string", "`\"`");
            self.at = self.text.len();
        }
        Some(Token {
            kind: Kind::Scalar,
            span: start..self.at,
        })
    }

    /// Gives the rest of the text up.
    pub(super) fn give_up(&mut self) {
        self.at = self.text.len();
    }

    /// The length in bytes of a run of spaces or digits of the same kind, or
    /// of a single other character.
    fn alike(&self, c: char, meant: char) -> usize {
        let same = |other: char| match lookalike::meant(other) {
            Some(' ') => meant == ' ',
            Some(digit) => digit.is_ascii_digit() && meant.is_ascii_digit(),
            None => false,
        };
        let run = self.text[self.at..]
            .chars()
            .take_while(|other| same(*other));
        run.map(char::len_utf8).sum::<usize>().max(c.len_utf8())
    }

    /// A number in full-width digits.
    fn digits(&mut self, span: Range<usize>) -> Token {
        let digits = self.text[span.clone()].chars().filter_map(lookalike::meant);
        let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
        self.repaired[span.clone()].fill(b' ');
        self.repaired[span.start..span.start + digits.len()].copy_from_slice(&digits);
        Token {
            kind: Kind::Scalar,
            span,
        }
    }

    fn token_as(&self, meant: char, start: usize, end: usize) -> Token {
        let kind = match meant {
            '(' | '[' | '{' => Kind::Open(meant),
            ')' | ']' | '}' => Kind::Close(meant),
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            _ => Kind::Scalar,
        };
        Token {
            kind,
            span: start..end,
        }
    }

    fn replace(&mut self, span: Range<usize>, meant: char) {
        self.repaired[span.clone()].fill(b' ');
        self.repaired[span.start] = meant as u8;
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0;
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < bytes.len() {
            if bytes[at..].starts_with(b"/*") {
                depth += 1;
                at += 2;
            } else if bytes[at..].starts_with(b"*/") {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    self.at = at;
                    return;
                }
            } else {
                at += 1;
            }
        }
        self.unclosed(start, "comment", "`*/`");
        self.at = bytes.len();
    }

    fn unclosed(&mut self, start: usize, what: &str, closing: &str) {
        let place = Place::new(self.file, start..start + 1);
        self.diagnostics.push(
            Diagnostic::at(Code::Syntax, place, format!("this {what} is never closed"))
                .label("opened here")
                .hint(format!("close it with {closing}")),
        );
    }
}
