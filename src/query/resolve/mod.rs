//! From the tree of a query to a condition on the entries of a library.

mod field;
mod near;
mod origins;

use super::condition::Condition;
use super::find::Ask;
use super::language::{Expr, Field, Node, QueryError, Word, as_words};
use super::scope::{Scope, UnknownName};
use super::term::{Reach, Term};
use crate::model::ConceptId;
use crate::text::similarity::closest;
use std::ops::Range;

/// A query and the saved ones in it have at most so many pieces.
const MOST_PIECES: usize = 10_000;

/// Reads a tree, and notes what it comes across.
pub(super) struct Resolver<'a> {
    scope: Scope<'a>,
    pub(super) unknown: Vec<UnknownName>,
    /// Whether the query asks for a group.
    pub(super) met_group: bool,
    /// The saved queries that are being read, the outermost first.
    within: Vec<String>,
    pieces: usize,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(scope: Scope<'a>) -> Self {
        Self {
            scope,
            unknown: Vec::new(),
            met_group: false,
            within: Vec::new(),
            pieces: 0,
        }
    }

    /// The condition that a piece of a query stands for.
    pub(super) fn resolve(&mut self, query: &str, node: &Node) -> Result<Condition, QueryError> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES {
            return Err(QueryError::new(
                query,
                node.span.clone(),
                format!("the query has more than {MOST_PIECES} pieces"),
                "too many from here on",
                "ask for less at once; saved queries count as often as they are named",
            ));
        }
        match &node.expr {
            Expr::Words(words) => {
                let terms = self.terms(query, words)?;
                Ok(self.in_a_row(terms))
            }
            Expr::Group(inner) => self.resolve(query, inner),
            Expr::Quoted(text) => field::phrase(query, &node.span, text),
            Expr::Field { field, value } => self.field(query, node, *field, value),
            Expr::Near(first, others) => self.near(query, first, others),
            Expr::Not(inner) => self.not(query, inner),
            Expr::All(parts) => {
                let parts = self.parts(query, parts)?;
                Ok(origins::scoped(parts))
            }
            Expr::Any(parts) => Ok(Condition::Any(self.parts(query, parts)?)),
        }
    }

    /// The pieces of a chain.
    fn parts(&mut self, query: &str, parts: &[Node]) -> Result<Vec<Condition>, QueryError> {
        let parts = parts.iter().map(|part| self.resolve(query, part));
        parts.collect()
    }

    /// An exclusion. Of words in a row it takes the first name.
    fn not(&mut self, query: &str, inner: &Node) -> Result<Condition, QueryError> {
        let not = |condition| Condition::Not(Box::new(condition));
        let Expr::Words(words) = &inner.expr else {
            return Ok(not(self.resolve(query, inner)?));
        };
        let mut terms = self.terms(query, words)?;
        let others = terms.split_off(1);
        let first = not(Condition::About(terms.remove(0)));
        let mut all = vec![first];
        if !others.is_empty() {
            all.push(self.in_a_row(others));
        }
        Ok(one_or(all, Condition::All))
    }

    /// The names in a row of words.
    fn terms(&mut self, query: &str, words: &[Word]) -> Result<Vec<Term>, QueryError> {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let mut at = 0;
        let mut terms = Vec::new();
        for (count, named) in self.scope.names.cut(&texts) {
            let span = words[at].span.start..words[at + count - 1].span.end;
            if named.concepts.is_empty() {
                not_a_field(query, &span, &named.name)?;
                self.miss(query, span, &named.name);
            }
            terms.push(self.term(&named.name, &named.concepts, self.reach()));
            at += count;
        }
        Ok(terms)
    }

    fn reach(&self) -> Reach {
        match self.scope.narrower {
            true => Reach::Narrower,
            false => Reach::Exact,
        }
    }

    fn term(&self, name: &str, concepts: &[ConceptId], reach: Reach) -> Term {
        Term {
            sure: self.scope.sure,
            ..Term::new(self.scope.library, name, concepts, reach)
        }
    }

    fn in_a_row(&self, terms: Vec<Term>) -> Condition {
        let terms = terms.into_iter().map(Condition::About).collect();
        match self.scope.ask {
            Ask::All => one_or(terms, Condition::All),
            Ask::Any => one_or(terms, Condition::Any),
        }
    }

    /// Notes a name that no concept has.
    fn miss(&mut self, query: &str, span: Range<usize>, name: &str) {
        let near = self.scope.names.near(name, 3).into_iter();
        let near: Vec<String> = near.map(|miss| miss.name).collect();
        let hint = match near.is_empty() {
            false => format!("did you mean {}?", near.join(", ")),
            true => {
                "`bookgraph list concepts` lists them; quotation marks look for words of the text"
                    .to_owned()
            }
        };
        let hint = match as_words(query, &span) {
            Some(words) => format!("{hint}; to look for the words, write {words}"),
            None => hint,
        };
        let error = QueryError::new(
            query,
            span,
            format!("no concept is called `{name}`"),
            "unknown",
            hint,
        );
        self.unknown.push(UnknownName {
            name: name.to_owned(),
            error: self.marked(error),
        });
    }

    /// The error, which is in the saved query that is being read.
    fn marked(&self, error: QueryError) -> QueryError {
        match self.within.last() {
            Some(name) => error.saved_as(name),
            None => error,
        }
    }
}

/// Refuses an unknown name that looks like a field misspelt: `chaptr:9`.
fn not_a_field(query: &str, span: &Range<usize>, name: &str) -> Result<(), QueryError> {
    let field = name.split_once([':', '：']).map(|(field, _)| field);
    let near = field.and_then(|field| closest(field, Field::names(), 1).first().copied());
    match (field, near) {
        (Some(field), Some(near)) => Err(QueryError::new(
            query,
            span.start..span.start + field.len(),
            format!("there is no field `{field}:`"),
            "no such field",
            format!("did you mean `{near}:`?"),
        )),
        _ => Ok(()),
    }
}

fn one_or(mut parts: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    match parts.len() {
        1 => parts.remove(0),
        _ => many(parts),
    }
}
