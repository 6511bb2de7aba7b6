//! Chapters, and the concepts that meet in them.

use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

/// What the entries of one chapter are about.
#[derive(Clone, Debug)]
pub struct ChapterConcepts {
    /// The book.
    pub book: BookId,
    /// The chapter; `None`: the entries whose chapter is not known.
    pub chapter: Option<ChapterId>,
    /// Its entries, in reading order.
    pub entries: Vec<EntryId>,
    /// The concepts these are about and on how many of them each is, those on
    /// most first.
    pub concepts: Vec<(ConceptId, u32)>,
}

/// What some entries (in order) are about, chapter by chapter in the order of
/// the books. An entry in several chapters counts in each; what is named in
/// passing does not.
pub fn concepts_by_chapter(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    entries: &[EntryId],
) -> Vec<ChapterConcepts> {
    let mut placed: Vec<(BookId, Option<ChapterId>, EntryId)> = Vec::new();
    for &entry in entries {
        let book = library.book_of(entry);
        let chapters = placement.chapters(library, entry);
        match chapters.len() {
            0 => placed.push((book, None, entry)),
            _ => placed.extend(chapters.map(|chapter| (book, Some(chapter), entry))),
        }
    }
    // Those without a chapter come last in their book.
    placed
        .sort_unstable_by_key(|&(book, chapter, entry)| (book, chapter.is_none(), chapter, entry));
    let mut counts = vec![0_u32; library.vocabulary().len()];
    placed
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|chapter| {
            let entries: Vec<EntryId> = chapter.iter().map(|placed| placed.2).collect();
            ChapterConcepts {
                book: chapter[0].0,
                chapter: chapter[0].1,
                concepts: counted(tagging, &entries, &mut counts),
                entries,
            }
        })
        .collect()
}

/// On how many of some entries each concept is; `counts` is zero before and
/// after.
fn counted(tagging: &Tagging, entries: &[EntryId], counts: &mut [u32]) -> Vec<(ConceptId, u32)> {
    let mut touched: Vec<ConceptId> = Vec::new();
    for tag in entries.iter().flat_map(|&entry| tagging.tags(entry)) {
        if tag.is_passing() {
            continue;
        }
        let count = &mut counts[tag.concept.index()];
        if *count == 0 {
            touched.push(tag.concept);
        }
        *count += 1;
    }
    let take = |concept: ConceptId| (concept, std::mem::take(&mut counts[concept.index()]));
    let mut concepts: Vec<(ConceptId, u32)> = touched.into_iter().map(take).collect();
    concepts.sort_unstable_by_key(|&(concept, count)| (std::cmp::Reverse(count), concept));
    concepts
}
