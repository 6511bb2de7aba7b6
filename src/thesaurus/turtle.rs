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
        if let Some(line) = too_deep(text) {
            return Err(ThesaurusError {
                line,
                column: 1,
                message: format!("more than {DEEPEST} brackets are open here"),
            });
        }
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

/// So many brackets may be open at once. The parser remembers each.
const DEEPEST: usize = 10_000;

/// The line on which too many brackets are open, those in texts among them.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut line = 1;
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            b'(' | b'[' => open += 1,
            b')' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > DEEPEST {
            return Some(line);
        }
    }
    None
}
