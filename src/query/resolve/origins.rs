//! Whose tags count.

use super::one_or;
use crate::query::condition::Condition;
use crate::query::fact::{Fact, FactKind};
use crate::query::term::Origins;

/// Several conditions that all hold. An origin among them is about the tags that
/// the others look for: `AWS origin:authored`.
pub(super) fn scoped(parts: Vec<Condition>) -> Condition {
    let (mut origins, mut others) = (Origins::ANY, Vec::new());
    let mut left_out = Vec::new();
    for part in parts {
        match origins_of(&part) {
            Some(these) => {
                origins = origins.and(these);
                left_out.push(part);
            }
            None => others.push(part),
        }
    }
    let mut narrowed = false;
    for part in &mut others {
        narrowed |= narrow(part, origins);
    }
    if !narrowed {
        others.extend(left_out);
    }
    one_or(others, Condition::All)
}

/// The origins that a condition asks for, and nothing else.
fn origins_of(condition: &Condition) -> Option<Origins> {
    match condition {
        Condition::Is(Fact {
            kind: FactKind::Tagged(origins),
            ..
        }) => Some(*origins),
        Condition::Not(inner) => origins_of(inner).map(Origins::others),
        _ => None,
    }
}

/// Lets only tags of these origins count; whether there are concepts to look for.
fn narrow(condition: &mut Condition, origins: Origins) -> bool {
    match condition {
        Condition::About(term) => {
            term.origins = term.origins.and(origins);
            true
        }
        Condition::Says(_) | Condition::Is(_) => false,
        Condition::Near(near) => narrow(&mut near.left, origins) | narrow(&mut near.right, origins),
        Condition::Not(inner) => narrow(inner, origins),
        Condition::All(parts) | Condition::Any(parts) => {
            let parts = parts.iter_mut();
            parts.fold(false, |narrowed, part| narrow(part, origins) | narrowed)
        }
    }
}
