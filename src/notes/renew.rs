//! Some files of a library of which the rest is known.

use super::assemble::ConceptIndex;
use super::home::Home;
use super::{names, walk};
use crate::model::{ConceptId, Vocabulary};
use crate::text::fold::key;
use std::path::Path;

/// Whether there is a problem with the names of files, or with folders, whatever is in
/// the files.
pub fn has_trouble_with_names(notes: &Path) -> bool {
    let (paths, problems) = walk::note_files(&Home::of_folder(notes));
    !problems.is_empty() || !names::problems(&paths).is_empty()
}

/// For each concept of a vocabulary whether what an entry calls it may be something else,
/// or nothing, in another vocabulary.
pub fn called_otherwise(old: &Vocabulary, new: &Vocabulary) -> Vec<bool> {
    let [before, after] = [old, new].map(ConceptIndex::of);
    let now = |id: ConceptId| new.find(&old.get(id).id);
    let mut otherwise: Vec<bool> = old.ids().map(|id| now(id).is_none()).collect();
    for (name, id) in before.keys() {
        if after
            .of_key(name)
            .is_none_or(|found| Some(found) != now(id))
        {
            otherwise[id.index()] = true;
        }
    }
    // An id counts before all names.
    for concept in new.concepts() {
        let named = before.of_key(&key(&concept.id));
        let is_new = old.find(&concept.id).is_none();
        if let Some(named) = named.filter(|_| is_new) {
            otherwise[named.index()] = true;
        }
    }
    otherwise
}
