//! Concepts that are hardly in the notes.

use crate::analyse::witness::naming;
use crate::graph::CoMention;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// So many concepts are named beside one.
const BESIDE: usize = 3;

/// A concept that the notes name once.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedOnce {
    /// The concept.
    pub concept: ConceptId,
    /// The entry that does.
    pub entry: EntryId,
    /// The sentence; `None` where the title names it, or only a tag.
    pub sentence: Option<u32>,
    /// The concepts it is most strongly named with, at most three.
    pub with: Vec<ConceptId>,
    /// Another entry about the first of these where it may belong too: the one that
    /// is nearest in the reading.
    pub may_belong: Option<EntryId>,
}

/// The concepts that the whole library names once, and that in one of some entries;
/// in reading order. Hubs are not named beside them.
pub(super) fn named_once(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    pairs: &[CoMention],
    hubs: &[ConceptId],
) -> Vec<NamedOnce> {
    let concepts = library.vocabulary().ids();
    let mut once: Vec<NamedOnce> = concepts
        .filter_map(|concept| {
            let mut about = tagging.about(concept);
            let (tag, others) = (about.next()?, about.len());
            let is_once = others == 0 && tag.mentions <= 1;
            (is_once && entries.binary_search(&tag.entry).is_ok()).then(|| NamedOnce {
                concept,
                entry: tag.entry,
                sentence: naming(tagging, tag.entry, concept).first().copied(),
                with: Vec::new(),
                may_belong: None,
            })
        })
        .collect();
    let mut beside: Vec<(ConceptId, f32, ConceptId)> = Vec::new();
    for pair in pairs {
        for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if !hubs.contains(&other) && tagging.entries_about(one) == 1 {
                beside.push((one, pair.weight, other));
            }
        }
    }
    beside.sort_by(|x, y| {
        let strongest = y.1.total_cmp(&x.1);
        x.0.cmp(&y.0).then(strongest).then(x.2.cmp(&y.2))
    });
    for named in &mut once {
        let start = beside.partition_point(|(one, ..)| *one < named.concept);
        let own = beside[start..]
            .iter()
            .take_while(|(one, ..)| *one == named.concept);
        named.with = own.take(BESIDE).map(|(_, _, other)| *other).collect();
        let position = |entry| library.reading_position(entry);
        let away = |entry| position(entry).abs_diff(position(named.entry));
        named.may_belong = named.with.first().and_then(|&other| {
            let about = tagging.about(other).map(|tag| tag.entry);
            let others = about.filter(|entry| *entry != named.entry);
            others.min_by_key(|&entry| (away(entry), entry))
        });
    }
    once.sort_by_key(|named| {
        let position = library.reading_position(named.entry);
        (position, named.sentence, named.concept)
    });
    once
}
