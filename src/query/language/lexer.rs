//! A query, cut into tokens.

use super::{Field, QueryError, Word};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A token and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Word(String),
    Quoted(String),
    Field(Field, String),
    Near(u32),
    And,
    Or,
    Not,
    Open,
    Close,
}

/// The sentences between two concepts when `near:` says no number.
const NEARBY: u32 = 1;

/// Marks that open a quotation, and those that close it.
const QUOTES: [(char, &str); 4] = [('"', "\""), ('“', "”\""), ('”', "”\""), ('＂', "＂\"")];

/// Cuts a query at spaces and at `&` and `|`. Parentheses stand for themselves where a
/// word starts or ends, so that `LP(음반)` stays one word.
pub(super) fn tokens(query: &str) -> Result<Vec<Token>, QueryError> {
    let mut lexer = Lexer {
        query,
        at: 0,
        tokens: Vec::new(),
    };
    while let Some(c) = lexer.peek() {
        if c.is_whitespace() {
            lexer.at += c.len_utf8();
        } else {
            lexer.take(c)?;
        }
    }
    Ok(lexer.tokens)
}

struct Lexer<'a> {
    query: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.query[self.at..].chars().next()
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let span = start..self.at;
        self.tokens.push(Token { kind, span });
    }

    /// Takes the token that starts with `c`.
    fn take(&mut self, c: char) -> Result<(), QueryError> {
        let start = self.at;
        let mark = match c {
            '(' | '（' => Some(Kind::Open),
            ')' | '）' => Some(Kind::Close),
            '!' | '！' => Some(Kind::Not),
            '-' | '－' | '−' | '–' => return self.take_minus(c),
            _ if is_operator(c) => {
                self.take_operator(c);
                return Ok(());
            }
            _ => None,
        };
        if let Some(kind) = mark {
            self.at += c.len_utf8();
            self.push(kind, start);
            return Ok(());
        }
        if opens_quote(c) {
            let text = self.quoted()?;
            self.push(Kind::Quoted(text), start);
            return Ok(());
        }
        self.take_word()
    }

    /// A minus excludes what stands right after it.
    fn take_minus(&mut self, c: char) -> Result<(), QueryError> {
        let start = self.at;
        self.at += c.len_utf8();
        if self.peek().is_none_or(char::is_whitespace) {
            return Err(QueryError::new(
                self.query,
                start..self.at,
                "this minus excludes nothing",
                "a word should stand right after it",
                "write `-애플`, without a space, or `NOT 애플`",
            ));
        }
        self.push(Kind::Not, start);
        Ok(())
    }

    /// Takes `&` or `|`, which may be written twice.
    fn take_operator(&mut self, c: char) {
        let start = self.at;
        self.at += c.len_utf8();
        if self.peek() == Some(c) {
            self.at += c.len_utf8();
        }
        let kind = match c {
            '&' | '＆' => Kind::And,
            _ => Kind::Or,
        };
        self.push(kind, start);
    }

    /// Takes a word: an operator, a field, or a part of a name.
    fn take_word(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        let end = self.word_end();
        let word = &self.query[start..end];
        if let Some((name, colon)) = field_name(word) {
            let after = start + name.len() + colon;
            if let Some(field) = Field::of(name) {
                return self.take_field(field, start, after);
            }
            if is_near(name) {
                self.at = after;
                let number = self.value(after)?;
                return self.push_near(&number, start);
            }
        }
        self.at = end;
        let kind = match word.nfkc().collect::<String>().to_lowercase().as_str() {
            "and" | "그리고" => Kind::And,
            "or" | "또는" => Kind::Or,
            "not" | "아닌" => Kind::Not,
            _ => Kind::Word(word.to_owned()),
        };
        self.push(kind, start);
        Ok(())
    }

    fn take_field(&mut self, field: Field, start: usize, after: usize) -> Result<(), QueryError> {
        self.at = after;
        let value = self.value(after)?;
        if value.trim().is_empty() {
            let name = field.name();
            return Err(QueryError::new(
                self.query,
                start..self.at,
                format!("`{name}:` has no value"),
                "a value should stand right after the colon",
                format!("write it as {}, without a space", example(field)),
            ));
        }
        self.push(Kind::Field(field, value), start);
        Ok(())
    }

    /// The value of a field, quoted or up to the end of the word.
    fn value(&mut self, after: usize) -> Result<String, QueryError> {
        if self.peek().is_some_and(opens_quote) {
            return self.quoted();
        }
        self.at = self.word_end();
        Ok(self.query[after..self.at].to_owned())
    }

    fn push_near(&mut self, number: &str, start: usize) -> Result<(), QueryError> {
        let number: String = number.nfkc().collect();
        let within = match number.as_str() {
            "" => Some(NEARBY),
            number => number.parse().ok(),
        };
        match within {
            Some(within) => {
                self.push(Kind::Near(within), start);
                Ok(())
            }
            None => Err(QueryError::new(
                self.query,
                start..self.at,
                "`near:` takes a number of sentences",
                "no such number",
                "`AWS near:0 애플` is in one sentence, `AWS near:2 애플` at most two apart",
            )),
        }
    }

    /// Where the word ends that starts here: before a space, an operator, a quotation
    /// mark, or a parenthesis that has no partner in the word.
    fn word_end(&self) -> usize {
        let rest = &self.query[self.at..];
        let mut opened = Vec::new();
        let mut end = rest.len();
        for (offset, c) in rest.char_indices() {
            let closed = match c {
                '(' | '（' => {
                    opened.push(offset);
                    true
                }
                ')' | '）' => opened.pop().is_some(),
                _ => !(c.is_whitespace() || is_operator(c) || (offset > 0 && opens_quote(c))),
            };
            if !closed {
                end = offset;
                break;
            }
        }
        self.at + opened.first().copied().unwrap_or(end)
    }

    /// The text of a quotation, in which `\"` is a quotation mark.
    fn quoted(&mut self) -> Result<String, QueryError> {
        let start = self.at;
        let mut chars = self.query[start..].char_indices();
        let (_, opening) = chars.next().unwrap_or_default();
        let closing = QUOTES.iter().find(|(mark, _)| *mark == opening);
        let closing = closing.map_or("\"", |(_, closing)| closing);
        let mut text = String::new();
        while let Some((offset, c)) = chars.next() {
            if closing.contains(c) {
                self.at = start + offset + c.len_utf8();
                return Ok(text);
            }
            match (c, chars.clone().next()) {
                ('\\', Some((_, escaped))) if escaped == '\\' || closing.contains(escaped) => {
                    text.push(escaped);
                    chars.next();
                }
                _ => text.push(c),
            }
        }
        Err(QueryError::new(
            self.query,
            start..start + opening.len_utf8(),
            "this quotation mark is never closed",
            "opened here",
            "close it with another one; quotation marks are for words of the text",
        ))
    }
}

fn opens_quote(c: char) -> bool {
    QUOTES.iter().any(|(mark, _)| *mark == c)
}

/// Whether a character parts words and says how they hang together.
fn is_operator(c: char) -> bool {
    matches!(c, '&' | '＆' | '|' | '｜')
}

fn is_near(name: &str) -> bool {
    let name = name.nfkc().collect::<String>().to_lowercase();
    matches!(name.as_str(), "near" | "가까이")
}

/// What stands before the first colon of a word, and how long the colon is.
fn field_name(word: &str) -> Option<(&str, usize)> {
    let at = word.find([':', '：'])?;
    let colon = word[at..].chars().next()?;
    Some((&word[..at], colon.len_utf8()))
}

/// How a field is written.
pub(super) fn example(field: Field) -> &'static str {
    match field {
        Field::Concept => "`concept:\"supply and demand\"`",
        Field::Exact => "`exact:AWS`",
        Field::Broader => "`broader:AWS`",
        Field::Narrower => "`narrower:AWS`",
        Field::Text => "`text:약속`",
        Field::Chapter => "`chapter:9`, `chapter:9..10` or `chapter:conclusion`",
        Field::Pages => "`pages:400` or `pages:400-420`",
        Field::Date => "`date:2023-10-20`, `date:2023-10` or `date:2023-10-17..2023-10-20`",
        Field::Day => "`day:24` or `day:20..24`",
        Field::Book => "`book:working-backwards` or `책:\"순서 파괴\"`",
        Field::Origin => "`origin:authored` or `origin:matched`",
        Field::Group => "`group:AWS` or `group:2`",
        Field::Id => "`id:day-19`",
        Field::Saved => "`saved:cloud`",
    }
}

impl Token {
    /// The token as a word of a name.
    pub(super) fn word(&self) -> Option<Word> {
        match &self.kind {
            Kind::Word(text) => Some(Word {
                text: text.clone(),
                span: self.span.clone(),
            }),
            _ => None,
        }
    }
}
