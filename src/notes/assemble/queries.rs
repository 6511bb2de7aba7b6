//! The queries that the reader saved.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::SavedQuery;
use crate::notes::format::QuerySource;
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::source::Place;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The queries with names of their own. What they ask is looked at by those who know
/// the language of queries.
pub(super) fn assemble(
    sources: Vec<Located<QuerySource>>,
    diagnostics: &mut Problems,
) -> Vec<SavedQuery> {
    let mut first: HashMap<String, Place> = HashMap::new();
    let mut queries = Vec::new();
    for source in sources {
        let place = source.field("name");
        let name = source.value.name.trim();
        // As it is looked for: case, width and composition don't matter.
        let key = name.nfkc().collect::<String>().to_lowercase();
        if !is_name(&key) {
            diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    place,
                    format!("`{name}` cannot be the name of a query"),
                )
                .label("not used: a name has letters, digits and `-`, and no spaces")
                .hint("choose a short name such as `cloud` or `클라우드`, for `saved:cloud`"),
            );
            continue;
        }
        if let Some(first) = first.get(&key) {
            diagnostics.push(
                Diagnostic::at(
                    Code::DuplicateId,
                    place,
                    format!("the name `{name}` is taken by another query"),
                )
                .label("the second one was not used")
                .related(first.clone(), "the first one")
                .hint("give one of them another name"),
            );
            continue;
        }
        first.insert(key, place);
        queries.push(SavedQuery {
            name: name.to_owned(),
            query: source.value.query.clone(),
            place: source.field("query"),
        });
    }
    queries
}

/// Whether a name can stand after `saved:` without quotation marks.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && name.chars().all(fits)
}
