//! The properties of one entry of a note.

use super::properties::{Field, Properties, Said};
use super::yaml::Property;

/// Those in lines under the heading of the entry, and those of the whole note.
pub(super) struct OwnProperties<'a> {
    pub(super) own: Properties,
    pub(super) note: &'a Properties,
}

impl OwnProperties<'_> {
    /// The property that says a field.
    pub(super) fn get(&self, field: Field) -> Option<&Property> {
        self.own.get(field).or_else(|| self.note.get(field))
    }

    /// All that is said of a field.
    pub(super) fn list(&self, field: Field) -> Vec<Said> {
        let own = self.own.list(field);
        match field.adds_up() {
            _ if own.is_empty() => self.note.list(field),
            true => self.note.list(field).into_iter().chain(own).collect(),
            false => own,
        }
    }

    /// The text of a field; of a list the first.
    pub(super) fn text(&self, field: Field) -> Option<Said> {
        self.own.text(field).or_else(|| self.note.text(field))
    }
}
