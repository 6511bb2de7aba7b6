//! The book map: what a book is about, and how its ideas hang together.

mod drawing;
mod findings;
mod overview;
mod regions;

use super::scene::Scene;
use super::source::MapSource;
use crate::analyse::Weighed;
use crate::model::ConceptId;
use drawing::Drawing;
use rayon::prelude::*;

/// One picture holds at most so many concepts, unless it is asked to be flat.
pub const ROOM: usize = 60;
/// A picture that is asked for, of whatever does not fit well, holds at most so many: what
/// the layout is measured for.
pub const FLAT_ROOM: usize = 5_000;
/// No map is narrower, in pixels, so that its title has room.
const LEAST_WIDTH: f64 = 480.0;

/// A group that is drawn: its number among the book's, and its members, those
/// of most weight first.
type Members<'s> = (usize, Vec<&'s Weighed>);

/// Draws the concepts of a book in the regions of their groups. Links are the
/// backbone of the co-mentions.
///
/// More than 60 concepts do not fit in one picture: then the first scene is an
/// overview of the groups, and one scene for each group follows, with its 60
/// concepts of most weight. With [`super::MapOptions::group`] only the map of
/// that group is drawn, and none where there is no such group; with
/// [`super::MapOptions::flat`] one picture of all, up to [`FLAT_ROOM`] of most weight.
pub fn book(source: &MapSource<'_>) -> Vec<Scene> {
    let mut concepts = chosen(source);
    if let Some(group) = source.options.group {
        let mut drawn = in_groups(source, &concepts);
        return match group < drawn.len() {
            true => vec![group_scene(source, drawn.swap_remove(group))],
            false => Vec::new(),
        };
    }
    let room = if source.options.flat { FLAT_ROOM } else { ROOM };
    if source.options.flat {
        concepts.truncate(FLAT_ROOM);
    }
    if concepts.len() <= room {
        return vec![one_scene(source, concepts)];
    }
    let drawn = in_groups(source, &concepts);
    let mut scenes = vec![overview::scene(source, &drawn)];
    if source.options.overview_alone {
        return scenes;
    }
    // Counted once, before all ask for them.
    source.pairs();
    let groups = drawn.into_par_iter();
    scenes.par_extend(groups.map(|members| group_scene(source, members)));
    scenes
}

/// How many concepts are asked for.
pub fn concept_count(source: &MapSource<'_>) -> usize {
    chosen(source).len()
}

/// How many groups the concepts asked for are in: so many maps follow an
/// overview.
pub fn group_count(source: &MapSource<'_>) -> usize {
    in_groups(source, &chosen(source)).len()
}

/// All concepts on one map. Concepts that the book's groups leave out, being
/// everywhere, have groups of their own when there is nothing else to draw; and so have
/// many concepts, whose links here are others than in the whole book.
fn one_scene(source: &MapSource<'_>, concepts: Vec<&Weighed>) -> Scene {
    let around = source.options.around;
    let title = source.book_title(around.map(|(concept, _)| source.label(concept)));
    let all = source.concepts.len();
    let grouped = |concept: &&Weighed| source.grouping.group(concept.concept).is_some();
    if concepts.len() <= ROOM && concepts.iter().all(grouped) {
        return Drawing::new(source, concepts, &source.grouping).scene(title, all);
    }
    let own = match concepts.len() <= ROOM {
        true => source.grouping_of(&owned(&concepts)),
        false => source.grouping_of_many(&owned(&concepts)),
    };
    Drawing::new(source, concepts, &own).scene(title, all)
}

/// The concepts to draw, those of most weight first.
fn chosen<'s>(source: &'s MapSource<'_>) -> Vec<&'s Weighed> {
    let mut concepts: Vec<&Weighed> = source.concepts.iter().collect();
    if let Some((center, depth)) = source.options.around {
        let near = near(source, center, depth);
        let mut near = near.iter();
        concepts.retain(|_| near.next() == Some(&true));
        // Whatever else there is room for, what was asked about is there.
        concepts.sort_by_key(|concept| concept.concept != center);
    }
    concepts.truncate(source.options.top.unwrap_or(usize::MAX));
    concepts
}

/// For each concept whether it is within so many backbone links of one.
fn near(source: &MapSource<'_>, center: ConceptId, depth: usize) -> Vec<bool> {
    let (edges, kept) = source.backbone(&source.concepts);
    let concepts = source.concepts.iter();
    let mut near: Vec<bool> = concepts.map(|concept| concept.concept == center).collect();
    for _ in 0..depth {
        let reached = near.clone();
        for edge in kept.iter().map(|&edge| &edges[edge]) {
            near[edge.a] |= reached[edge.b];
            near[edge.b] |= reached[edge.a];
        }
        if near == reached {
            break;
        }
    }
    near
}

/// The groups that the concepts are in, in the order of the book.
fn in_groups<'s>(source: &MapSource<'_>, concepts: &[&'s Weighed]) -> Vec<Members<'s>> {
    let mut groups: Vec<Members<'_>> = Vec::new();
    groups.extend((0..source.grouping.groups.len()).map(|group| (group, Vec::new())));
    for &concept in concepts {
        if let Some(group) = source.grouping.group(concept.concept) {
            groups[group].1.push(concept);
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// A group as a map of its own, with groups of its own.
fn group_scene(source: &MapSource<'_>, (group, mut members): Members<'_>) -> Scene {
    let all = members.len();
    let shown = source.mask(members.iter().map(|member| member.concept));
    let name = source.group_name(&source.grouping, group, &shown);
    let title = source.book_title(Some(&name));
    members.truncate(ROOM);
    let within = source.grouping_of(&owned(&members));
    Drawing::new(source, members, &within).scene(title, all)
}

fn owned(concepts: &[&Weighed]) -> Vec<Weighed> {
    concepts.iter().map(|&concept| concept.clone()).collect()
}
