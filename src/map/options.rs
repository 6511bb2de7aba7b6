//! What a map is drawn of, and how much of it.

use super::earlier::EarlierMap;
use crate::graph::Shrinkage;
use crate::model::{ConceptId, Language};
use crate::query::EntryFilter;

/// Which part of a library a map shows.
#[derive(Clone, Debug)]
pub struct MapOptions {
    /// Only these entries.
    pub filter: EntryFilter,
    /// The concept that the map is about, and for a book map how many links
    /// around it are drawn.
    pub around: Option<(ConceptId, usize)>,
    /// Only this group of an overview, numbered from 0.
    pub group: Option<usize>,
    /// All concepts of a book map on one picture, however many: no overview.
    pub flat: bool,
    /// Of a map that is an overview, no map of a group: whoever prints one scene has no
    /// use for the others, which take most of the time.
    pub overview_alone: bool,
    /// Whether evidence is quoted, sentence by sentence. A picture tells only in which
    /// entries it stands, and needs no text of them.
    pub quoted: bool,
    /// At most so many concepts, the most named ones; `None`: as many as the kind
    /// of map has room for.
    pub top: Option<usize>,
    /// Only concepts that the entries name at least so often.
    pub min_mentions: u32,
    /// Without these concepts.
    pub hide: Vec<ConceptId>,
    /// So many links for each concept (see [`crate::graph::backbone()`]).
    pub edges_per_node: f32,
    /// λ of the links' weight.
    pub shrinkage: Shrinkage,
    /// The language of labels; `None`: the book's.
    pub language: Option<Language>,
    /// An earlier drawing of the map, whose places and colours are kept as far as
    /// the notes allow.
    pub earlier: EarlierMap,
}

impl Default for MapOptions {
    fn default() -> Self {
        Self {
            filter: EntryFilter::default(),
            around: None,
            group: None,
            flat: false,
            overview_alone: false,
            quoted: true,
            top: None,
            min_mentions: 1,
            hide: Vec::new(),
            edges_per_node: 1.75,
            shrinkage: Shrinkage::default(),
            language: None,
            earlier: EarlierMap::default(),
        }
    }
}
