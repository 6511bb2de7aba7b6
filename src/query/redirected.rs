//! A query that goes on asking for the same when a concept is called otherwise.

use super::language::{Expr, Node};
use super::names::ConceptNames;
use super::scope::Scope;
use crate::model::{ConceptId, Library};
use std::ops::Range;

/// A library and the names of its concepts.
#[derive(Clone, Copy, Debug)]
pub struct NamedLibrary<'a> {
    /// The library.
    pub library: &'a Library,
    /// The names.
    pub names: &'a ConceptNames<'a>,
}

/// A name in a query.
struct Named {
    /// Where it stands, without a field before it.
    span: Range<usize>,
    /// The ids of its concepts, as users write them.
    ids: Vec<String>,
}

/// The query as it has to be written after a change of the vocabulary, `None` when it
/// may stay, so that each name in it stands for the concepts that `follow` gives for
/// those of before.
///
/// # Errors
///
/// When there is no such query: the name that has none, as it is written.
pub fn redirected(
    query: &str,
    before: NamedLibrary<'_>,
    after: NamedLibrary<'_>,
    follow: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<String>, String> {
    // A query that could not be read before is left as it is.
    let Some(names) = named(query, before) else {
        return Ok(None);
    };
    let mut wanted = Vec::new();
    for name in &names {
        let ids = name.ids.iter().map(|id| follow(id));
        match ids.collect::<Option<Vec<String>>>() {
            Some(mut ids) => {
                ids.dedup();
                wanted.push(ids);
            }
            None => return Err(query[name.span.clone()].to_owned()),
        }
    }
    let means = |text: &str| {
        let found = named(text, after)?;
        let same = |(name, ids): (&Named, &Vec<String>)| ids.is_empty() || name.ids == *ids;
        Some(found.len() == wanted.len() && found.iter().zip(&wanted).all(same))
    };
    if means(query) == Some(true) {
        return Ok(None);
    }
    // From the end, so that the places before stay true.
    for as_field in [false, true] {
        let mut text = query.to_owned();
        for (name, ids) in names.iter().zip(&wanted).rev() {
            if *ids == name.ids && alone(&query[name.span.clone()], after) == *ids {
                continue;
            }
            let Some(id) = ids.first() else { continue };
            let glued = query[..name.span.start].ends_with([':', '：']);
            let new = match as_field && !glued {
                true => format!("concept:{id}"),
                false => id.clone(),
            };
            text.replace_range(name.span.clone(), &new);
        }
        if means(&text) == Some(true) {
            return Ok(Some(text));
        }
    }
    let first = names
        .iter()
        .zip(&wanted)
        .find(|(name, ids)| name.ids != **ids);
    let span = first.map_or(0..query.len(), |(name, _)| name.span.clone());
    Err(query[span].to_owned())
}

/// What a name stands for by itself.
pub(super) fn alone(name: &str, library: NamedLibrary<'_>) -> Vec<String> {
    ids(
        library.library,
        &library.names.resolve_inflected(name).concepts,
    )
}

pub(super) fn ids(library: &Library, concepts: &[ConceptId]) -> Vec<String> {
    let concepts = concepts.iter();
    concepts
        .map(|&concept| library.vocabulary().get(concept).id.clone())
        .collect()
}

/// The names in a query, in order; `None` when it cannot be read.
fn named(query: &str, library: NamedLibrary<'_>) -> Option<Vec<Named>> {
    let scope = Scope::new(library.library, library.names);
    let node = scope.parse(query).ok()?;
    let mut found = Vec::new();
    gather(query, &node, library, &mut found);
    Some(found)
}

fn gather(query: &str, node: &Node, library: NamedLibrary<'_>, found: &mut Vec<Named>) {
    match &node.expr {
        Expr::Words(words) => {
            let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            let mut at = 0;
            for (count, name) in library.names.cut(&texts) {
                let span = words[at].span.start..words[at + count - 1].span.end;
                let ids = ids(library.library, &name.concepts);
                found.push(Named { span, ids });
                at += count;
            }
        }
        Expr::Field { field, value } if field.names_a_concept() => {
            let written = &query[node.span.clone()];
            let colon = written.find([':', '：']).map_or(0, |at| {
                at + written[at..].chars().next().map_or(0, char::len_utf8)
            });
            let span = node.span.start + colon..node.span.end;
            let ids = alone(value, library);
            found.push(Named { span, ids });
        }
        Expr::Group(inner) | Expr::Not(inner) => gather(query, inner, library, found),
        Expr::Near(first, others) => {
            gather(query, first, library, found);
            for (_, other) in others {
                gather(query, other, library, found);
            }
        }
        Expr::All(parts) | Expr::Any(parts) => {
            for part in parts {
                gather(query, part, library, found);
            }
        }
        Expr::Quoted(_) | Expr::Field { .. } => {}
    }
}
