//! SKOS in Turtle.

use super::{Found, Thesaurus, ThesaurusError, skos};
use oxttl::TurtleParser;

/// <https://www.w3.org/TR/turtle/>; N-Triples are Turtle, too.
pub(super) struct SkosTurtle;

/// What relative names are relative to; none of them is shown.
pub(super) const BASE: &str = "urn:x-bookgraph:file/";

impl Thesaurus for SkosTurtle {
    fn name(&self) -> &'static str {
        "skos"
    }

    fn about(&self) -> &'static str {
        "SKOS in Turtle or N-Triples"
    }

    fn read(&self, text: &str) -> Result<Found, ThesaurusError> {
        let parser = TurtleParser::new().with_base_iri(BASE);
        let parser = parser.expect("a base that is a name");
        let mut triples = Vec::new();
        for triple in parser.for_slice(text) {
            triples.push(triple.map_err(|error| ThesaurusError {
                line: error.location().start.line as usize + 1,
                column: error.location().start.column as usize + 1,
                message: error.message().to_owned(),
            })?);
        }
        Ok(skos::concepts(&triples))
    }
}
