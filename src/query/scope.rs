//! What a query is read in.

use super::condition::Condition;
use super::find::Ask;
use super::language::{Node, QueryError, as_words, parse_with};
use super::names::ConceptNames;
use super::resolve::Resolver;
use crate::model::{ConceptId, Library};

/// What the words of a query mean: the library, its names, and its groups.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The library.
    pub library: &'a Library,
    /// The names of its concepts.
    pub names: &'a ConceptNames<'a>,
    /// The groups of its concepts, each with its most named members first; `None`
    /// when nobody found them: then `group:` is refused.
    pub groups: Option<&'a [Vec<ConceptId>]>,
    /// Whether narrower concepts count for the ones asked for.
    pub narrower: bool,
    /// Whether only tags count that are hardly to be doubted: see
    /// [`crate::tag::Salience::is_sure`].
    pub sure: bool,
    /// Whether entries must be about all of the names in a row, or about any.
    pub ask: Ask,
}

/// A query, read in a library.
#[derive(Clone, Debug)]
pub struct Query {
    /// The query in its plainest form.
    pub text: String,
    /// What it asks of entries.
    pub condition: Condition,
    /// The names in it that no concept has. No entry is about them.
    pub unknown: Vec<UnknownName>,
}

/// A query is no longer than this, in bytes.
const LONGEST: usize = 512 * 1024;
/// So many characters of one that is too long are shown.
const SHOWN: usize = 60;

/// A name that no concept has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// The name, as it was typed.
    pub name: String,
    /// The mistake that it is where every name must be known.
    pub error: QueryError,
}

impl UnknownName {
    /// How to look for the words of the text that it was a part of, when `&` without
    /// spaces cut them: `"R&D"`.
    pub fn as_words(&self) -> Option<String> {
        as_words(&self.error.query, &self.error.span)
    }
}

impl<'a> Scope<'a> {
    /// The scope of a library, without groups.
    pub fn new(library: &'a Library, names: &'a ConceptNames<'a>) -> Self {
        Self {
            library,
            names,
            groups: None,
            narrower: true,
            sure: false,
            ask: Ask::All,
        }
    }

    /// Reads a query, in which names may be unknown.
    ///
    /// # Errors
    ///
    /// When it is not put together as queries are, or a value makes no sense.
    pub fn read(self, text: &str) -> Result<Query, QueryError> {
        let node = self.parse(text)?;
        let mut resolver = Resolver::new(self);
        let condition = resolver.resolve(text, &node)?;
        Ok(Query {
            text: node.to_string(),
            condition,
            unknown: resolver.unknown,
        })
    }

    /// The tree of a query, in which names keep the operators in them.
    pub(super) fn parse(self, text: &str) -> Result<Node, QueryError> {
        if text.len() > LONGEST {
            // Nobody wants to see it.
            let start = text
                .char_indices()
                .nth(SHOWN)
                .map_or(text.len(), |(at, _)| at);
            return Err(QueryError::new(
                &text[..start],
                0..start,
                format!("the query is longer than {LONGEST} bytes"),
                "it starts with this",
                "save parts of it as queries in notes/, and ask for those by their names",
            ));
        }
        let is_name = |name: &str| !self.names.resolve_inflected(name).concepts.is_empty();
        parse_with(text, &is_name)
    }

    /// Reads a query in which every name is known.
    ///
    /// # Errors
    ///
    /// As [`Self::read`], and when a name is unknown.
    pub fn condition(self, text: &str) -> Result<Condition, QueryError> {
        let query = self.read(text)?;
        match query.unknown.into_iter().next() {
            None => Ok(query.condition),
            Some(unknown) => Err(unknown.error),
        }
    }

    /// Whether reading a query takes the groups of the concepts; a query that cannot
    /// be read takes none.
    pub fn needs_groups(self, text: &str) -> bool {
        let with = Self {
            groups: Some(&[]),
            ..self
        };
        let Ok(node) = self.parse(text) else {
            return false;
        };
        let mut resolver = Resolver::new(with);
        let _ = resolver.resolve(text, &node);
        resolver.met_group
    }
}
