//! All checks.

use super::{Finding, concepts, days, duplicates, entries, hidden, ids, names, outline, pages};
use crate::model::Library;
use crate::place::Placement;
use crate::tag::Tagging;

/// What checks look at.
#[derive(Clone, Copy, Debug)]
pub struct Notes<'a> {
    /// The notes.
    pub library: &'a Library,
    /// What they are about.
    pub tagging: &'a Tagging,
    /// Where they belong.
    pub placement: &'a Placement,
}

/// Everything that a second look finds, check by check.
pub fn lint(notes: Notes<'_>) -> Vec<Finding> {
    let checks: [fn(Notes<'_>) -> Vec<Finding>; 10] = [
        hidden::hidden_characters,
        ids::twins,
        names::dead_names,
        concepts::unused,
        entries::without_concepts,
        entries::cut_off,
        outline::outside,
        days::against_dates,
        pages::in_order,
        duplicates::duplicates,
    ];
    checks.into_iter().flat_map(|check| check(notes)).collect()
}
