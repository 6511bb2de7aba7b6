//! The groundwork of maps: where it is kept, and when it is made.

use super::workspace::Opened;
use crate::map::{self, Groundwork, MapOptions};
use crate::model::{BookId, ConceptId};
use crate::store;
use std::path::PathBuf;

/// Where the groundwork of a library that has a snapshot is kept.
#[derive(Debug)]
pub(super) struct KeptGroundwork {
    /// The file, which may be there or not.
    pub(super) path: PathBuf,
    /// A digest of what it follows from.
    pub(super) of: u64,
}

/// The groundwork of a library for a map with these options, or for groups of its concepts:
/// the one that is kept, or else a new one, which is kept from now on. `None` where another
/// one is needed, and where nothing can be kept: then it is made by whoever needs it.
pub(super) fn groundwork(opened: &Opened, options: &MapOptions) -> Option<Groundwork> {
    let kept = opened.groundwork.as_ref();
    let kept = kept.filter(|_| Groundwork::serves(options))?;
    let known: Option<Groundwork> = store::kept(&kept.path, kept.of);
    if let Some(known) = known.filter(|known| known.fits(&opened.library)) {
        return Some(known);
    }
    let made = Groundwork::of(&opened.library, &opened.tagging);
    // A folder that may not be written is no trouble: it is made again then.
    let _ = store::keep(&kept.path, kept.of, &made);
    Some(made)
}

/// The groups of a library's concepts, or a book's, as its maps draw them.
pub(super) fn concept_groups(opened: &Opened, book: Option<BookId>) -> Vec<Vec<ConceptId>> {
    let groundwork = match book {
        Some(_) => None,
        None => groundwork(opened, &MapOptions::default()),
    };
    let (library, tagging, placement) = (&opened.library, &opened.tagging, &opened.placement);
    map::concept_groups(library, tagging, placement, book, groundwork.as_ref())
}
