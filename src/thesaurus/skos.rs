//! SKOS, whatever it is written in.

use super::builder::{Builder, Draft};
use super::{Found, Remark};
use crate::model::Language;
use oxrdf::{Literal, NamedOrBlankNode, Term, Triple};
use std::collections::BTreeMap;

const CORE: &str = "http://www.w3.org/2004/02/skos/core#";
const XL: &str = "http://www.w3.org/2008/05/skos-xl#";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// Makes concepts of triples, in the order in which their subjects come up.
pub(super) fn concepts(triples: &[Triple]) -> Found {
    let mut builder = Builder::default();
    let is_concept = |triple: &&Triple| {
        let predicate = triple.predicate.as_str();
        let typed = predicate == TYPE
            && matches!(&triple.object, Term::NamedNode(it) if it.as_str() == format!("{CORE}Concept"));
        typed || predicate == format!("{CORE}prefLabel")
    };
    for triple in triples.iter().filter(is_concept) {
        builder.concept(&key(&triple.subject));
    }
    let literal_forms = literal_forms(triples);
    let mut unread: BTreeMap<String, usize> = BTreeMap::new();
    for triple in triples {
        let subject = key(&triple.subject);
        if !builder.knows(&subject) {
            continue;
        }
        let predicate = triple.predicate.as_str();
        let read = match predicate.strip_prefix(CORE) {
            Some(property) => said(&mut builder, &subject, property, &triple.object),
            None => match predicate.strip_prefix(XL) {
                Some(property) => {
                    let form = object_key(&triple.object).and_then(|it| literal_forms.get(&it));
                    form.is_some_and(|form| {
                        said(
                            &mut builder,
                            &subject,
                            property,
                            &Term::Literal((*form).clone()),
                        )
                    })
                }
                None => predicate == TYPE,
            },
        };
        if !read {
            *unread.entry(predicate.to_owned()).or_default() += 1;
        }
    }
    for (predicate, count) in unread {
        builder.remarks.push(Remark {
            line: None,
            message: format!(
                "<{predicate}> is nothing that a vocabulary here can keep ({count} times)"
            ),
        });
    }
    builder.finish()
}

/// Takes over what a property says; whether it is one that is known.
fn said(builder: &mut Builder, subject: &str, property: &str, object: &Term) -> bool {
    // `narrower` is the other direction of `broader`, said of the other concept.
    if let ("narrower" | "narrowerTransitive", Some(other)) = (property, object_key(object)) {
        if builder.knows(&other) {
            builder.concept(&other).broader(subject);
        }
        return true;
    }
    let draft = builder.concept(subject);
    match (property, object, object_key(object)) {
        ("broader", _, Some(other)) => draft.broader(&other),
        ("related", _, Some(other)) => draft.related(&other),
        // They follow from what is said otherwise.
        ("inScheme" | "topConceptOf" | "broaderTransitive", ..) => {}
        ("notation", Term::Literal(text), _) => draft.notation(text.value()),
        ("prefLabel", Term::Literal(text), _) => named(draft, text, Draft::label),
        ("altLabel" | "hiddenLabel", Term::Literal(text), _) => named(draft, text, Draft::alias),
        ("definition", Term::Literal(text), _) => named(draft, text, Draft::definition),
        (
            "note" | "scopeNote" | "example" | "historyNote" | "editorialNote" | "changeNote",
            Term::Literal(text),
            _,
        ) => {
            draft.note(text.value());
        }
        _ => return false,
    }
    true
}

/// A text with its language: the one it says, as far as we know it, or the one it looks
/// like.
fn named(draft: &mut Draft, text: &Literal, take: fn(&mut Draft, Language, &str)) {
    let said = text
        .language()
        .and_then(|tag| tag.split('-').next().map(str::to_lowercase));
    let language = said.and_then(|code| Language::parse(&code));
    take(
        draft,
        language.unwrap_or_else(|| Language::guess(text.value())),
        text.value(),
    );
}

/// The texts of labels that are things of their own (SKOS-XL).
fn literal_forms(triples: &[Triple]) -> BTreeMap<String, &Literal> {
    let form = format!("{XL}literalForm");
    let forms = triples
        .iter()
        .filter(|triple| triple.predicate.as_str() == form);
    let forms = forms.filter_map(|triple| match &triple.object {
        Term::Literal(text) => Some((key(&triple.subject), text)),
        _ => None,
    });
    forms.collect()
}

fn key(subject: &NamedOrBlankNode) -> String {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
        NamedOrBlankNode::BlankNode(node) => format!("_:{}", node.as_str()),
    }
}

fn object_key(object: &Term) -> Option<String> {
    match object {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        Term::BlankNode(node) => Some(format!("_:{}", node.as_str())),
        _ => None,
    }
}
