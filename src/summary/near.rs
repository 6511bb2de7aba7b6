//! The chapters that are about the same concepts.

use super::{ChapterSummary, ConceptCount};
use crate::model::{ChapterId, ConceptId, Library};

/// So many chapters are named at most.
const MOST: usize = 3;

/// So many shared concepts are named at most.
const MOST_SHARED: usize = 5;

/// Chapters less alike than this share nothing worth saying.
const FAR: f32 = 0.02;

/// A chapter that is about the same concepts as another one.
#[derive(Clone, Debug, PartialEq)]
pub struct NearChapter {
    /// The chapter.
    pub chapter: ChapterId,
    /// How near it is: the cosine of the two chapters' concepts, each with the
    /// square root of its weight in the chapter times its rarity among the
    /// chapters.
    pub likeness: f32,
    /// What both are about, what makes them alike most first.
    pub shared: Vec<ConceptId>,
}

/// Finds the nearest chapters of every chapter of a book.
///
/// The rarity of a concept is ln(chapters / chapters that have it), so that one
/// that runs through all of the book links no two of them.
pub(super) fn nearest(library: &Library, summaries: &mut [ChapterSummary]) {
    let mut spread = vec![0_u32; library.vocabulary().len()];
    for count in summaries.iter().flat_map(counts) {
        spread[count.concept.index()] += 1;
    }
    let chapters = summaries
        .iter()
        .filter(|summary| !summary.entries.is_empty());
    let chapters = chapters.count() as f32;
    let rows: Vec<Vec<(ConceptId, f32)>> = summaries
        .iter()
        .map(|summary| {
            let weight = |count: &ConceptCount| {
                let rarity = chapters / spread[count.concept.index()] as f32;
                let rarity = libm::logf(rarity);
                (count.concept, count.weight.max(0.0).sqrt() * rarity)
            };
            let mut row: Vec<(ConceptId, f32)> = counts(summary).map(weight).collect();
            row.sort_by_key(|(concept, _)| *concept);
            row
        })
        .collect();
    let lengths: Vec<f32> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|(_, weight)| weight * weight)
                .sum::<f32>()
                .sqrt()
        })
        .collect();
    let ids: Vec<Option<ChapterId>> = summaries.iter().map(|summary| summary.chapter).collect();
    for (index, summary) in summaries.iter_mut().enumerate() {
        let others = (0..rows.len()).filter(|&other| other != index);
        let mut near: Vec<NearChapter> = others
            .filter_map(|other| {
                let mut shared = shared(&rows[index], &rows[other]);
                let product: f32 = shared.iter().map(|(_, weight)| weight).sum();
                let likeness = product / (lengths[index] * lengths[other]).max(f32::MIN_POSITIVE);
                shared.truncate(MOST_SHARED);
                (likeness >= FAR).then_some(NearChapter {
                    chapter: ids[other]?,
                    likeness,
                    shared: shared.into_iter().map(|(concept, _)| concept).collect(),
                })
            })
            .collect();
        near.sort_by(|a, b| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(a.chapter.cmp(&b.chapter))
        });
        near.truncate(MOST);
        if summary.chapter.is_some() {
            summary.near = near;
        }
    }
}

fn counts(summary: &ChapterSummary) -> impl Iterator<Item = &ConceptCount> {
    summary.new.iter().chain(&summary.recurring)
}

/// The concepts of both rows, which are sorted by concept, with the product of
/// their weights, the largest first.
fn shared(a: &[(ConceptId, f32)], b: &[(ConceptId, f32)]) -> Vec<(ConceptId, f32)> {
    let mut shared = Vec::new();
    let mut at = 0;
    for &(concept, weight) in a {
        while b.get(at).is_some_and(|(other, _)| *other < concept) {
            at += 1;
        }
        if let Some(&(_, other)) = b.get(at).filter(|(other, _)| *other == concept) {
            shared.push((concept, weight * other));
        }
    }
    shared.retain(|(_, product)| *product > 0.0);
    shared.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    shared
}
