//! From tokens to a tree.

use super::lexer::{Kind, Token, tokens};
use super::names::joined;
use super::{Expr, Node, QueryError};
use std::ops::Range;

/// So deep may parentheses and exclusions be nested.
const MAX_DEPTH: usize = 64;

/// Reads a query, whatever names there are: R&D is R and D.
///
/// # Errors
///
/// As [`parse_with`].
pub fn parse(query: &str) -> Result<Node, QueryError> {
    parse_with(query, &|_| false)
}

/// Reads a query where `is_name` knows the names of concepts. A name wins over the
/// operators in it: R&D, disagree and commit.
///
/// `NOT` binds tighter than `AND`, and `AND` tighter than `OR`; `AND` may be left
/// out. `near:` binds tightest. [The tutorial](https://docs.rs/crate/bookgraph/latest/source/docs/query-language.md)
/// has every operator.
///
/// # Errors
///
/// When it is not put together so.
pub fn parse_with(query: &str, is_name: &dyn Fn(&str) -> bool) -> Result<Node, QueryError> {
    let mut parser = Parser {
        query,
        tokens: joined(query, tokens(query)?, is_name),
        at: 0,
    };
    let node = parser.any(0)?;
    match parser.peek() {
        None => Ok(node),
        Some(token) => Err(QueryError::new(
            query,
            token.span.clone(),
            "this parenthesis was never opened",
            "closed here",
            "leave it out, or open it before",
        )),
    }
}

struct Parser<'a> {
    query: &'a str,
    tokens: Vec<Token>,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, kind: &Kind) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == *kind);
        self.at += usize::from(found);
        found
    }

    /// Where the last token ended.
    fn end(&self) -> usize {
        let last = self.at.checked_sub(1).map(|at| self.tokens[at].span.end);
        last.unwrap_or(0)
    }

    fn start(&self) -> usize {
        self.peek()
            .map_or(self.query.len(), |token| token.span.start)
    }

    fn any(&mut self, depth: usize) -> Result<Node, QueryError> {
        let start = self.start();
        let mut parts = vec![self.all(depth)?];
        while self.take(&Kind::Or) {
            parts.push(self.all(depth)?);
        }
        Ok(one_or(parts, Expr::Any, start..self.end()))
    }

    fn all(&mut self, depth: usize) -> Result<Node, QueryError> {
        let start = self.start();
        let mut parts = vec![self.one(depth)?];
        while self.take(&Kind::And) || self.peek().is_some_and(starts_one) {
            parts.push(self.one(depth)?);
        }
        Ok(one_or(parts, Expr::All, start..self.end()))
    }

    fn one(&mut self, depth: usize) -> Result<Node, QueryError> {
        let start = self.start();
        if depth > MAX_DEPTH {
            return Err(QueryError::new(
                self.query,
                start..self.end().max(start),
                format!("parentheses are nested more than {MAX_DEPTH} deep"),
                "too deep",
                "write the query with fewer parentheses, or save parts of it",
            ));
        }
        if self.take(&Kind::Not) {
            let inner = Box::new(self.one(depth + 1)?);
            return Ok(Node {
                expr: Expr::Not(inner),
                span: start..self.end(),
            });
        }
        self.near(depth)
    }

    fn near(&mut self, depth: usize) -> Result<Node, QueryError> {
        let start = self.start();
        let first = self.primary(depth)?;
        let mut others = Vec::new();
        while let Some(Kind::Near(within)) = self.peek().map(|token| token.kind.clone()) {
            self.at += 1;
            others.push((within, self.primary(depth)?));
        }
        Ok(match others.is_empty() {
            true => first,
            false => Node {
                expr: Expr::Near(Box::new(first), others),
                span: start..self.end(),
            },
        })
    }

    fn primary(&mut self, depth: usize) -> Result<Node, QueryError> {
        let start = self.start();
        if self.take(&Kind::Open) {
            let opened = start..self.end();
            let inside = self.any(depth + 1)?;
            return match self.take(&Kind::Close) {
                true => Ok(self.group(inside, start)),
                false => Err(QueryError::new(
                    self.query,
                    opened,
                    "this parenthesis is never closed",
                    "opened here",
                    "close it with `)`",
                )),
            };
        }
        let Some(token) = self.peek().cloned() else {
            return Err(self.missing());
        };
        let expr = match token.kind.clone() {
            Kind::Word(_) => {
                let mut words = Vec::new();
                while let Some(word) = self.peek().and_then(Token::word) {
                    words.push(word);
                    self.at += 1;
                }
                Expr::Words(words)
            }
            Kind::Quoted(text) => {
                self.at += 1;
                Expr::Quoted(text)
            }
            Kind::Field(field, value) => {
                self.at += 1;
                Expr::Field { field, value }
            }
            _ => return Err(self.missing()),
        };
        Ok(Node {
            expr,
            span: start..self.end(),
        })
    }

    /// What stood in parentheses. Words keep them: an exclusion before them is of all
    /// of them, and not of the first name.
    fn group(&self, inside: Node, start: usize) -> Node {
        match inside.expr {
            Expr::Words(_) => Node {
                expr: Expr::Group(Box::new(inside)),
                span: start..self.end(),
            },
            _ => inside,
        }
    }

    /// A concept or something else to look for should stand here.
    fn missing(&self) -> QueryError {
        let (span, message) = match self.peek() {
            Some(token) => {
                let before = &self.query[token.span.clone()];
                let message = format!("something to look for is missing before `{before}`");
                (token.span.clone(), message)
            }
            None if self.at == 0 => (0..0, "the query is empty".to_owned()),
            None => {
                let last = self.tokens[self.at - 1].span.clone();
                let after = &self.query[last.clone()];
                (
                    last,
                    format!("something to look for is missing after `{after}`"),
                )
            }
        };
        QueryError::new(
            self.query,
            span,
            message,
            "here",
            "name a concept, or quote words of the text: `AWS AND \"머신러닝\"`",
        )
    }
}

/// Whether a token can start a piece, so that the `AND` before it may be left out.
fn starts_one(token: &Token) -> bool {
    match token.kind {
        Kind::Word(_) | Kind::Quoted(_) | Kind::Field(..) | Kind::Not | Kind::Open => true,
        Kind::Near(_) | Kind::And | Kind::Or | Kind::Close => false,
    }
}

fn one_or(mut parts: Vec<Node>, many: fn(Vec<Node>) -> Expr, span: Range<usize>) -> Node {
    match parts.len() {
        1 => parts.remove(0),
        _ => Node {
            expr: many(parts),
            span,
        },
    }
}
