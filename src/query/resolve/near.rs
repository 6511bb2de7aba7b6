//! Names close to each other.

use super::{Resolver, one_or};
use crate::query::condition::{Condition, Near};
use crate::query::language::{Expr, Node, QueryError};

impl Resolver<'_> {
    /// Names close to each other. Of words in a row the names right beside `near:`
    /// are meant, and the others are asked for as well.
    pub(super) fn near(
        &mut self,
        query: &str,
        first: &Node,
        others: &[(u32, Node)],
    ) -> Result<Condition, QueryError> {
        let mut all = self.beside(query, first)?;
        let mut left = all.pop();
        for (within, node) in others {
            let mut right = self.beside(query, node)?;
            let last = right.pop();
            let nearest = right.first().or(last.as_ref()).cloned();
            let pair = left.take().zip(nearest);
            all.extend(pair.map(|(left, right)| {
                let within = *within;
                Condition::Near(Box::new(Near {
                    left,
                    right,
                    within,
                }))
            }));
            // The last of several names is beside nothing yet.
            let alone = !right.is_empty();
            all.extend(right.into_iter().skip(1));
            let ends = others
                .last()
                .is_some_and(|(_, other)| std::ptr::eq(other, node));
            match ends && alone {
                true => all.extend(last),
                false => left = last,
            }
        }
        Ok(one_or(all, Condition::All))
    }

    /// What a piece beside `near:` names: one thing, or the names in a row of words.
    fn beside(&mut self, query: &str, node: &Node) -> Result<Vec<Condition>, QueryError> {
        if let Expr::Words(words) = &node.expr {
            let terms = self.terms(query, words)?.into_iter();
            return Ok(terms.map(Condition::About).collect());
        }
        let condition = self.resolve(query, node)?;
        match names_places(&condition) {
            true => Ok(vec![condition]),
            false => Err(QueryError::new(
                query,
                node.span.clone(),
                "`near:` joins concepts and quoted words",
                "this has no place in a text",
                "write it as `AWS near:1 애플`, `AWS near:0 \"머신러닝\"` or `(AWS OR 클라우드) near:2 애플`",
            )),
        }
    }
}

/// Whether a condition is about places in a text, and nothing else.
fn names_places(condition: &Condition) -> bool {
    match condition {
        Condition::About(_) | Condition::Says(_) => true,
        Condition::Any(parts) => parts.iter().all(names_places),
        _ => false,
    }
}
