//! Fields and their values.

use super::Resolver;
use crate::query::condition::Condition;
use crate::query::fact::{Fact, FactKind};
use crate::query::language::{Field, Node, QueryError};
use crate::query::phrase::Phrase;
use crate::query::term::Reach;
use crate::query::values;
use crate::text::similarity::closest;
use std::ops::Range;

impl Resolver<'_> {
    /// What a field and its value ask for.
    pub(super) fn field(
        &mut self,
        query: &str,
        node: &Node,
        field: Field,
        value: &str,
    ) -> Result<Condition, QueryError> {
        let library = self.scope.library;
        let kind = match field {
            Field::Concept => return Ok(self.named(query, node, value, self.reach())),
            Field::Exact => return Ok(self.named(query, node, value, Reach::Exact)),
            Field::Narrower => return Ok(self.named(query, node, value, Reach::Narrower)),
            Field::Broader => return Ok(self.named(query, node, value, Reach::Broader)),
            Field::Text => return phrase(query, &node.span, value),
            Field::Group => return self.group(query, node, value),
            Field::Saved => return self.saved(query, node, value),
            Field::Chapter => values::chapters(library, None, value).map(FactKind::Chapters),
            Field::Pages => values::pages(value).map(FactKind::Pages),
            Field::Date => values::dates(value).map(|(a, b)| FactKind::Dates(a, b)),
            Field::Day => values::days(value).map(|(a, b)| FactKind::Days(a, b)),
            Field::Book => values::book(library, value).map(FactKind::Book),
            Field::Origin => values::origins(value).map(FactKind::Tagged),
            Field::Id => values::entries(library, value).map(FactKind::Entries),
        };
        let kind = kind.map_err(|wrong| {
            QueryError::new(
                query,
                node.span.clone(),
                wrong.message,
                wrong.label,
                wrong.hint,
            )
        })?;
        let told = node.to_string();
        Ok(Condition::Is(Fact { told, kind }))
    }

    /// A concept by its whole name.
    fn named(&mut self, query: &str, node: &Node, name: &str, reach: Reach) -> Condition {
        let named = self.scope.names.resolve_inflected(name);
        if named.concepts.is_empty() {
            self.miss(query, node.span.clone(), name);
        }
        Condition::About(self.term(name, &named.concepts, reach))
    }

    /// A group, by its number or by one of its members.
    fn group(&mut self, query: &str, node: &Node, value: &str) -> Result<Condition, QueryError> {
        self.met_group = true;
        let wrong = |message: String, hint: String| {
            QueryError::new(query, node.span.clone(), message, "no such group", hint)
        };
        let Some(groups) = self.scope.groups else {
            return Err(wrong(
                "groups are not known here".to_owned(),
                "ask for concepts instead".to_owned(),
            ));
        };
        if groups.is_empty() {
            return Ok(Condition::About(self.term(value, &[], Reach::Group)));
        }
        let members = match values::number(value) {
            Some(number) => (number as usize)
                .checked_sub(1)
                .and_then(|at| groups.get(at)),
            None => {
                let named = self.scope.names.resolve_inflected(value);
                let Some(&concept) = named.concepts.first() else {
                    self.miss(query, node.span.clone(), value);
                    return Ok(Condition::About(self.term(value, &[], Reach::Group)));
                };
                groups.iter().find(|members| members.contains(&concept))
            }
        };
        let members = members.ok_or_else(|| {
            wrong(
                format!("there is no group `{value}`"),
                format!(
                    "the notes have {} groups; name one by its number or by a concept in it, as `bookgraph map` draws them",
                    groups.len()
                ),
            )
        })?;
        Ok(Condition::About(self.term(value, members, Reach::Group)))
    }

    /// A saved query, which may name others but not itself.
    fn saved(&mut self, query: &str, node: &Node, name: &str) -> Result<Condition, QueryError> {
        let saved = self.scope.library.queries().iter();
        let known: Vec<&str> = saved.clone().map(|saved| saved.name.as_str()).collect();
        let mut saved = saved;
        let Some(saved) = saved.find(|saved| values::same_name(&saved.name, name)) else {
            let hint = match closest(name, known.iter().copied(), 1).first() {
                Some(near) => format!("did you mean `saved:{near}`?"),
                None => "`bookgraph list queries` lists them; they stand in notes/library.ron"
                    .to_owned(),
            };
            return Err(QueryError::new(
                query,
                node.span.clone(),
                format!("no query is saved as `{name}`"),
                "unknown",
                hint,
            ));
        };
        if self.within.contains(&saved.name) {
            let mut chain = self.within.clone();
            chain.push(saved.name.clone());
            return Err(QueryError::new(
                query,
                node.span.clone(),
                format!("the saved query `{}` asks for itself", saved.name),
                "and so on without end",
                format!("break the circle: {}", chain.join(" → ")),
            ));
        }
        self.within.push(saved.name.clone());
        let parsed = self.scope.parse(&saved.query);
        let condition = parsed
            .and_then(|node| self.resolve(&saved.query, &node))
            .map_err(|error| error.saved_as(&saved.name));
        self.within.pop();
        condition
    }
}

/// Words of the text.
pub(super) fn phrase(
    query: &str,
    span: &Range<usize>,
    text: &str,
) -> Result<Condition, QueryError> {
    Phrase::new(text).map(Condition::Says).ok_or_else(|| {
        QueryError::new(
            query,
            span.clone(),
            "there is nothing to look for in these words",
            "no letter and no digit",
            "quote words of the text: \"제휴사\"",
        )
    })
}
