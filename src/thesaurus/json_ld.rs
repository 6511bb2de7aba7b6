//! SKOS in JSON-LD.

use super::turtle::BASE;
use super::{Found, Thesaurus, ThesaurusError, skos};
use oxjsonld::JsonLdParser;
use oxrdf::Triple;

/// <https://www.w3.org/TR/json-ld11/>. A context that is only named by its address is
/// not fetched: nothing here goes to the network.
pub(super) struct SkosJsonLd;

impl Thesaurus for SkosJsonLd {
    fn name(&self) -> &'static str {
        "skos-json"
    }

    fn about(&self) -> &'static str {
        "SKOS in JSON-LD, with its context in the file"
    }

    fn read(&self, text: &str) -> Result<Found, ThesaurusError> {
        // The parser keeps what stands before a context; without one, and without the names
        // of SKOS, it would find nothing.
        if !["@context", "skos/core#"]
            .iter()
            .any(|it| text.contains(it))
        {
            let json = serde_json::from_str::<serde::de::IgnoredAny>(text);
            return json
                .map(|_| Found::default())
                .map_err(|error| ThesaurusError {
                    line: error.line(),
                    column: error.column(),
                    message: error.to_string(),
                });
        }
        let parser = JsonLdParser::new().with_base_iri(BASE);
        let parser = parser.expect("a base that is a name");
        let mut triples = Vec::new();
        for quad in parser.for_slice(text) {
            let quad = quad.map_err(|error| ThesaurusError {
                line: error.location().map_or(1, |it| it.start.line as usize + 1),
                column: error
                    .location()
                    .map_or(1, |it| it.start.column as usize + 1),
                message: error.to_string(),
            })?;
            triples.push(Triple::new(quad.subject, quad.predicate, quad.object));
        }
        Ok(skos::concepts(&triples))
    }
}
