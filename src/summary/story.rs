//! The story of one concept through the notes.

use super::extract::Extract;
use super::quote::{Quote, Said, said};
use super::voice::Voice;
use crate::analyse::{Course, Family, FamilyTag, Trajectory, noted_chapters};
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::{Field, Tag, Tagging};

/// So many concepts that it came with are named at each step, and for all of it.
const MOST_WITH: usize = 4;

/// The story of a concept, with what counts for it, in one book.
#[derive(Clone, Debug)]
pub struct Story {
    /// The concept.
    pub concept: ConceptId,
    /// The book.
    pub book: BookId,
    /// Where it is named, and how it runs through the chapters.
    pub trajectory: Trajectory,
    /// Its entries, in reading order.
    pub steps: Vec<Step>,
    /// What it most often came with, and in how many of the steps.
    pub company: Vec<(ConceptId, usize)>,
}

/// One entry of a story.
#[derive(Clone, Debug)]
pub struct Step {
    /// The entry.
    pub entry: EntryId,
    /// How often it names the concept.
    pub mentions: u32,
    /// It names it only in passing.
    pub in_passing: bool,
    /// The narrower concepts by which it counts; none where it is about the concept
    /// itself.
    pub through: Vec<ConceptId>,
    /// What it says of it: the sentence that names it and says most; `None` when
    /// none that does is whole.
    pub key: Option<Quote>,
    /// Who speaks in that sentence: the reader, or the book.
    pub of_reader: bool,
    /// The concepts that its sentences name beside it, or else what the entry is
    /// about.
    pub with: Vec<ConceptId>,
    /// How many chapters with notes lie between the step before and this one, in
    /// which nobody named it.
    pub silence: Vec<ChapterId>,
}

impl Story {
    /// How the concept runs through the chapters.
    pub fn course(&self) -> Course {
        self.trajectory.course()
    }

    /// How many steps count by narrower concepts alone, and by which.
    pub fn through<'s>(stories: impl Iterator<Item = &'s Self>) -> (usize, Vec<ConceptId>) {
        let steps = stories.flat_map(|story| &story.steps);
        Family::through(steps.map(|step| step.through.as_slice()))
    }

    /// How often it is named.
    pub fn mentions(&self) -> u32 {
        self.steps.iter().map(|step| step.mentions).sum()
    }
}

/// The story of a concept and what counts for it in the entries asked for, which are in order: one for
/// each book that names it, the one that did first before the others.
pub fn stories(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    family: &Family,
    entries: &[EntryId],
) -> Vec<Story> {
    let of_book = entries.chunk_by(|a, b| library.book_of(*a) == library.book_of(*b));
    let mut stories: Vec<Story> = of_book
        .filter_map(|entries| story(library, tagging, placement, family, entries))
        .collect();
    let first = |story: &Story| story.steps.first().map(|step| step.entry);
    stories.sort_by_key(|story| first(story).map(|entry| library.reading_position(entry)));
    stories
}

fn story(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    family: &Family,
    entries: &[EntryId],
) -> Option<Story> {
    let tags = entries
        .iter()
        .filter_map(|&entry| family.tag(tagging, entry));
    let tags: Vec<FamilyTag> = tags.collect();
    let book = library.book_of(tags.first()?.entry);
    let noted = noted_chapters(library, placement, entries.iter().copied());
    let about = tags.iter().map(|tag| tag.entry).collect();
    let trajectory = Trajectory::through(library, placement, &noted, family.concept, about);
    let keys = keys(library, tagging, family, &tags);
    let mut steps: Vec<Step> = Vec::with_capacity(tags.len());
    for (tag, key) in tags.iter().zip(keys) {
        let before = steps.last().map(|step| step.entry);
        steps.push(Step {
            entry: tag.entry,
            mentions: tag.mentions,
            in_passing: tag.passing,
            through: tag.through.clone(),
            of_reader: key.as_ref().is_some_and(|said| said.voice == Voice::Reader),
            key: key.map(|said| said.quote),
            with: with(tagging, family, tag.entry),
            silence: before.map_or_else(Vec::new, |before| {
                silence(library, placement, &noted, before, tag.entry)
            }),
        });
    }
    Some(Story {
        concept: family.concept,
        book,
        trajectory,
        company: company(library, tagging, &steps),
        steps,
    })
}

/// Of each entry the sentence about the concept that says most beside those of the
/// other entries.
fn keys(
    library: &Library,
    tagging: &Tagging,
    family: &Family,
    tags: &[FamilyTag],
) -> Vec<Option<Said>> {
    let mut pool: Vec<(usize, Said)> = Vec::new();
    for (step, tag) in tags.iter().enumerate() {
        let naming = family.sentences(tagging, tag.entry);
        let said = said(library, tagging, tag.entry).into_iter();
        let mut said: Vec<Said> = said
            .filter(|said| naming.contains(&(said.sentence as u32)))
            .collect();
        // A question tells little, as long as there is something else.
        if said.iter().any(|said| said.voice != Voice::Question) {
            said.retain(|said| said.voice != Voice::Question);
        }
        pool.extend(said.into_iter().map(|said| (step, said)));
    }
    let texts = pool.iter().map(|(_, said)| said.quote.text(library));
    let group: Vec<usize> = pool.iter().map(|(step, _)| *step).collect();
    let extract = Extract::of(&texts.collect::<Vec<_>>());
    let mut steps = group.clone();
    steps.dedup();
    let mut keys: Vec<Option<Said>> = vec![None; tags.len()];
    for index in extract.choose_of_each(&group, tags.len(), steps.len(), &[]) {
        let (step, said) = &pool[index];
        keys[*step].get_or_insert_with(|| said.clone());
    }
    keys
}

/// What an entry names in the sentences that name the concept; or else what it is
/// about; what it is most about first.
fn with(tagging: &Tagging, family: &Family, entry: EntryId) -> Vec<ConceptId> {
    let naming = family.sentences(tagging, entry);
    let beside = |concept: ConceptId| {
        let mentions = tagging.mentions(entry).iter();
        let mut of_text = mentions.filter(|mention| mention.field == Field::Text);
        of_text.any(|mention| mention.concept == concept && naming.contains(&mention.sentence))
    };
    let tags = tagging.tags(entry).iter();
    let mut others: Vec<&Tag> = tags.filter(|other| !family.has(other.concept)).collect();
    if others.iter().any(|other| beside(other.concept)) {
        others.retain(|other| beside(other.concept));
    }
    others.sort_by(|a, b| {
        b.salience
            .total_cmp(&a.salience)
            .then(a.concept.cmp(&b.concept))
    });
    others.truncate(MOST_WITH);
    others.into_iter().map(|other| other.concept).collect()
}

/// What comes with a concept in most steps, apart from what more than half of all
/// entries name anyway.
fn company(library: &Library, tagging: &Tagging, steps: &[Step]) -> Vec<(ConceptId, usize)> {
    let half = library.entries().len() / 2;
    let mut all: Vec<ConceptId> = steps.iter().flat_map(|step| step.with.clone()).collect();
    all.retain(|&concept| tagging.entries_about(concept) <= half);
    all.sort_unstable();
    let counted = all
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len()));
    let mut company: Vec<(ConceptId, usize)> = counted.filter(|(_, count)| *count > 1).collect();
    company.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    company.truncate(MOST_WITH);
    company
}

/// The chapters with notes between the last of one entry and the first of another.
fn silence(
    library: &Library,
    placement: &Placement,
    noted: &[ChapterId],
    before: EntryId,
    after: EntryId,
) -> Vec<ChapterId> {
    let last = placement.chapters(library, before).last();
    let first = placement.chapters(library, after).next();
    let Some((last, first)) = last.zip(first) else {
        return Vec::new();
    };
    let start = noted.partition_point(|chapter| *chapter <= last);
    let end = noted.partition_point(|chapter| *chapter < first);
    noted.get(start..end).unwrap_or_default().to_vec()
}
