//! How two concepts hang together: the chains of links between them.

use super::apart::{Apart, Meeting, Side};
use super::hubs::hubs;
use super::links::{ConceptLinks, Relation};
use super::meeting::concepts_by_chapter;
use super::paths::{Path, Paths, Strength, fewest_steps};
use super::witness::Witness;
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

/// So many times more paths are looked at than are asked for, to find some that
/// are no detours.
const DETOURS: usize = 8;

/// Which chains are asked for.
#[derive(Clone, Debug)]
pub struct ChainQuestion {
    /// Where they start.
    pub from: ConceptId,
    /// Where they end.
    pub to: ConceptId,
    /// The entries whose links count, in reading order.
    pub entries: Vec<EntryId>,
    /// Concepts that no chain may go through.
    pub avoid: Vec<ConceptId>,
    /// Chains may go through what is nearly everywhere.
    pub hubs: bool,
    /// The relations of the vocabulary count as links.
    pub vocabulary: bool,
    /// What makes a chain strong.
    pub strength: Strength,
    /// At most so many links.
    pub max_steps: usize,
    /// At most so many chains.
    pub count: usize,
}

/// The chains between two concepts, or what keeps these apart.
#[derive(Clone, Debug)]
pub struct ChainAnswer {
    /// The chains, the strongest first; none that only adds steps to a stronger one.
    pub chains: Vec<Chain>,
    /// The link between the two themselves, where there is one that is none of the
    /// chains.
    pub direct: Option<Step>,
    /// What no chain goes through since it is nearly everywhere.
    pub left_out: Vec<ConceptId>,
    /// Why there is no chain.
    pub apart: Option<Apart>,
}

/// A chain from one concept to another.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Its links, in order.
    pub steps: Vec<Step>,
    /// The weight of the one link that is as strong as the whole chain.
    pub weight: f64,
}

/// A link of a chain, with what speaks for it.
#[derive(Clone, Debug)]
pub struct Step {
    /// The concept it starts at.
    pub from: ConceptId,
    /// The concept it ends at.
    pub to: ConceptId,
    /// How strong it is: see [`ConceptLinks::of`].
    pub weight: f64,
    /// What the vocabulary says of the two.
    pub relation: Option<Relation>,
    /// The entries that name both: those with a sentence that does first, then
    /// in reading order.
    pub witnesses: Vec<Witness>,
}

/// Finds the strongest chains between two concepts.
pub fn chains(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    question: &ChainQuestion,
) -> ChainAnswer {
    let links = ConceptLinks::of(library, tagging, &question.entries, question.vocabulary);
    let ends = [question.from, question.to];
    let mut left_out = Vec::new();
    if !question.hubs {
        left_out = hubs(library, tagging, &whole_books(library, &question.entries));
        left_out.retain(|hub| !ends.contains(hub) && !question.avoid.contains(hub));
    }
    let shut = |concepts: &[ConceptId]| {
        let mut avoid = vec![false; library.vocabulary().len()];
        concepts.iter().for_each(|at| avoid[at.index()] = true);
        ends.iter().for_each(|end| avoid[end.index()] = false);
        avoid
    };
    let avoid = shut(&[question.avoid.as_slice(), &left_out].concat());
    let paths = |avoid: &[bool], max_steps, count| {
        let paths = Paths {
            network: links.network(),
            strength: question.strength,
            max_steps,
            avoid,
        };
        paths.strongest(question.from.index(), question.to.index(), count)
    };
    let mut found: Vec<Path> = Vec::new();
    for path in paths(&avoid, question.max_steps, question.count * DETOURS) {
        if found.len() < question.count && !found.iter().any(|known| is_detour(&path, known)) {
            found.push(path);
        }
    }
    let chain = |path: &Path| told(library, tagging, &links, path);
    let chains: Vec<Chain> = found.iter().map(chain).collect();
    let apart = chains.is_empty().then(|| {
        let [from, to] = ends.map(ConceptId::index);
        let longer = fewest_steps(links.network(), &avoid, from, to);
        let free = paths(&shut(&[]), usize::MAX, 1);
        let through = free.iter().flat_map(|path| path.nodes.iter().copied());
        let through = through.filter(|&node| longer.is_none() && avoid[node]);
        let sides = Side::of(tagging, &question.entries, links.network(), &avoid, ends);
        let meetings = match longer.is_none() && free.is_empty() {
            true => {
                let chapters = concepts_by_chapter(library, tagging, placement, &question.entries);
                Meeting::of(&chapters, tagging, &sides)
            }
            false => Vec::new(),
        };
        Apart {
            longer,
            through: through.map(ConceptId::from).collect(),
            sides,
            meetings,
        }
    });
    let is_direct = |chain: &Chain| chain.steps.len() == 1;
    let linked = links.between(question.from, question.to).is_some();
    let direct = linked && !chains.iter().any(is_direct);
    ChainAnswer {
        direct: direct.then(|| step(library, tagging, &links, question.from, question.to)),
        chains,
        left_out,
        apart,
    }
}

/// All entries of the books that some entries are of: a concept is everywhere in a
/// book, not in the part that is asked for.
fn whole_books(library: &Library, entries: &[EntryId]) -> Vec<EntryId> {
    let mut books: Vec<BookId> = entries.iter().map(|&id| library.book_of(id)).collect();
    books.dedup();
    let entries = books.into_iter().flat_map(|book| library.entries_of(book));
    entries.collect()
}

/// Whether a path goes through all the nodes of a stronger one, in their order.
fn is_detour(path: &Path, stronger: &Path) -> bool {
    let mut rest = stronger.nodes.iter().peekable();
    for node in &path.nodes {
        rest.next_if_eq(&node);
    }
    rest.peek().is_none()
}

/// A path with the evidence of its links.
fn told(library: &Library, tagging: &Tagging, links: &ConceptLinks, path: &Path) -> Chain {
    let pairs = path.nodes.windows(2);
    let steps = pairs.map(|pair| step(library, tagging, links, pair[0].into(), pair[1].into()));
    Chain {
        steps: steps.collect(),
        weight: path.weight(),
    }
}

/// A link with its evidence.
fn step(
    library: &Library,
    tagging: &Tagging,
    links: &ConceptLinks,
    from: ConceptId,
    to: ConceptId,
) -> Step {
    let link = links.between(from, to);
    let together = link.and_then(|link| link.together);
    let evidence = together.map_or(&[][..], |pair| &*pair.evidence);
    let mut witnesses: Vec<Witness> = evidence
        .chunk_by(|a, b| a.entry == b.entry)
        .map(|places| Witness::of(tagging, places[0].entry, from, to))
        .collect();
    witnesses.sort_by_key(|witness| {
        let position = library.reading_position(witness.entry);
        (!witness.together, position)
    });
    Step {
        from,
        to,
        weight: link.map_or(0.0, |link| link.weight),
        relation: link.and_then(|link| link.relation),
        witnesses,
    }
}
